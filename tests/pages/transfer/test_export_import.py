"""A page goes out and comes back the same, block for block and picture for picture; what is hostile makes nothing."""

import asyncio
import base64
import io
import json
import os
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PIL import Image
from quart import Quart, Response
from werkzeug.datastructures import FileStorage

from app.accounts.models import Account
from app.kernel import installation
from app.keys.models import MonthlyUsage
from app.media.models import Media
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import Page
from app.pages.picture_ownership import picture_paths
from app.pages.transfer.export_import import replace_picture_ids
from app.web.limits import MAX_IMPORT, max_body_size
from tests import world
from tests.client import Browser
from tests.media.pictures import loaded, png, saved
from tests.pages.api.test_pages import LINK, SAMPLES
from tests.pages.calling import Caller
from tests.subtests import as_subtests

pytestmark = pytest.mark.usefixtures("directory")
IMPORT_PATH = "/import"


def noise(size: int = 96) -> bytes:
    """A picture that a lossy format cannot keep."""
    return saved(Image.frombytes("RGB", (size, size), os.urandom(size * size * 3)), "PNG")


async def upload(call: Caller, raw: bytes, name: str = "picture") -> tuple[int, Any]:
    sent = {"Authorization": f"Bearer {call.key}"}
    files = {name: FileStorage(io.BytesIO(raw), "a.png", name)}
    response = await call.client.open("/api/v1/media", method="POST", headers=sent, files=files)
    return response.status_code, await response.get_json()


async def uploaded(call: Caller, raw: bytes) -> str:
    status, answer = await upload(call, raw)
    assert status == 201, answer
    return str(answer["data"]["id"])


async def exported(call: Caller, id: str) -> dict[str, Any]:
    response = await call.raw("GET", f"/{id}/export")
    assert (response.status_code, response.mimetype) == (200, "application/json")
    return dict(json.loads(await response.get_data()))


async def full(call: Caller) -> dict[str, Any]:
    """A page of every kind of block, with pictures in all places where a page can have one."""
    pictures = [await uploaded(call, noise()) for _ in range(6)]
    blocks = [{"kind": kind, **sample} for kind, sample in SAMPLES.items()]
    blocks += [
        {"kind": "image", "picture": pictures[0], "alt": "Cloth"},
        {"kind": "gallery", "items": [{"picture": pictures[1]}, {"picture": pictures[2], "alt": "Two"}]},
        LINK | {"thumbnail": pictures[3], "shown": False, "show_from": "2030-01-01T00:00:00Z"},
    ]
    return dict(
        await call.done(
            "POST",
            "",
            {
                "slug": "Dewi",
                "name": "Dewi “Batik” 🧵",
                "bio": "Kain\ndan cerita",
                "language": "id",
                "avatar": pictures[4],
                "cover": pictures[5],
                "settings": {"share_picture": pictures[0], "indexed": False},
                "socials": [{"network": "email", "account": "dewi@example.com"}],
                "blocks": blocks,
            },
        )
    )


async def bytes_of(content: Content, account: Account) -> list[bytes]:
    """The pictures of a page in the order in which they stand."""
    return [await (await Media.owned_by(account).get(id=id)).read() for _, id in picture_paths(content)]


async def test_a_page_that_was_exported_and_deleted_comes_back_the_same(
    call: Caller, dewi: Account, directory: Path
) -> None:
    created = await full(call)
    page = await Page.get(id=created["id"])
    unfinished = page.content.with_block(Block.new("product", {"title": "Soon", "price": ""})).with_block(
        Block.new("faq")
    )
    await page.change(unfinished, "")
    before, pictures = page.content, await bytes_of(page.content, dewi)
    file = await exported(call, created["id"])

    await call.done("DELETE", f"/{created['id']}")
    await page.delete()  # as the sweep does
    for media in await Media.owned_by(dewi):
        await media.delete_with_files()
    assert not [path for path in directory.rglob("*") if path.is_file()]
    again = await call.done("POST", IMPORT_PATH, file)

    now = (await Page.get(id=again["id"])).content
    assert [replaced.as_dict() for replaced in _without_pictures(now)] == [
        page_url.as_dict() for page_url in _without_pictures(before)
    ]
    assert [block.id for block in now.blocks] == [block.id for block in before.blocks]
    assert await bytes_of(now, dewi) == pictures, "to the byte, though WebP loses something each time it is drawn"
    assert again["slug"] == "Dewi"
    second = await exported(call, again["id"])
    assert {picture["data"] for picture in second["pictures"].values()} == {
        picture["data"] for picture in file["pictures"].values()
    }


