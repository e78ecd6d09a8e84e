"""The pages of QR codes: designing one, its files, and what fails the scan check."""

import io
import json
import re
import secrets
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest
from PIL import Image
from quart.datastructures import FileStorage

from app.accounts.models import Account
from app.links.models import Link
from app.media.models import Media
from app.media.reencode import reencode
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import QrCode
from app.qr.saved_style import SavedStyle
from tests import world
from tests.client import Browser
from tests.media.pictures import saved
from tests.qr_reader import read_qr_codes

HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
URL = "/dashboard/qr/"
PALE = {"dark": "#dddddd"}


def design(**changes: Any) -> dict[str, str]:
    """The designer's fields as a browser sends them."""
    return {name: str(value) for name, value in Design().with_changes(changes).as_dict().items() if value is not False}


async def html(browser: Browser, path: str = URL, **rest: Any) -> str:
    return await (await browser.get(path, **rest)).get_data(as_text=True)


async def create_code(browser: Browser, account: Account, **fields: str) -> QrCode:
    """A code of a new link, made by the form."""
    link = await world.shorten(account)
    form = design() | {"kind": "link", "link": str(link.id), "title": "Table tent"}
    answer = await browser.post(URL, form=form | fields)
    assert answer.status_code == 303, await answer.get_data(as_text=True)
    code = await QrCode.get(id=answer.headers["Location"].rpartition("/")[2])
    await code.fetch_related("name")
    return code


async def file(browser: Browser, path: str) -> bytes:
    return bytes(await (await browser.get(path)).get_data(as_text=False))


def read(content: bytes) -> str:
    [code] = read_qr_codes(Image.open(io.BytesIO(content)).convert("L"))
    return str(code.text)


async def test_a_code_is_made_shown_found_and_deleted_with_undo(as_sari: Browser, sari: Account) -> None:
    assert "codes-q" in await html(as_sari)
    code = await create_code(as_sari, sari)
    assert "Table tent" in await html(as_sari)
    assert "Table tent" in await html(as_sari, f"{URL}{code.id}")
    assert "Table tent" in await html(as_sari, f"{URL}?q=tent", headers=HX)
    assert "Table tent" not in await html(as_sari, f"{URL}?q=nothing", headers=HX)
    await as_sari.post(f"{URL}{code.id}/delete")
    page = await html(as_sari)
    assert f"{URL}{code.id}/restore" in page
    assert await QrCode.owned_by(sari).count() == 0
    await as_sari.post(f"{URL}{code.id}/restore")
    assert await QrCode.owned_by(sari).count() == 1


@pytest.mark.parametrize(
    "q",
    ["tent TABLE", "étoile", "ETOILE kawung", "https://kliqs.test/promo", "@promo tent", "büro.example", "xn--bro-hoa"],
)
async def test_a_code_is_found_by_its_own_words_and_those_of_its_link(as_sari: Browser, sari: Account, q: str) -> None:
    link = await Link.shorten(sari, url="https://büro.example", slug="promo", title="Étoile", notes="Kawung")
    await QrCode.create_for_link(sari, link, "Table tent", Look(Design()))
    await QrCode.create_static(
        sari, "wifi", {"ssid": "Kedai", "password": "rahasia"}, "WIFI:S:Kedai;P:rahasia;;", "Wi-Fi", Look(Design())
    )
    page = await html(as_sari, f"{URL}?{urlencode({'q': q})}", headers=HX)
    assert "Table tent" in page and "Wi-Fi" not in page


async def test_a_code_of_an_address_without_a_scheme_is_completed_and_that_is_said(
    as_budi: Browser, budi: Account
) -> None:
    form = design() | {"kind": "url", "given-url": "\u200bshop.example.com/x ", "title": "Meja"}
    sent = await as_budi.post(URL, form=form)
    code = await QrCode.get(account_id=budi.id)
    assert (code.content, code.given["url"]) == ("https://shop.example.com/x", "https://shop.example.com/x")
    assert "https:// was added to the address." in await html(as_budi, sent.headers["Location"])
    await as_budi.post(f"{URL}{code.id}", form=form | {"given-url": code.given["url"], "version": "1"})
    assert "https:// was added" not in await html(as_budi, f"{URL}{code.id}")


