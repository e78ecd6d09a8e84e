"""The picture of a shared page: as large as chats want it, in its own letters, whatever the name."""

from io import BytesIO

import pytest
from PIL import Image

from app.pages.content import Content
from app.pages.public.share_card import card_digest, card_svg, card_url, square_avatar_png
from app.pages.theme.presets import PRESETS
from app.pages.theme.theme import Theme
from app.qr.render import png
from tests.pages.gallery import rich


def test_a_card_is_1200_by_630_with_its_face_in_it() -> None:
    face = BytesIO()
    Image.new("RGB", (64, 64), "#ff0000").save(face, "webp")
    card = png.rasterize_svg(card_svg(rich(), "rumahkawung", square_avatar_png(face.getvalue())))
    image = Image.open(BytesIO(card)).convert("RGB")
    assert image.size == (1200, 630)
    red, green, _ = image.getpixel((190, 285))  # type: ignore[misc]
    assert red > 250 and green < 5


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_draws_one(preset: str) -> None:
    card = png.rasterize_svg(card_svg(rich(Theme(preset)), "rumahkawung"))
    image = Image.open(BytesIO(card)).convert("RGB")
    assert len(image.getcolors(1 << 20) or []) > 20


@pytest.mark.parametrize("name", ["", "👩‍🎨", "عربي", "W" * 60, "</svg><script>", "A " * 30])
def test_any_name_can_be_drawn(name: str) -> None:
    text = card_svg(Content(name=name, bio=name), "s" * 64)
    assert "<script" not in text and png.rasterize_svg(text)


def test_another_page_has_another_address() -> None:
    content = rich()
    assert card_url(content, "a") == f"https://kliqs.test/a/card-{card_digest(content, 'a')}.png"
    assert card_digest(content, "a") != card_digest(rich(Theme("soga")), "a")