def _without_pictures(content: Content) -> list[Content]:
    return [replace_picture_ids(content, dict.fromkeys(content.pictures, "picture"))]


async def test_while_its_pictures_are_there_an_import_keeps_no_second_copy(call: Caller, dewi: Account) -> None:
    created = await full(call)
    file, count = await exported(call, created["id"]), await Media.owned_by(dewi).count()

    again = await call.done("POST", IMPORT_PATH, file | {"slug": "second"})

    assert await Media.owned_by(dewi).count() == count
    assert (await Page.get(id=again["id"])).content == (await Page.get(id=created["id"])).content


async def test_a_picture_whose_seal_is_not_right_is_drawn_anew(call: Caller, dewi: Account) -> None:
    id = await uploaded(call, noise())
    created = await call.done("POST", "", {"slug": "dewi", "name": "D", "avatar": id})
    file = await exported(call, created["id"])
    foreign = base64.b64encode(saved(Image.new("RGB", (40, 30), "#b42318"), "JPEG", exif=_gps())).decode()

    for number, change in enumerate(({"seal": ""}, {"seal": "0" * 64}, {"width": 95}, {"data": foreign})):
        changed = json.loads(json.dumps(file))
        changed["pictures"][id] |= change
        page = await call.done("POST", IMPORT_PATH, changed | {"slug": f"other-{number}"})
        media = await Media.owned_by(dewi).get(id=page["avatar"])
        raw = await media.read()
        assert str(media.id) != id
        assert raw != base64.b64decode(changed["pictures"][id]["data"])
        assert (media.width, media.height) == loaded(raw).size
        assert not loaded(raw).getexif()


def _gps() -> Image.Exif:
    exif = Image.Exif()
    exif[0x8825] = {1: "S", 2: (6.0, 10.0, 0.0)}
    return exif


async def test_after_the_servers_secret_was_changed_the_old_one_still_seals(call: Caller, dewi: Account) -> None:
    id = await uploaded(call, noise())
    file = await exported(call, (await call.done("POST", "", {"slug": "dewi", "avatar": id}))["id"])
    raw = await (await Media.owned_by(dewi).get()).read()
    key_secret = installation.current().secret_keys[0]
    installation.current().secret_keys = ["a-new-secret-of-the-tests-longer-than-32-chars", key_secret]

    page = await call.done("POST", IMPORT_PATH, file | {"slug": "second"})

    assert await (await Media.owned_by(dewi).get(id=page["avatar"])).read() == raw


async def test_another_account_can_import_it_and_has_pictures_of_its_own(
    call: Caller, stranger: Caller, dewi: Account, budi: Account
) -> None:
    created = await full(call)

    page = await stranger.done("POST", IMPORT_PATH, await exported(call, created["id"]) | {"slug": "budi-s"})

    mine, theirs = await Page.get(id=page["id"]), await Page.get(id=created["id"])
    assert not mine.content.pictures & theirs.content.pictures
    assert await bytes_of(mine.content, budi) == await bytes_of(theirs.content, dewi)


def content(**more: Any) -> dict[str, Any]:
    return {"slug": "dewi", "content": {"name": "Dewi", **more}}


def block(**more: Any) -> dict[str, Any]:
    return {"id": "ct85swzp", "kind": "link", "given": {"title": "Shop", "url": "https://shop.example/"}} | more


BOMB = base64.b64encode(png(9_000, 9_000, b"x")).decode()
SVG = base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg'/>").decode()
SOMEBODYS = str(uuid4())


