"""The QR codes of an uploaded picture are read, whatever they stand on."""

import io

import pytest
import segno
from PIL import Image

from app.media.qr_reading import read_codes
from tests.media.pictures import saved

TEXT = "00020101021126…QRIS é 🧵"


def drawn(text: str, **how: object) -> Image.Image:
    out = io.BytesIO()
    segno.make(text, micro=False).save(out, kind="png", scale=6, **how)
    return Image.open(io.BytesIO(out.getvalue()))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
async def test_a_code_is_read_from_every_kind_of_picture(kind: str) -> None:
    assert await read_codes(saved(drawn(TEXT).convert("RGB"), kind)) == [TEXT]


@pytest.mark.parametrize("how", [{"light": None}, {"light": None, "dark": "white"}], ids=["black", "white"])
async def test_a_code_on_nothing_is_read(how: dict[str, object]) -> None:
    assert await read_codes(saved(drawn(TEXT, **how).convert("RGBA"), "PNG")) == [TEXT]


async def test_each_text_is_told_once() -> None:
    sheet = Image.new("RGB", (900, 300), "white")
    for place, text in enumerate(("one", "two", "one")):
        sheet.paste(drawn(text).convert("RGB"), (place * 300 + 20, 40))

    assert sorted(await read_codes(saved(sheet, "PNG"))) == ["one", "two"]


async def test_a_picture_without_a_code_has_none() -> None:
    assert await read_codes(saved(Image.new("RGB", (300, 300), "white"), "PNG")) == []
