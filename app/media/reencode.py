"""Re-encodes uploaded pictures, so that only files of our own making are served."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.media.picture_shapes import Crop, Shape
from app.media.upload_sandbox import run_in_worker


@dataclass(frozen=True, slots=True)
class EncodedPicture:
    """A re-encoded picture.

    `content` is a complete file of `media_type`; `width` and `height` are pixels. `sizes` are the files of a picture in
    several sizes, `content` among them, by width and kind ("480.webp").
    """

    content: bytes
    media_type: str
    width: int
    height: int
    sizes: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """The SHA-256 of all its bytes, in hex."""
        sha256 = hashlib.sha256(self.content)
        for name, content in self.sizes.items():
            sha256.update(f"\n{name} {len(content)}\n".encode() + content)
        return sha256.hexdigest()

    @property
    def size(self) -> int:
        """The number of bytes of all its files."""
        return sum(len(content) for content in self.sizes.values()) or len(self.content)


async def reencode(raw: bytes, *, longest: int, keep_alpha: bool) -> EncodedPicture:
    """Re-encodes an uploaded picture: upright, in sRGB, at most `longest` pixels a side, without metadata.

    With `keep_alpha` the result is a PNG that keeps its transparency, otherwise a WebP on white. Raises: those of
    `upload.run_in_worker`, all with the field "picture".
    """
    result, content = await run_in_worker(raw, "picture", str(longest), "alpha" if keep_alpha else "opaque")
    return EncodedPicture(content, result["media_type"], result["width"], result["height"])


async def render_sizes(raw: bytes, shape: Shape, crop: Crop | None = None) -> EncodedPicture:
    """Renders a region of an uploaded picture in every size of a shape, as WebP and AVIF on white, without metadata.

    Raises: InvalidCrop, and those of `upload.run_in_worker`.
    """
    region = (crop or Crop()).checked()
    result, files = await run_in_worker(raw, "sizes", ",".join(map(str, shape.sides)), str(shape.aspect), str(region))
    sizes, offset = {}, 0
    for file in result["files"]:
        sizes[f"{file['width']}.{file['kind']}"] = files[offset : offset + file["bytes"]]
        offset += file["bytes"]
    largest = result["files"][0]
    return EncodedPicture(sizes[f"{largest['width']}.webp"], "image/webp", largest["width"], largest["height"], sizes)
