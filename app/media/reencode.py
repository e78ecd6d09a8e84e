"""A picture of our own making: what somebody uploaded, drawn anew."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.media.picture_shapes import Crop, Shape
from app.media.upload import open_apart


@dataclass(frozen=True, slots=True)
class Picture:
    """`content` is a whole file of `media_type`; `width` and `height` are pixels.

    `sizes` are the files of a picture that comes in several, by their width and kind ("480.webp"), `content` among
    them.
    """

    content: bytes
    media_type: str
    width: int
    height: int
    sizes: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """SHA-256 of all its bytes, in hex."""
        whole = hashlib.sha256(self.content)
        for name, content in self.sizes.items():
            whole.update(f"\n{name} {len(content)}\n".encode() + content)
        return whole.hexdigest()

    @property
    def size(self) -> int:
        """The bytes of all its files."""
        return sum(len(content) for content in self.sizes.values()) or len(self.content)


async def reencode(raw: bytes, *, longest: int, keep_alpha: bool) -> Picture:
    """An uploaded picture drawn anew: upright, in sRGB, at most `longest` pixels a side, no metadata left.

    With `keep_alpha` a PNG, transparent where it was; without, a WebP on white.
    Refusals: those of `upload.open_apart`, all of the field "picture".
    """
    told, content = await open_apart(raw, "picture", str(longest), "alpha" if keep_alpha else "opaque")
    return Picture(content, told["media_type"], told["width"], told["height"])


async def drawn(raw: bytes, shape: Shape, crop: Crop | None = None) -> Picture:
    """A region of an uploaded picture in every size of a shape, each as WebP and AVIF, on white, no metadata left.

    Refusals: InvalidCrop, and those of `upload.open_apart`.
    """
    region = (crop or Crop()).checked()
    told, made = await open_apart(raw, "sizes", ",".join(map(str, shape.sides)), str(shape.aspect), str(region))
    sizes, at = {}, 0
    for file in told["files"]:
        sizes[f"{file['width']}.{file['kind']}"] = made[at:at + file["bytes"]]
        at += file["bytes"]
    largest = told["files"][0]
    return Picture(sizes[f"{largest['width']}.webp"], "image/webp", largest["width"], largest["height"], sizes)
