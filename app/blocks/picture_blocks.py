"""Blocks of pictures: a single picture, and a gallery."""

from collections.abc import Sequence

from app.blocks.kind import Destination, Kind, Values
from app.kernel.refusal import N_
from app.payloads.field import Field

PICTURE = Field("picture", N_("Picture"), input="picture", required=True, most=40)
ALT = Field("alt", N_("What it shows"), N_("Read out to people who cannot see it."), most=160)


def _image_destinations(values: Values, items: Sequence[Values]) -> list[Destination]:
    return [Destination("", values["caption"] or values["alt"], values["url"])] if values["url"] else []


IMAGE = Kind(
    "image",
    N_("Picture"),
    N_("One picture, as wide as the page. It can lead somewhere."),
    "photo",
    (
        PICTURE,
        ALT,
        Field("caption", N_("Caption"), most=160),
        Field("url", N_("Destination"), N_("Where a tap leads. May stay empty."), "url", most=2_048),
    ),
    named=lambda values: values.get("caption") or values.get("alt", ""),
    destinations=_image_destinations,
    words="foto photo gambar image picture banner poster",
)
GALLERY = Kind(
    "gallery",
    N_("Gallery"),
    N_("Several pictures side by side."),
    "layout-grid",
    (Field("title", N_("Title"), most=80),),
    item=(PICTURE, ALT),
    most_items=12,
    more=N_("Another picture"),
    words="galeri foto photo gambar album portofolio portfolio",
)
