"""The operator's pages about abuse, and what owners see of blocks."""

from __future__ import annotations

import html
import re

import pytest
from quart import Quart

from app.abuse import decisions, intake, objection_link, owner_views
from app.abuse.case import BLOCKED, OBJECTION, OPEN, Case
from app.abuse.case_list import CaseSearch, list_context
from app.abuse.decisions import Block
from app.abuse.picture import without_addresses
from app.accounts.models import Account
from app.blocklists.block_list import BlockList
from app.blocklists.blocked_host import BlockedHost
from app.links.models import Link
from app.operators.looks import OperatorLook
from app.pages.block import Block as PageBlock
from app.pages.content import Content
from app.pages.models import Page
from app.reports.models import Report
from tests import world
from tests.abuse.test_decisions import reported
from tests.client import Browser
from tests.operators_at_work import HOME as CONSOLE
from tests.operators_at_work import operator_browser

HOME = f"{CONSOLE}/abuse"


@pytest.fixture
async def operator(app: Quart, budi: Account) -> Browser:
    return await operator_browser(app, budi)


async def text(browser: Browser, path: str, status: int = 200) -> str:
    """The page at a path, in English."""
    answer = await browser.get(path + ("&" if "?" in path else "?") + "lang=en")
    assert answer.status_code == status
    return str(await answer.get_data(as_text=True))


async def test_a_case_is_shown_beside_the_list_with_no_address_that_is_a_link(operator: Browser, sari: Account) -> None:
    case = await reported(sari, times=2)
    page = await text(operator, f"{HOME}/{case.id}")
    assert "hxxps://evil[.]example/login" in page and "evil.example" not in page
    assert "Palsu" in page and 'aria-current="true"' in page
    assert await OperatorLook.filter(kind="abuse_case", thing=str(case.id)).exists()


async def test_block_goes_on_with_the_next_case_and_offers_the_way_back(operator: Browser, sari: Account) -> None:
    first, second = await reported(sari, "one", 2), await reported(sari, "two")
    form = {"version": str(first.version), "reason": "phishing", "note": "PIN", "tell": "1", "host": "1", "stop": "1"}
    answer = await operator.post(f"{HOME}/{first.id}/block", form=form)
    assert answer.status_code == 303 and str(second.id) in answer.headers["Location"]
    page = await text(operator, answer.headers["Location"])
    assert f"{HOME}/{first.id}/undo" in page
    assert (await Case.get(id=first.id)).blocked_host == "evil.example"
    undone = await operator.post(f"{HOME}/{first.id}/undo", form={"version": str(first.version + 1)})
    assert undone.status_code == 303 and (await Case.get(id=first.id)).state == OPEN
    assert not await BlockedHost.in_force().exists()


async def test_who_decides_second_reads_who_was_faster_and_keeps_what_they_typed(
    operator: Browser, sari: Account
) -> None:
    case = await reported(sari)
    await operator.post(f"{HOME}/{case.id}/allow", form={"version": str(case.version)})
    form = {"version": str(case.version), "reason": "scam", "note": "A false prize", "tell": "1"}
    answer = await operator.post(f"{HOME}/{case.id}/block", form=form)
    page = await answer.get_data(as_text=True)
    assert answer.status_code == 422 and "A false prize" in page
    assert (await Link.get(id=case.link_id)).blocked_at is None


@pytest.mark.parametrize("wrong", [{"reason": "x"}, {"note": "x" * 501}])
async def test_a_refused_block_is_shown_again(operator: Browser, sari: Account, wrong: dict[str, str]) -> None:
    case = await reported(sari)
    form = {"version": str(case.version), "reason": "scam", "note": "Kept"} | wrong
    answer = await operator.post(f"{HOME}/{case.id}/block", form=form)
    page = await answer.get_data(as_text=True)
    assert answer.status_code in {400, 422} and form["note"] in page and "field__error" in page
    assert (await Case.get(id=case.id)).state == OPEN


