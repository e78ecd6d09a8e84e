"""The rules page: the list, the form of a rule and the panel that tries them, with and without scripts."""

import json
import re
from typing import Any
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.links.history.models import LinkChange
from app.links.models import Link
from app.links.rules.column import read_rules
from app.links.rules.rule import MAX_RULES
from app.team.audit_entry import AuditEntry
from app.visits.models import VisitRow
from tests import world
from tests.client import Browser
from tests.links.rule_editor.test_rule_form import EVERY_KIND

HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
PHONES = {"kind": "device", "values": ["phone"]}
EVENING = {"kind": "time", "from": "17:00", "until": "22:00", "zone": "Asia/Jakarta"}


def rule(id: str, *when: dict[str, Any], url: str = "", **rest: Any) -> dict[str, Any]:
    return {"id": id, "when": list(when), "to": [{"url": url or f"https://example.com/{id}"}]} | rest


@pytest.fixture
async def link(budi: Account) -> Link:
    link = await world.shorten(budi, "promo", "https://example.com/menu")
    await link.edit(budi, rules=[rule("one", PHONES), rule("two", EVENING), rule("three")])
    return link


def address(link: Link, tail: str = "") -> str:
    return f"/dashboard/links/{link.id}/rules{tail}"


async def text(browser: Browser, path: str, **rest: Any) -> str:
    return await (await browser.get(path, **rest)).get_data(as_text=True)


async def send(browser: Browser, path: str, headers: Any = None, **form: str) -> tuple[int, str]:
    answer = await browser.post(path, form=form, headers=headers or {})
    return answer.status_code, await answer.get_data(as_text=True)


async def ids(link: Link) -> list[str]:
    return [rule.id for rule in read_rules((await Link.get(id=link.id)).rules)]


async def test_a_link_without_rules_says_what_they_are_for(as_budi: Browser, budi: Account) -> None:
    link = await world.shorten(budi, "plain", "https://example.com/menu")
    page = await text(as_budi, address(link))
    assert "No rules yet" in page and "0 of 20 rules" in page
    assert "Everyone else" in page and "example.com/menu" in page


async def test_the_list_reads_the_rules_in_their_order(as_budi: Browser, link: Link) -> None:
    page = await text(as_budi, address(link))
    places = [page.index(f'id="rule-{id}"') for id in ("one", "two", "three")]
    assert places == sorted(places)
    for words in ("Phone", "17:00–22:00 WIB", "Fits everyone", "example.com/one", "3 of 20 rules"):
        assert words in page, words


async def test_every_kind_of_condition_is_shown_in_words_and_opens_in_the_form(
    as_budi: Browser, budi: Account, link: Link
) -> None:
    halves = [rule("a", *EVERY_KIND[:6]), rule("b", *EVERY_KIND[6:], name="<b>Malam</b>")]
    await link.edit(budi, rules=halves)
    page = await text(as_budi, address(link))
    for words in ("Phone, Tablet", "iOS", "Malaysia, Singapore", "?ref=katalog", "from instagram.com", "QR scans only"):
        assert words.removeprefix("from ") in page, words
    assert "&lt;b&gt;Malam" in page and "<b>Malam" not in page
    for id, half in (("a", EVERY_KIND[:6]), ("b", EVERY_KIND[6:])):
        opened = await text(as_budi, address(link, f"?open={id}"))
        for at, condition in enumerate(half):
            assert re.search(rf'name="c{at}-kind".*?<option value="{condition["kind"]}" selected>', opened, re.DOTALL)


