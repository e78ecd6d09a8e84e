"""The JSON API of bio pages: what is made, what is refused and by which name, and that no change is lost."""

import asyncio
from pathlib import Path
from typing import Any
from uuid import uuid4

from app.accounts.models import Account
from app.blocks.registry import KINDS
from app.kernel.error_codes import API_CODES
from app.kernel.refusal import Refusal
from app.keys.models import MonthlyUsage
from app.links.models import Link
from app.media.models import Media
from app.media.reencode import EncodedPicture
from app.pages.content import Content
from app.pages.models import Page
from app.plans.plan_limits import PLANS
from tests import world
from tests.client import Browser
from tests.pages.calling import Caller
from tests.subtests import as_subtests

LINK = {"kind": "link", "title": "Shop", "url": "https://shop.example/"}
QRIS = (
    "00020101021126670018ID.CO.BANKKITA.WWW011893600014000000000102128850000000010303UMI5144001"
    "4ID.CO.QRIS.WWW0215ID10200000000010303UMI5204565153033605802ID5910BATIK SARI6009SURAKARTA"
    "61055711162070703A01630405BF"
)


async def create_page(call: Caller, slug: str = "dewi", **more: Any) -> dict[str, Any]:
    return dict(await call.done("POST", "", {"slug": slug, "name": "Dewi", **more}))


async def test_a_page_is_made_with_everything_on_it(call: Caller, dewi: Account) -> None:
    page = await create_page(
        call,
        bio="Batik",
        language="id",
        socials=[{"network": "instagram", "account": "@dewi"}],
        settings={"indexed": False, "share_title": "Dewi's"},
        theme={"preset": "nila"},
        blocks=[
            LINK,
            {"kind": "faq", "items": [{"question": "Open?", "answer": "Daily."}]},
            LINK | {"shown": False, "highlight": True, "show_from": "2030-01-01T07:00:00+07:00"},
        ],
    )

    assert (page["slug"], page["url"]) == ("dewi", "https://kliqs.test/dewi")
    assert (page["name"], page["bio"], page["language"]) == ("Dewi", "Batik", "id")
    assert (page["live"], page["changed"], page["version"], page["views"]) == (False, False, 1, 0)
    assert page["socials"] == [{"network": "instagram", "account": "https://www.instagram.com/dewi"}]
    assert page["settings"] == {"indexed": False, "share_title": "Dewi's", "share_text": "", "share_picture": ""}
    link, faq, later = page["blocks"]
    assert link.items() >= (LINK | {"note": "", "shown": True, "clicks": 0, "complete": True}).items()
    assert faq["items"] == [{"question": "Open?", "answer": "Daily."}]
    assert (later["shown"], later["highlight"], later["show_from"]) == (False, True, "2030-01-01T00:00:00Z")
    assert await call.done("GET", f"/{page['id']}") == page
    assert (await Page.owned_by(dewi).get()).content.blocks[0].values["url"] == LINK["url"]


async def test_a_page_needs_a_slug_only_and_speaks_its_owners_language(call: Caller) -> None:
    page = await call.done("POST", "", {"slug": "dewi"})

    assert (page["name"], page["language"], page["blocks"]) == ("", "en", [])


