"""A drawing as PNG, drawn by resvg from its very SVG."""

from struct import pack
from zlib import crc32

import resvg_py

from app.qr.render.drawing import Drawing
from app.qr.render.svg import svg

MOST = 4000  # 34 cm at 300 dpi; beyond, drawing takes seconds and hundreds of megabytes, and PDF is the better file
BEGINNING = 8 + 25  # the signature and IHDR, after which pHYs may stand (PNG 3rd edition §5.6)
PER_METRE = 1 / 0.0254


def png(drawing: Drawing, pixels: int, dpi: int = 300) -> bytes:
    """The drawing `pixels` wide (1 to 4,000), which says that it is meant for `dpi`; transparency stays."""
    drawn = raster(drawing, min(max(pixels, 1), MOST))
    return drawn[:BEGINNING] + _chunk(b"pHYs", _density(dpi)) + drawn[BEGINNING:]


def raster(drawing: Drawing, pixels: int, background: str | None = None) -> bytes:
    """The drawing as the PNG that resvg makes of it. Holds the interpreter's lock until it is done."""
    # with its size in pixels, since resvg takes a bare viewBox to be a whole number of pixels and cuts off the rest
    return drawn(svg(drawing, pixels), background)


def drawn(text: str, background: str | None = None) -> bytes:
    """An SVG of ours as the PNG that resvg makes of it. Holds the interpreter's lock until it is done."""
    return bytes(resvg_py.svg_to_bytes(svg_string=text, background=background, skip_system_fonts=True))


def _density(dpi: int) -> bytes:
    per_metre = round(dpi * PER_METRE)
    return pack(">IIB", per_metre, per_metre, 1)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + kind + content + pack(">I", crc32(kind + content))