@pytest.mark.parametrize("headers", [{}, HX])
async def test_a_rule_is_added_with_steps_that_save_nothing(headers: Any, as_budi: Browser, budi: Account) -> None:
    link = await world.shorten(budi, "plain")
    await text(as_budi, address(link, "?add=1"), headers=headers)
    form = {"version": "1", "conditions": "1", "places": "2", "then": "one", "c0-kind": "device", "c0-v-phone": "on"}
    status, page = await send(as_budi, address(link), headers, do="add-condition", **form)
    assert status == 200 and 'name="c1-kind"' in page and re.search(r'name="c0-v-phone"[^>]* checked', page)
    form |= {"conditions": "2", "c1-kind": "country"}
    _, page = await send(as_budi, address(link), headers, do="show-1", **form)
    assert 'name="c1-values"' in page
    assert await ids(link) == [] and not await AuditEntry.filter(act="link_rules.add_rule").exists()
    form |= {"c1-values": "Malaysia", "p0-url": "toko.id/my", "name": "Malaysia"}
    status, page = await send(as_budi, address(link), headers, **form)
    assert status == (200 if headers else 303)
    saved = read_rules((await Link.get(id=link.id)).rules)[0]
    assert [condition.as_json() for condition in saved.when] == [PHONES, {"kind": "country", "values": ["MY"]}]
    assert (saved.name, saved.to[0].url, saved.on) == ("Malaysia", "https://toko.id/my", True)
    assert await AuditEntry.filter(act="link_rules.add_rule").count() == 1
    assert not headers or 'hx-target="#rules"' in page


@pytest.mark.parametrize("headers", [{}, HX])
async def test_faults_stand_by_their_fields_and_nothing_typed_is_lost(
    headers: Any, as_budi: Browser, link: Link
) -> None:
    form = {"version": "2", "conditions": "2", "c0-kind": "country", "c0-values": "Atlantis", "c1-kind": "device"}
    form |= {
        "then": "split",
        "places": "2",
        "p0-url": "javascript:x",
        "p0-share": "10",
        "p1-url": "a.id",
        "name": "kept",
    }
    status, page = await send(as_budi, address(link, "/one"), headers, **form)
    assert status == 400
    assert re.search(r'name="c0-values" value="Atlantis"[^>]* aria-invalid="true"', page)
    assert re.search(r'name="p0-url" value="javascript:x"[^>]* aria-invalid="true"', page)
    assert "Choose at least one value" in page and 'value="kept"' in page
    assert (await Link.get(id=link.id)).version == 2


async def test_shares_that_do_not_add_up_are_said_below_the_places(as_budi: Browser, link: Link) -> None:
    form = {"version": "2", "conditions": "0", "then": "split", "places": "2"}
    form |= {"p0-url": "a.id", "p0-share": "10", "p1-url": "b.id", "p1-share": "10"}
    status, page = await send(as_budi, address(link, "/one"), **form)
    assert status == 400 and "Now they are 20%" in page


@pytest.mark.parametrize("headers", [{}, HX])
async def test_the_second_of_two_tabs_is_told_and_may_save_again(
    headers: Any, as_budi: Browser, budi: Account, link: Link
) -> None:
    await link.edit(budi, title="meanwhile")
    form = {"version": "2", "conditions": "0", "then": "one", "places": "2", "p0-url": "https://mine.id/"}
    status, page = await send(as_budi, address(link, "/one"), headers, **form)
    assert status == 422 and "changed in another place meanwhile" in page and 'value="https://mine.id/"' in page
    version = re.search(r'id="rule-editor".*?name="version" value="(\d+)"', page, re.DOTALL)
    assert version
    status, _ = await send(as_budi, address(link, "/one"), headers, **form | {"version": version[1]})
    assert status in (200, 303)
    assert read_rules((await Link.get(id=link.id)).rules)[0].to[0].url == "https://mine.id/"


async def test_rules_are_moved_switched_and_deleted_without_scripts_and_a_deletion_is_undone(
    as_budi: Browser, link: Link
) -> None:
    for action, expected in (("down", ["two", "one", "three"]), ("up", ["one", "two", "three"])):
        status, _ = await send(as_budi, address(link, f"/one/{action}"))
        assert (status, await ids(link)) == (303, expected)
    await send(as_budi, address(link, "/one/up"))
    assert await ids(link) == ["one", "two", "three"]
    await send(as_budi, address(link, "/two/off"))
    assert [rule.on for rule in read_rules((await Link.get(id=link.id)).rules)] == [True, False, True]
    assert "Switch on" in await text(as_budi, address(link))
    await send(as_budi, address(link, "/two/on"))
    await send(as_budi, address(link, "/two/delete"))
    assert await ids(link) == ["one", "three"]
    page = await text(as_budi, address(link))
    undo = re.search(r'action="([^"]+/rule-undo/\d+)"', page)
    assert "Rule 2 deleted" in page and undo
    await send(as_budi, undo[1])
    assert await ids(link) == ["one", "two", "three"]
    acts = set(await AuditEntry.all().values_list("act", flat=True))
    assert {f"link_rules.act_on_rule.{act}" for act in ("up", "down", "on", "off", "delete")} <= acts
    status, _ = await send(as_budi, undo[1])
    assert status == 422, "it is undone already, and something else is the newest change"