@as_subtests(
    "body, expected",
    [
        ({}, ("INVALID_REQUEST", "slug")),
        ({"slug": "a"}, ("INVALID_SLUG", "slug")),
        ({"slug": "dashboard"}, ("RESERVED_SLUG", "slug")),
        ({"slug": "dewi", "name": 5}, ("INVALID_REQUEST", "name")),
        ({"slug": "dewi", "name": "x" * 61}, ("INVALID_REQUEST", "name")),
        ({"slug": "dewi", "language": "fr"}, ("INVALID_REQUEST", "language")),
        ({"slug": "dewi", "settings": {"indexed": "yes"}}, ("INVALID_REQUEST", "settings.indexed")),
        ({"slug": "dewi", "theme": {"preset": 7}}, ("INVALID_REQUEST", "theme.preset")),
        (
            {
                "slug": "dewi",
                "socials": [{"network": "instagram", "account": "x"}, {"network": "geocities", "account": "x"}],
            },
            ("INVALID_CONTENT", "socials.1.network"),
        ),
        (
            {"slug": "dewi", "socials": [{"network": "", "account": ""}, {"network": "email", "account": "no"}]},
            ("INVALID_CONTENT", "socials.1.account"),
        ),
        ({"slug": "dewi", "blocks": {}}, ("INVALID_REQUEST", "blocks")),
        ({"slug": "dewi", "blocks": [LINK] * 101}, ("INVALID_REQUEST", "blocks")),
        (
            {"slug": "dewi", "blocks": [LINK, LINK, LINK | {"url": "javascript:alert(1)"}]},
            ("INVALID_URL", "blocks.2.url"),
        ),
        ({"slug": "dewi", "blocks": [LINK, LINK | {"title": 5}]}, ("INVALID_REQUEST", "blocks.1.title")),
        ({"slug": "dewi", "blocks": [{"kind": "link", "title": "Shop"}]}, ("INVALID_REQUEST", "blocks.0.url")),
        ({"slug": "dewi", "blocks": [LINK | {"title": "  "}]}, ("INVALID_CONTENT", "blocks.0.title")),
        ({"slug": "dewi", "blocks": [LINK | {"shown": 1}]}, ("INVALID_REQUEST", "blocks.0.shown")),
        ({"slug": "dewi", "blocks": [LINK | {"show_from": "tomorrow"}]}, ("INVALID_REQUEST", "blocks.0.show_from")),
        (
            {
                "slug": "dewi",
                "blocks": [LINK | {"show_from": "2030-01-02T00:00:00Z", "show_until": "2030-01-01T00:00:00Z"}],
            },
            ("INVALID_REQUEST", "blocks.0.show_until"),
        ),
        ({"slug": "dewi", "blocks": [{"kind": "blink"}]}, ("INVALID_REQUEST", "blocks.0.kind")),
        ({"slug": "dewi", "blocks": [{}]}, ("INVALID_REQUEST", "blocks.0.kind")),
        ({"slug": "dewi", "blocks": ["link"]}, ("INVALID_REQUEST", "blocks.0")),
        ({"slug": "dewi", "blocks": [{"kind": "text", "text": 5}]}, ("INVALID_REQUEST", "blocks.0.text")),
        (
            {"slug": "dewi", "blocks": [{"kind": "faq", "items": [{}, {"question": "?", "answer": ""}]}]},
            ("INVALID_REQUEST", "blocks.0.items.0.question"),
        ),
        (
            {
                "slug": "dewi",
                "blocks": [{"kind": "faq", "items": [{"question": "", "answer": ""}, {"question": "?", "answer": ""}]}],
            },
            ("INVALID_CONTENT", "blocks.0.items.1.answer"),
        ),
        (
            {"slug": "dewi", "blocks": [{"kind": "faq", "items": [{"question": "?", "answer": "!"}] * 21}]},
            ("INVALID_REQUEST", "blocks.0.items"),
        ),
        (
            {
                "slug": "dewi",
                "blocks": [{"kind": "product", "title": "Cloth", "url": "https://a.id", "price": "cheap"}],
            },
            ("INVALID_CONTENT", "blocks.0.price"),
        ),
        (
            {"slug": "dewi", "blocks": [{"kind": "event", "title": "Fair", "starts": "soon"}]},
            ("INVALID_CONTENT", "blocks.0.starts"),
        ),
        (
            {"slug": "dewi", "blocks": [{"kind": "tip", "title": "Tip", "payload": "0"}]},
            ("INVALID_QRIS", "blocks.0.payload"),
        ),
        ({"slug": "dewi", "blocks": [{"kind": "image", "picture": "no-id"}]}, ("INVALID_REQUEST", "blocks.0.picture")),
        ({"slug": "dewi", "avatar": str(uuid4())}, ("INVALID_REQUEST", "avatar")),
        ({"slug": "dewi", "settings": {"share_picture": str(uuid4())}}, ("INVALID_REQUEST", "settings.share_picture")),
    ],
)
async def test_what_cannot_be_is_refused_by_its_name_and_costs_nothing(
    call: Caller, dewi: Account, body: dict[str, Any], expected: tuple[str, str]
) -> None:
    status, *refused = await call.refused("POST", "", body)

    assert (status, *refused) == (400, *expected)
    assert await Page.owned_by(dewi).count() == 0
    assert (await MonthlyUsage.usage_of(dewi)).used == 0