async def test_a_static_code_is_found_by_what_is_in_it_and_not_by_its_password(as_sari: Browser, sari: Account) -> None:
    await QrCode.create_static(
        sari,
        "wifi",
        {"ssid": "Kedai Étoile", "password": "rahasia"},
        "WIFI:S:Kedai;P:rahasia;;",
        "Meja",
        Look(Design()),
    )
    assert "Meja" in await html(as_sari, f"{URL}?q=etoile+kedai", headers=HX)
    assert "Meja" not in await html(as_sari, f"{URL}?q=rahasia", headers=HX)


async def test_every_file_says_what_is_printed(as_sari: Browser, sari: Account) -> None:
    code = await create_code(as_sari, sari)
    answer = await as_sari.get(f"{URL}{code.id}/image.png?download=1&size=600")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{code.file}.png"'
    content = bytes(await answer.get_data(as_text=False))
    assert Image.open(io.BytesIO(content)).width == 600
    assert read(content).lower() == code.address.lower()
    for form, start in (("svg", b"<svg"), ("pdf", b"%PDF"), ("eps", b"%!PS")):
        assert (await file(as_sari, f"{URL}{code.id}/image.{form}")).startswith(start)
    assert (await as_sari.get(f"{URL}{code.id}/image.exe")).status_code == 404


@pytest.mark.parametrize(
    ("wish", "title", "called"),
    [
        ("link-placement", "Table tent", "menu-Table-tent"),
        ("placement-link", "Table tent", "Table-tent-menu"),
        ("placement", "Table tent", "Table-tent"),
        ("placement", "", "menu"),
        ("link", "Table tent", "menu"),
        ("placement", "Meja № 5/6 \U0001f35c", "Meja-5-6"),
        ("placement", "\U0001f35c", "menu"),
    ],
)
async def test_files_are_called_as_the_look_wishes(
    as_sari: Browser, sari: Account, wish: str, title: str, called: str
) -> None:
    link = await world.shorten(sari, "menu")
    code = await QrCode.create_for_link(sari, link, title, Look(Design(file_name=wish)))
    answer = await as_sari.get(f"{URL}{code.id}/image.svg?download=1")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{called}.svg"'


async def test_a_file_that_is_there_already_is_not_sent_again(as_sari: Browser, sari: Account) -> None:
    path = f"{URL}{(await create_code(as_sari, sari)).id}/image.svg"
    tag = (await as_sari.get(path)).headers["ETag"]
    again = await as_sari.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, await again.get_data()) == (304, b"")


async def test_a_picture_is_kept_for_long_only_while_the_code_looks_and_leads_as_it_did(
    as_sari: Browser, sari: Account
) -> None:
    link = await world.shorten(sari, "menu")
    code = await QrCode.create_for_link(sari, link, "Table tent", Look(Design()))
    [address] = re.findall(rf'src="({URL}{code.id}/image[^"]*)"', unescape(await html(as_sari, URL)))

    async def kept(path: str) -> str:
        return str((await as_sari.get(path)).headers["Cache-Control"])

    assert await kept(address) == "private, max-age=31536000, immutable"
    assert await kept(f"{URL}{code.id}/image.svg?v=1") == "private, max-age=0, must-revalidate"
    await code.edit(look=Look(Design(pattern="dots")))
    assert await kept(address) == "private, max-age=0, must-revalidate"


async def test_what_fails_the_check_is_downloaded_only_on_purpose(as_sari: Browser, sari: Account) -> None:
    code = await create_code(as_sari, sari, **PALE)
    assert code.grade == "bad"
    path = f"{URL}{code.id}/image.png?download=1"
    response = await as_sari.get(path)
    assert response.status_code == 409
    assert "sure=1" in await response.get_data(as_text=True)
    assert (await as_sari.get(f"{path}&sure=1")).headers["Content-Type"] == "image/png"


