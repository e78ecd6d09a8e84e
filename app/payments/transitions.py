"""The one writer of the states of orders: applies what is heard about a payment, and credits a paid order once.

Each change is one conditional UPDATE that names the states it may follow on (order_state.py). The event, the state, the
period of the account, the receipt and its email are written in one transaction, so that all of them are there or none.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import structlog
from tortoise.exceptions import IntegrityError
from tortoise.expressions import Q

from app.kernel import clock
from app.kernel.db import joined_transaction, query_models, transaction
from app.kernel.refusal import N_, Refusal
from app.payments import emails, entitlement, event_log, receipts, refunds
from app.payments.goods import goods_of
from app.payments.order import (
    NEVER_SETTLED,
    NO_ACCOUNT,
    PAID_LATE,
    PAID_TWICE,
    REFUND_HEARD,
    WRONG_AMOUNT,
    Order,
    new_reference,
)
from app.payments.order_coupon import release_coupon, take_coupon_again
from app.payments.order_state import LATE, MAY_UNDERPAY, PAID, PREDECESSORS, STATE_OF, UNPAID, OrderState
from app.payments.payment_event import Origin, Outcome
from app.payments.providers.provider import CheckoutKind, PaymentState, Snapshot
from app.payments.webhook_data import announce_order

MAX_REF = 120
OF_MONEY = PAID | {OrderState.UNDERPAID, OrderState.REFUNDED}
RELEASING = {OrderState.CANCELLED, OrderState.FAILED}  # after these a coupon can be used by somebody else
PAID_BEFORE = timedelta(days=31)  # a transfer that the operator assigned to an order of later
SETTLING_CHECK = timedelta(hours=1)
COPIED = (
    "account_id plan months credits provider kind currency price discount tax tax_name tax_rate total pay_amount "
    "price_rupiah total_rupiah rate rate_day coupon_id coupon_code buyer_name buyer_email buyer_address buyer_tax_id"
)
log = structlog.get_logger()


class NoSecondPayment(Refusal):
    """The payment is not one that buys the same again: too little, of an unpaid order, or booked elsewhere."""

    code, field = "NO_SECOND_PAYMENT", "number"
    says = N_("A second payment is of a paid order, of its whole price, and has a number that no other order has.")


def _listed(states: frozenset[OrderState]) -> str:
    """Returns states as the list of an SQL IN; they are constants of ours."""
    return ", ".join(f"'{state.value}'" for state in sorted(states))


MOVE = "UPDATE orders SET state = $2 WHERE id = $1 AND state IN ({states}) RETURNING *"
PAY = f"""UPDATE orders SET state = $2, paid_at = $3, paid_amount = $4, paid_ref = $5, check_at = $6, qr_text = '',
    qr_image = '', pay_url = '', coins = '', coin = '',
    attention = CASE WHEN state IN ({_listed(LATE)}) THEN '{PAID_LATE}' ELSE '' END
    WHERE id = $1 AND state IN ({_listed(UNPAID)}) RETURNING *"""  # noqa: S608 - constants
UNDERPAY = f"""UPDATE orders SET state = $2, paid_amount = $3 WHERE id = $1
    AND state IN ({_listed(PREDECESSORS[OrderState.UNDERPAID] | {OrderState.UNDERPAID})})
    AND (state <> '{OrderState.UNDERPAID.value}' OR paid_amount < $3
        OR (paid_amount IS NULL AND CAST($3 AS BIGINT) IS NOT NULL)) RETURNING *"""  # noqa: S608 - constants


async def apply_snapshot(
    order: Order, snapshot: Snapshot, origin: Origin = Origin.ANSWER, *, key: str = "", body_sha256: str = "",
    body: str = "",
) -> Outcome:  # fmt: skip
    """Applies what is known of a payment, and stores it as an event; the caller trusts it.

    `key` is the number of the event, by default computed from the snapshot; `body` is that of a notification, redacted.
    A notification whose key is stored already changes nothing, nor does an answer that the operator was told of: asking
    again would tell them again once they took it off their list. Returns what followed.
    """
    key = key or event_log.key_of(order, snapshot, origin)
    async with joined_transaction():
        if STATE_OF[snapshot.state] in OF_MONEY:
            await entitlement.lock_account_of(order)
        event = await event_log.insert_event(order, snapshot, origin, key, body_sha256, body, trusted=True)
        if event is None and origin is Origin.NOTIFICATION:
            return Outcome.DUPLICATE
        if event is None and await event_log.outcome_of(order, key) is Outcome.ATTENTION:
            return Outcome.NOTED
        outcome = await _apply(order, snapshot)
        if event is not None:
            await event_log.set_outcome(event, outcome)
    if event is not None:
        log.info("payment_event", order=order.reference, state=snapshot.state.value, origin=origin, outcome=outcome)
    return outcome


async def give_up_waiting(order: Order) -> None:
    """Lets an order expire whose payment was seen and never settled, and has the operator look at it."""
    async with joined_transaction():
        await apply_snapshot(order, Snapshot(PaymentState.EXPIRED, order.provider_ref), Origin.CLOCK)
        if await Order.filter(id=order.id, state=OrderState.EXPIRED.value).exists():
            await _demand_attention(order, NEVER_SETTLED)


async def mark_paid(order: Order, amount: int | None = None, *, paid_at: datetime | None = None) -> Outcome:
    """Marks an order as paid, as the operator confirms; `amount` is what came in, by default all that was due."""
    paid = order.pay_amount or order.total if amount is None else amount
    snapshot = Snapshot(PaymentState.PAID, order.provider_ref, paid, order.currency, paid_at)
    return await apply_snapshot(order, snapshot, Origin.OPERATOR, key=f"operator {uuid4()}")


async def book_second_payment(order: Order, payment_ref: str, amount: int) -> Outcome:
    """Books a further payment of an order as an order of its own, which buys the same again; the same one only once.

    Raises: NoSecondPayment.
    """
    copy_key = second_payment_key(order, payment_ref)
    async with joined_transaction():
        await entitlement.lock_account_of(order)
        order = await Order.get(id=order.id)  # as it is now
        same_number = Q(paid_ref=payment_ref) | Q(provider_ref=payment_ref)
        others = Order.filter(same_number, provider=order.provider).exclude(copy_key=copy_key)
        if amount < order.total or order.paid_at is None or await others.exists():
            raise NoSecondPayment
        await order.clear_attention()
        snapshot = Snapshot(PaymentState.PAID, payment_ref, amount, order.currency)
        return await _book_copy(order, snapshot, copy_key)


def second_payment_key(order: Order, payment_ref: str) -> str:
    """Returns the `copy_key` of the order that books a second payment of an order."""
    return f"again {order.reference} {payment_ref}"[:160]


async def move_order(order: Order, state: OrderState, allowed: frozenset[OrderState] | None = None) -> Order | None:
    """Moves an order into an unpaid state, in the caller's transaction; None when it may not follow on its state.

    A coupon is given back with an order that is cancelled or failed.
    """
    sources = PREDECESSORS[state] if allowed is None else allowed & PREDECESSORS[state]
    moved = await query_models(Order, MOVE.format(states=_listed(sources)), [str(order.id), state.value])
    if not moved:
        return None
    if state in RELEASING:
        await release_coupon(moved[0])
    if state is OrderState.EXPIRED:
        await announce_order("order.expired", moved[0])
    return moved[0]


async def _apply(order: Order, snapshot: Snapshot) -> Outcome:
    """Changes the state as the snapshot says, if that may follow."""
    state = STATE_OF[snapshot.state]
    if state is OrderState.REFUNDED:
        return await _refund(order, snapshot)
    if state in PAID or state is OrderState.UNDERPAID:
        if (snapshot.currency or order.currency) != order.currency:
            return await _demand_attention(order, WRONG_AMOUNT)
        short = snapshot.paid_amount is not None and snapshot.paid_amount < order.total
        if short or state is OrderState.UNDERPAID:
            return await _underpay(order, snapshot)
        paid = await _pay(order, state, snapshot)
        return await _refund(order, snapshot) if snapshot.refunded is not None else paid
    return Outcome.APPLIED if await move_order(order, state) else Outcome.NOTED


async def _pay(order: Order, state: OrderState, snapshot: Snapshot) -> Outcome:
    """Marks an order as paid or completed; the first time it is credited."""
    paid = snapshot.paid_amount if snapshot.paid_amount is not None else (order.pay_amount or order.total)
    settles = state is OrderState.PAID and order.kind == CheckoutKind.REDIRECT
    now = clock.now()
    check_at = now + SETTLING_CHECK if settles else None
    values = [str(order.id), state.value, _paid_at(order, snapshot), paid]
    rows = await query_models(Order, PAY, [*values, snapshot.provider_ref[:MAX_REF], check_at])
    if rows:
        await take_coupon_again(rows[0])
        await _credit(rows[0])
        return Outcome.APPLIED
    if state is OrderState.COMPLETED and await move_order(order, state, frozenset({OrderState.PAID})):
        await Order.filter(id=order.id).update(check_at=None)
        return Outcome.APPLIED
    return await _pay_again(await Order.get(id=order.id), snapshot)


def _paid_at(order: Order, snapshot: Snapshot) -> datetime:
    """Returns when an order was paid: not after now, nor long before it was opened, whatever a provider says."""
    now = clock.now()
    reported = snapshot.paid_at or now
    return min(reported if reported > order.created_at - PAID_BEFORE else order.created_at, now)


async def _pay_again(order: Order, snapshot: Snapshot) -> Outcome:
    """Handles a payment of an order that is cancelled, paid back or paid already.

    Money for a cancelled order, or for one that was underpaid and paid back, is booked as an order of its own. Another
    payment of a paid one is for the operator to judge, because only its name at the provider tells it from the first.
    """
    if order.state == OrderState.CANCELLED or order.paid_back_unpaid:
        return await _book_copy(order, snapshot, f"late {order.reference}")
    other = snapshot.provider_ref and order.paid_ref and snapshot.provider_ref[:MAX_REF] != order.paid_ref
    return await _demand_attention(order, PAID_TWICE) if other else Outcome.NOTED


async def _credit(order: Order) -> None:
    """Gives the account what a paid order bought, issues the receipt and sends it."""
    if not await goods_of(order).deliver(order):
        await _demand_attention(order, NO_ACCOUNT)
    await announce_order("order.paid", order)
    receipt = await receipts.issue_receipt(order)
    await emails.send_receipt(order, receipt)
    if order.attention == PAID_LATE:
        await emails.alert_operator(order, PAID_LATE)


async def _book_copy(order: Order, snapshot: Snapshot, copy_key: str) -> Outcome:
    """Books a payment as a paid order of its own with the same content; NOTED when that was done before."""
    order = await Order.get(id=order.id)  # as it is now: its buyer may have been deleted
    values = {column: getattr(order, column) for column in COPIED.split()}
    try:
        async with transaction():
            copy = await Order.create(
                id=uuid4(), reference=new_reference(), state=OrderState.CREATED, copy_key=copy_key,
                created_at=clock.now(), coupon_released_at=clock.now() if order.coupon_id else None, **values,
            )  # fmt: skip
    except IntegrityError:
        return Outcome.NOTED
    key = f"copy {copy.reference}"
    event = await event_log.insert_event(copy, snapshot, Origin.CLOCK, key, trusted=True)
    outcome = await _pay(copy, STATE_OF[snapshot.state], snapshot)
    if event is not None:
        await event_log.set_outcome(event, outcome)
    return await _demand_attention(copy, PAID_LATE)


async def _underpay(order: Order, snapshot: Snapshot) -> Outcome:
    """Records that too little was paid. A QR code fixes the amount, so there it is an error for the operator."""
    if order.kind not in MAY_UNDERPAY:
        return await _demand_attention(order, WRONG_AMOUNT)
    rows = await query_models(Order, UNDERPAY, [str(order.id), OrderState.UNDERPAID.value, snapshot.paid_amount])
    if rows:
        await emails.send_underpaid(rows[0])
    elif await _arrived_after_the_end(order, snapshot.paid_amount):
        return await _demand_attention(order, WRONG_AMOUNT)
    return Outcome.APPLIED if rows else Outcome.NOTED


async def _arrived_after_the_end(order: Order, amount: int | None) -> bool:
    """Whether too little money came for an order that is cancelled or failed, or more than was paid back of one."""
    current = await Order.get(id=order.id)
    more = current.paid_back_unpaid and amount is not None and amount > (current.paid_amount or 0)
    return current.state in RELEASING or more


async def _refund(order: Order, snapshot: Snapshot) -> Outcome:
    """Notes what the provider paid back, which it reports as a sum, as far as it is not noted yet.

    The operator may have noted it before. Without a sum, all that was paid is meant. The operator is told.
    """
    late = await Order.get_or_none(copy_key=f"late {order.reference}")  # where money for a cancelled one is booked
    current = late or await Order.get(id=order.id)
    paid, reported = current.paid_amount or 0, snapshot.refunded
    reported = snapshot.paid_amount if reported is None else reported
    total = paid if reported is None else min(reported, paid)
    amount = total - current.refunded
    if not await refunds.book_refund(current, amount, key=f"provider {order.reference} {total}", anyway=True):
        return Outcome.NOTED
    await Order.filter(id=current.id, attention="").update(attention=REFUND_HEARD)
    await emails.alert_operator(current, REFUND_HEARD, paid_back=amount)
    return Outcome.APPLIED


async def _demand_attention(order: Order, why: str) -> Outcome:
    """Marks an order for the operator and writes to them, once for each reason."""
    orders = Order.filter(id=order.id)
    if why == WRONG_AMOUNT:  # money for an order that is paid is no wrong amount of it
        orders = orders.filter(paid_at=None)
    if not await orders.exists():
        return Outcome.NOTED
    if await orders.exclude(attention=why).update(attention=why):
        order.attention = why
        await emails.alert_operator(order, why)
    return Outcome.ATTENTION
