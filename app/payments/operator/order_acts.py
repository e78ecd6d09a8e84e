"""What operators do about orders, by the pages and by the commands: each act is in the log with who did it.

An act and its entry in the log are written in one transaction. Providers are asked outside of one.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from app.kernel.db import transaction
from app.kernel.refusal import N_, NotFound, Refusal
from app.operators.operator_log import add_sentences, record_act
from app.payments import notifications, operator_calendar, order_checks, refunds, transitions
from app.payments.currencies import to_decimal
from app.payments.order import Order
from app.payments.order_checks import Answer
from app.payments.order_state import UNPAID, OrderState
from app.payments.payment_event import Outcome, PaymentEvent
from app.payments.providers.provider import CheckoutKind

MARKABLE = UNPAID | {OrderState.CANCELLED}  # money for a cancelled one is booked as an order of its own
add_sentences(
    {
        "order_paid": N_("marked the order %(thing)s as paid, %(detail)s."),
        "order_refund": N_("noted a refund of the order %(thing)s, %(detail)s."),
        "order_paid_back": N_("noted that what came of the order %(thing)s was paid back, %(detail)s."),
        "order_second_payment": N_("booked a second payment of the order %(thing)s, %(detail)s."),
        "order_seen": N_("took the order %(thing)s off the list of those that need attention."),
        "order_checked": N_("asked the payment service about the order %(thing)s."),
        "event_replayed": N_("replayed the event %(detail)s of the order %(thing)s."),
    }
)


class ConfirmedByProvider(Refusal):
    """The provider of the order confirms payments by itself, and nobody said to mark it all the same."""

    code, field = "CONFIRMED_BY_PROVIDER", "anyway"
    says = N_("Its payment service confirms payments by itself. Ask it first, or say that you are sure.")


class PaymentNumberMissing(Refusal):
    """A second payment has no number."""

    code, field, says = "PAYMENT_NUMBER_MISSING", "number", N_("Give the number that the payment service shows for it.")


class UnknownEvent(NotFound):
    """There is no event of that number."""

    says = N_("There is no event of that number.")


class Checked(NamedTuple):
    """An order after its provider was asked, and whether it answered."""

    order: Order
    answer: Answer


def money(amount: int, currency: str) -> str:
    """Returns an amount as it is typed in commands and kept in the log: `79000 IDR`, `4.94 USD`."""
    return f"{to_decimal(amount, currency)} {currency}"


async def mark_paid(order: Order, amount: int | None, day: date | None, *, anyway: bool) -> Outcome:
    """Marks an order as paid; `amount` is what came in, by default all that was due, on a day, by default now.

    `anyway` also marks one whose provider confirms payments by itself. Raises: ConfirmedByProvider, DayToCome.
    """
    if order.kind != CheckoutKind.MANUAL and not anyway:
        raise ConfirmedByProvider
    operator_calendar.refuse_future(day)
    paid_at = operator_calendar.start_of_day(day) if day else None
    paid = order.pay_amount or order.total if amount is None else amount
    async with transaction():
        outcome = await transitions.mark_paid(order, paid, paid_at=paid_at)
        if outcome is not Outcome.NOTED:
            await record_act("order_paid", order.reference, money(paid, order.currency))
    return outcome


async def note_refund(order: Order, amount: int, note: str, *, once: str = "", anyway: bool = False) -> None:
    """Notes that a part or all of a paid order was paid back; the same form only once.

    `anyway` also notes one of credits that are used, or of long ago. Raises: RefundTooLarge, CreditsUsedUp,
    RefundTooLate.
    """
    async with transaction():
        if await refunds.note_refund(order, amount, note, once=once, anyway=anyway):
            await record_act("order_refund", order.reference, money(amount, order.currency))


async def pay_back_underpaid(order: Order, amount: int, note: str, *, once: str = "") -> None:
    """Notes that what came of an underpaid order was paid back, which ends it. Raises: RefundTooLarge."""
    async with transaction():
        if await refunds.pay_back_underpaid(order, amount, note, once=once):
            await record_act("order_paid_back", order.reference, money(amount, order.currency))


async def book_second_payment(order: Order, number: str, amount: int) -> Order | None:
    """Books a further payment of an order by its number at the provider, and returns the order that has it.

    The same number only once; None where that is no payment of an order of its own. Raises: PaymentNumberMissing,
    NoSecondPayment.
    """
    number = read_payment_number(number)
    async with transaction():
        outcome = await transitions.book_second_payment(order, number, amount)
        if outcome is not Outcome.NOTED:
            await record_act("order_second_payment", order.reference, money(amount, order.currency))
    return await Order.filter(copy_key=transitions.second_payment_key(order, number)).first()


def read_payment_number(typed: str) -> str:
    """Returns the number of a payment as a service shows it. Raises: PaymentNumberMissing."""
    number = typed.strip()
    if not number or len(number) > transitions.MAX_REF or not number.isprintable():
        raise PaymentNumberMissing
    return number


async def mark_seen(order: Order) -> None:
    """Takes an order off the list of those that need attention."""
    async with transaction():
        if await Order.filter(id=order.id).exclude(attention="").exists():
            await order.clear_attention()
            await record_act("order_seen", order.reference)


async def check_order(order: Order) -> Checked:
    """Asks the provider about an order now, and does what follows from the answer."""
    await record_act("order_checked", order.reference)
    return Checked(*await order_checks.check_and_answer(order))


async def replay_event(id: int, order: Order | None = None) -> tuple[Order, Outcome]:
    """Does once more what a stored event said; returns its order as it is then, and what followed.

    With `order` the event must be one of its own. Raises: UnknownEvent.
    """
    event = await PaymentEvent.get_or_none(id=id)
    if event is None or (order is not None and event.order_id != order.id):
        raise UnknownEvent
    async with transaction():
        outcome = await notifications.replay_event(event)
        current = await Order.get(id=event.order_id)
        await record_act("event_replayed", current.reference, str(event.id))
    return current, outcome
