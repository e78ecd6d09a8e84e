"""The print sheet: codes in a grid on A4 or Letter paper, each with its caption, and marks to cut along."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.batch.cell_sizes import CAPTION_HEIGHT, PADDING, cell_size, code_width
from app.batch.options import PAPERS, Options
from app.qr.render import pdf, text_outlines
from app.qr.render.drawing import Drawing

MARK_LENGTH = 2.0  # millimetres, of one arm
CAPTION_SIZE, SMALLEST_CAPTION = 8.0, 5.0  # points
FONT = "sheet"


class PrintSheet:
    """A PDF to which codes are added one at a time: each page is filled line by line from its upper left corner."""

    def __init__(self, file: Path, options: Options) -> None:
        """An empty sheet that will be written to `file`."""
        self.options, self.placed = options, 0
        self.page = tuple(side * mm for side in PAPERS[options.paper])
        self.canvas: Any = Canvas(str(file), self.page, invariant=1, pageCompression=1)
        self.width, self.height = (side * mm for side in cell_size(options))

    def add_code(self, drawing: Drawing, caption: str) -> None:
        """Draw the next code in its cell, as large as fits."""
        if self.placed % self._codes_per_page == 0:
            self._begin_page()
        line, column = divmod(self.placed % self._codes_per_page, self.options.codes_per_row)
        left = self.options.margin * mm + column * self.width
        bottom = self.page[1] - self.options.margin * mm - (line + 1) * self.height
        width = code_width(self.options, drawing) * mm
        caption_height = CAPTION_HEIGHT * mm if self.options.captions else 0
        height = width * drawing.height / drawing.width
        code_bottom = bottom + caption_height + (self.height - caption_height - height) / 2
        pdf.draw_on_canvas(self.canvas, drawing, left + (self.width - width) / 2, code_bottom, width)
        if self.options.captions:
            self._draw_caption(caption, left + self.width / 2, code_bottom - 3.4 * mm)
        self.placed += 1

    def close(self) -> None:
        """Write the file."""
        self.canvas.save()

    @property
    def _codes_per_page(self) -> int:
        """The number of codes on a page."""
        return self.options.codes_per_row * self.options.rows_per_page

    def _begin_page(self) -> None:
        """Begin a page and draw its cutting marks."""
        if self.placed:
            self.canvas.showPage()
        if self.options.marks:
            self._draw_marks()

    def _draw_marks(self) -> None:
        """Draw a small grey cross wherever cells meet: visible enough to cut along, too faint to disturb readers."""
        self.canvas.setLineWidth(0.25)
        self.canvas.setStrokeGray(0.55)
        for x in _positions(self.options.margin * mm, self.width, self.options.codes_per_row):
            for y in _positions(self.options.margin * mm, self.height, self.options.rows_per_page):
                self.canvas.line(x - MARK_LENGTH * mm, y, x + MARK_LENGTH * mm, y)
                self.canvas.line(x, y - MARK_LENGTH * mm, x, y + MARK_LENGTH * mm)

    def _draw_caption(self, caption: str, middle: float, baseline: float) -> None:
        """Draw a caption centred on `middle`; lengths in points."""
        words, size = fit_caption_and_size(caption, self.width - 2 * PADDING * mm)
        if words:
            self.canvas.setFillGray(0.1)
            self.canvas.setFont(_register_font(), size)
            self.canvas.drawCentredString(middle, baseline, words)


def fit_caption_and_size(caption: str, room: float) -> tuple[str, float]:
    """The caption and its size in points so that it fits into `room` points: first reduced in size, then truncated.

    Characters that the font lacks are left out.
    """
    missing = text_outlines.missing_characters(caption)
    text = " ".join("".join(letter for letter in caption if letter not in missing).split())
    size = min(CAPTION_SIZE, max(SMALLEST_CAPTION, room / max(text_outlines.measure_width(text), 0.001)))
    if text_outlines.measure_width(text) * size <= room + 0.001:
        return text, size
    while text and text_outlines.measure_width(text + "…") * size > room:
        text = text[:-1]
    return text.rstrip() + "…", size


def _positions(start: float, step: float, count: int) -> Iterator[float]:
    """`count` + 1 positions, `step` apart."""
    return (start + step * index for index in range(count + 1))


@lru_cache(1)
def _register_font() -> str:
    """The name of the caption font, which is registered on first use."""
    pdfmetrics.registerFont(TTFont(FONT, str(text_outlines.FONT)))
    return FONT