async def test_the_preview_says_what_is_wrong_and_offers_the_mend(as_sari: Browser, sari: Account) -> None:
    link = await world.shorten(sari)
    form = design(**PALE) | {"kind": "link", "link": str(link.id)}
    bad = await (await as_sari.post(f"{URL}preview", form=form, headers=HX)).get_data(as_text=True)
    assert "scan-check--bad" in bad
    mend = json.loads(bad.partition("data-mend='")[2].partition("'")[0])
    good = await (await as_sari.post(f"{URL}preview", form=form | mend, headers=HX)).get_data(as_text=True)
    assert "scan-check--good" in good


async def test_a_kept_code_can_be_mended_from_its_page(as_sari: Browser, sari: Account) -> None:
    code = await create_code(as_sari, sari, **PALE)
    page = await html(as_sari, f"{URL}{code.id}")
    assert f"{URL}{code.id}/edit?mended=1" in page
    mended = await html(as_sari, f"{URL}{code.id}/edit?mended=1")
    assert "scan-check--good" in mended
    assert (await QrCode.get(id=code.id)).grade == "bad"


async def test_the_preview_works_without_javascript_and_keeps_what_was_typed(as_sari: Browser, sari: Account) -> None:
    link = await world.shorten(sari)
    form = design() | {"words": "x" * 40, "title": "My tent"}
    page = await (await as_sari.post(f"{URL}preview", form=form | {"kind": "link", "link": str(link.id)})).get_data(
        as_text=True
    )
    assert "<html" in page
    assert "My tent" in page
    assert "x" * 40 in page


@pytest.mark.parametrize(
    ("field", "value"),
    [("dark", "red"), ("quiet_zone", "99"), ("words", "漢字"), ("title", "t" * 200), ("pattern", "stars")],
)
async def test_a_refused_design_says_why_by_its_field(as_sari: Browser, sari: Account, field: str, value: str) -> None:
    link = await world.shorten(sari)
    form = design() | {"kind": "link", "link": str(link.id), field: value}
    answer = await as_sari.post(URL, form=form)
    page = await answer.get_data(as_text=True)
    assert answer.status_code in {400, 422}
    assert "field__error" in page
    assert value in page or field == "pattern"
    assert await QrCode.owned_by(sari).count() == 0


async def test_a_static_code_is_made_and_says_it(as_sari: Browser, sari: Account) -> None:
    form = design() | {"kind": "whatsapp", "given-number": "0812-3456-789", "given-message": "Halo & hai"}
    answer = await as_sari.post(URL, form=form)
    assert answer.status_code == 303, await answer.get_data(as_text=True)
    code = await QrCode.get(id=answer.headers["Location"].rpartition("/")[2])
    assert code.content.startswith("https://wa.me/628123456789?text=")
    assert read(await file(as_sari, f"{URL}{code.id}/image.png?size=500")) == code.content
    page = await html(as_sari, f"{URL}{code.id}/edit")
    assert "0812-3456-789" in page


async def test_a_static_code_that_is_refused_says_why(as_sari: Browser, sari: Account) -> None:
    answer = await as_sari.post(URL, form=design() | {"kind": "whatsapp", "given-number": "abc"})
    assert answer.status_code == 422
    assert 'value="abc"' in await answer.get_data(as_text=True)
    assert (await as_sari.get(f"{URL}design?kind=nothing")).status_code == 404


async def test_a_logo_is_drawn_anew_and_kept(as_sari: Browser, sari: Account) -> None:
    link = await world.shorten(sari)
    form = design() | {"kind": "link", "link": str(link.id)}
    upload = {"picture": FileStorage(io.BytesIO(saved(Image.new("RGBA", (300, 300), "red"), "PNG")), "logo.png")}
    piece = await (await as_sari.post(f"{URL}preview", form=form, files=upload, headers=HX)).get_data(as_text=True)
    id = piece.partition('name="logo_id" value="')[2].partition('"')[0]
    picture = await as_sari.get(f"{URL}media/{id}")
    assert picture.headers["Content-Type"] == "image/png"
    assert "sandbox" in picture.headers["Content-Security-Policy"]
    answer = await as_sari.post(URL, form=form | {"logo_id": id, "logo": "on"})
    code = await QrCode.get(id=answer.headers["Location"].rpartition("/")[2])
    assert str(code.logo_id) == id
    assert "data:image/png" in await html(as_sari, f"{URL}{code.id}/image.svg")


