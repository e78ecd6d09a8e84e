"""The JSON API of QR codes: what is made, what is refused, and files that say what is printed."""

import asyncio
import io
import json
import shutil
from typing import Any
from urllib.parse import urlsplit

import pypdfium2
import pytest
import resvg_py
from PIL import Image
from quart import Response
from quart.datastructures import FileStorage

from app.accounts.models import Account
from app.keys.models import MonthlyUsage
from app.links.models import Link
from app.media.models import Media
from app.media.reencode import EncodedPicture
from app.plans.plan_limits import PLANS
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import CodeEditedElsewhere, QrCode
from app.qr.saved_style import SavedStyle
from tests import world
from tests.client import Browser
from tests.media.pictures import saved
from tests.qr_reader import read_qr_codes
from tests.subtests import as_subtests

PALE = {"dark": "#dddddd"}


class Caller:
    """A program with a key."""

    def __init__(self, client: Browser, key: str) -> None:
        self.client, self.key = client, key

    async def raw(self, method: str, path: str, body: Any = None, **headers: str) -> Response:
        sent = {"Authorization": f"Bearer {self.key}"} | headers
        return await self.client.open(path, method=method, headers=sent, json=body)

    async def __call__(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        response = await self.raw(method, path, body)
        return response.status_code, json.loads(await response.get_data(as_text=True))


@pytest.fixture
async def call(visitor: Browser, dewi: Account) -> Caller:
    return Caller(visitor, await world.key_of(dewi))


@pytest.fixture
async def link(dewi: Account) -> Link:
    return await world.shorten(dewi, "promo")


def codes_of(link: Link) -> str:
    return f"/api/v1/links/{link.id}/qr-codes"


async def create_code(call: Caller, link: Link, **design: Any) -> dict[str, Any]:
    status, body = await call("POST", codes_of(link), {"name": "Table tent", "design": design})
    assert status == 201, body
    return dict(body["data"])


def path_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"


async def requests_of(account: Account) -> int:
    return (await MonthlyUsage.usage_of(account)).used


async def test_a_code_is_made_with_its_address_design_and_verdict(call: Caller, link: Link) -> None:
    data = await create_code(call, link, pattern="dots", dark="0B4F4A")

    assert data["name"] == "Table tent"
    assert data["link_id"] == str(link.id)
    assert data["short_url"].startswith("https://kliqs.test/promo?qr=")
    assert (data["scans"], data["last_scanned_at"]) == (0, None)
    assert data["design"] == Design.of({"pattern": "dots", "dark": "#0b4f4a"}).as_dict()
    assert data["verdict"]["grade"] == data["grade"] == "good"
    assert data["verdict"]["reasons"] == []
    assert data["verdict"]["contrast"] > 4.5
    assert data["verdict"]["survives_percent"] in {15, 25, 30}
    assert 0 < data["verdict"]["print_at_least_cm"] < 5
    assert data["created_at"].endswith("Z")


async def test_a_code_needs_nothing_but_its_link(call: Caller, link: Link) -> None:
    status, body = await call("POST", codes_of(link), {})

    assert status == 201
    assert (body["data"]["name"], body["data"]["design"]) == ("", Design().as_dict())


async def test_a_code_begins_with_the_accounts_usual_style(call: Caller, link: Link, dewi: Account) -> None:
    logo = await Media.store(
        dewi, EncodedPicture(saved(Image.new("RGB", (64, 64), "#b42318"), "PNG"), "image/png", 64, 64)
    )
    style = await SavedStyle.save_look(dewi, "Menu", Look(Design.of({"dark": "#0b4f4a", "logo": True}), logo))
    await style.make_default()

    data = await create_code(call, link, pattern="square")

    assert (data["design"]["dark"], data["design"]["pattern"], data["design"]["logo"]) == ("#0b4f4a", "square", True)
    assert (await QrCode.get(id=data["id"])).logo_id == logo.id


async def test_a_bad_design_is_saved_with_what_is_wrong_and_a_mend_that_mends_it(call: Caller, link: Link) -> None:
    data = await create_code(call, link, **PALE)
    assert data["grade"] == data["verdict"]["grade"] == "bad"
    contrast = next(reason for reason in data["verdict"]["reasons"] if reason["code"] == "contrast")
    assert contrast["grade"] == "bad"
    assert contrast["message"].startswith("The colours are too close: 1.3 to 1.")

    _, mended = await call("PATCH", f"/api/v1/qr-codes/{data['id']}", {"design": contrast["mend"]})
    assert mended["data"]["grade"] == mended["data"]["verdict"]["grade"] == "good"


@as_subtests(
    "body, field",
    [
        ({"name": 5}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"design": "dots"}, "design"),
        ({"design": None}, "design"),
        ({"design": {"pattern": "hearts"}}, "design.pattern"),
        ({"design": {"pattern": 1}}, "design.pattern"),
        ({"design": {"dark": "red"}}, "design.dark"),
        ({"design": {"dark": None}}, "design.dark"),
        ({"design": {"dot_size": 39}}, "design.dot_size"),
        ({"design": {"dot_size": "60"}}, "design.dot_size"),
        ({"design": {"logo": "on"}}, "design.logo"),
        ({"design": {"size": 4001}}, "design.size"),
        ({"design": {"words": "x" * 31}}, "design.words"),
        ({"design": {"words": "菜单"}}, "design.words"),
        ([], None),
        ("text", None),
    ],
)
async def test_each_bad_field_is_named_and_costs_nothing(
    call: Caller, link: Link, dewi: Account, body: Any, field: str | None
) -> None:
    status, refused = await call("POST", codes_of(link), body)

    assert (status, refused["error"], refused.get("field")) == (400, "INVALID_REQUEST", field)
    assert refused["message"]
    assert await requests_of(dewi) == 0
    assert await QrCode.owned_by(dewi).count() == 0


