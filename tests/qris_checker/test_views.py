"""The QRIS checker: what a code says, what is wrong with it, and one for an amount that says just that."""

import base64
import html
import io
import re
from typing import Any

import pytest
import segno
from PIL import Image
from quart.datastructures import FileStorage

from app.accounts.models import Account
from app.payloads import qris
from app.qr.models import QrCode
from tests.client import Browser
from tests.media.pictures import saved
from tests.payloads.test_qris import shop
from tests.qr_reader import read_qr_codes
from tests.subtests import as_subtests

URL = "/dashboard/qr/qris/"


async def checked(browser: Browser, files: Any = None, **form: str) -> tuple[int, str]:
    """The status and the page, entities resolved."""
    answer = await browser.post(URL, form=form, files=files)
    return answer.status_code, html.unescape(await answer.get_data(as_text=True))


def photographed(*texts: str) -> FileStorage:
    sheet = Image.new("RGB", (500 * len(texts), 500), "white")
    for place, text in enumerate(texts):
        out = io.BytesIO()
        segno.make(text, micro=False).save(out, kind="png", scale=5)
        sheet.paste(Image.open(out).convert("RGB"), (500 * place + 20, 20))
    return FileStorage(io.BytesIO(saved(sheet, "PNG")), "photo.png")


def downloads(page: str) -> dict[str, bytes]:
    """The files a page carries, by their names."""
    matches = re.findall(r'href="data:[^;]+;base64,([^"]+)" download="([^"]+)"', page)
    return {name: base64.b64decode(content) for content, name in matches}


def hidden(page: str, action: str) -> dict[str, str]:
    """What a form of the page would send."""
    match = re.search(rf'<form[^>]*action="{action}"[^>]*>(.*?)</form>', page, re.DOTALL)
    assert match, action
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', match[1]))


async def test_the_page_is_found_from_a_new_code_and_asks_for_a_qris(as_sari: Browser) -> None:
    begin = await (await as_sari.get("/dashboard/qr/new")).get_data(as_text=True)
    address = re.search(r'href="(/dashboard/qr/qris/?)"', begin)
    assert address
    page = await (await as_sari.get(address[1])).get_data(as_text=True)
    assert 'name="payload"' in page
    assert 'name="picture"' in page
    assert 'name="amount"' not in page


async def test_a_pasted_qris_shows_whom_it_pays(as_budi: Browser) -> None:
    status, page = await checked(as_budi, payload=f"  {shop()}\n")

    assert status == 200
    for part in (
        "BATIK SARI",
        "SURAKARTA 57111",
        "ID1020000000001",
        "5651",
        "ID.CO.BANKKITA.WWW · UMI",
        "static: the customer types the amount",
    ):
        assert part in page, part


@as_subtests(
    "parts, shown_texts",
    [
        ({"_01": "12", "_54": "25000"}, ("Rp25,000", "dynamic: for one payment")),
        ({"_55": "02", "_56": "1500"}, ("a fixed fee", "Rp1,500")),
        ({"_55": "03", "_57": "2.5"}, ("2.5%",)),
        ({"_55": "01"}, ("the customer is asked for one",)),
    ],
)
async def test_amount_and_tip_are_shown(as_budi: Browser, parts: dict[str, str], shown_texts: tuple[str, ...]) -> None:
    _, page = await checked(as_budi, payload=shop(**parts))

    assert all(words in page for words in shown_texts)


async def test_a_photographed_qris_is_read_also_beside_another_code(as_budi: Browser) -> None:
    files = {"picture": photographed("https://example.com", shop())}

    status, page = await checked(as_budi, files)

    assert status == 200
    assert "BATIK SARI" in page
    assert hidden(page, URL)["payload"] == shop()


@as_subtests(
    "payload, words",
    [
        ("", "A QRIS begins with 000201."),
        ("https://example.com", "A QRIS begins with 000201."),
        (shop()[:60], "The code is cut off"),
        (shop()[:-4] + "0000", "The checksum is wrong"),
        (shop(_58="MY"), "another country"),
        ("\x00" * 50, "A QRIS begins with 000201."),
    ],
)
async def test_what_is_wrong_is_said_and_what_was_pasted_stays(as_budi: Browser, payload: str, words: str) -> None:
    status, page = await checked(as_budi, payload=payload)

    assert status == 422
    assert words in page
    assert payload.strip("\x00") in page
    assert "NMID" not in page