def test_every_no_of_a_block_or_a_page_has_a_status_of_its_own_in_the_api() -> None:
    def heirs(kind: type[Refusal]) -> set[type[Refusal]]:
        return {kind}.union(*(heirs(child) for child in kind.__subclasses__()))

    of_pages = {kind for kind in heirs(Refusal) if kind.__module__.split(".")[1] in {"blocks", "payloads", "pages"}}
    assert len(of_pages) > 20
    of_guests = {kind.code for kind in of_pages if kind.__module__ == "app.guests.start_form"}  # who have no key
    assert {kind.code for kind in of_pages} <= API_CODES.keys() | of_guests


async def test_a_taken_name_is_refused(call: Caller, budi: Account) -> None:
    await Page.make(budi, "batik", Content("Budi"))

    assert await call.refused("POST", "", {"slug": "Batik"}) == (409, "SLUG_ALREADY_EXISTS", "slug")


async def test_pages_are_listed_newest_first_some_at_a_time(call: Caller, stranger: Caller) -> None:
    await create_page(stranger, "not-mine")
    for number in range(3):
        await create_page(call, f"page-{number}", blocks=[LINK])

    first = await call.done("GET", "?limit=2")
    rest = await call.done("GET", f"?limit=2&cursor={first['next_cursor']}")

    assert [page["slug"] for page in first["pages"] + rest["pages"]] == ["page-2", "page-1", "page-0"]
    assert rest["next_cursor"] is None
    assert all(page["version"] == 1 and "blocks" not in page for page in first["pages"])
    assert await call.refused("GET", "?limit=0") == (400, "INVALID_REQUEST", "limit")


async def test_a_change_changes_what_was_sent_and_nothing_else(call: Caller) -> None:
    page = await create_page(call, bio="Batik", settings={"share_title": "One", "share_text": "Two"})

    changed = await call.done("PATCH", f"/{page['id']}", {"name": "Dewi K", "settings": {"share_text": "Three"}})

    assert (changed["name"], changed["bio"], changed["version"]) == ("Dewi K", "Batik", 2)
    assert (changed["settings"]["share_title"], changed["settings"]["share_text"]) == ("One", "Three")
    same = await call.done("PATCH", f"/{page['id']}", {"name": "Dewi K"})
    assert same["version"] == 2, "what changes nothing is no change"
    renamed = await call.done("PATCH", f"/{page['id']}", {"slug": "kawung"})
    assert (renamed["slug"], renamed["url"]) == ("kawung", "https://kliqs.test/kawung")


async def test_blocks_are_added_changed_ordered_and_deleted(call: Caller) -> None:
    page = await create_page(call, blocks=[LINK])
    page_url, blocks = f"/{page['id']}", f"/{page['id']}/blocks"

    first = await call.done("POST", blocks, {"kind": "heading", "title": "News", "at": 0})
    last = await call.done("POST", blocks, {"kind": "divider"})
    assert (first["version"], last["version"], last["block"]["style"]) == (2, 3, "line")
    ids = [block["id"] for block in (await call.done("GET", page_url))["blocks"]]
    assert (ids[0], ids[2]) == (first["block"]["id"], last["block"]["id"])

    changed = await call.done("PATCH", f"{blocks}/{ids[1]}", {"title": "Store", "highlight": True})
    assert changed["block"].items() >= {"title": "Store", "url": LINK["url"], "highlight": True}.items()
    assert await call.refused("PATCH", f"{blocks}/{ids[1]}", {"url": ""}) == (400, "INVALID_CONTENT", "url")
    assert await call.refused("PATCH", f"{blocks}/{ids[1]}", {"title": 1}) == (400, "INVALID_REQUEST", "title")
    assert await call.refused("POST", blocks, {"kind": "link", "title": "x"}) == (400, "INVALID_REQUEST", "url")
    assert await call.refused("POST", blocks, {"kind": "no"}) == (400, "INVALID_REQUEST", "kind")
    assert await call.refused("POST", blocks, {"title": "no"}) == (400, "INVALID_REQUEST", "kind")

    ordered = await call.done("PUT", f"{page_url}/order", {"ids": ids[::-1], "version": 4})
    assert [block["id"] for block in ordered["blocks"]] == ids[::-1]
    for wrong in ([*ids, "nothing1"], [ids[0], ids[0]]):
        assert await call.refused("PUT", f"{page_url}/order", {"ids": wrong}) == (400, "INVALID_REQUEST", "ids")

    deleted = await call.done("DELETE", f"{blocks}/{ids[0]}")
    assert deleted == {"id": ids[0], "deleted": True, "version": 6}
    assert await call.refused("DELETE", f"{blocks}/{ids[0]}") == (404, "NOT_FOUND", "")
    undone = await call.done("POST", f"{page_url}/undo")
    assert ids[0] in [block["id"] for block in undone["blocks"]]