async def test_cases_are_listed_by_urgency_found_by_words_and_by_page(
    sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.abuse.case_list.PAGE_SIZE", 2)
    for number, slug in enumerate(("low", "high", "middle", "later")):
        case = await reported(sari, slug)
        await Case.filter(id=case.id).update(urgency=[1, 90, 50, 99][number])
    await decisions.put_off(case, seen=case.version)
    context = await list_context(CaseSearch())
    assert [case.name for case in context["cases"]] == ["high", "middle"]
    context = await list_context(CaseSearch(cursor=context["next"]))
    assert [case.name for case in context["cases"]] == ["low", "later"] and context["next"] is None
    for words in ("HIGH", "hxxps://evil[.]example", (await world.owner(sari)).email):
        context = await list_context(CaseSearch(q=words))
        assert "high" in {case.name for case in context["cases"]}, words
    assert not (await list_context(CaseSearch(q="nothing")))["cases"]


async def test_the_picture_of_a_page_leads_nowhere_and_runs_nothing(operator: Browser, sari: Account) -> None:
    block = PageBlock.new("link", {"title": "Masuk", "url": "https://evil.example/x"})
    page = await Page.make(sari, "kawung", Content(name="Bank", blocks=(block,)))
    await page.publish(sari)
    await Report.submit("kawung", "deceives", "", "203.0.113.9")
    case = await intake.take_in(None, page.id)
    assert case is not None
    await page.change(Content(name="Harmless"), "", seen=page.version)
    await page.publish(sari)
    answer = await operator.get(f"{HOME}/{case.id}/picture")
    html = await answer.get_data(as_text=True)
    assert "Masuk" in html and not re.search(r"<(a|form)\b[^>]*\s(href|action)=", html)
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox allow-same-origin; default-src 'none'") and "script-src" not in policy


def test_every_element_that_leads_away_loses_its_address() -> None:
    html = b'<a class="x" href="https://e.example">A</a><form action="/x"><iframe src="https://e.example"></iframe>'
    assert without_addresses(html) == b'<a class="x">A</a><form><iframe></iframe>'


async def test_hosts_are_blocked_and_freed_on_a_page(operator: Browser) -> None:
    refused = await operator.post(f"{HOME}/hosts", form={"host": "com", "reason": "", "note": "kept"})
    page = await refused.get_data(as_text=True)
    assert refused.status_code == 400 and page.count("field__error") == 2 and "kept" in page
    await operator.post(f"{HOME}/hosts", form={"host": "evil.example", "reason": "scam", "note": ""})
    again = await operator.post(f"{HOME}/hosts", form={"host": "evil.example", "reason": "scam", "note": ""})
    assert again.status_code in {409, 422}
    row = await BlockedHost.in_force().get()
    assert "evil[.]example" in await text(operator, f"{HOME}/hosts")
    await operator.post(f"{HOME}/hosts/{row.id}/lift")
    assert not await BlockedHost.in_force().exists()


async def test_lists_are_added_and_removed_on_a_page(operator: Browser) -> None:
    assert "No block list yet" in await text(operator, f"{HOME}/lists")
    refused = await operator.post(f"{HOME}/lists", form={"name": "", "format": "x", "url": "ftp://x"})
    assert (await refused.get_data(as_text=True)).count("field__error") == 3
    form = {"name": "Theirs", "format": "hosts", "url": "https://lists.example/hosts"}
    assert (await operator.post(f"{HOME}/lists", form=form)).status_code == 303
    row = await BlockList.get()
    assert (await operator.post(f"{HOME}/lists/{row.id}/update")).status_code == 303
    assert "Theirs" in await text(operator, f"{HOME}/lists/{row.id}/remove")
    await operator.post(f"{HOME}/lists/{row.id}/remove")
    assert not await BlockList.exists()


@pytest.fixture
async def blocked(sari: Account) -> Case:
    case = await reported(sari)
    await decisions.block(case, Block("phishing", "It asks for a PIN."), seen=case.version)
    return await Case.find(str(case.id))


async def test_the_owner_reads_the_reason_and_objects_once(as_sari: Browser, blocked: Case) -> None:
    page = await text(as_sari, "/dashboard/blocked/")
    assert "It asks for a PIN." in page and f"/dashboard/blocked/{blocked.id}" in page
    empty = await as_sari.post(f"/dashboard/blocked/{blocked.id}", form={"words": " "})
    assert empty.status_code == 400
    sent = await as_sari.post(f"/dashboard/blocked/{blocked.id}", form={"words": "It is our own shop."})
    assert sent.status_code == 303
    assert (await Case.get(id=blocked.id)).state == OBJECTION
    again = await as_sari.post(f"/dashboard/blocked/{blocked.id}", form={"words": "Again"})
    assert again.status_code in {409, 422}


async def test_all_that_is_blocked_is_found_by_paging_and_by_searching(
    as_sari: Browser, sari: Account, blocked: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owner_views, "PAGE_SIZE", 1)
    other = await reported(sari, "another")
    await decisions.block(other, Block("phishing", "It asks for a card."), seen=other.version)
    page = await text(as_sari, "/dashboard/blocked/")
    assert str(other.id) in page and str(blocked.id) not in page
    [more] = set(re.findall(r'href="([^"]*after=[^"]+)"', page))
    assert str(blocked.id) in await text(as_sari, html.unescape(more))
    assert str(blocked.id) in await text(as_sari, "/dashboard/blocked/?q=pin")
    nothing = await text(as_sari, "/dashboard/blocked/?q=nowhere")
    assert str(blocked.id) not in nothing and "Show all that is blocked" in nothing


async def test_a_strangers_case_cannot_be_seen(as_budi: Browser, blocked: Case) -> None:
    assert (await as_budi.get(f"/dashboard/blocked/{blocked.id}")).status_code == 404
    assert (await as_budi.post(f"/dashboard/blocked/{blocked.id}", form={"words": "x"})).status_code == 404
    assert (await as_budi.get(f"{HOME}/{blocked.id}")).status_code == 404


async def test_the_link_in_the_email_works_without_signing_in_for_that_block_alone(
    visitor: Browser, blocked: Case
) -> None:
    token = objection_link.token_of(blocked)
    assert (await visitor.get(f"/objection/{token}")).status_code == 200
    for wrong in (token[:-1] + ("0" if token[-1] != "0" else "1"), token[:32], "x" * 72, "\u00e9" * 72):
        assert (await visitor.get(f"/objection/{wrong}")).status_code == 404
    answer = await visitor.post(f"/objection/{token}", form={"words": "A mistake."})
    assert answer.status_code == 200 and (await Case.get(id=blocked.id)).state == OBJECTION
    case = await Case.find(str(blocked.id))
    await decisions.restore(case, seen=case.version)
    assert (await visitor.get(f"/objection/{token}")).status_code == 404, "that decision is over"


async def test_a_visitor_reads_the_reason_in_their_language(visitor: Browser, blocked: Case) -> None:
    assert blocked.state == BLOCKED
    page = await text(visitor, "/promo", 451)
    assert "Phishing: asks for secrets" in page and "/dashboard/blocked/" in page
    answer = await visitor.get("/promo?lang=id")
    assert "meminta data rahasia" in await answer.get_data(as_text=True)


async def test_a_link_that_nobody_reported_is_looked_at_by_its_address_or_name(
    operator: Browser, sari: Account
) -> None:
    link = await world.shorten(sari, "promo-besar")
    for typed in ("nobody-has-this", "", "x" * 400):
        answer = await operator.post(f"{HOME}/new?lang=en", form={"name": typed})
        page = await answer.get_data(as_text=True)
        assert answer.status_code in {400, 422} and "field__error" in page and f'value="{typed}"' in page
    for typed in (f"https://kliqs.test/{link.short_code}?from=mail", "PROMO-besar+", link.short_code):
        answer = await operator.post(f"{HOME}/new", form={"name": typed})
        assert answer.status_code == 303 and await Case.all().count() == 1
    assert (await Case.get()).link_id == link.id and "promo-besar" in await text(operator, answer.headers["Location"])
