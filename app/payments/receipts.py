"""Issues receipts, and says what is on them: the same lines for the page, the PDF and the email."""

from __future__ import annotations

from datetime import timedelta

from app.kernel import clock, i18n, installation
from app.kernel.db import query_rows
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.payments import operator_calendar
from app.payments.money import RUPIAH, format_money
from app.payments.order import CROCKFORD, Order
from app.payments.receipt import MAX_SERIES, Receipt
from app.plans.plan_limits import PLANS

BEGIN_YEAR = """INSERT INTO receipt_counters (year, last_number, series) VALUES ($1, 0, '')
    ON CONFLICT (year) DO NOTHING"""
NEXT_NUMBER = """UPDATE receipt_counters SET last_number = last_number + 1 WHERE year = $1
    RETURNING last_number, series"""
BEGIN_SERIES = """INSERT INTO receipt_counters (year, last_number, series) VALUES ($1, 0, $2)
    ON CONFLICT (year) DO UPDATE SET series = $2"""


async def issue_receipt(order: Order) -> Receipt:
    """Creates the receipt of a paid order with the next number of the year, in the caller's transaction."""
    now, config = clock.now(), installation.current().config
    year = operator_calendar.today().year
    await query_rows(BEGIN_YEAR, [year])
    [row] = await query_rows(NEXT_NUMBER, [year])
    return await Receipt.create(
        order_id=order.id,
        year=year,
        series=row["series"],
        number=row["last_number"],
        amount=order.paid_amount or 0,
        currency=order.currency,
        seller_name=config.operator_name,
        seller_address=config.operator_address,
        seller_email=config.contact_email,
        buyer_name=order.buyer_name,
        buyer_email=order.buyer_email,
        buyer_address=order.buyer_address,
        buyer_tax_id=order.buyer_tax_id,
        issued_at=now,
    )


async def begin_series() -> None:
    """Begins another series of numbers in the caller's transaction; call it after a backup was restored.

    Receipts that were issued after the backup are lost, and their buyers have them: the name of the series, which is
    the time in minutes in Crockford's base 32, keeps their numbers from naming two receipts.
    """
    minutes = (clock.now() - clock.EARLIEST) // timedelta(minutes=1)
    places = range(MAX_SERIES - 2, -1, -1)
    name = "".join(CROCKFORD[minutes >> 5 * place & 31] for place in places).lstrip("0")
    await query_rows(BEGIN_SERIES, [operator_calendar.today().year, name])


def describe_item(order: Order) -> str:
    """Returns what was bought in the current language: `Pro, 12 months`, `AI credits, Rp100,000`."""
    return describe_credits(order.credits) if order.credits else describe_plan(order.plan, order.months)


def describe_credits(rupiah: int) -> str:
    """Returns so many rupiah of credits in the current language: `AI credits, Rp100,000`."""
    return _("AI credits, %(sum)s") % {"sum": format_money(rupiah, RUPIAH)}


def describe_plan(name: str, months: int) -> str:
    """Returns a plan for a number of months in the current language: `Pro, 12 months`."""
    plan = _(PLANS[name].label) if name in PLANS else name
    period = ngettext("%(count)s month", "%(count)s months", months) % {"count": i18n.format_number(months)}
    return f"{plan}, {period}"


def money_lines(order: Order) -> list[tuple[str, str]]:
    """Returns the lines of a bill as pairs (label, amount) in the current language; the last one is what is paid.

    A discount is negative, the digits that tell payments apart are a line of their own, and tax is named as included.
    """
    currency = order.currency
    paid = order.paid_amount if order.paid_amount is not None else order.pay_amount or order.total
    lines = [(describe_item(order), format_money(order.price, currency))]
    if order.discount:
        label = _("Discount (%(code)s)") % {"code": order.coupon_code}
        lines.append((label, format_money(-order.discount, currency)))
    if paid > order.total:
        lines.append((_("Digits that tell payments apart"), format_money(paid - order.total, currency)))
    lines.append((_("Total"), format_money(paid, currency)))
    return lines


def coupon_note(order: Order) -> str:
    """Returns why an order bought less than all of its months in the current language; empty where it did not."""
    if not order.lost_coupon:
        return ""
    words = _("The code %(code)s was used up when this payment arrived. It buys the days that are paid at full price.")
    return words % {"code": order.coupon_code}


def tax_line(order: Order) -> tuple[str, str] | None:
    """Returns the line of the included tax (label, amount); None without a tax."""
    return tax_label(order.tax_name, order.tax_rate, order.tax, order.currency)


def tax_label(name: str, tax_rate: int, amount: int, currency: str) -> tuple[str, str] | None:
    """Returns the line of an included tax at `tax_rate` hundredths of a percent; None without a tax."""
    if not tax_rate:
        return None
    whole, part = divmod(tax_rate, 100)
    separator = "," if i18n.current_language() == "id" else "."
    rate = f"{whole}{separator}{part:02}".rstrip("0").rstrip(separator) if part else str(whole)
    label = _("including %(tax)s %(rate)s %%") % {"tax": name, "rate": rate}
    return label, format_money(amount, currency)