async def test_a_code_is_read_changed_in_part_and_deleted(call: Caller, link: Link, dewi: Account) -> None:
    data = await create_code(call, link, pattern="dots", background="")
    code_url = f"/api/v1/qr-codes/{data['id']}"
    assert (await call("GET", code_url))[1]["data"] == data

    _, body = await call("PATCH", code_url, {"design": {"dark": "#b42318", "background": "#ffffff"}})
    changed = body["data"]
    assert changed["design"] == data["design"] | {"dark": "#b42318", "background": "#ffffff"}
    assert (changed["name"], changed["short_url"]) == ("Table tent", data["short_url"])
    assert (await call("PATCH", code_url, {"name": None}))[1]["data"]["name"] == ""
    assert (await call("PATCH", code_url, {"design": {"background": None}}))[1]["data"]["design"]["background"] == ""
    assert (await call("PATCH", code_url, {}))[1]["data"]["design"]["dark"] == "#b42318"

    assert (await call("DELETE", code_url))[1]["data"] == {"id": data["id"], "deleted": True}
    assert (await call("GET", code_url))[1]["error"] == "NOT_FOUND"
    assert await QrCode.deleted_by(dewi).count() == 1
    assert await requests_of(dewi) == 7


async def test_a_refused_change_names_its_field_and_changes_nothing(call: Caller, link: Link, dewi: Account) -> None:
    data = await create_code(call, link)
    code_url = f"/api/v1/qr-codes/{data['id']}"

    status, refused = await call("PATCH", code_url, {"name": "New", "design": {"corners": "none"}})

    assert (status, refused["field"]) == (400, "design.corners")
    assert refused["message"] == "Choose one of these: square, rounded, circle."
    assert await requests_of(dewi) == 1
    assert (await QrCode.get(id=data["id"])).title == "Table tent"


async def test_changes_of_one_look_at_once_are_all_kept(call: Caller, link: Link) -> None:
    code_url = f"/api/v1/qr-codes/{(await create_code(call, link))['id']}"
    changes: list[dict[str, Any]] = [{"pattern": "square"}, {"quiet_zone": 6}, {"dark": "#000000"}]

    answers = await asyncio.gather(*(call("PATCH", code_url, {"design": change}) for change in changes))

    assert [status for status, _ in answers] == [200, 200, 200]
    design = (await call("GET", code_url))[1]["data"]["design"]
    assert {key: design[key] for change in changes for key in change} == {k: v for c in changes for k, v in c.items()}


