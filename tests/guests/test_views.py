"""A page and short links without an account, as a browser meets them."""

import re
from html import unescape
from io import BytesIO

import pytest
from PIL import Image
from quart import Quart
from quart.datastructures import FileStorage

from app.accounts.guest import new_guests
from app.accounts.models import Account
from app.guests import start_form
from app.kernel import installation
from app.kernel.surfaces import Site
from app.links.models import Link
from app.media.models import Media
from app.media.picture_shapes import SHAPES
from app.media.reencode import render_sizes
from app.pages.models import Page
from app.plans.plan_limits import GUEST
from app.web import client_info
from tests import world
from tests.client import Browser
from tests.conftest import ORIGIN
from tests.media.pictures import saved
from tests.subtests import as_subtests

FORM = {
    "name": "Rumah Kawung",
    "bio": "Batik tulis",
    "title-0": "Toko",
    "url-0": "shopee.co.id/kawung",
    "theme": "soga",
    "url-1": "https://example.com/katalog",
}
COOKIE = "__Host-kliqs_guest"
PHOTO = saved(Image.new("RGB", (400, 300), "brown"), "JPEG")


def token_in(text: str) -> str:
    match = re.search(r'<code translate="no">([\w-]{43})</code>', text)
    assert match
    return match[1]


def photo() -> FileStorage:
    """A picture as a form sends it."""
    return FileStorage(BytesIO(PHOTO), "foto.jpg")


async def create_guest_page(browser: Browser, **changes: str) -> str:
    response = await browser.post("/start", form=FORM | changes)
    assert response.status_code == 201
    return await response.get_data(as_text=True)


async def test_a_page_is_live_at_once_and_its_token_is_shown_once(visitor: Browser) -> None:
    response = await visitor.post("/start", form=FORM)
    text = await response.get_data(as_text=True)

    page = await Page.get().prefetch_related("account")
    assert page.live and page.slug == "rumahkawung" and page.account.guest
    assert f'data-copy="{ORIGIN}/rumahkawung"' in text
    token = token_in(text)
    [cookie] = response.headers.getlist("Set-Cookie")
    assert cookie.startswith(f"{COOKIE}={token};")
    assert all(part in cookie for part in ("HttpOnly", "Secure", "SameSite=Lax", "Path=/"))
    assert response.headers["Cache-Control"] == "no-store"
    edited = await (await visitor.get("/start/edit")).get_data(as_text=True)
    assert token not in edited
    blocks = [block.values for block in page.content.blocks]
    assert [(given["title"], given["url"]) for given in blocks] == [
        ("Toko", "https://shopee.co.id/kawung"),
        ("example.com", "https://example.com/katalog"),
    ]
    assert page.content.theme.preset == "soga"


async def test_who_has_made_one_edits_it(visitor: Browser) -> None:
    await create_guest_page(visitor)

    for method in ("GET", "POST"):
        response = await visitor.open("/start", method=method, form=FORM if method == "POST" else None)
        assert response.headers["Location"] == "/start/edit"
    assert await Page.all().count() == 1


async def test_an_edit_is_shown_at_once_and_links_keep_their_clicks(visitor: Browser) -> None:
    await create_guest_page(visitor)
    before = await Page.get()
    kept = await Link.get(destination_url="https://example.com/katalog")
    block = before.content.blocks[1].id

    response = await visitor.post(
        "/start/page",
        form={
            "name": "Kawung",
            "title-0": "Katalog",
            "url-0": "https://example.com/baru",
            "block-0": block,
            "theme": "nope",
            "version": str(before.version),
        },
    )

    page = await Page.get()
    assert response.status_code == 303
    assert page.published is not None and page.published["content"]["name"] == "Kawung"
    assert page.content.theme.preset == "soga"
    links = await Link.filter(deleted_at=None)
    assert [(link.id, link.destination_url) for link in links] == [(kept.id, "https://example.com/baru")]
    assert "Sudah tampil" in await (await visitor.get("/start/edit?lang=id")).get_data(as_text=True)


async def test_an_older_form_does_not_win(visitor: Browser) -> None:
    await create_guest_page(visitor)
    version = str((await Page.get()).version)
    await visitor.post("/start/page", form=FORM | {"name": "Satu", "version": version})

    response = await visitor.post("/start/page", form=FORM | {"name": "Dua", "version": version})

    assert response.status_code == 422
    assert (await Page.get()).content.name == "Satu"