@as_subtests(
    "body, expected",
    [
        ([], ("INVALID_REQUEST", "")),
        ({}, ("INVALID_REQUEST", "slug")),
        ({"slug": "dewi"}, ("INVALID_REQUEST", "")),
        ({"slug": "dewi", "links": [], "text": ""}, ("INVALID_REQUEST", "")),
        (content() | {"kliqs_page": 2}, ("INVALID_REQUEST", "kliqs_page")),
        (content() | {"slug": "dashboard"}, ("RESERVED_SLUG", "slug")),
        (content(blocks=[block()] * 10_000), ("INVALID_REQUEST", "content.blocks")),
        (content(blocks=[block(), block()]), ("INVALID_REQUEST", "content.blocks.1.id")),
        (content(blocks=[block(id="../../etc")]), ("INVALID_REQUEST", "content.blocks.0.id")),
        (content(blocks=[block(id=5)]), ("INVALID_REQUEST", "content.blocks.0.id")),
        (content(blocks=[block(kind="script")]), ("INVALID_REQUEST", "content.blocks.0.kind")),
        (
            content(blocks=[block(given={"title": "x", "url": "javascript:alert(1)"})]),
            ("INVALID_URL", "content.blocks.0.url"),
        ),
        (content(blocks=[block(given={"title": ["x"]})]), ("INVALID_REQUEST", "content.blocks.0.title")),
        (content(blocks=[block(given={"title": "x" * 81})]), ("INVALID_REQUEST", "content.blocks.0.title")),
        (content(blocks=[block(items=[{}])]), ("INVALID_REQUEST", "content.blocks.0.items")),
        (
            content(blocks=[block(kind="faq", given={}, items=[{"question": "x" * 200}])]),
            ("INVALID_REQUEST", "content.blocks.0.items.0.question"),
        ),
        (content(blocks=[block(starts="soon")]), ("INVALID_REQUEST", "content.blocks.0.starts")),
        (content(blocks=[block(thumbnail=SOMEBODYS)]), ("INVALID_REQUEST", "content.blocks.0.thumbnail")),
        (
            content(blocks=[block(kind="image", given={"picture": "../x"})]),
            ("INVALID_REQUEST", "content.blocks.0.picture"),
        ),
        (content(name="x" * 61), ("INVALID_REQUEST", "content.name")),
        (content(language="fr"), ("INVALID_REQUEST", "content.language")),
        (content(indexed=1), ("INVALID_REQUEST", "content.indexed")),
        (content(theme=[]), ("INVALID_REQUEST", "content.theme")),
        (content(socials=[{"network": "nowhere", "account": "x"}]), ("INVALID_CONTENT", "content.socials.0.network")),
        (content(avatar=SOMEBODYS), ("INVALID_REQUEST", "content.avatar")),
        (content(avatar="a") | {"pictures": {"a": {"data": "no base64"}}}, ("INVALID_PICTURE", "pictures.a.picture")),
        (content(avatar="a") | {"pictures": {"a": {"data": SVG}}}, ("INVALID_PICTURE", "pictures.a.picture")),
        (content(avatar="a") | {"pictures": {"a": {"data": BOMB}}}, ("INVALID_PICTURE", "pictures.a.picture")),
        (content(avatar="a") | {"pictures": {"a": {"data": ""}}}, ("INVALID_PICTURE", "pictures.a.picture")),
        (content(avatar="a") | {"pictures": {"a": {"data": 5}}}, ("INVALID_REQUEST", "pictures.a.data")),
        (content(avatar="a") | {"pictures": []}, ("INVALID_REQUEST", "pictures")),
        ({"slug": "dewi", "links": [{"title": "Shop"}]}, ("INVALID_REQUEST", "links.0.url")),
        ({"slug": "dewi", "links": [{"url": "a.id"}, {"url": "ftp://x"}]}, ("INVALID_URL", "links.1.url")),
        ({"slug": "dewi", "links": [{"url": "a.id"}] * 101}, ("INVALID_REQUEST", "links")),
        ({"slug": "dewi", "text": "My shop, https://a.id\nwhat is this"}, ("INVALID_URL", "text.1.url")),
        ({"slug": "dewi", "text": "a.id\n" * 101}, ("INVALID_REQUEST", "text")),
    ],
)
async def test_a_hostile_import_is_answered_clearly_and_makes_nothing(
    call: Caller, dewi: Account, directory: Path, body: Any, expected: tuple[str, str]
) -> None:
    status, *refused = await call.refused("POST", IMPORT_PATH, body)

    assert (status, *refused) == (400, *expected)
    assert (await Page.all().count(), await Media.all().count()) == (0, 0)
    assert not [path for path in directory.rglob("*") if path.is_file()]
    assert (await MonthlyUsage.usage_of(dewi)).used == 0


