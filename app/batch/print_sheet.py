"""The print sheet: codes in a grid on A4 or Letter, each with its caption, and marks to cut along."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.batch.options import PAPERS, Options
from app.qr.render import pdf, text_outlines
from app.qr.render.drawing import Drawing

PAD, CAPTION, MARK = 2.0, 5.0, 2.0  # millimetres: round a code, under it for its words, and of a mark's arm
LETTERS, LEAST_LETTERS = 8.0, 5.0  # points
FONT = "sheet"


class Sheet:
    """A PDF that grows by a code at a time. Codes fill lines from the upper left, pages one after the other."""

    def __init__(self, file: Path, options: Options) -> None:
        self.options, self.placed = options, 0
        self.page = tuple(side * mm for side in PAPERS[options.paper])
        self.canvas: Any = Canvas(str(file), self.page, invariant=1, pageCompression=1)
        self.width, self.height = (side * mm for side in cell(options))

    def place(self, drawing: Drawing, caption: str) -> None:
        """Puts the next code into its cell, as large as fits there."""
        if self.placed % self._a_page == 0:
            self._turn()
        line, column = divmod(self.placed % self._a_page, self.options.columns)
        left = self.options.margin * mm + column * self.width
        bottom = self.page[1] - self.options.margin * mm - (line + 1) * self.height
        width = code_width(self.options, drawing) * mm
        words = CAPTION * mm if self.options.captions else 0
        high = width * drawing.height / drawing.width
        lift = bottom + words + (self.height - words - high) / 2
        pdf.place(self.canvas, drawing, left + (self.width - width) / 2, lift, width)
        if self.options.captions:
            self._write(caption, left + self.width / 2, lift - 3.4 * mm)
        self.placed += 1

    def close(self) -> None:
        """Writes the file."""
        self.canvas.save()

    @property
    def _a_page(self) -> int:
        return self.options.columns * self.options.lines

    def _turn(self) -> None:
        if self.placed:
            self.canvas.showPage()
        if self.options.marks:
            self._mark()

    def _mark(self) -> None:
        """A small cross wherever cells meet, in grey: a knife needs it, a reader must not see it."""
        self.canvas.setLineWidth(0.25)
        self.canvas.setStrokeGray(0.55)
        for x in _steps(self.options.margin * mm, self.width, self.options.columns):
            for y in _steps(self.options.margin * mm, self.height, self.options.lines):
                self.canvas.line(x - MARK * mm, y, x + MARK * mm, y)
                self.canvas.line(x, y - MARK * mm, x, y + MARK * mm)

    def _write(self, caption: str, middle: float, baseline: float) -> None:
        words, size = fitted(caption, self.width - 2 * PAD * mm)
        if words:
            self.canvas.setFillGray(0.1)
            self.canvas.setFont(_font(), size)
            self.canvas.drawCentredString(middle, baseline, words)


def cell(options: Options) -> tuple[float, float]:
    """The width and height of a cell in millimetres."""
    width, height = PAPERS[options.paper]
    return (width - 2 * options.margin) / options.columns, (height - 2 * options.margin) / options.lines


def code_width(options: Options, drawing: Drawing) -> float:
    """How wide a drawing stands on the sheet, in millimetres."""
    width, height = cell(options)
    room = height - 2 * PAD - (CAPTION if options.captions else 0)
    return min(width - 2 * PAD, room * drawing.width / drawing.height)


def fitted(caption: str, room: float) -> tuple[str, float]:
    """The caption and its size in points, so that it fits `room` points: smaller first, then cut off.

    Characters that our letters lack are left out.
    """
    missing = text_outlines.missing(caption)
    words = " ".join("".join(letter for letter in caption if letter not in missing).split())
    size = min(LETTERS, max(LEAST_LETTERS, room / max(text_outlines.width(words), 0.001)))
    if text_outlines.width(words) * size <= room + 0.001:
        return words, size
    while words and text_outlines.width(words + "…") * size > room:
        words = words[:-1]
    return words.rstrip() + "…", size


def _steps(start: float, step: float, count: int) -> Iterator[float]:
    return (start + step * at for at in range(count + 1))


@lru_cache(1)
def _font() -> str:
    pdfmetrics.registerFont(TTFont(FONT, str(text_outlines.FONT)))
    return FONT
