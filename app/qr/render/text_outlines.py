"""The words of a frame as outlines, so that no font is needed where a file is opened."""

from functools import lru_cache
from pathlib import Path as File
from typing import Any

from fontTools.misc.transform import Transform
from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from app.qr.render.shapes import Path, Step

FONT = File(__file__).with_name("plus-jakarta-sans-bold.ttf")
UNITS_PER_EM, CAP_HEIGHT = 1000, 745  # the font's own units


class _OutlinePen(BasePen):  # type: ignore[misc] # fontTools has no types for its pens
    """A fontTools pen that appends a glyph's outlines to a path."""

    def __init__(self, glyphs: Any, path: Path) -> None:
        super().__init__(glyphs)
        self.path = path

    def _moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - fontTools calls it
        self.path.append(Step("M", (point,)))

    def _lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self.path.append(Step("L", (point,)))

    def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self.path.append(Step("C", points))

    def _closePath(self) -> None:  # noqa: N802
        self.path.append(Step("Z"))


@lru_cache(1)
def _font() -> tuple[dict[int, str], Any, Any]:
    """The font's glyph names by code point, its glyphs and its advance widths."""
    font = TTFont(FONT, lazy=False)
    return font.getBestCmap(), font.getGlyphSet(), font["hmtx"]


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
    characters, glyphs, advances = _font()
    scale, path = size / UNITS_PER_EM, Path()
    x, baseline = middle - measure_width(words) * size / 2, centre + CAP_HEIGHT * scale / 2
    for letter in words:
        glyph = characters[ord(letter)]
        glyphs[glyph].draw(TransformPen(_OutlinePen(glyphs, path), Transform(scale, 0, 0, -scale, x, baseline)))
        x += advances[glyph][0] * scale
    return path