@pytest.mark.parametrize("raw", [b"[" * 100_000, b'{"slug": "dewi", "content": ' + b'{"theme":' * 5_000, b"\xff", b""])
async def test_nonsense_is_no_json(call: Caller, raw: bytes) -> None:
    response = await call.client.open(
        "/api/v1/pages/import",
        method="POST",
        data=raw,
        headers={"Authorization": f"Bearer {call.key}", "Content-Type": "application/json"},
    )

    assert response.status_code == 400
    assert (await response.get_json())["error"] == "INVALID_REQUEST"


async def test_pictures_of_somebody_else_cannot_be_used_anywhere(call: Caller, stranger: Caller) -> None:
    id = await uploaded(call, noise())
    mine = await stranger.done("POST", "", {"slug": "budi", "blocks": [LINK]})
    page_url, first = f"/{mine['id']}", mine["blocks"][0]["id"]

    for method, path, body, field in (
        ("POST", "", {"slug": "two", "avatar": id}, "avatar"),
        ("PATCH", page_url, {"cover": id}, "cover"),
        ("PATCH", page_url, {"settings": {"share_picture": id}}, "settings.share_picture"),
        ("PATCH", page_url, {"theme": {"picture": id}}, "theme.picture"),
        ("POST", f"{page_url}/blocks", {"kind": "image", "picture": id}, "picture"),
        ("POST", f"{page_url}/blocks", {"kind": "gallery", "items": [{"picture": id}]}, "items.0.picture"),
        ("POST", f"{page_url}/blocks", LINK | {"thumbnail": id}, "thumbnail"),
        ("PATCH", f"{page_url}/blocks/{first}", {"thumbnail": id}, "thumbnail"),
        ("POST", "/import", content(avatar=id) | {"slug": "three"}, "content.avatar"),
        ("POST", "", {"slug": "four", "blocks": [LINK, {"kind": "image", "picture": id.upper()}]}, "blocks.1.picture"),
    ):
        assert await stranger.refused(method, path, body) == (400, "INVALID_REQUEST", field), (method, path)
    assert await stranger.done("GET", page_url) == mine


async def test_a_picture_that_is_gone_does_not_keep_anything_else_from_being_changed(
    call: Caller, dewi: Account
) -> None:
    id = await uploaded(call, noise())
    page = await call.done("POST", "", {"slug": "dewi", "avatar": id})
    await (await Media.owned_by(dewi).get()).delete_with_files()

    assert (await call.done("PATCH", f"/{page['id']}", {"bio": "New"}))["bio"] == "New"
    assert (await exported(call, page["id"]))["pictures"] == {}


async def test_a_taken_name_and_a_full_plan_are_told_before_a_picture_is_kept(
    call: Caller, visitor: Browser, sari: Account, dewi: Account
) -> None:
    file = await exported(call, (await full(call))["id"])
    sari_s = Caller(visitor, await world.key_of(sari))

    assert await sari_s.refused("POST", IMPORT_PATH, file) == (409, "SLUG_ALREADY_EXISTS", "slug")
    await Page.make(sari, "sari", Content("Sari"))
    assert await sari_s.refused("POST", IMPORT_PATH, file | {"slug": "x-y-z"}) == (403, "PAGE_LIMIT_REACHED", "")
    assert await Media.owned_by(sari).count() == 0


async def test_of_many_imports_of_one_name_at_once_one_is_made(call: Caller, dewi: Account) -> None:
    file = await exported(call, (await full(call))["id"]) | {"slug": "race"}

    answers = await asyncio.gather(*(call("POST", IMPORT_PATH, file) for _ in range(4)))

    assert sorted(status for status, _ in answers) == [201, 409, 409, 409]
    assert await Page.owned_by(dewi).count() == 2


async def test_a_list_of_links_becomes_link_blocks(call: Caller) -> None:
    page = await call.done(
        "POST",
        IMPORT_PATH,
        {
            "slug": "dewi",
            "links": [
                {"title": "My shop", "url": "https://shop.example/a"},
                {"title": "", "url": "www.blog.example"},
                LINK,
            ],
        },
    )

    assert (page["name"], [block["kind"] for block in page["blocks"]]) == ("Dewi", ["link"] * 3)
    assert [(block["title"], block["url"]) for block in page["blocks"]] == [
        ("My shop", "https://shop.example/a"),
        ("blog.example", "https://www.blog.example"),
        ("Shop", "https://shop.example/"),
    ]