async def test_a_change_that_never_finds_its_turn_is_told_to_wait(
    call: Caller, link: Link, dewi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def overtaken(*_: Any, **__: Any) -> None:
        raise CodeEditedElsewhere

    code_url = f"/api/v1/qr-codes/{(await create_code(call, link))['id']}"
    monkeypatch.setattr(QrCode, "edit", overtaken)

    status, body = await call("PATCH", code_url, {"name": "New"})

    assert (status, body["error"]) == (503, "BUSY")
    assert await requests_of(dewi) == 1


async def test_anothers_link_and_code_are_not_found_and_cost_nothing(
    call: Caller, budi: Account, dewi: Account
) -> None:
    link = await world.shorten(budi, "budis")
    code = await QrCode.create_for_link(budi, link, "", Look(Design(), grade="good"))
    code_url = f"/api/v1/qr-codes/{code.id}"

    for method, path, body in (
        ("POST", codes_of(link), {}),
        ("GET", codes_of(link), None),
        ("GET", code_url, None),
        ("PATCH", code_url, {"name": "mine"}),
        ("DELETE", code_url, None),
        ("GET", f"{code_url}/image", None),
    ):
        status, answer = await call(method, path, body)
        assert (status, answer["error"]) == (404, "NOT_FOUND"), (method, path)
    assert await requests_of(dewi) == 0
    assert await QrCode.owned_by(budi).count() == 1
    assert (await QrCode.get(id=code.id)).title == ""


async def test_a_list_comes_in_pages_and_holds_only_the_links_own(call: Caller, link: Link, dewi: Account) -> None:
    other = await world.shorten(dewi, "other")
    await QrCode.create_for_link(dewi, other, "", Look(Design(), grade="good"))
    good = Look(Design(), grade="good")
    wanted = [str((await QrCode.create_for_link(dewi, link, str(n), good)).id) for n in range(5)]
    seen: list[str] = []
    cursor = ""
    while True:
        _, body = await call("GET", f"{codes_of(link)}?limit=2&cursor={cursor}")
        seen += [code["id"] for code in body["data"]["qr_codes"]]
        cursor = body["data"]["next_cursor"]
        if not cursor:
            break

    assert seen == wanted[::-1]
    single = (await call("GET", f"/api/v1/qr-codes/{wanted[0]}"))[1]["data"]
    assert single.keys() - body["data"]["qr_codes"][0].keys() == {"verdict"}


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "limit=x", "cursor=%00", "cursor=W10"])
async def test_a_list_refuses_what_it_cannot_mean(call: Caller, link: Link, query: str) -> None:
    status, body = await call("GET", f"{codes_of(link)}?{query}")

    assert (status, body["error"]) == (400, "INVALID_REQUEST")
    assert body["field"] in {"limit", "cursor"}


@pytest.mark.parametrize("design", [{}, {"pattern": "dots", "frame": "label_below", "words": "Pindai"}])
async def test_every_file_says_the_printed_address(call: Caller, link: Link, design: dict[str, Any]) -> None:
    data = await create_code(call, link, **design)

    kinds = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf", "eps": "application/postscript"}
    assert data["images"].keys() == kinds.keys()
    for form, address in data["images"].items():
        if form == "eps" and not shutil.which("gs"):
            continue
        response = await call.raw("GET", path_of(address))
        content = bytes(await response.get_data(as_text=False))
        assert (response.status_code, response.mimetype) == (200, kinds[form])
        assert f'promo-Table-tent.{form}"' in response.headers["Content-Disposition"]
        [read] = read_qr_codes(_drawn(content, form))
        base, _, mark = data["short_url"].partition("?")
        assert read.text in {data["short_url"], f"{base.upper()}?{mark}"}


async def test_a_png_is_as_wide_as_asked_or_as_its_design_says(call: Caller, link: Link) -> None:
    image = f"/api/v1/qr-codes/{(await create_code(call, link, size=320))['id']}/image?format=png"

    for query, width in (("", 320), ("&size=700", 700)):
        content = await (await call.raw("GET", image + query)).get_data(as_text=False)
        assert Image.open(io.BytesIO(bytes(content))).width == width


