"""The content of a receipt in the current language, from which the page and the PDF are drawn alike."""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel import i18n
from app.kernel.i18n import gettext as _
from app.payments import operator_calendar, receipts
from app.payments.money import RUPIAH, format_money
from app.payments.order import Order
from app.payments.receipt import Receipt


@dataclass(frozen=True, slots=True)
class ReceiptDocument:
    """Texts ready to be shown. `lines` are pairs (label, amount), the last one the sum; `notes` stand below."""

    title: str
    number: str
    facts: tuple[tuple[str, str], ...]
    seller_label: str
    seller: tuple[str, ...]
    buyer_label: str
    buyer: tuple[str, ...]
    lines: tuple[tuple[str, str], ...]
    tax: tuple[str, str] | None
    notes: tuple[str, ...]


def compose_receipt(receipt: Receipt, order: Order) -> ReceiptDocument:
    """Returns the content of a receipt of an order, with what was paid back of it since."""
    issued = i18n.format_day(operator_calendar.day_of(receipt.issued_at))
    facts = [(_("Receipt"), receipt.shown_number), (_("Date"), issued), (_("Order"), order.reference)]
    if number := order.paid_ref or order.provider_ref:
        facts.append((_("Number at the payment service"), number))
    tax_number = _("Tax number: %(number)s") % {"number": receipt.buyer_tax_id} if receipt.buyer_tax_id else ""
    return ReceiptDocument(
        title=_("Receipt"),
        number=receipt.shown_number,
        facts=tuple(facts),
        seller_label=_("From"),
        seller=_present(receipt.seller_name, *receipt.seller_address.splitlines(), receipt.seller_email),
        buyer_label=_("For"),
        buyer=_present(receipt.buyer_name, *receipt.buyer_address.splitlines(), receipt.buyer_email, tax_number),
        lines=tuple(receipts.money_lines(order)),
        tax=receipts.tax_line(order),
        notes=_notes(order),
    )


def _notes(order: Order) -> tuple[str, ...]:
    """Returns the sentences below the sum: a lost coupon, the rate, and what was paid back."""
    notes = [note] if (note := receipts.coupon_note(order)) else []
    if order.rate and order.rate_day:
        day = i18n.format_day(order.rate_day)
        rate = {"currency": order.currency, "rate": format_money(order.rate, RUPIAH), "day": day}
        notes.append(_("1 %(currency)s = %(rate)s on %(day)s") % rate)
    if order.refunded:
        notes.append(_("Of this, %(amount)s was paid back.") % {"amount": format_money(order.refunded, order.currency)})
    return tuple(notes)


def _present(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)
