"""A receipt as a PDF: one page of A4, with the same lines as its HTML page.

The fonts are those that every reader of PDF files has, which cover Latin script; any other character is drawn as a
question mark. The HTML page shows every script.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from app.kernel import i18n
from app.kernel.i18n import gettext as _
from app.payments import receipts
from app.payments.checkout import way_labels
from app.payments.order import Order
from app.payments.receipt import Receipt

MARGIN, LEADING = 22 * mm, 5.2 * mm
WIDTH, TOP = A4[0] - 2 * MARGIN, A4[1] - 28 * mm
REGULAR, BOLD = "Helvetica", "Helvetica-Bold"
COLUMN, SIZE, SMALL, TITLE = WIDTH / 3, 10, 8.5, 20
ENCODING = "cp1252"  # of the fonts: WinAnsi


def draw_receipt(receipt: Receipt, order: Order) -> bytes:
    """Returns the receipt of an order as a PDF in the current language."""
    file = io.BytesIO()
    canvas: Any = Canvas(file, A4, invariant=1, pageCompression=1)
    canvas.setTitle(_plain(f"{_('Receipt')} {receipt.label}"))
    _draw(canvas, MARGIN, TOP, "Kliqs", BOLD, TITLE)
    _draw(canvas, MARGIN + WIDTH, TOP, _("Receipt"), BOLD, TITLE, right=True)
    day = i18n.format_day(receipts.issued_on(receipt).date())
    _draw(canvas, MARGIN + WIDTH, TOP - LEADING * 1.3, f"{receipt.label} · {day}", REGULAR, SIZE, right=True)
    bottoms = [
        _draw_column(canvas, number, heading, lines) for number, (heading, lines) in enumerate(_columns(receipt, order))
    ]
    _draw_sum(canvas, min(bottoms) - 2 * LEADING, order)
    canvas.save()
    return file.getvalue()


def payment_lines(order: Order) -> list[str]:
    """Returns when and how an order was paid, in the current language."""
    paid = [i18n.format_datetime(order.paid_at)] if order.paid_at else []
    return [*paid, way_labels.short_name(order.provider, order.kind), _("Order"), order.reference]


def _columns(receipt: Receipt, order: Order) -> list[tuple[str, list[str]]]:
    """Returns the three columns: seller, buyer, payment."""
    seller = [receipt.seller_name, *receipt.seller_address.splitlines(), receipt.seller_email]
    tax_id = f"NPWP {receipt.buyer_tax_id}" if receipt.buyer_tax_id else ""
    buyer = [receipt.buyer_name, *receipt.buyer_address.splitlines(), receipt.buyer_email, tax_id]
    return [(_("From"), seller), (_("To"), buyer), (_("Paid"), payment_lines(order))]


def _draw_column(canvas: Any, number: int, heading: str, lines: Iterable[str]) -> float:
    """Draws a column; returns where it ends."""
    left = MARGIN + number * COLUMN
    at: float = TOP - 4 * LEADING
    _draw(canvas, left, at, heading, BOLD, SMALL, grey=0.4)
    for line in lines:
        for part in simpleSplit(_plain(line), REGULAR, SMALL + 0.5, COLUMN - 4 * mm) if line else ():
            at -= LEADING * 0.9
            _draw(canvas, left, at, part, REGULAR, SMALL + 0.5)
    return at


def _draw_sum(canvas: Any, at: float, order: Order) -> None:
    """Draws the lines of the bill, the total in bold, and the included tax."""
    *lines, total = receipts.money_lines(order)
    for label, amount in [*lines, total]:
        font = BOLD if (label, amount) == total else REGULAR
        _draw(canvas, MARGIN, at, label, font, SIZE)
        _draw(canvas, MARGIN + WIDTH, at, amount, font, SIZE, right=True)
        canvas.setStrokeGray(0.82)
        canvas.setLineWidth(0.5)
        canvas.line(MARGIN, at - LEADING * 0.45, MARGIN + WIDTH, at - LEADING * 0.45)
        at -= LEADING * 1.5
    if tax := receipts.tax_line(order):
        _draw(canvas, MARGIN, at, f"{tax[0]}: {tax[1]}", REGULAR, SMALL, grey=0.4)
        at -= LEADING
    _draw(canvas, MARGIN, at - LEADING, _("Made by a computer, valid without a signature."), REGULAR, SMALL, grey=0.4)


def _draw(
    canvas: Any, left: float, at: float, words: str, font: str, size: float, *, right: bool = False, grey: float = 0.1
) -> None:
    canvas.setFont(font, size)
    canvas.setFillGray(grey)
    (canvas.drawRightString if right else canvas.drawString)(left, at, _plain(words))


def _plain(words: str) -> str:
    """Returns a text of the characters that the fonts have."""
    return words.encode(ENCODING, "replace").decode(ENCODING)