async def test_what_is_refused_is_said_beside_its_field(visitor: Browser) -> None:
    wrong = [
        ({"name": " "}, "name"),
        ({"url-1": "javascript:alert(1)"}, "url-1"),
        ({"url-0": ""}, "url-0"),
        ({"slug": "api"}, "slug"),
        ({"slug": "a b"}, "slug"),
        ({"bio": "x" * 161}, "bio"),
    ]
    for changes, field in wrong:
        response = await visitor.post("/start", form=FORM | changes)
        text = await response.get_data(as_text=True)
        assert response.status_code in {400, 422}
        assert re.search(rf'id="f-{field}"[^>]*aria-invalid="true"', text), field
        assert "Batik" in text or field == "bio"
    assert await Account.all().count() == 0


async def test_more_than_ten_links_are_not_taken(visitor: Browser) -> None:
    await create_guest_page(visitor, **{f"url-{at}": f"https://example.com/{at}" for at in range(20)})

    assert len((await Page.get()).content.blocks) == start_form.MOST_LINKS == 10


async def test_the_token_opens_it_on_another_device(app: Quart, visitor: Browser) -> None:
    token = token_in(await create_guest_page(visitor))
    other: Browser = app.test_client()  # type: ignore[assignment]
    assert "f-token" in await (await other.get("/start/edit")).get_data(as_text=True)

    wrong = await other.post("/start/edit", form={"token": token[:-1]})
    assert wrong.status_code == 422
    assert token[:-1] not in await wrong.get_data(as_text=True)
    right = await other.post("/start/edit", form={"token": f" {token} "})
    assert right.headers["Location"] == "/start/edit"
    assert "Rumah Kawung" in await (await other.get("/start/edit")).get_data(as_text=True)
    assert token_in(await (await other.post("/start/token")).get_data(as_text=True)) == token
    await other.post("/start/forget")
    assert "f-token" in await (await other.get("/start/edit")).get_data(as_text=True)


async def test_strangers_change_nothing(app: Quart, visitor: Browser) -> None:
    await create_guest_page(visitor)
    other: Browser = app.test_client()  # type: ignore[assignment]

    for path in ("/start/page", "/start/token", "/start/erase", "/start/claim", "/start/forget"):
        response = await other.post(path, form=FORM | {"name": "Lain", "sure": "on"})
        assert response.status_code == 303, path
    assert (await Page.get()).content.name == "Rumah Kawung"


async def test_everything_can_be_deleted_by_who_is_sure(visitor: Browser) -> None:
    await create_guest_page(visitor)
    await visitor.post("/start/erase")
    assert await Page.all().count() == 1

    response = await visitor.post("/start/erase", form={"sure": "on"})
    assert response.status_code == 200
    assert await Account.all().count() == await Page.all().count() == await Link.all().count() == 0


async def test_the_front_page_shortens_without_an_account(visitor: Browser) -> None:
    text = await (await visitor.get("/?lang=id")).get_data(as_text=True)
    assert 'action="/start/link" method="post"' in text

    response = await visitor.post("/start/link", form={"url": "example.com/a?b=c"})
    assert response.headers["Location"] == "/start/link"
    link = await Link.get()
    assert link.destination_url == "https://example.com/a?b=c"
    assert f'data-copy="{link.short_url}"' in await (await visitor.get("/start/link")).get_data(as_text=True)
    await visitor.post("/start/link", form={"url": "https://example.com/2"})
    assert await Account.all().count() == 1, "the browser carries the token"


async def test_the_eleventh_link_is_refused(visitor: Browser) -> None:
    for at in range(11):
        response = await visitor.post("/start/link", form={"url": f"https://example.com/{at}"})

    assert response.status_code == 403
    assert await Link.all().count() == 10


@as_subtests("url", ["", "javascript:alert(1)", "https://kliqs.test/start", "https://user@example.com"])
async def test_a_destination_that_is_none_makes_no_guest(visitor: Browser, url: str) -> None:
    response = await visitor.post("/start/link", form={"url": url})

    assert response.status_code in {400, 422}
    assert await Account.all().count() == 0
    assert "Set-Cookie" not in response.headers


async def test_making_is_limited_by_address(app: Quart) -> None:
    for _ in range(start_form.shortenings.most):
        browser = app.test_client()
        assert (await browser.post("/start/link", form={"url": ""})).status_code in {400, 422}

    response = await app.test_client().post("/start/link", form={"url": "https://example.com"})
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) > 0


async def test_who_is_signed_in_claims_it(visitor: Browser, budi: Account) -> None:
    await create_guest_page(visitor)
    await visitor.post("/start/link", form={"url": "https://example.com"})
    assert "/signup?next=" in unescape(await (await visitor.get("/start/claim")).get_data(as_text=True))

    visitor.sign_in(await world.begin_session(budi, "Firefox"))
    assert "budi@example.com" in await (await visitor.get("/start/claim")).get_data(as_text=True)
    response = await visitor.post("/start/claim")

    assert response.status_code == 303
    assert await Page.owned_by(budi).count() == 1
    assert await world.links_used(budi) == 1
    assert COOKIE not in {cookie.name for cookie in visitor.cookie_jar or ()}


