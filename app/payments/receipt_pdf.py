"""Draws a receipt as a PDF on A4: on one page, or on as many as its texts need."""

from __future__ import annotations

import io
from functools import cache
from itertools import zip_longest

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.kernel.package_files import PACKAGE
from app.payments.receipt_document import ReceiptDocument

FONT, FONT_FILE = "Receipt", PACKAGE / "qr" / "render" / "plus-jakarta-sans-bold.ttf"
SIZE, LARGE, LEADING = 10, 22, 15  # points
MARGIN, COLUMN, FLOOR = 20 * mm, 85 * mm, 20 * mm
WIDTH, HEIGHT = A4
TOP = HEIGHT - 30 * mm
GREY, INK = 0.4, 0.1  # shades, 0 is black
FULL = WIDTH - 2 * MARGIN
LABEL, AMOUNT = 60 * mm, 45 * mm  # widths


def render_receipt_pdf(document: ReceiptDocument) -> bytes:
    """Returns the PDF of a receipt. Characters that its fonts lack are drawn as question marks."""
    out = io.BytesIO()
    pages = _Pages(out, document)
    pages.write([(MARGIN, document.title, INK, FULL)], LARGE)
    pages.y -= 6 * mm
    for label, value in document.facts:
        pages.write([(MARGIN, label, GREY, LABEL), (MARGIN + LABEL, value, INK, FULL - LABEL)])
    pages.y -= 6 * mm
    columns = (document.seller_label, document.seller), (document.buyer_label, document.buyer)
    pages.write([(MARGIN + COLUMN * number, label, GREY, COLUMN) for number, (label, _) in enumerate(columns)])
    for seller, buyer in zip_longest(*(_wrap_all(lines, COLUMN - 5 * mm) for _, lines in columns), fillvalue=""):
        pages.write([(MARGIN, seller, INK, COLUMN), (MARGIN + COLUMN, buyer, INK, COLUMN)])
    pages.y -= 8 * mm
    for number, (label, amount) in enumerate(document.lines, 1):
        pages.write_amount(label, amount, last=number == len(document.lines))
    if document.tax:
        pages.write_amount(*document.tax, last=False)
    for note in document.notes:
        pages.y -= 2 * mm
        pages.write([(MARGIN, note, INK, FULL)], SIZE - 1)
    pages.close()
    return out.getvalue()


def drawable(text: str) -> str:
    """Returns a text with a question mark for each character that the font lacks."""
    glyphs = pdfmetrics.getFont(_font()).face.charToGlyph
    return "".join(letter if ord(letter) in glyphs else "?" for letter in text)


class _Pages:
    """The pages of a receipt. `y` is the baseline of the next line; a line without room begins a new page."""

    def __init__(self, out: io.BytesIO, document: ReceiptDocument) -> None:
        self.y, self._name, self._number = TOP, f"{document.title} {document.number}", 1
        self._canvas = Canvas(out, pagesize=A4, pageCompression=1, invariant=1)
        self._canvas.setTitle(self._name)
        self._canvas.setAuthor(document.seller[0] if document.seller else "Kliqs")

    def write(self, texts: list[tuple[float, str, float, float]], size: int = SIZE) -> None:
        """Writes texts beside each other, each as (x, text, shade, width), wrapped at its width."""
        wrapped = [(x, _wrap(text, size, width), shade) for x, text, shade, width in texts]
        for row in range(max(len(lines) for _, lines, _ in wrapped)):
            self._make_room()
            for x, lines, shade in wrapped:
                if row < len(lines):
                    self._canvas.setFillGray(shade)
                    self._canvas.setFont(_font(), size)
                    self._canvas.drawString(x, self.y, lines[row])
            self.y -= size * 1.4

    def write_amount(self, label: str, amount: str, *, last: bool) -> None:
        """Writes a line of the bill, the sum with a rule above it."""
        self._make_room()
        size = SIZE + 2 if last else SIZE
        if last:
            self._canvas.setStrokeGray(GREY)
            self._canvas.line(MARGIN, self.y + LEADING, WIDTH - MARGIN, self.y + LEADING)
        self._canvas.setFillGray(INK)
        self._canvas.setFont(_font(), size)
        self._canvas.drawRightString(WIDTH - MARGIN, self.y, drawable(amount))
        self.write([(MARGIN, label, INK, FULL - AMOUNT)], size)
        self.y -= LEADING / 3

    def close(self) -> None:
        """Ends the last page and writes the file."""
        self._canvas.showPage()
        self._canvas.save()

    def _make_room(self) -> None:
        """Begins a new page, headed by the receipt's number and its own, if there is no room for a line."""
        if self.y >= FLOOR:
            return
        self._canvas.showPage()
        self.y, self._number = TOP, self._number + 1
        self.write([(MARGIN, f"{self._name} · {self._number}", GREY, FULL)], SIZE - 1)
        self.y -= 6 * mm


@cache
def _font() -> str:
    """The name of the font, which is registered at its first use."""
    pdfmetrics.registerFont(TTFont(FONT, str(FONT_FILE)))
    return FONT


def _wrap(text: str, size: int, width: float) -> list[str]:
    """Returns the lines of a text that is wrapped at `width` points; words that are wider are cut."""
    lines: list[str] = []
    for line in simpleSplit(drawable(text), _font(), size, width) or [""]:
        while pdfmetrics.stringWidth(line, _font(), size) > width and len(line) > 1:
            fits = max(1, sum(1 for end in range(1, len(line)) if _fits(line[:end], size, width)))
            lines.append(line[:fits])
            line = line[fits:]
        lines.append(line)
    return lines


def _fits(text: str, size: int, width: float) -> bool:
    return bool(pdfmetrics.stringWidth(text, _font(), size) <= width)


def _wrap_all(lines: tuple[str, ...], width: float) -> list[str]:
    """Returns the lines of several texts that are wrapped at `width` points."""
    return [part for line in lines for part in _wrap(line, SIZE, width)]