async def test_a_large_logo_may_come_in_one_piece(as_sari: Browser, sari: Account) -> None:
    link = await world.shorten(sari)
    noise = saved(Image.frombytes("RGB", (400, 400), secrets.token_bytes(480_000)), "PNG")
    upload = {"picture": FileStorage(io.BytesIO(noise), "logo.png")}
    answer = await as_sari.post(
        f"{URL}preview", form=design() | {"kind": "link", "link": str(link.id)}, files=upload, headers=HX
    )
    assert len(noise) > 256 * 1024
    assert answer.status_code == 200
    assert 'name="logo_id"' in await answer.get_data(as_text=True)


async def test_what_is_no_picture_is_refused_in_place(as_sari: Browser, sari: Account) -> None:
    link = await world.shorten(sari)
    upload = {"picture": FileStorage(io.BytesIO(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "logo.svg")}
    answer = await as_sari.post(
        f"{URL}preview", form=design() | {"kind": "link", "link": str(link.id)}, files=upload, headers=HX
    )
    assert answer.status_code == 200
    assert "SVG" in await answer.get_data(as_text=True)


async def test_a_code_is_edited_and_a_stale_form_is_told_so(as_sari: Browser, sari: Account) -> None:
    code = await create_code(as_sari, sari)
    form = design(pattern="dots") | {"title": "Poster", "version": "1"}
    assert (await as_sari.post(f"{URL}{code.id}", form=form)).status_code == 303
    await code.refresh_from_db()
    assert (code.title, code.design["pattern"]) == ("Poster", "dots")
    stale = await as_sari.post(f"{URL}{code.id}", form=form)
    assert stale.status_code in {409, 422}
    assert 'name="version" value="2"' in await stale.get_data(as_text=True)


async def test_a_code_that_cannot_come_back_says_why_and_where_to_go_on(as_sari: Browser, sari: Account) -> None:
    code = await create_code(as_sari, sari)
    await code.soft_delete()
    await (await Link.get(id=code.link_id)).soft_delete(sari)
    toast = await as_sari.post(f"{URL}{code.id}/restore", headers=HX)
    assert 'href="/dashboard/links/?show=deleted"' in await toast.get_data(as_text=True)
    assert (await as_sari.post(f"{URL}{code.id}/restore")).status_code == 303
    assert 'href="/dashboard/links/?show=deleted"' in await html(as_sari)


@pytest.mark.parametrize("action", ["", "/use", "/choose", "/delete"])
async def test_without_scripts_a_style_leaves_the_work_in_the_designer(
    as_sari: Browser, sari: Account, action: str
) -> None:
    link = await world.shorten(sari)
    style = await SavedStyle.save_look(sari, "Menu", Look(Design(dark="#9c211f")))
    form = design(dark="#116139", words="Scan me") | {
        "kind": "link",
        "link": str(link.id),
        "title": "Poster",
        "style_name": "Mine",
    }
    where = f"{URL}styles/{style.id}{action}" if action else f"{URL}styles"

    answer = await as_sari.post(where, form=form)

    page = await answer.get_data(as_text=True)
    assert answer.status_code == 200 and "<html" in page and 'id="designer"' in page
    assert 'value="Poster"' in page
    assert ('value="#9c211f"' if action == "/use" else 'value="#116139"') in page
    assert {one.name for one in await SavedStyle.owned_by(sari)} == (
        {"Menu", "Mine"} if not action else set() if action == "/delete" else {"Menu"}
    )


async def test_a_style_is_put_on_a_code_that_is_there_already(as_sari: Browser, sari: Account) -> None:
    code = await create_code(as_sari, sari)
    style = await SavedStyle.save_look(sari, "Menu", Look(Design(dark="#9c211f", background="")))
    page = await html(as_sari, f"{URL}{code.id}/edit")
    assert f"{URL}styles/{style.id}/use" in page
    form = design() | {"kind": "link", "link": str(code.link_id), "code": str(code.id), "version": "1"}

    answer = await as_sari.post(f"{URL}styles/{style.id}/use", form=form)

    page = await answer.get_data(as_text=True)
    assert f'action="{URL}{code.id}"' in page and 'value="#9c211f"' in page and 'name="transparent" checked' in page


async def test_a_style_without_a_name_is_refused_by_its_field(as_sari: Browser, sari: Account) -> None:
    link = await world.shorten(sari)
    form = design(dark="#116139") | {"kind": "link", "link": str(link.id), "style_name": "  "}
    for headers in ({}, HX):
        answer = await as_sari.post(f"{URL}styles", form=form, headers=headers)
        assert answer.status_code == 422
        assert 'id="f-style-note"' in await answer.get_data(as_text=True)


async def test_everything_wrong_in_the_designer_is_said_at_once(as_sari: Browser, sari: Account) -> None:
    form = design() | {"dark": "red", "angle": "x", "quiet_zone": "99", "kind": "wifi", "given-ssid": ""}
    answer = await as_sari.post(URL, form=form)
    page = await answer.get_data(as_text=True)
    assert answer.status_code == 400
    assert page.count("aria-invalid") >= 4


async def test_a_logo_that_is_switched_off_is_not_shown(as_sari: Browser, sari: Account) -> None:
    logo = await Media.store(
        sari, await reencode(saved(Image.new("RGB", (40, 40), "red"), "PNG"), longest=40, keep_alpha=True)
    )
    link = await world.shorten(sari)
    code = await QrCode.create_for_link(sari, link, "", Look(Design(logo=False), logo))
    assert "<image" not in await html(as_sari, f"{URL}{code.id}/edit")


async def test_the_picker_finds_every_link_and_not_only_the_newest(as_sari: Browser, sari: Account) -> None:
    await Account.filter(id=sari.id).update(plan_name="business")
    account = await Account.get(id=sari.id)
    oldest = await Link.shorten(account, url=world.DESTINATION, slug="oldest", title="Menu of the terrace")
    for at in range(40):
        await Link.shorten(account, url=f"https://example.com/{at}")
    page = await html(as_sari, f"{URL}new")
    assert str(oldest.id) not in page and "cursor=" in page

    assert f'name="link" value="{oldest.id}" checked' in await html(as_sari, f"{URL}new?q=terrace")
    piece = await html(as_sari, f"{URL}new?q=terrace", headers=HX)
    assert f'name="link" value="{oldest.id}" checked' in piece and "<html" not in piece
    more = re.search(r'hx-get="([^"]+cursor=[^"]+)"', page)
    assert more and f'name="link" value="{oldest.id}">' in await html(as_sari, unescape(more[1]), headers=HX)


async def test_styles_are_kept_chosen_begun_with_and_deleted(as_sari: Browser, sari: Account) -> None:
    link = await world.shorten(sari)
    await as_sari.post(f"{URL}styles", form=design(dark="#116139") | {"style_name": "Menu"}, headers=HX)
    style = await SavedStyle.get(account_id=sari.id)
    assert 'value="#116139"' not in await html(as_sari, f"{URL}design?link={link.id}")
    assert (await as_sari.post(f"{URL}styles/{style.id}/choose", headers=HX)).status_code == 200
    assert 'value="#116139"' in await html(as_sari, f"{URL}design?link={link.id}")
    assert (await as_sari.post(f"{URL}styles/{style.id}/delete", headers=HX)).status_code == 200
    assert not await SavedStyle.owned_by(sari).exists()


async def test_a_link_leads_to_its_code_or_to_the_designer(as_sari: Browser, sari: Account) -> None:
    link = await world.shorten(sari)
    assert (await as_sari.get(f"{URL}for/{link.id}")).headers["Location"] == f"{URL}design?link={link.id}"
    code = await QrCode.create_for_link(sari, link, "", Look(Design()))
    assert (await as_sari.get(f"{URL}for/{link.id}")).headers["Location"] == f"{URL}{code.id}"


@pytest.mark.parametrize("path", ["", "/edit", "/image.png"])
async def test_a_strangers_code_is_not_found(as_sari: Browser, as_budi: Browser, sari: Account, path: str) -> None:
    code = await create_code(as_sari, sari)
    assert (await as_budi.get(f"{URL}{code.id}{path}")).status_code == 404
    assert (await as_budi.post(f"{URL}{code.id}/delete")).status_code == 404


WIFI = {"kind": "wifi", "given-network": "Kopi;P:x", "given-security": "WPA", "given-password": "rahasia;dapur,1"}


async def wifi_code(browser: Browser) -> QrCode:
    await browser.post(URL, form=design() | WIFI)
    return await QrCode.get()


async def test_the_password_of_a_network_stands_on_no_page(as_sari: Browser, sari: Account) -> None:
    code = await wifi_code(as_sari)
    said = await html(as_sari, f"{URL}{code.id}")
    assert "WIFI:T:WPA;S:Kopi\\;P\\:x;P:••••••••;;" in said
    pages = [
        said,
        await html(as_sari, URL),
        await html(as_sari, f"{URL}{code.id}/edit"),
        await html(as_sari, f"{URL}{code.id}/edit?mended"),
    ]
    for path, form in (
        ("preview", WIFI),
        ("", WIFI | {"dark": "red"}),
        ("styles", WIFI | {"style_name": "A"}),
        ("styles", WIFI),
        ("preview", WIFI | {"code": str(code.id)}),
        (str(code.id), WIFI | {"title": "x" * 90}),
    ):
        answer = await as_sari.post(f"{URL}{path}", form=design() | form)
        pages.append(await answer.get_data(as_text=True))
        assert "Ketik lagi, ya" in pages[-1], path
    assert not [page for page in pages if "rahasia" in page]
    assert all('type="password"' in page for page in pages[2:])


async def test_a_network_keeps_its_password_while_nobody_types_another(as_sari: Browser, sari: Account) -> None:
    code = await wifi_code(as_sari)
    edited = WIFI | {"given-password": "", "given-network": "Teh", "title": "Meja"}
    preview = await as_sari.post(f"{URL}preview", form=design() | edited | {"code": str(code.id)})
    assert "<svg" in await preview.get_data(as_text=True) and preview.status_code == 200
    refused = await as_sari.post(f"{URL}{code.id}", form=design() | edited | {"title": "x" * 90})
    assert "Yang lama tetap dipakai" in await refused.get_data(as_text=True)
    for form in (edited, {name: value for name, value in edited.items() if name != "given-password"}):
        assert (await as_sari.post(f"{URL}{code.id}", form=design() | form)).status_code == 303
        code = await QrCode.get()
        assert code.content == "WIFI:T:WPA;S:Teh;P:rahasia\\;dapur\\,1;;"
        assert code.given["password"] == "rahasia;dapur,1"


async def test_a_network_gets_another_password_or_none(as_sari: Browser, sari: Account) -> None:
    code = await wifi_code(as_sari)
    await as_sari.post(f"{URL}{code.id}", form=design() | WIFI | {"given-password": "baru-sekali"})
    assert (await QrCode.get()).given["password"] == "baru-sekali"
    opened = WIFI | {"given-password": "", "given-security": "nopass"}
    assert (await as_sari.post(f"{URL}{code.id}", form=design() | opened)).status_code == 303
    assert ((await QrCode.get()).given["password"], (await QrCode.get()).masked_content) == (
        "",
        "WIFI:T:nopass;S:Kopi\\;P\\:x;;",
    )


async def test_each_fault_of_what_a_code_says_is_by_its_own_field(as_sari: Browser, sari: Account) -> None:
    form = WIFI | {"given-network": "", "given-password": "x" * 70}
    page = await (await as_sari.post(URL, form=design() | form)).get_data(as_text=True)
    faults = re.findall(r'id="f-given-(\w+)"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*id="f-given-(\w+)"', page)
    assert {a or b for a, b in faults} == {"network", "password"}


async def test_a_designer_for_nothing_leads_to_the_choice_of_what_the_code_is_for(as_sari: Browser) -> None:
    answer = await as_sari.get("/dashboard/qr/design")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/dashboard/qr/new")