async def test_pasted_lines_become_link_blocks(call: Caller) -> None:
    text = (
        "My shop, https://shop.example/?a=1,2\r\n\n  Blog\thttps://blog.example\nwww.alone.example\n"
        "Kopi | kopi.example\n"
    )

    page = await call.done("POST", IMPORT_PATH, {"slug": "dewi", "name": "All of mine", "text": text})

    assert page["name"] == "All of mine"
    assert [(block["title"], block["url"]) for block in page["blocks"]] == [
        ("My shop", "https://shop.example/?a=1,2"),
        ("Blog", "https://blog.example"),
        ("alone.example", "https://www.alone.example"),
        ("Kopi", "https://kopi.example"),
    ]


async def test_an_upload_is_drawn_anew_and_its_place_forgotten(call: Caller, dewi: Account) -> None:
    status, answer = await upload(call, saved(Image.new("RGB", (3_000, 300), "#0b4f4a"), "JPEG", exif=_gps()))

    data = answer["data"]
    assert (status, data["media_type"], data["width"], data["height"]) == (201, "image/webp", 1_600, 160)
    raw = await (await Media.owned_by(dewi).get(id=data["id"])).read()
    assert (len(raw), b"Exif" in raw) == (data["size"], False)


@pytest.mark.parametrize("raw", [b"", b"GIF89a", b"<svg/>", b"hello", png(9_000, 9_000, b"x")])
async def test_what_is_no_picture_is_refused(call: Caller, dewi: Account, raw: bytes) -> None:
    status, answer = await upload(call, raw)

    assert (status, answer["error"], answer["field"]) == (400, "INVALID_PICTURE", "picture")
    assert (await upload(call, noise(), "photo"))[1]["error"] == "INVALID_PICTURE"
    assert (await MonthlyUsage.usage_of(dewi)).used == await Media.all().count() == 0


async def test_an_upload_is_a_form(call: Caller) -> None:
    response = await call.client.open(
        "/api/v1/media", method="POST", json={}, headers={"Authorization": f"Bearer {call.key}"}
    )

    assert (response.status_code, (await response.get_json())["error"]) == (415, "UNSUPPORTED_MEDIA_TYPE")


async def test_bodies_are_cut_off_where_they_are_too_large(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (max_body_size("/api/v1/pages/import"), max_body_size("/api/v1/links")) == (MAX_IMPORT, 64 * 1024)

    async def sent(path: str, size: int) -> Response:
        async def pieces() -> Any:
            yield b'{"slug": "'
            for _ in range(size // 65_536):
                yield b"x" * 65_536
            yield b'"}'

        body = b"".join([piece async for piece in pieces()])
        return await call.client.open(
            path,
            method="POST",
            data=body,
            headers={"Authorization": f"Bearer {call.key}", "Content-Type": "application/json"},
        )

    for path, size in (("/api/v1/pages", 600_000), ("/api/v1/pages/import", MAX_IMPORT + 65_536)):
        response = await sent(path, size)
        assert (response.status_code, (await response.get_json())["error"]) == (413, "PAYLOAD_TOO_LARGE")
    assert (await sent("/api/v1/pages/import", MAX_IMPORT - 131_072)).status_code == 400


async def test_an_export_known_by_its_tag_is_not_sent_again_until_the_page_changes(call: Caller) -> None:
    page = await call.done("POST", "", {"slug": "dewi"})
    first = await call.raw("GET", f"/{page['id']}/export")
    tag = first.headers["ETag"]

    again = await call.raw("GET", f"/{page['id']}/export", **{"If-None-Match": tag})
    assert (again.status_code, await again.get_data()) == (304, b"")
    await call.done("PATCH", f"/{page['id']}", {"bio": "New"})
    changed = await call.raw("GET", f"/{page['id']}/export", **{"If-None-Match": tag})
    assert (changed.status_code, changed.headers["ETag"] != tag) == (200, True)


async def test_the_dashboard_gives_the_same_file(app: Quart, call: Caller, dewi: Account) -> None:
    created = await full(call)
    browser: Any = app.test_client()
    browser.sign_in(await world.begin_session(dewi, "Firefox · Linux"))

    response = await browser.get(f"/dashboard/pages/{created['id']}/export")

    assert response.headers["Content-Disposition"] == 'attachment; filename="kliqs-Dewi.json"'
    assert json.loads(await response.get_data()) == await exported(call, created["id"])
