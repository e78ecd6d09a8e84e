"""Notes refunds: that money of an order was paid back.

What was paid back of an underpaid order has a row in `refunds`, too, but no receipt: the sums of the books leave both
out.
"""

from __future__ import annotations

from uuid import uuid4

from app.kernel import clock, text
from app.kernel.db import joined_transaction, query_models, query_rows, transaction
from app.kernel.refusal import N_, Refusal
from app.kernel.uuid_parser import parse_uuid
from app.payments import entitlement, event_log
from app.payments.goods import goods_of
from app.payments.order import Order
from app.payments.order_coupon import release_coupon
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


PAY_BACK = f"""UPDATE orders SET state = '{OrderState.REFUNDED.value}', refunded = $2, attention = '', check_at = NULL,
    paid_amount = COALESCE(paid_amount, $2)
    WHERE id = $1 AND state = '{OrderState.UNDERPAID.value}' AND $2 <= COALESCE(paid_amount, total)
    RETURNING *"""  # noqa: S608 - constants


class NotedOtherwise(Refusal):
    """The same form noted a refund of another amount before."""

    code, field = "REFUND_NOTED", "amount"
    says = N_("This form has noted another amount already. See the order, and open the form anew for a further refund.")


class RefundTooLarge(Refusal):
    """More would be paid back than was paid, or the order is not paid. Facts: none."""

    code, field = "REFUND_TOO_LARGE", "amount"
    says = N_("That is more than is left of what was paid for this order.")


async def note_refund(order: Order, amount: int, note: str = "", *, once: str = "", anyway: bool = False) -> bool:
    """Notes a refund of the operator's, and takes back what that money bought (goods.py).

    An order that is completed stays so. `once` comes from the form, so that sending it twice notes one refund; returns
    False for the second time. `anyway` also notes one of credits that are used, or of long ago. Raises: RefundTooLarge,
    TooLong, and what `Goods.take_back` raises.
    """
    note = text.clean_line(note, MAX_NOTE, "note")
    key = operator_key(once)
    async with transaction():
        if amount < 1 or not await book_refund(order, amount, note, key=key, anyway=anyway):
            return await _refuse_unless_noted(order, key, amount)
        await _store_event(order, order.paid_ref, amount, key)
    return True


async def _refuse_unless_noted(order: Order, key: str, amount: int) -> bool:
    """Returns False where the form noted this refund before. Raises: NotedOtherwise, RefundTooLarge."""
    noted = await Refund.filter(refund_key=key, order_id=order.id).first()
    if noted is None:
        raise RefundTooLarge
    if noted.amount != amount:
        raise NotedOtherwise
    return False


async def pay_back_underpaid(order: Order, amount: int, note: str = "", *, once: str = "") -> bool:
    """Notes that what came of an underpaid order was paid back, with which the order ends as refunded.

    Its coupon can be used by somebody else. `once` is as in `note_refund`. Raises: RefundTooLarge, TooLong.
    """
    note = text.clean_line(note, MAX_NOTE, "note")
    key = operator_key(once)
    async with transaction():
        ended = await query_models(Order, PAY_BACK, [str(order.id), amount]) if amount > 0 else []
        if not ended:
            return await _refuse_unless_noted(order, key, amount)
        await query_rows(INSERT, [str(order.id), key, amount, order.currency, note, clock.now()])
        await _store_event(order, order.provider_ref, amount, key)
        await release_coupon(ended[0])
    return True


def operator_key(once: str) -> str:
    """Returns the key of a refund that the operator notes: the same for the same form, a new one without a form."""
    return f"operator {parse_uuid(once) or uuid4()}"


async def _store_event(order: Order, payment_ref: str, amount: int, key: str) -> None:
    """Stores the event of a refund, in the transaction that books it."""
    snapshot = Snapshot(PaymentState.REFUNDED, payment_ref, amount, order.currency)
    event = await event_log.insert_event(order, snapshot, Origin.OPERATOR, key, trusted=True)
    if event is not None:
        await event_log.set_outcome(event, Outcome.APPLIED)


async def book_refund(order: Order, amount: int, note: str = "", *, key: str, anyway: bool = False) -> bool:
    """Books a refund under a key of its own; returns False when that key is known or too little is left to refund.

    Raises: what `Goods.take_back` raises, never with `anyway`.
    """
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
        await goods_of(counted[0]).take_back(counted[0], amount, anyway=anyway)
    return True
