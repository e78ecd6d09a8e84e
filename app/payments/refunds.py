"""Notes refunds: that money of an order was paid back."""

from __future__ import annotations

from uuid import uuid4

from app.kernel import clock, text
from app.kernel.db import joined_transaction, query_models, query_rows, transaction
from app.kernel.refusal import N_, Refusal
from app.payments import entitlement, event_log
from app.payments.order import Order
from app.payments.order_state import PAID, OrderState
from app.payments.payment_event import Origin, Outcome
from app.payments.providers.provider import PaymentState, Snapshot
from app.payments.refund import Refund

MAX_NOTE = 300
INSERT = """INSERT INTO refunds (order_id, refund_key, amount, currency, note, created_at)
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id"""
COUNT = f"""UPDATE orders SET refunded = refunded + $2, state = CASE WHEN state = '{OrderState.PAID.value}'
    AND refunded + $2 = paid_amount THEN '{OrderState.REFUNDED.value}' ELSE state END
    WHERE id = $1 AND paid_at IS NOT NULL AND refunded + $2 <= paid_amount
    AND state IN ({", ".join(f"'{state.value}'" for state in sorted(PAID))}) RETURNING *"""  # noqa: S608 - constants


class RefundTooLarge(Refusal):
    """More would be paid back than was paid, or the order is not paid. Facts: none."""

    code, field = "REFUND_TOO_LARGE", "amount"
    says = N_("That is more than is left of what was paid for this order.")


async def note_refund(order: Order, amount: int, note: str = "") -> None:
    """Notes a refund of the operator's; one of all that was paid takes the period back.

    An order that is completed stays so. Raises: RefundTooLarge, TooLong.
    """
    note = text.clean_line(note, MAX_NOTE, "note")
    key = f"operator {uuid4()}"
    async with transaction():
        if amount < 1 or not await book_refund(order, amount, note, key=key):
            raise RefundTooLarge
        snapshot = Snapshot(PaymentState.REFUNDED, order.paid_ref, amount, order.currency)
        event = await event_log.insert_event(order, snapshot, Origin.OPERATOR, key, trusted=True)
        if event is not None:
            await event_log.set_outcome(event, Outcome.APPLIED)


async def book_refund(order: Order, amount: int, note: str = "", *, key: str) -> bool:
    """Books a refund under a key of its own; returns False when that key is known or too little is left to refund."""
    async with joined_transaction():
        await entitlement.lock_account_of(order)
        values = [str(order.id), key, amount, order.currency, note, clock.now()]
        inserted = await query_rows(INSERT, values) if amount > 0 else []
        if not inserted:
            return False
        counted = await query_models(Order, COUNT, [str(order.id), amount])
        if not counted:
            await Refund.filter(id=inserted[0]["id"]).delete()
            return False
        if counted[0].refunded == counted[0].paid_amount:
            await entitlement.take_back_order(counted[0])
    return True