@pytest.mark.parametrize(
    "content, words",
    [
        (saved(Image.new("RGB", (300, 300), "white"), "PNG"), "We see no QR code in that picture."),
        (b"no picture", "That is not a picture."),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG pictures"),
    ],
)
async def test_a_picture_without_a_code_is_refused_by_its_field(as_budi: Browser, content: bytes, words: str) -> None:
    status, page = await checked(as_budi, {"picture": FileStorage(io.BytesIO(content), "photo.png")})

    assert status == 422
    assert words in page
    assert 'aria-describedby="f-picture-note"' in page


async def test_a_picture_of_another_code_shows_what_it_says(as_budi: Browser) -> None:
    status, page = await checked(as_budi, {"picture": photographed("https://example.com/menu")})

    assert status == 422
    assert "A QRIS begins with 000201." in page
    assert "https://example.com/menu" in page


@pytest.mark.parametrize("typed, rupiah", [("25000", 25_000), ("Rp 1.250.000", 1_250_000)])
async def test_a_qris_for_an_amount_is_made_and_its_files_say_it(as_budi: Browser, typed: str, rupiah: int) -> None:
    status, page = await checked(as_budi, payload=shop(), amount=typed, fee="500")

    expected = qris.add_amount(shop(), rupiah, fee=500)
    assert status == 200
    assert f"QRIS for Rp{rupiah:,}" in page
    files = downloads(page)
    assert files.keys() == {"qris.png", "qris.svg"}
    [read] = read_qr_codes(Image.open(io.BytesIO(files["qris.png"])).convert("L"))
    assert read.text == expected
    assert files["qris.svg"].startswith(b"<svg ")
    assert expected in page


@as_subtests(
    "form, words",
    [
        ({"amount": ""}, "Give an amount from Rp1"),
        ({"amount": "0"}, "Give an amount from Rp1"),
        ({"amount": "ten"}, "Give an amount from Rp1"),
        ({"amount": "10000001"}, "Give an amount from Rp1"),
        ({"amount": "5000", "fee": "much"}, "Give a fee in whole rupiah"),
        ({"amount": "9" * 21}, "At most 20 characters"),
    ],
)
async def test_a_wrong_amount_is_refused_by_its_field_and_the_merchant_stays(
    as_budi: Browser, form: dict[str, str], words: str
) -> None:
    status, page = await checked(as_budi, payload=shop(), **form)

    assert status in {400, 422}
    assert words in page
    assert "BATIK SARI" in page
    assert not downloads(page)
    assert hidden(page, URL)["payload"] == shop()


async def test_an_amount_that_is_there_is_replaced_only_on_demand(as_budi: Browser) -> None:
    fixed = shop(_01="12", _54="25000")

    status, page = await checked(as_budi, payload=fixed, amount="30000")
    assert (status, "This QRIS has an amount already: Rp25,000." in page) == (422, True)

    status, page = await checked(as_budi, payload=fixed, amount="30000", replacing="1")
    assert (status, "QRIS for Rp30,000" in page) == (200, True)


async def test_it_leads_into_the_designer_and_from_there_to_a_code(as_budi: Browser, budi: Account) -> None:
    _, page = await checked(as_budi, payload=shop(), amount="25000")
    sent = hidden(page, "/dashboard/qr/preview")
    expected = qris.add_amount(shop(), 25_000)
    assert (sent["kind"], sent["given-payload"]) == ("qris", expected)

    designer = await (await as_budi.post("/dashboard/qr/preview", form=sent)).get_data(as_text=True)
    assert 'id="designer"' in designer
    assert expected in designer
    assert "field__error" not in designer
    assert designer.count('id="f-picture"') == 1, "a whole page has no second region"

    answer = await as_budi.post("/dashboard/qr/", form=sent | {"title": "Invoice 7"})
    assert answer.status_code == 303
    assert (await QrCode.owned_by(budi).get()).content == expected


async def test_checking_keeps_nothing(as_budi: Browser, budi: Account) -> None:
    await checked(as_budi, payload=shop(), amount="25000")

    assert await QrCode.owned_by(budi).count() == 0


async def test_a_strangers_browser_is_sent_to_sign_in(visitor: Browser, database: str) -> None:
    for method in ("GET", "POST"):
        answer = await visitor.open(URL, method=method)
        assert answer.status_code == 303
        assert not answer.headers["Location"].startswith("/dashboard")


async def test_markup_in_a_qris_stays_text(as_budi: Browser) -> None:
    answer = await as_budi.post(URL, form={"payload": shop(_59="<b>SARI</b>")})

    page = await answer.get_data(as_text=True)
    assert "<b>SARI</b>" not in page
    assert "&lt;b&gt;SARI&lt;/b&gt;" in page