async def test_a_new_order_is_saved_and_an_outdated_one_is_not(as_budi: Browser, budi: Account, link: Link) -> None:
    path = f"/dashboard/links/{link.id}/rule-order"
    status, page = await send(as_budi, path, HX, order="three,one,nobody", version="2")
    assert (status, await ids(link)) == (200, ["three", "one", "two"])
    assert "a rule above it fits everyone" in page
    status, page = await send(as_budi, path, HX, order="two,one,three", version="2")
    assert (status, await ids(link)) == (200, ["three", "one", "two"])
    assert "changed in another place" in page and 'id="rule-three"' in page
    status, page = await send(as_budi, path, order="two,one,three", version="2")
    assert status == 422 and "Here is what it is now" in page


async def test_the_twenty_first_rule_is_refused(as_budi: Browser, budi: Account, link: Link) -> None:
    await link.edit(budi, rules=[rule(f"r{number}", PHONES) for number in range(MAX_RULES)])
    assert 'id="add-rule"' not in await text(as_budi, address(link))
    form = {"conditions": "0", "places": "2", "p0-url": "https://a.id/"}
    status, page = await send(as_budi, address(link), **form)
    assert status == 400 and "at most 20 rules" in page and len(await ids(link)) == MAX_RULES


TRIALS = [
    ("device=phone&country=ID&when=2026-11-28T12:00", "Rule 1 leads", ["Rule 1 fits: phone."]),
    (
        "device=desktop&country=ID&when=2026-11-28T18:00",
        "Rule 2 leads",
        ["Rule 1 does not fit: the device is computer, not phone.", "Rule 2 fits: 17:00–22:00 WIB."],
    ),
    (
        "device=desktop&country=ID&when=2026-11-28T12:00",
        "Rule 3 leads",
        ["Sat 12:00 is not in 17:00–22:00 WIB", "Rule 3 fits everyone."],
    ),
]


@pytest.mark.parametrize(("query", "headline", "sentences"), TRIALS)
@pytest.mark.parametrize("headers", [{}, HX])
async def test_the_panel_answers_which_rule_leads_and_why_the_others_do_not(
    headers: Any, query: str, headline: str, sentences: list[str], as_budi: Browser, link: Link
) -> None:
    page = await text(as_budi, address(link, f"?try=1&{query}"), headers=headers)
    for words in (headline, *sentences):
        assert words in page, words
    marks = dict(re.findall(r'id="no-(\w+)" data-mark="(\w+)"', page))
    number = int(headline.split()[1])
    assert list(marks.values()) == ["passed"] * (number - 1) + ["hit"]


async def test_a_trial_counts_nothing_and_changes_nothing(as_budi: Browser, link: Link) -> None:
    before = await LinkChange.of_link(link.id).count()
    await text(as_budi, address(link, "?try=1&device=phone"))
    after = await Link.get(id=link.id)
    assert (after.followed, after.version, await LinkChange.of_link(link.id).count()) == (0, 2, before)
    assert not await VisitRow.exists()


async def test_pasted_headers_are_read_as_a_browser_sends_them(as_budi: Browser, budi: Account, link: Link) -> None:
    await link.edit(
        budi,
        rules=[
            rule("app", {"kind": "browser", "values": ["Instagram"]}, {"kind": "language", "values": ["en"]}),
            rule("web", {"kind": "referrer", "values": ["instagram.com"]}),
        ],
    )
    agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Instagram 300.0.0.0"
    pasted = (
        f"GET /promo HTTP/2\nUser-Agent: {agent}\nAccept-Language: en-GB,id;q=0.5\nReferer: https://l.instagram.com/"
    )
    page = await (await as_budi.get(address(link), query_string={"try": "1", "pasted": pasted})).get_data(as_text=True)
    assert "Rule 1 leads" in page and "Instagram" in page
    page = await (
        await as_budi.get(address(link), query_string={"try": "1", "pasted": agent, "language": "id"})
    ).get_data(as_text=True)
    assert "the language is Indonesian, not English" in page
    assert "nobody says where the visitor comes from" in page


