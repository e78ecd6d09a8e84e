"""A picture of our own making: what somebody uploaded, drawn anew."""

from dataclasses import dataclass

from app.media.upload import open_apart


@dataclass(frozen=True, slots=True)
class Picture:
    """`content` is a whole file of `media_type`; `width` and `height` are pixels."""

    content: bytes
    media_type: str
    width: int
    height: int


async def reencode(raw: bytes, *, longest: int, keep_alpha: bool) -> Picture:
    """An uploaded PNG, JPEG or WebP drawn anew: upright, in sRGB, at most `longest` pixels a side, no metadata left.

    With `keep_alpha` a PNG, transparent where it was; without, a WebP on white.
    Refusals: those of `upload.open_apart`, all of the field "picture".
    """
    told, content = await open_apart(raw, "picture", str(longest), "alpha" if keep_alpha else "opaque")
    return Picture(content, told["media_type"], told["width"], told["height"])
