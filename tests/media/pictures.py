"""Pictures as people upload them, and as nobody should."""

import io
import struct
import zlib
from pathlib import Path
from typing import Any

from PIL import Image

KINDS = ("PNG", "JPEG", "WEBP", "AVIF")
# 96 by 64 pixels, red on the left and blue on the right, by a camera called Phone that was held upright (Exif 6), with
# the place where it was taken. Written by pillow-heif 1.4; what we have ourselves only reads.
PHONE = Path(__file__).with_name("phone.heic")


def saved(image: Image.Image, kind: str, **how: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def loaded(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def png(width: int, height: int, rows: bytes, *, depth: int = 8, colour: int = 2, before: bytes = b"") -> bytes:
    """A PNG whose header says this size, whatever its compressed `rows` hold."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + before + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
