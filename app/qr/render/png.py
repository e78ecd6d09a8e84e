"""Writes a drawing as PNG, rasterized by resvg from the same SVG that is offered as a file."""

from struct import pack
from zlib import crc32

import resvg_py

from app.qr.render.drawing import MAX_PIXELS, Drawing
from app.qr.render.svg import render_svg

HEADER_LENGTH = 8 + 25  # the signature and IHDR, after which pHYs may follow (PNG 3rd edition §5.6)
INCHES_PER_METRE = 1 / 0.0254


def render_png(drawing: Drawing, pixels: int, dpi: int = 300) -> bytes:
    """The PNG of the drawing, `pixels` wide (1 to 4,000), with the resolution `dpi` in its metadata; transparency is
    kept.
    """
    rendered = rasterize_drawing(drawing, min(max(pixels, 1), MAX_PIXELS))
    return rendered[:HEADER_LENGTH] + _chunk(b"pHYs", _density(dpi)) + rendered[HEADER_LENGTH:]


def rasterize_drawing(drawing: Drawing, pixels: int, background: str | None = None) -> bytes:
    """The PNG that resvg renders of the drawing. Holds the interpreter's lock until it is done."""
    # the SVG needs its size in pixels: resvg rounds a bare viewBox down to whole pixels and cuts off the rest
    return rasterize_svg(render_svg(drawing, pixels), background)


def rasterize_svg(text: str, background: str | None = None) -> bytes:
    """The PNG that resvg renders of one of our own SVGs. Holds the interpreter's lock until it is done."""
    return bytes(resvg_py.svg_to_bytes(svg_string=text, background=background, skip_system_fonts=True))


def _density(dpi: int) -> bytes:
    """The data of a pHYs chunk: pixels per metre, horizontally and vertically."""
    per_metre = round(dpi * INCHES_PER_METRE)
    return pack(">IIB", per_metre, per_metre, 1)


def _chunk(kind: bytes, content: bytes) -> bytes:
    """A PNG chunk with its length and checksum."""
    return pack(">I", len(content)) + kind + content + pack(">I", crc32(kind + content))