async def test_publishing_makes_links_underneath_that_take_nothing_of_the_plan(call: Caller, dewi: Account) -> None:
    page = await create_page(call, blocks=[LINK])

    live = await call.done("PUT", f"/{page['id']}/publication?version=1")
    assert (live["live"], live["changed"]) == (True, False)
    assert await Link.filter(page_id=page["id"]).count() == 1
    assert await world.links_used(dewi) == 0
    changed = await call.done("PATCH", f"/{page['id']}", {"bio": "New"})
    assert (changed["live"], changed["changed"]) == (True, True)
    gone = await call.done("DELETE", f"/{page['id']}/publication")
    assert (gone["live"], gone["published_at"]) == (False, None)


async def test_what_cannot_be_published_or_undone_is_told(call: Caller) -> None:
    page = await call.done("POST", "", {"slug": "dewi"})

    assert await call.refused("PUT", f"/{page['id']}/publication") == (409, "NOTHING_TO_SHOW", "name")
    assert await call.refused("POST", f"/{page['id']}/undo") == (409, "NOTHING_TO_UNDO", "")


async def test_a_deleted_page_is_gone_and_its_name_still_its_owners(call: Caller, stranger: Caller) -> None:
    page = await create_page(call)

    assert await call.done("DELETE", f"/{page['id']}") == {"id": page["id"], "deleted": True, "version": 1}
    assert await call.refused("GET", f"/{page['id']}") == (404, "NOT_FOUND", "")
    assert await stranger.refused("POST", "", {"slug": "dewi"}) == (409, "SLUG_ALREADY_EXISTS", "slug")
    assert (await create_page(call))["slug"] == "dewi"


async def test_every_write_that_comes_with_a_stale_version_is_refused_and_changes_nothing(call: Caller) -> None:
    page = await create_page(call, blocks=[LINK])
    page_url, block = f"/{page['id']}", page["blocks"][0]["id"]
    await call.done("PATCH", page_url, {"bio": "Somebody was faster", "version": 1})
    before = await call.done("GET", page_url)

    for method, path, body in (
        ("PATCH", page_url, {"bio": "Mine", "version": 1}),
        ("DELETE", f"{page_url}?version=1", None),
        ("POST", f"{page_url}/blocks", LINK | {"version": 1}),
        ("PATCH", f"{page_url}/blocks/{block}", {"title": "x", "version": 1}),
        ("DELETE", f"{page_url}/blocks/{block}?version=1", None),
        ("PUT", f"{page_url}/order", {"ids": [block], "version": 1}),
        ("PUT", f"{page_url}/publication?version=1", None),
        ("DELETE", f"{page_url}/publication?version=1", None),
        ("POST", f"{page_url}/undo?version=1", None),
        ("PATCH", page_url, {"slug": "other", "version": 7}),
    ):
        assert await call.refused(method, path, body) == (409, "EDITED_ELSEWHERE", "version"), (method, path)
    assert await call.done("GET", page_url) == before


async def test_of_many_orders_with_one_version_exactly_one_is_taken(call: Caller) -> None:
    page = await create_page(call, blocks=[LINK] * 4)
    ids = [block["id"] for block in page["blocks"]]

    answers = await asyncio.gather(
        *(call("PUT", f"/{page['id']}/order", {"ids": ids[at:] + ids[:at], "version": 1}) for at in (1, 2, 3))
    )

    assert sorted(status for status, _ in answers) == [200, 409, 409]
    now = await call.done("GET", f"/{page['id']}")
    winner = next(body["data"] for status, body in answers if status == 200)
    assert (now["version"], now["blocks"]) == (2, winner["blocks"])


async def test_many_who_say_no_version_lose_nothing_of_each_other(call: Caller) -> None:
    page = await create_page(call)

    await asyncio.gather(*(call.done("POST", f"/{page['id']}/blocks", LINK | {"title": f"n{at}"}) for at in range(8)))

    now = await call.done("GET", f"/{page['id']}")
    assert {block["title"] for block in now["blocks"]} == {f"n{at}" for at in range(8)}
    assert now["version"] == 9


