"""The font of frames, read by fontTools; text_outlines.py loads this module once words are drawn, for its memory."""

from pathlib import Path as File
from typing import Any

from fontTools.misc.transform import Transform
from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from app.qr.render.shapes import Path, Step


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


def read_font(file: File) -> tuple[dict[int, str], Any, Any]:
    """Returns a font's glyph names by code point, its glyphs and its advance widths."""
    font = TTFont(file, lazy=False)
    return font.getBestCmap(), font.getGlyphSet(), font["hmtx"]


def append_glyph(path: Path, glyphs: Any, name: str, scale: float, x: float, baseline: float) -> None:
    """Appends the outlines of a glyph to a path, upright, with its origin at `x` on the baseline."""
    pen = TransformPen(_OutlinePen(glyphs, path), Transform(scale, 0, 0, -scale, x, baseline))
    glyphs[name].draw(pen)
