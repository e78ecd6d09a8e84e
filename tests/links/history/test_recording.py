"""Every way in which a link is written leaves its change in the history of that link."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.refusal import Refusal
from app.links import tag_changes
from app.links.bulk_create import create_links
from app.links.history.author import BATCH, COMMAND, IMPORT, JOB, writing_through
from app.links.history.link_state import COLUMNS, NAMES, NOT_RECORDED, TAGS
from app.links.history.models import LinkChange
from app.links.models import Link
from app.links.tag import Tag
from app.links.validation import Changes
from app.media.models import Media
from app.media.reencode import EncodedPicture
from app.ops import operator_actions, retention_sweep
from tests import world
from tests.client import Browser
from tests.subtests import as_subtests
from tests.world import DESTINATION

APP = Path(__file__).parents[3] / "app"
HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
URL = "/dashboard/links/"


async def changes_of(link: Link) -> list[LinkChange]:
    return await LinkChange.of_link(link.id).order_by("id")


async def last(link: Link) -> LinkChange:
    return (await changes_of(link))[-1]


async def test_every_column_of_a_link_is_recorded_or_named_as_nobodys_wish(database: str) -> None:
    columns = set(Link._meta.fields_db_projection)
    assert set(COLUMNS.values()) | NOT_RECORDED == columns
    assert not set(COLUMNS.values()) & NOT_RECORDED


def test_every_value_that_people_can_set_has_its_name_in_the_history() -> None:
    assert Changes.__annotations__.keys() <= {*COLUMNS, NAMES, TAGS}


RULE = {"id": "a", "name": "", "on": True, "when": [], "to": [{"url": DESTINATION, "weight": 100}]}
TOGETHER: dict[str, Any] = {"next_url": "https://example.org/next", "next_url_at": clock.now() + timedelta(days=2)}
VALUES = {  # of each key of Changes: what is set, and what the history has of it
    "url": ("https://example.org/x", [DESTINATION, "https://example.org/x"]),
    "slug": ("promo-2", ["promo", "promo-2"]),
    "aliases": (["kedua"], [[], ["kedua"]]),
    "title": ("Judul", ["", "Judul"]),
    "description": ("Teks", ["", "Teks"]),
    "notes": ("Catatan", ["", "Catatan"]),
    "tags": (["sale"], [[], ["sale"]]),
    "click_limit": (5, [None, 5]),
    "password": ("rahasia sekali", None),
    "forward_query": (False, [True, False]),
    "tracked": (False, [True, False]),
    "redirect_status": (301, [302, 301]),
    "paused": (True, [False, True]),
    "archived": (True, [False, True]),
    "rules": ([{"id": "a", "to": [{"url": DESTINATION}]}], [None, [RULE]]),
    "ios_url": ("https://apps.apple.com/x", ["", "https://apps.apple.com/x"]),
    "android_url": ("https://play.google.com/x", ["", "https://play.google.com/x"]),
    "fallback_url": ("https://example.org/over", ["", "https://example.org/over"]),
    "append_path": (True, [False, True]),
    "external_id": ("pesanan-17", [None, "pesanan-17"]),
    "preview_title": ("Judul", ["", "Judul"]),
    "preview_description": ("Teks", ["", "Teks"]),
    "destination_checked": (True, [None, True]),
}
TIMES = {"expires_at": timedelta(days=3), "opens_at": timedelta(days=2)}


async def picture_of(account: Account) -> Media:
    return await Media.store(account, EncodedPicture(b"x", "image/webp", 320, 320, {"320.webp": b"x"}))


@as_subtests("field", sorted(Changes.__annotations__))
async def test_an_edit_of_any_field_is_recorded_with_what_it_was_and_is(field: str, sari: Account) -> None:
    await Account.filter(id=sari.id).update(plan_name="business")  # which has room for a link for each field
    slug = "promo" if field == "slug" else f"before-{field}".replace("_", "-")
    link = await world.shorten(await world.account_of("sari@example.com"), slug)
    when = clock.now() + TIMES.get(field, timedelta())
    value, recorded = VALUES[field] if field in VALUES else (when, [None, when.isoformat()])
    if field == "preview_picture_id":
        value = (await picture_of(sari)).id
        recorded = [None, str(value)]
    if field in TOGETHER:
        recorded = ["", TOGETHER["next_url"]] if field == "next_url" else [None, TOGETHER["next_url_at"].isoformat()]
    await link.edit(sari, **(TOGETHER if field in TOGETHER else {field: value}))
    change = await last(link)
    assert change.values[field] == recorded
    assert not change.creates


async def test_a_change_of_the_name_keeps_nothing_else(sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    await link.edit(sari, slug="promo-2", title="")
    assert (await last(link)).values == {"slug": ["promo", "promo-2"]}


async def test_nothing_is_recorded_where_nothing_changed(sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    await link.edit(sari, title="", url=DESTINATION)
    assert [change.creates for change in await changes_of(link)] == [True]


async def test_a_refused_edit_leaves_no_change(sari: Account, budi: Account) -> None:
    link = await world.shorten(sari, "promo")
    await world.shorten(budi, "taken")
    with pytest.raises(Refusal):
        await link.edit(sari, slug="taken", title="New")
    assert len(await changes_of(link)) == 1


async def test_no_hash_of_a_password_is_kept(sari: Account) -> None:
    link = await Link.shorten(sari, url=DESTINATION, password="rahasia sekali")
    await link.edit(sari, password="rahasia lain")
    await link.edit(sari, password=None)
    kept = [change.changed_fields for change in await changes_of(link)]
    assert all('"password":null' in text for text in kept) and len(kept) == 3
    assert not any("argon2" in text or "rahasia" in text for text in kept)


Act = Callable[[Account, Link], Awaitable[object]]
WRITERS: dict[str, tuple[Act, dict[str, list[object]]]] = {
    "edit": (lambda sari, link: link.edit(sari, title="New"), {"title": ["", "New"]}),
    "pause": (lambda sari, link: link.pause(), {"paused": [False, True]}),
    "archive": (lambda sari, link: link.archive(), {"archived": [False, True]}),
    "many": (
        lambda sari, link: Link.pause_or_archive_many(sari, [link.id], "paused_at", clock.now()),
        {"paused": [False, True]},
    ),
    "delete": (lambda sari, link: link.soft_delete(sari), {"deleted": [False, True]}),
    "block": (lambda sari, link: link.block("phishing"), {"blocked": [None, "phishing"]}),
    "block by the operator": (
        lambda sari, link: operator_actions.block_with_reason(link, "phishing"),
        {"blocked": [None, "phishing"]},
    ),
    "add tags": (lambda sari, link: link.add_tags(sari, ["batik"]), {"tags": [["sale"], ["batik", "sale"]]}),
    "rename tag": (lambda sari, link: _rename(sari, "obral"), {"tags": [["sale"], ["obral"]]}),
    "merge tags": (lambda sari, link: _merge(sari), {"tags": [["sale"], ["other"]]}),
    "delete tag": (lambda sari, link: _delete_tag(sari), {"tags": [["sale"], []]}),
}


async def _sale(sari: Account) -> Tag:
    return await Tag.owned_by(sari).get(folded="sale")


async def _rename(sari: Account, name: str) -> None:
    await tag_changes.update_tag(sari, await _sale(sari), name=name, colour=1)


async def _merge(sari: Account) -> None:
    await Link.shorten(sari, url=DESTINATION, slug="other", tags=["other"])
    await tag_changes.merge_tags(sari, await _sale(sari), "other")


async def _delete_tag(sari: Account) -> None:
    await tag_changes.delete_tag(await _sale(sari))


@pytest.mark.parametrize("writer", WRITERS)
async def test_every_writer_leaves_its_change(writer: str, sari: Account) -> None:
    link = await Link.shorten(sari, url=DESTINATION, slug="promo", tags=["sale"])
    act, expected = WRITERS[writer]
    await act(sari, link)
    change = await last(link)
    assert (change.values, change.through) == (expected, JOB)


async def test_what_is_taken_back_is_a_change_too(sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    for act, back, field in (("pause", "resume", "paused"), ("archive", "unarchive", "archived")):
        await getattr(link, act)()
        await getattr(link, back)()
        assert (await last(link)).values == {field: [True, False]}
    await link.block("phishing")
    await link.unblock()
    assert (await last(link)).values == {"blocked": ["phishing", None]}
    await link.soft_delete(sari)
    await link.restore(sari)
    assert (await last(link)).values == {"deleted": [True, False]}
    await link.soft_delete(sari)
    await link.soft_delete(sari)  # twice is once
    assert [change.values for change in await changes_of(link)].count({"deleted": [False, True]}) == 2


async def test_new_links_begin_their_history_with_what_they_were_made_with(sari: Account) -> None:
    link = await Link.shorten(sari, url=DESTINATION, slug="promo", title="Judul", tags=["sale"], aliases=["kedua"])
    one, two = await create_links(sari, [Changes(url=DESTINATION), Changes(url=DESTINATION, slug="dua")])
    first = await last(link)
    assert first.creates
    assert first.values == {
        "url": ["", DESTINATION],
        "slug": ["", "promo"],
        "title": ["", "Judul"],
        "aliases": [[], ["kedua"]],
        "tags": [[], ["sale"]],
    }
    assert [(await last(each)).values.get("slug") for each in (one, two)] == [["", one.short_code], ["", "dua"]]


async def test_the_door_and_the_author_are_those_of_the_request(
    as_budi: Browser, visitor: Browser, budi: Account
) -> None:
    owner = await world.owner(budi)
    await as_budi.post(URL, form={"url": DESTINATION, "slug": "satu"})
    key = {"Authorization": f"Bearer {await world.key_of(budi)}"}
    await visitor.post("/api/v1/links", json={"url": DESTINATION, "slug": "dua"}, headers=key)
    links = {link.short_code: link for link in await Link.owned_by(budi)}
    made, called = await last(links["satu"]), await last(links["dua"])
    assert (made.through, made.user_id, made.key_name) == ("dashboard", owner.id, "")
    assert (called.through, called.user_id, called.key_name) == ("api", None, "production-server")
    ids = [("ids", str(link.id)) for link in links.values()]
    headers = {**HX, "Content-Type": "application/x-www-form-urlencoded"}
    await as_budi.post(f"{URL}actions/archive", data=urlencode(ids), headers=headers)
    assert {(await last(link)).through for link in links.values()} == {"bulk"}
    assert (await last(links["satu"])).user_id == owner.id
    await as_budi.post(f"{URL}actions/unarchive", data=urlencode(ids[:1]), headers=headers)
    assert sorted([(await last(link)).through for link in links.values()]) == ["bulk", "dashboard"]


async def test_links_written_many_at_a_time_by_the_api_have_their_changes(visitor: Browser, budi: Account) -> None:
    key = {"Authorization": f"Bearer {await world.key_of(budi)}"}
    new = [{"url": DESTINATION, "slug": f"nama-{at}", "aliases": [f"alias-{at}"], "tags": ["Sale"]} for at in range(3)]
    await visitor.post("/api/v1/links/bulk", json={"links": new}, headers=key)
    links = {link.short_code: link for link in await Link.owned_by(budi)}
    first = [(await last(links[f"nama-{at}"])) for at in range(3)]
    assert all(change.creates and change.through == "bulk" for change in first)
    assert [change.values["aliases"] for change in first] == [[[], [f"alias-{at}"]] for at in range(3)]
    assert [change.values["tags"] for change in first] == [[[], ["Sale"]]] * 3
    changes = [
        {"id": str(links["nama-0"].id), "title": "New", "tags": []},
        {"id": str(links["nama-1"].id), "title": "New", "slug": "renamed"},
        {"id": str(links["nama-2"].id), "slug": "!"},
    ]
    await visitor.patch("/api/v1/links/bulk", json={"links": changes}, headers=key)
    edits = [await last(links[f"nama-{at}"]) for at in range(3)]
    assert edits[0].values == {"title": ["", "New"], "tags": [["Sale"], []]}
    assert edits[1].values == {"title": ["", "New"], "slug": ["nama-1", "renamed"]}
    assert edits[2].creates, "a refused item has no change"
    ids = [str(link.id) for link in links.values()]
    await visitor.delete("/api/v1/links/bulk", json={"ids": ids}, headers=key)
    deleted = [await last(link) for link in links.values()]
    assert [(change.values, change.key_name) for change in deleted] == [
        ({"deleted": [False, True]}, "production-server")
    ] * 3


async def test_a_deleted_link_that_loses_its_external_id_has_that_in_its_history(budi: Account) -> None:
    link = await Link.shorten(budi, url=DESTINATION, external_id="pesanan-17")
    await link.soft_delete(budi)
    await Link.shorten(budi, url=DESTINATION, external_id="pesanan-17")
    assert (await last(link)).values == {"external_id": ["pesanan-17", None]}


@pytest.mark.parametrize("door", [BATCH, IMPORT, COMMAND])
async def test_a_block_of_code_can_say_its_door(door: str, sari: Account) -> None:
    owner = await world.owner(sari)
    with writing_through(door, owner.id):
        link = await world.shorten(sari, "promo")
    change = await last(link)
    assert (change.through, change.user_id) == (door, owner.id)


def test_batches_imports_commands_and_actions_on_several_links_say_their_door() -> None:
    calls = {
        str(path.relative_to(APP)): door
        for path in APP.rglob("*.py")
        for door in re.findall(r"writing_through\((\w+)", path.read_text())
        if door.isupper()
    }
    assert calls == {
        "batch/creation.py": "BATCH",
        "links/bulk_actions.py": "BULK",
        "links/bulk_api.py": "BULK",
        "links/history/undo.py": "UNDO",
        "ops/command_runner.py": "COMMAND",
        "privacy/bring_in/import_jobs.py": "IMPORT",
    }


async def test_a_history_ends_after_a_year_and_with_its_link(sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    await link.edit(sari, title="New")
    await LinkChange.of_link(link.id).filter(creates=True).update(created_at=clock.now() - timedelta(days=366))
    await retention_sweep.delete_expired()
    assert [change.creates for change in await changes_of(link)] == [False]
    await link.delete()
    assert not await LinkChange.exists()


async def test_a_member_who_leaves_for_good_is_taken_out_of_the_history(sari: Account, budi: Account) -> None:
    with writing_through("dashboard", (await world.owner(budi)).id):
        link = await world.shorten(sari, "promo")
    await world.erase(budi)
    assert (await last(link)).user_id is None


async def test_twenty_edits_at_once_are_twenty_changes_that_follow_each_other(sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    copies = [await Link.get(id=link.id) for _ in range(20)]
    await asyncio.gather(*(copy.edit(sari, title=str(number)) for number, copy in enumerate(copies)))
    pairs = [change.values["title"] for change in (await changes_of(link))[1:]]
    assert len(pairs) == 20
    assert all(earlier[1] == later[0] for earlier, later in pairwise(pairs))
