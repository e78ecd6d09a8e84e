"""The words of a frame as outlines, so that no font is needed where a file is opened."""

from functools import lru_cache
from pathlib import Path as File
from typing import Any

from app.qr.render.shapes import Path

FONT = File(__file__).with_name("plus-jakarta-sans-bold.ttf")
UNITS_PER_EM, CAP_HEIGHT = 1000, 745  # the font's own units


@lru_cache(1)
def _font() -> tuple[dict[int, str], Any, Any]:
    """The font's glyph names by code point, its glyphs and its advance widths."""
    from app.qr.render.font_glyphs import read_font  # not above: most servers draw no words for long

    return read_font(FONT)


def missing_characters(words: str) -> str:
    """The characters of `words` that the font lacks, each once."""
    characters = _font()[0]
    return "".join(dict.fromkeys(letter for letter in words if ord(letter) not in characters))


def measure_width(words: str) -> float:
    """The width of a line of `words`, in ems."""
    characters, _, advances = _font()
    units: int = sum(advances[characters[ord(letter)]][0] for letter in words)
    return units / UNITS_PER_EM


def outline_text(words: str, middle: float, centre: float, size: float) -> Path:
    """The outlines of `words` at the size of one em in modules; the capitals are centred on the point `middle`,
    `centre`.
    """
    from app.qr.render.font_glyphs import append_glyph  # see _font

    characters, glyphs, advances = _font()
    scale, path = size / UNITS_PER_EM, Path()
    x, baseline = middle - measure_width(words) * size / 2, centre + CAP_HEIGHT * scale / 2
    for letter in words:
        glyph = characters[ord(letter)]
        append_glyph(path, glyphs, glyph, scale, x, baseline)
        x += advances[glyph][0] * scale
    return path