@pytest.mark.parametrize(
    "query, field",
    [
        ("format=gif", "format"),
        ("format=", "format"),
        ("size=0", "size"),
        ("size=x", "size"),
        ("size=63", "size"),
        ("format=png&size=4001", "size"),
        ("format=pdf&size=2001", "size"),
        ("confirm=yes", "confirm"),
        ("confirm=1", "confirm"),
        ("confirm=", "confirm"),
    ],
)
async def test_an_image_refuses_what_it_cannot_mean_and_costs_nothing(
    call: Caller, link: Link, dewi: Account, query: str, field: str
) -> None:
    data = await create_code(call, link)

    status, body = await call("GET", f"/api/v1/qr-codes/{data['id']}/image?{query}")

    assert (status, body["error"], body["field"]) == (400, "INVALID_REQUEST", field)
    assert await requests_of(dewi) == 1


async def test_an_image_known_by_its_tag_is_not_sent_again_until_it_changes(
    call: Caller, link: Link, dewi: Account
) -> None:
    data = await create_code(call, link)
    image = path_of(data["images"]["svg"])
    first = await call.raw("GET", image)
    tag = first.headers["ETag"]

    for sent in (tag, f"W/{tag}", f'"other", {tag}'):
        again = await call.raw("GET", image, **{"If-None-Match": sent})
        assert (again.status_code, await again.get_data()) == (304, b"")
        assert again.headers["ETag"] == tag
    assert await requests_of(dewi) == 5

    await call("PATCH", f"/api/v1/qr-codes/{data['id']}", {"design": {"pattern": "dots"}})
    changed = await call.raw("GET", image, **{"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != tag


async def test_only_an_address_that_changes_with_the_file_is_kept_for_long(call: Caller, link: Link) -> None:
    data = await create_code(call, link)
    code_url = f"/api/v1/qr-codes/{data['id']}"

    async def kept(address: str) -> str:
        return str((await call.raw("GET", address)).headers["Cache-Control"])

    assert await kept(path_of(data["images"]["svg"])) == "private, max-age=31536000, immutable"
    assert await kept(f"{code_url}/image") == "private, max-age=0, must-revalidate"
    await call("PATCH", code_url, {"design": {"pattern": "dots"}})
    assert await kept(path_of(data["images"]["svg"])) == "private, max-age=0, must-revalidate"
    assert (await call("GET", code_url))[1]["data"]["images"] != data["images"]


async def test_files_of_a_bad_design_are_given_only_to_who_confirms(call: Caller, link: Link, dewi: Account) -> None:
    data = await create_code(call, link, **PALE)
    image = path_of(data["images"]["png"])

    for query in ("", "&confirm=false"):
        refused = await call.raw("GET", image + query)
        assert (refused.status_code, (await refused.get_json())["error"]) == (409, "QR_NOT_SCANNABLE")
        assert refused.headers["Cache-Control"] == "no-store"
    assert await requests_of(dewi) == 1
    assert (await call.raw("GET", f"{image}&confirm=true")).mimetype == "image/png"


async def test_the_plans_codes_are_a_limit_also_for_many_at_once(visitor: Browser, sari: Account) -> None:
    call, link = Caller(visitor, await world.key_of(sari)), await world.shorten(sari)
    limit = PLANS["free"].codes
    for _ in range(limit - 2):
        await QrCode.create_for_link(sari, link, "", Look(Design(), grade="good"))

    answers = await asyncio.gather(*(call("POST", codes_of(link), {}) for _ in range(5)))

    assert sorted(status for status, _ in answers) == [201] * 2 + [403] * 3
    assert {body["error"] for status, body in answers if status == 403} == {"QR_LIMIT_REACHED"}
    assert await QrCode.owned_by(sari).count() == limit
    assert await requests_of(sari) == 2


async def test_the_months_requests_are_a_limit_for_codes_too(call: Caller, link: Link, dewi: Account) -> None:
    data = await create_code(call, link)
    await MonthlyUsage.filter(account_id=dewi.id).update(requests=10_000)

    for method, path, body in (
        ("POST", codes_of(link), {}),
        ("GET", codes_of(link), None),
        ("GET", f"/api/v1/qr-codes/{data['id']}", None),
        ("PATCH", f"/api/v1/qr-codes/{data['id']}", {}),
        ("GET", f"/api/v1/qr-codes/{data['id']}/image", None),
        ("DELETE", f"/api/v1/qr-codes/{data['id']}", None),
    ):
        status, answer = await call(method, path, body)
        assert (status, answer["error"]) == (429, "API_LIMIT_REACHED"), (method, path)
    assert await QrCode.owned_by(dewi).count() == 1


async def test_a_static_code_made_in_the_dashboard_can_be_read_too(call: Caller, dewi: Account) -> None:
    code = await QrCode.create_static(dewi, "text", {"text": "Halo"}, "Halo", "Note", Look(Design(), grade="good"))

    data = (await call("GET", f"/api/v1/qr-codes/{code.id}"))[1]["data"]

    assert (data["link_id"], data["short_url"], data["name"]) == (None, None, "Note")


async def test_a_verdict_speaks_the_readers_language(call: Caller, link: Link) -> None:
    data = await create_code(call, link, corners="circle", background="")

    english = {reason["code"]: reason["message"] for reason in data["verdict"]["reasons"]}
    answer = await call.raw("GET", f"/api/v1/qr-codes/{data['id']}", **{"Accept-Language": "id"})
    indonesian = {
        code_url["code"]: code_url["message"] for code_url in (await answer.get_json())["data"]["verdict"]["reasons"]
    }
    assert {"corners", "transparent"} <= english.keys()
    assert all(message != english[code] for code, message in indonesian.items())


def _drawn(content: bytes, form: str) -> Image.Image:
    """A file as a reader sees it; Pillow lets Ghostscript draw an EPS."""
    if form == "svg":
        content = bytes(resvg_py.svg_to_bytes(svg_string=content.decode(), width=600, skip_system_fonts=True))
    if form == "pdf":
        document = pypdfium2.PdfDocument(content)
        picture = document[0].render(scale=3).to_pil()
        document.close()
        return Image.Image.convert(picture, "L")
    picture = Image.open(io.BytesIO(content))
    if form == "eps":
        picture.load(scale=3)  # type: ignore[call-arg]
    return picture.convert("L")


def _logo() -> FileStorage:
    file = io.BytesIO()
    Image.new("RGBA", (60, 60), (11, 79, 74, 128)).save(file, "PNG")
    file.seek(0)
    return FileStorage(file, "logo.png", content_type="image/png")


async def test_a_code_gets_the_logo_that_was_uploaded_for_it(visitor: Browser, dewi: Account, budi: Account) -> None:
    link, key = await world.shorten(dewi), {"Authorization": f"Bearer {await world.key_of(dewi)}"}
    uploaded = await visitor.post("/api/v1/media?use=logo", files={"picture": _logo()}, headers=key)
    picture = (await uploaded.get_json())["data"]
    assert (uploaded.status_code, picture["media_type"]) == (201, "image/png")
    codes = f"/api/v1/links/{link.id}/qr-codes"
    made = (await (await visitor.post(codes, json={"logo_id": picture["id"]}, headers=key)).get_json())["data"]
    assert (made["logo_id"], made["design"]["logo"]) == (picture["id"], True)
    path = f"/api/v1/qr-codes/{made['id']}"
    kept = await (await visitor.patch(path, json={"name": "Poster"}, headers=key)).get_json()
    assert kept["data"]["logo_id"] == picture["id"]
    cleared = await (await visitor.patch(path, json={"logo_id": None}, headers=key)).get_json()
    assert (cleared["data"]["logo_id"], cleared["data"]["design"]["logo"]) == (None, False)
    budis = {"Authorization": f"Bearer {await world.key_of(budi)}"}
    budis_codes = f"/api/v1/links/{(await world.shorten(budi)).id}/qr-codes"
    refused = await visitor.post(budis_codes, json={"logo_id": picture["id"]}, headers=budis)
    assert (refused.status_code, (await refused.get_json())["field"]) == (400, "logo_id")
