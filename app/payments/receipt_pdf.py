"""Draws a receipt as a PDF on one sheet of A4."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

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
GREY, INK = 0.4, 0.1  # shades, 0 is black
FULL = WIDTH - 2 * MARGIN


def render_receipt_pdf(document: ReceiptDocument) -> bytes:
    """Returns the PDF of a receipt. Characters that its fonts lack are drawn as question marks."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, pageCompression=1, invariant=1)
    canvas.setTitle(f"{document.title} {document.number}")
    canvas.setAuthor(document.seller[0] if document.seller else "Kliqs")
    y = _write(canvas, document.title, MARGIN, HEIGHT - 30 * mm, _font(), LARGE) - 6 * mm
    for label, value in document.facts:
        y = _write_pair(canvas, label, value, y)
    y -= 6 * mm
    left = _write_party(canvas, document.seller_label, document.seller, MARGIN, y)
    right = _write_party(canvas, document.buyer_label, document.buyer, MARGIN + COLUMN, y)
    y = min(left, right) - 8 * mm
    for number, (label, amount) in enumerate(document.lines, 1):
        y = _write_line(canvas, label, amount, y, last=number == len(document.lines))
    if document.tax:
        y = _write_line(canvas, *document.tax, y, last=False)
    for note in document.notes:
        y = _write(canvas, note, MARGIN, y - 2 * mm, _font(), SIZE - 1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def drawable(text: str) -> str:
    """Returns a text with a question mark for each character that the font lacks."""
    glyphs = pdfmetrics.getFont(_font()).face.charToGlyph
    return "".join(letter if ord(letter) in glyphs else "?" for letter in text)


@cache
def _font() -> str:
    """The name of the font, which is registered at its first use."""
    pdfmetrics.registerFont(TTFont(FONT, str(FONT_FILE)))
    return FONT


def _write(
    canvas: Any, text: str, x: float, y: float, font: str, size: int, width: float = WIDTH - 2 * MARGIN
) -> float:
    """Writes a text that is wrapped at `width` points; returns the baseline of what follows."""
    canvas.setFillGray(INK)
    canvas.setFont(font, size)
    for line in simpleSplit(drawable(text), font, size, width) or [""]:
        canvas.drawString(x, max(y, FLOOR), line)
        y -= size * 1.4
    return y


def _write_pair(canvas: Any, label: str, value: str, y: float) -> float:
    """Writes a label and its value beside it; returns the baseline of what follows."""
    canvas.setFillGray(GREY)
    canvas.setFont(_font(), SIZE)
    canvas.drawString(MARGIN, y, drawable(label))
    return _write(canvas, value, MARGIN + 60 * mm, y, _font(), SIZE, FULL - 60 * mm)


def _write_party(canvas: Any, label: str, lines: tuple[str, ...], x: float, y: float) -> float:
    """Writes who sells or buys; returns the baseline of what follows."""
    canvas.setFillGray(GREY)
    canvas.setFont(_font(), SIZE)
    canvas.drawString(x, y, drawable(label))
    y -= LEADING
    for line in lines:
        y = _write(canvas, line, x, y, _font(), SIZE, COLUMN - 5 * mm)
    return y


def _write_line(canvas: Any, label: str, amount: str, y: float, *, last: bool) -> float:
    """Writes a line of the bill, the sum with a rule above it; returns the baseline of what follows."""
    size = SIZE + 2 if last else SIZE
    if last:
        canvas.setStrokeGray(GREY)
        canvas.line(MARGIN, y + LEADING, WIDTH - MARGIN, y + LEADING)
    canvas.setFillGray(INK)
    canvas.setFont(_font(), size)
    canvas.drawRightString(WIDTH - MARGIN, y, drawable(amount))
    below = _write(canvas, label, MARGIN, y, _font(), size, FULL - 45 * mm)
    return below - LEADING / 3