@pytest.mark.parametrize(
    ("language", "why"),
    [
        ("en", "the country is Indonesia, not Malaysia, Singapore, or Japan"),
        ("id", "negaranya Indonesia, bukan Malaysia, Singapura, atau Jepang"),
    ],
)
async def test_the_panel_lists_what_would_have_fitted_as_alternatives(
    language: str, why: str, as_budi: Browser, budi: Account, link: Link
) -> None:
    abroad = rule("abroad", {"kind": "country", "values": ["MY", "SG", "JP"]})
    await link.edit(budi, rules=[abroad])
    assert why in await text(as_budi, address(link, f"?try=1&country=ID&lang={language}"))


async def test_a_split_is_answered_by_its_shares_and_a_closed_link_by_its_state(
    as_budi: Browser, budi: Account, link: Link
) -> None:
    split = [{"url": "https://a.id/", "weight": 70}, {"url": "https://b.id/", "weight": 30}]
    await link.edit(budi, rules=[{"id": "one", "to": split}])
    assert "Of 100 such visitors: 70 to a.id, 30 to b.id." in await text(as_budi, address(link, "?try=1"))
    await link.edit(budi, rules=[{"id": "one", "on": False, "to": split}])
    page = await text(as_budi, address(link, "?try=1"))
    assert "No rule fits" in page and "Rule 1 is switched off." in page and "https://example.com/menu" in page
    await link.edit(budi, paused=True)
    page = await text(as_budi, address(link, "?try=1"))
    assert "No rule is looked at" in page and "The link is paused" in page


async def test_odd_trials_are_answered(as_budi: Browser, link: Link) -> None:
    odd = ("", "x" * 9_000, "\x00", "9999-12-31T23:59", "é", "%F0%9F%92%A9", "{}", "-1")
    for name in ("device", "system", "browser", "country", "city", "language", "when", "query", "scan", "pasted"):
        for value in odd:
            answer = await as_budi.get(address(link), query_string={"try": "1", name: value})
            assert answer.status_code in (200, 400, 414), (name, value)


async def test_a_strangers_rules_are_not_found(as_budi: Browser, sari: Account) -> None:
    stranger = await world.shorten(sari, "theirs")
    await stranger.edit(sari, rules=[rule("one")])
    for id in (stranger.id, uuid4()):
        base = f"/dashboard/links/{id}"
        assert (await as_budi.get(f"{base}/rules")).status_code == 404
        for path in ("rules", "rules/one", "rules/one/delete", "rule-order", "rule-undo/1"):
            assert (await as_budi.post(f"{base}/{path}")).status_code == 404, path
    assert await ids(stranger) == ["one"]


async def test_an_unknown_rule_or_action_is_not_found(as_budi: Browser, link: Link) -> None:
    for path in ("/nobody", "/nobody/off", "/one/explode"):
        assert (await as_budi.post(address(link, path))).status_code == 404
    assert (await as_budi.get(address(link, "?open=nobody"))).status_code == 404
    assert (await as_budi.post(f"/dashboard/links/{link.id}/rule-undo/{10**30}")).status_code == 404


async def test_the_rules_of_a_link_are_in_its_history_in_words(as_budi: Browser, link: Link) -> None:
    await send(as_budi, address(link, "/one/delete"))
    page = await text(as_budi, f"/dashboard/links/{link.id}/history")
    for words in ("1. Phone → example.com/one; 2. 17:00–22:00 WIB → example.com/two; 3. Fits everyone", "1. 17:00"):
        assert words in page, words
    change = await LinkChange.of_link(link.id).order_by("-id").first()
    assert change and json.loads(change.changed_fields).keys() == {"rules"}
