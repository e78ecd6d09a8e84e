"""`kliqs payments …`: what the operator does about orders, coupons and the exchange rate, and the sums for the books.

They do what the operator's pages do (app/payments/operator), beside a running server or without.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import click

from app.gateway.credits import credit_goods
from app.kernel.number_parser import parse_number
from app.ops.command_runner import with_database
from app.ops.operator_actions import OperationDeclined
from app.ops.provider_checks import payment_finding
from app.payments import operator_calendar
from app.payments.coupon import Coupon
from app.payments.currencies import FractionalAmount, from_decimal
from app.payments.exchange_rate import DOLLAR, latest_rate, read_rates
from app.payments.operator import coupon_and_rate_acts, monthly_sums, order_acts
from app.payments.operator.order_acts import money
from app.payments.operator.order_list import OrderFilter, describe_order, list_orders, order_line, order_of
from app.payments.order import Order
from app.payments.order_checks import Answer
from app.payments.order_state import OrderState
from app.payments.payment_event import Outcome
from app.payments.providers import registry

GOODS = (credit_goods,)  # installs, when imported, what orders of credits buy
MONTH = click.DateTime(["%Y-%m"])
DAY = click.DateTime(["%Y-%m-%d"])
OUTCOMES = {
    Outcome.APPLIED: "Done.",
    Outcome.NOTED: "Noted; it changed nothing.",
    Outcome.HINT: "The provider is asked; a running server does it at once, kliqs jobs run does it without one.",
    Outcome.ATTENTION: "It needs you: read the order.",
}


ANSWERS = {
    Answer.ANSWERED: "The service answered.",
    Answer.UNKNOWN: "The service knows no such payment.",
    Answer.SILENT: "The service does not answer as it should; it is asked again later.",
    Answer.NOT_ASKED: "There is nothing to ask.",
}


class Amount(click.ParamType[Decimal]):
    """A click type: an amount as people write it, such as 79000 or 4.94."""

    name = "AMOUNT"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """Returns the amount as a decimal; fails as click types do."""
        amount = parse_number(str(value))
        if amount is None or not 0 < amount < 10**12:
            self.fail("give an amount such as 79000 or 4.94", param, ctx)
        return amount


@click.group()
def payments() -> None:
    """Look at orders, confirm transfers, note refunds, and sum up for the books."""


@payments.command("list")
@click.option("--state", type=click.Choice([state.value for state in OrderState]), help="Only those.")
@click.option("--provider", help="Only those of a provider, such as klikqris or transfer.")
@click.option("--buyer", metavar="EMAIL", help="Only those of a buyer.")
@click.option("--attention", is_flag=True, help="Only those that you should look at.")
@click.option("--most", type=click.IntRange(1, 10_000), default=100, show_default=True, help="How many at most.")
@with_database()
async def list_them(state: str | None, provider: str | None, buyer: str | None, attention: bool, most: int) -> None:
    """List orders, newest first: number, time, state, provider, amount, what it buys, and why you should look at it."""
    chosen = OrderFilter(state or "", provider or "", (buyer or "").strip().lower(), attention)
    orders = await list_orders(chosen, most)
    click.echo("\n".join(order_line(order) for order in orders) or "There is no such order.")


@payments.command("show")
@click.argument("reference", metavar="ORDER")
@with_database()
async def show_order(reference: str) -> None:
    """Show an order with its receipt, its refunds and everything that was heard about it."""
    click.echo(await describe_order(await order_of(reference)))


@payments.command("mark-paid")
@click.argument("reference", metavar="ORDER")
@click.option("--amount", type=Amount(), help="What came in; without it, all that was asked for.")
@click.option("--on", "day", type=DAY, help="The day on which it came in, such as 2026-11-29; without it, now.")
@click.option("--anyway", is_flag=True, help="Also where a provider confirms payments by itself.")
@with_database()
async def mark_paid(reference: str, amount: Decimal | None, day: datetime | None, anyway: bool) -> None:
    """Mark an order as paid, such as by transfer: the plan begins, and the buyer gets the receipt."""
    order = await order_of(reference)
    try:
        outcome = await order_acts.mark_paid(order, _unit(amount, order), day.date() if day else None, anyway=anyway)
    except order_acts.ConfirmedByProvider:
        says = f"{order.provider} confirms payments by itself: kliqs payments check, or add --anyway."
        raise OperationDeclined(says) from None
    click.echo(f"{OUTCOMES[outcome]}\n{order_line(await Order.get(id=order.id))}")


@payments.command("refund")
@click.argument("reference", metavar="ORDER")
@click.argument("amount", type=Amount())
@click.option("--note", default="", help="For your books.")
@click.option("--anyway", is_flag=True, help="Also of credits that are used, or after their 14 days.")
@with_database()
async def note_refund(reference: str, amount: Decimal, note: str, anyway: bool) -> None:
    """Note that money was paid back, which you do at the provider; all of it ends the period that was bought."""
    order = await order_of(reference)
    await order_acts.note_refund(order, _unit(amount, order) or 0, note, anyway=anyway)
    click.echo(order_line(await Order.get(id=order.id)))


@payments.command("pay-back")
@click.argument("reference", metavar="ORDER")
@click.argument("amount", type=Amount())
@click.option("--note", default="", help="For your books.")
@with_database()
async def pay_back(reference: str, amount: Decimal, note: str) -> None:
    """Note that you paid back what came of an order that was paid too little of; the order ends."""
    order = await order_of(reference)
    await order_acts.pay_back_underpaid(order, _unit(amount, order) or 0, note)
    click.echo(order_line(await Order.get(id=order.id)))


@payments.command("second-payment")
@click.argument("reference", metavar="ORDER")
@click.argument("number")
@click.argument("amount", type=Amount())
@with_database()
async def book_second_payment(reference: str, number: str, amount: Decimal) -> None:
    """Book a further payment of an order, by its number at the provider: it buys the same period once more."""
    order = await order_of(reference)
    await order_acts.book_second_payment(order, number, _unit(amount, order) or 0)
    for copy in await Order.filter(copy_key__startswith=f"again {order.reference} ").order_by("created_at"):
        click.echo(order_line(copy))


@payments.command("seen")
@click.argument("reference", metavar="ORDER")
@with_database()
async def mark_seen(reference: str) -> None:
    """Take an order off the list of those that need attention."""
    order = await order_of(reference)
    await order_acts.mark_seen(order)
    click.echo(order_line(await Order.get(id=order.id)))


@payments.command("check")
@click.argument("reference", metavar="ORDER")
@with_database()
async def check_order(reference: str) -> None:
    """Ask the provider about an order now, and do what follows from the answer."""
    checked = await order_acts.check_order(await order_of(reference))
    click.echo(f"{ANSWERS[checked.answer]}\n{order_line(checked.order)}")


@payments.command("replay")
@click.argument("event", type=click.IntRange(1, 2**63 - 1))
@with_database()
async def replay_event(event: int) -> None:
    """Do once more what a stored event said, by its number in kliqs payments show; nothing is credited twice."""
    try:
        order, outcome = await order_acts.replay_event(event)
    except order_acts.UnknownEvent:
        raise OperationDeclined("There is no event of that number: kliqs payments show has them.") from None
    click.echo(f"{OUTCOMES[outcome]}\n{order_line(order)}")


@payments.command("test")
@with_database()
async def test_providers() -> None:
    """Call each provider that is set up, without moving money; exit 1 if one does not answer as it should."""
    findings = [await payment_finding(provider) for provider in registry.configured()]
    for finding in findings:
        click.echo(f"{'ok   ' if finding.ok else 'WRONG'} {finding.says}")
    if not findings:
        click.echo("No provider is set up.")
    if not all(finding.ok for finding in findings):
        click.get_current_context().exit(1)


@payments.command("sums")
@click.option("--from", "first", type=MONTH, help="The first month, such as 2026-01; without it, the present one.")
@click.option("--to", "last", type=MONTH, help="The last month; without it, the present one.")
@with_database()
async def sum_months(first: datetime | None, last: datetime | None) -> None:
    """Print the payments and refunds of each month as CSV, by provider and currency."""
    now = monthly_sums.current_month()
    begin, end = (f"{month:%Y-%m}" if month else now for month in (first, last))
    click.echo(monthly_sums.to_csv(await monthly_sums.sum_months(begin, end)), nl=False)


@payments.group("coupon")
def coupon() -> None:
    """Codes that take something off a price."""


@coupon.command("create")
@click.argument("code")
@click.option("--percent", type=click.IntRange(1, 100), help="What it takes off, in percent.")
@click.option("--amount", type=click.IntRange(1, 10**9), help="Or in rupiah.")
@click.option("--uses", type=click.IntRange(1, 1_000_000), default=1, show_default=True, help="For how many orders.")
@click.option("--until", type=DAY, help="Its last day.")
@with_database()
async def create_coupon(code: str, percent: int | None, amount: int | None, uses: int, until: datetime | None) -> None:
    """Make a coupon that takes off a percentage or an amount."""
    day = until.date() if until else None
    created = await coupon_and_rate_acts.create_coupon(
        code, percent=percent or 0, amount=amount or 0, uses=uses, until=day
    )
    click.echo(_coupon_line(created))


@coupon.command("list")
@with_database()
async def list_coupons() -> None:
    """List coupons, newest first: code, discount, uses, and until when."""
    coupons = await Coupon.all().order_by("-id")
    click.echo("\n".join(_coupon_line(each) for each in coupons) or "There is no coupon.")


@coupon.command("stop")
@click.argument("code")
@with_database()
async def stop_coupon(code: str) -> None:
    """Stop a coupon; orders that have it keep it."""
    await coupon_and_rate_acts.stop_coupon(code)
    click.echo("The coupon is stopped.")


@payments.group("rate")
def rate() -> None:
    """What a US dollar costs in rupiah, for providers that are paid in dollars."""


@rate.command("show")
@with_database()
async def show_rate() -> None:
    """Show the rate and its day."""
    await read_rates()
    known = latest_rate(DOLLAR)
    click.echo(f"{known.rate} rupiah, of {known.day}" if known else "No rate is set.")


@rate.command("set")
@click.argument("rupiah", type=click.IntRange(1, 10**9))
@click.option("--day", type=DAY, help="Of which day it is; without it, today.")
@with_database()
async def set_rate(rupiah: int, day: datetime | None) -> None:
    """Set the rate; running servers use it within a minute. One that is older than 7 days is not used."""
    await coupon_and_rate_acts.set_rate(rupiah, day.date() if day else None)
    known = latest_rate(DOLLAR)
    click.echo(f"{known.rate} rupiah, of {known.day}" if known else "")


def _unit(amount: Decimal | None, order: Order) -> int | None:
    """Returns an amount in the smallest unit of an order's currency. Raises: OperationDeclined for a fraction of it."""
    try:
        return None if amount is None else from_decimal(amount, order.currency)
    except FractionalAmount:
        raise OperationDeclined(f"{amount} is no amount of {order.currency}.") from None


def _coupon_line(coupon: Coupon) -> str:
    discount = f"{coupon.percent} %" if coupon.percent else money(coupon.amount, "IDR")
    end = f"until {operator_calendar.day_of(coupon.expires_at)}" if coupon.expires_at else ""
    stopped = "stopped" if coupon.withdrawn_at else ""
    return "  ".join(filter(None, (coupon.code, discount, f"{coupon.used} of {coupon.most_uses} used", end, stopped)))