async def test_the_plans_pages_are_a_limit_also_for_many_at_once(visitor: Browser, sari: Account) -> None:
    call, limit = Caller(visitor, await world.key_of(sari)), PLANS["free"].pages

    answers = await asyncio.gather(*(call("POST", "", {"slug": f"page-{at}"}) for at in range(limit + 3)))

    assert sorted(status for status, _ in answers) == [201] * limit + [403] * 3
    assert {body["error"] for status, body in answers if status == 403} == {"PAGE_LIMIT_REACHED"}
    assert await Page.owned_by(sari).count() == limit
    assert (await MonthlyUsage.usage_of(sari)).used == limit


async def test_a_hundred_blocks_fit_and_no_more(call: Caller) -> None:
    text = {"kind": "text", "text": "x" * 2_000}
    page = await create_page(call, blocks=[text] * 100)

    assert len(page["blocks"]) == 100
    assert (await call.refused("POST", f"/{page['id']}/blocks", text))[:2] == (400, "INVALID_REQUEST")


async def test_nothing_of_another_account_is_reached_by_any_id(call: Caller, stranger: Caller) -> None:
    page = await create_page(call, blocks=[LINK])
    page_url, block = f"/{page['id']}", page["blocks"][0]["id"]

    for method, path, body in (
        ("GET", page_url, None),
        ("PATCH", page_url, {"bio": "x"}),
        ("DELETE", page_url, None),
        ("DELETE", f"{page_url}?version=1", None),
        ("POST", f"{page_url}/blocks", LINK),
        ("PATCH", f"{page_url}/blocks/{block}", {"title": "x", "version": 1}),
        ("DELETE", f"{page_url}/blocks/{block}", None),
        ("PUT", f"{page_url}/order", {"ids": [block], "version": 1}),
        ("PUT", f"{page_url}/publication", None),
        ("DELETE", f"{page_url}/publication", None),
        ("POST", f"{page_url}/undo", None),
        ("GET", f"{page_url}/export", None),
        ("GET", f"{page_url}/stats", None),
    ):
        status, answer = await stranger(method, path, body)
        assert (status, answer["error"]) == (404, "NOT_FOUND"), (method, path)
    own = await create_page(stranger, "budi")
    assert (await stranger.refused("PATCH", f"/{own['id']}/blocks/{block}", {"title": "x"}))[0] == 404
    assert await call.done("GET", page_url) == page


async def test_every_kind_can_be_made_read_and_made_again_of_what_was_read(
    call: Caller, dewi: Account, directory: Path
) -> None:
    page, media = await create_page(call), await Media.store(dewi, EncodedPicture(b"a picture", "image/webp", 8, 8))
    pictured: dict[str, Any] = {"image": {"picture": str(media.id)}, "gallery": {"items": [{"picture": str(media.id)}]}}
    for kind in KINDS:
        sample = (SAMPLES | pictured)[kind]
        answer = await call.done("POST", f"/{page['id']}/blocks", {"kind": kind, **sample})
        block = answer["block"]
        assert {field.name for field in KINDS[kind].fields} <= block.keys()
        assert block["complete"], kind
        again = await call.done("POST", f"/{page['id']}/blocks", block)
        assert again["block"] | {"id": ""} == block | {"id": ""}


SAMPLES: dict[str, dict[str, Any]] = {
    "link": LINK,
    "heading": {"title": "News"},
    "text": {"text": "**Hello**"},
    "social": {"items": [{"network": "tiktok", "account": "dewi"}]},
    "whatsapp": {"title": "Chat", "number": "08123456789", "message": "Hi"},
    "product": {"title": "Cloth", "price": "Rp75.000", "url": "shop.example/cloth"},
    "video": {"title": "Film", "url": "https://youtu.be/dQw4w9WgXcQ"},
    "music": {"title": "Song", "url": "https://open.spotify.com/track/4cOdK2wGLETKBW3PvgPWqT"},
    "form": {"title": "News", "consent": "One email a month", "confirm": True},
    "event": {"title": "Fair", "starts": "2030-01-01T10:00", "all_day": False},
    "faq": {"items": [{"question": "Open?", "answer": "Daily."}]},
    "contact": {"title": "Save me", "first": "Dewi"},
    "map": {"title": "Shop", "place": "Jalan Malioboro 1"},
    "qr": {"title": "Here"},
    "divider": {"style": "dots"},
    "posts": {"title": "Latest", "count": "4"},
    "tip": {"title": "Tip", "payload": QRIS},
}