async def test_without_room_the_page_says_so_and_keeps_the_token(
    visitor: Browser, as_sari: Browser, sari: Account
) -> None:
    await create_guest_page(visitor)
    token = next(cookie.value for cookie in visitor.cookie_jar or () if cookie.name == COOKIE)
    await Page.make(sari, "sudah-ada", (await Page.get()).content)
    await as_sari.post("/start/edit", form={"token": str(token)})

    response = await as_sari.post("/start/claim")

    assert response.status_code == 422
    assert await Page.owned_by(sari).count() == 1
    assert (await as_sari.get("/start/edit")).status_code == 200


async def test_on_hosts_of_their_own_the_front_page_asks_where_people_sign_in(visitor: Browser) -> None:
    hosts = " ".join(f"{name}={name}.kliqs.test" for name in ("public", "dashboard", "api", "docs", "marketing"))
    installation.current().site = Site.parse(hosts, bind="127.0.0.1:8000", secure=True)
    response = await visitor.get("/", headers={"Host": "marketing.kliqs.test"})
    text = await response.get_data(as_text=True)

    assert 'action="https://dashboard.kliqs.test/start/link" method="get"' in text
    assert "form-action https://dashboard.kliqs.test;" in response.headers["Content-Security-Policy"]
    wrong_host_response = await visitor.get(
        "/start/link?url=https://example.com", headers={"Host": "dashboard.kliqs.test"}
    )
    assert 'value="https://example.com"' in await wrong_host_response.get_data(as_text=True)
    assert await Link.all().count() == 0


def marked(text: str) -> set[str]:
    """The fields that a page says something is wrong with."""
    return set(re.findall(r'id="f-([\w-]+)"[^>]*aria-invalid="true"', text))


async def test_all_faults_are_said_at_once_each_by_its_field_and_nothing_typed_is_lost(
    visitor: Browser, budi: Account
) -> None:
    await world.shorten(budi, "sudah")
    wrong = {
        "name": " ",
        "bio": "x" * 161,
        "slug": "sudah",
        "title-0": "",
        "url-0": "javascript:alert(1)",
        "title-2": "y" * 81,
        "url-2": "",
        "title-3": "Katalog",
        "url-3": "https://example.com/3",
    }

    response = await visitor.post("/start", form=FORM | wrong)

    text = unescape(await response.get_data(as_text=True))
    assert response.status_code in {400, 409, 422}
    assert marked(text) == {"name", "bio", "slug", "url-0", "title-2", "url-2"}, "and none by a field nobody touched"
    for name, value in wrong.items():
        if name not in {"name", "bio"}:
            assert re.search(rf'id="f-{name}"[^>]* value="{re.escape(value)}"', text), name
    assert "x" * 161 in text
    assert await Page.all().count() == 0


async def test_a_picture_becomes_the_avatar(visitor: Browser) -> None:
    response = await visitor.post("/start", form=FORM, files={"picture": photo()})

    page = await Page.get().prefetch_related("account")
    assert response.status_code == 201
    assert page.content.avatar == str((await Media.get(account_id=page.account_id)).id)
    edited = await (await visitor.get("/start/edit")).get_data(as_text=True)
    assert f'value="{page.content.avatar}"' in edited and "start__avatar" in edited


async def test_a_picture_beside_faults_must_be_chosen_again_and_the_page_says_so(visitor: Browser) -> None:
    response = await visitor.post("/start", form=FORM | {"name": ""}, files={"picture": photo()})

    assert marked(await response.get_data(as_text=True)) == {"name", "picture"}
    assert await Media.all().count() == 0


async def test_a_picture_that_is_none_is_refused_beside_its_field(visitor: Browser) -> None:
    response = await visitor.post("/start", form=FORM, files={"picture": FileStorage(BytesIO(b"GIF89a"), "a.gif")})

    assert marked(await response.get_data(as_text=True)) == {"picture"}
    assert await Account.all().count() == 0


async def test_a_picture_of_an_edit_is_kept_even_where_the_rest_is_refused(visitor: Browser) -> None:
    await create_guest_page(visitor)
    version = str((await Page.get()).version)

    nameless = FORM | {"name": "", "version": version}
    refused = await visitor.post("/start/page", form=nameless, files={"picture": photo()})
    text = await refused.get_data(as_text=True)
    assert marked(text) == {"name"}
    kept = re.search(r'name="avatar" value="([\w-]{36})"', text)
    assert kept

    await visitor.post("/start/page", form=FORM | {"avatar": kept[1], "version": version})
    assert (await Page.get()).content.avatar == kept[1]
    version = str((await Page.get()).version)
    await visitor.post("/start/page", form=FORM | {"avatar": kept[1], "without_picture": "on", "version": version})
    assert (await Page.get()).content.avatar == ""


async def test_a_strangers_picture_is_not_taken(visitor: Browser, budi: Account) -> None:
    await create_guest_page(visitor)
    version = str((await Page.get()).version)
    theirs = await Media.store(budi, await render_sizes(PHOTO, SHAPES["avatar"]))

    response = await visitor.post("/start/page", form=FORM | {"avatar": str(theirs.id), "version": version})

    assert response.status_code in {400, 422}
    assert (await Page.get()).content.avatar == ""


async def test_a_starter_fills_what_is_empty_and_touches_nothing_typed(visitor: Browser) -> None:
    typed = {"name": "Kopi Senja", "title-0": "Punyaku", "url-0": "https://example.com", "bio": "", "theme": "nila"}

    text = unescape(
        await (await visitor.post("/start/starter?lang=id", form=typed | {"fill": "cafe"})).get_data(as_text=True)
    )

    assert 'value="Kopi Senja"' in text and 'value="Punyaku"' in text
    assert 'value="Menu"' in text and "Kopi dari bukit sendiri" in text
    assert re.search(r'value="soga" checked', text)
    assert not marked(text)
    again = unescape(
        await (
            await visitor.post(
                "/start/starter?lang=id",
                form=typed
                | {
                    "title-1": "Menu",
                    "bio": "Kopi dari bukit sendiri, buka setiap hari.",
                    "starter": "cafe",
                    "fill": "teacher",
                },
            )
        ).get_data(as_text=True)
    )
    assert 'value="Menu"' not in again and 'value="Materi pelajaran"' in again and "bukit" not in again


async def test_titles_that_a_starter_proposed_and_nobody_filled_are_no_fault(visitor: Browser) -> None:
    await visitor.post("/start?lang=en", form=FORM | {"starter": "cafe", "title-2": "Menu", "title-3": "Book a table"})

    assert [block.values["title"] for block in (await Page.get()).content.blocks] == ["Toko", "example.com"]


async def test_enter_in_a_field_makes_the_page_and_no_starter(visitor: Browser) -> None:
    text = await (await visitor.get("/start")).get_data(as_text=True)
    form = text[text.index('action="/start"') :]
    assert "formaction" not in form[: form.index("</button>")], "the first button of a form is the one of Enter"


async def test_the_name_of_the_front_page_comes_along(visitor: Browser) -> None:
    assert 'action="/start" method="get"' in await (await visitor.get("/")).get_data(as_text=True)
    text = await (await visitor.get("/start?slug=kopi-senja")).get_data(as_text=True)
    assert re.search(r'id="f-slug"[^>]* value="kopi-senja"', text)


async def test_at_its_limit_the_field_that_shortens_is_not_offered(visitor: Browser) -> None:
    for at in range(GUEST.links):
        await visitor.post("/start/link", form={"url": f"https://example.com/{at}"})

    for path in ("/", "/start/link"):
        text = await (await visitor.get(path)).get_data(as_text=True)
        assert 'id="shorten-url"' not in text, path
    assert 'href="/start/claim"' in await (await visitor.get("/start/link")).get_data(as_text=True)


async def test_where_too_many_pages_were_made_the_form_is_not_offered(
    visitor: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_info, "rate_limit_address", lambda: "203.0.113.9")
    for _ in range(new_guests.most):
        await new_guests.attempt("203.0.113.9")

    response = await visitor.get("/start")

    assert response.status_code == 429 and int(response.headers["Retry-After"]) > 0
    assert 'id="f-name"' not in await response.get_data(as_text=True)


async def test_an_account_without_room_is_told_before_it_presses_anything(visitor: Browser, sari: Account) -> None:
    await create_guest_page(visitor)
    await Page.make(sari, "sudah-ada", (await Page.get()).content)
    visitor.sign_in(await world.begin_session(sari, "Firefox"))

    text = await (await visitor.get("/start/claim")).get_data(as_text=True)

    assert 'action="/start/claim"' not in text
    assert 'role="alert"' in text and 'href="/dashboard/pages/"' in text


async def test_the_save_code_is_behind_a_disclosure(visitor: Browser) -> None:
    text = await create_guest_page(visitor)
    assert "<details" in text[: text.index(token_in(text))].rpartition("</details>")[2]
    assert "<details open" not in text and 'class="card start__code" open' not in text


async def test_a_photo_that_is_too_heavy_loses_nothing_that_was_typed(visitor: Browser) -> None:
    heavy = FileStorage(BytesIO(b"\xff\xd8\xff" + bytes(8 * 2**20)), "foto.jpg")

    response = await visitor.post("/start", form=FORM, files={"picture": heavy})

    text = await response.get_data(as_text=True)
    assert response.status_code in {400, 413, 422}
    assert marked(text) == {"picture"} and 'value="Rumah Kawung"' in text
