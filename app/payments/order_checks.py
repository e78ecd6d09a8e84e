"""Asks providers about orders that are not settled: the sweep that needs no notification.

An order is checked every minute at first, then every 5 and every 15 minutes until it expires, and every hour for three
days after that, because money can come late. `check_at` is when it is next checked, and `checks` counts up whenever
that is set, so that a hint that arrives during a check is not lost.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

import structlog
from tortoise.expressions import F

from app import jobs
from app.jobs import Job, Schedule
from app.jobs.independent_steps import for_each
from app.kernel import clock, encryption
from app.kernel.db import transaction
from app.kernel.refusal import NotFound
from app.payments.charges import charge_of
from app.payments.order import Order
from app.payments.order_coin import refresh_coin
from app.payments.order_coupon import release_coupon
from app.payments.order_state import OPEN, PAID, OrderState
from app.payments.payment_event import Origin
from app.payments.providers import registry
from app.payments.providers.provider import PaymentState, ProviderError, Snapshot, UnknownPayment
from app.payments.transitions import apply_snapshot, give_up_waiting

CHECK = "payments.check"
EVERY_QUARTER = Schedule(timedelta(minutes=15))
MINUTE = timedelta(minutes=1)
INTERVALS = ((5 * MINUTE, MINUTE), (60 * MINUTE, 5 * MINUTE))  # pairs: up to this age, checked this often
LATER, LATEST = 15 * MINUTE, 60 * MINUTE  # until it expires, and after that
EXPIRY_MARGIN, LATE_FOR, UNKNOWN_AFTER = 5 * MINUTE, timedelta(days=3), 10 * MINUTE
AT_ONCE, MISSED = 200, 2 * MINUTE
CLOCK_EXPIRES = frozenset({OrderState.CREATED, OrderState.PENDING})
log = structlog.get_logger()


class Answer(StrEnum):
    """Whether a provider answered. NOT_ASKED: it cannot be asked, or there is nothing left to ask."""

    ANSWERED = "answered"
    UNKNOWN = "unknown"
    SILENT = "silent"
    NOT_ASKED = "not_asked"


async def check_order(order: Order) -> Order:
    """Asks the provider about an order, applies the answer, and returns the order as it is then.

    A provider that does not answer is asked again later; what nobody paid in time expires.
    """
    return (await check_and_answer(order))[0]


async def check_and_answer(order: Order) -> tuple[Order, Answer]:
    """As `check_order`, for somebody who wants to know whether the provider answered, too."""
    order = await Order.get(id=order.id)
    answer = await _ask(order)
    await _expire(order)
    await _plan_next(order.id, order.checks)
    return await Order.get(id=order.id), answer


async def ask_provider(order: Order) -> Order:
    """As `check_order`, for somebody who looks at the order: when it is next checked stays as it is."""
    order = await Order.get(id=order.id)
    if order.state not in PAID:
        await _ask(order)
        await _expire(order)
    return await Order.get(id=order.id)


async def check_soon(order: Order) -> None:
    """Has the provider asked about an order now, by a job in the caller's transaction."""
    now = clock.now()
    await Order.filter(id=order.id).update(check_at=now, checks=F("checks") + 1)
    await _enqueue(await Order.get(id=order.id), now)


async def plan_first_check(order: Order) -> None:
    """Enqueues the first check of a new order, in the transaction that stores it."""
    if order.check_at is not None:
        await _enqueue(order, order.check_at)


def next_check(order: Order, now: datetime) -> datetime | None:
    """Returns when an order has to be checked next; None when it is settled, or nothing is expected any more."""
    expires_at, age = order.expires_at or order.created_at, now - order.created_at
    if now > expires_at + LATE_FOR or order.state in {OrderState.COMPLETED, OrderState.REFUNDED}:
        return None
    if order.state == OrderState.PAID and order.check_at is None:
        return None
    if order.state not in OPEN or now > expires_at:
        return now + LATEST
    return now + next((every for young, every in INTERVALS if age < young), LATER)


def is_expected(order: Order) -> bool:
    """Whether money for an order may still come: until some days after its time."""
    return clock.now() <= (order.expires_at or order.created_at) + LATE_FOR


async def _ask(order: Order) -> Answer:
    """Asks the provider and applies what it answers."""
    try:
        provider = registry.provider(order.provider)
        if not provider.abilities.poll:
            return Answer.NOT_ASKED
        snapshot = await provider.fetch(charge_of(order))
        await refresh_coin(order, provider)
    except UnknownPayment:
        if order.state == OrderState.CREATED and clock.now() > order.created_at + UNKNOWN_AFTER:
            await apply_snapshot(order, Snapshot(PaymentState.FAILED, ""))
        return Answer.UNKNOWN
    except (NotFound, ProviderError, encryption.Undecipherable) as error:
        log.warning("payment_not_checked", order=order.reference, problem=type(error).__name__)
        return Answer.SILENT
    await apply_snapshot(order, snapshot)
    return Answer.ANSWERED


async def _expire(order: Order) -> None:
    """Lets an order that nobody paid expire, some minutes after its time, so that the provider's word comes first.

    One whose payment was seen expires when nothing is expected any more, and the operator has to look at it.
    """
    current = await Order.get(id=order.id)
    expires_at = current.expires_at or current.created_at
    if current.state in CLOCK_EXPIRES and clock.now() > expires_at + EXPIRY_MARGIN:
        await apply_snapshot(current, Snapshot(PaymentState.EXPIRED, current.provider_ref), Origin.CLOCK)
    elif current.state == OrderState.DETECTED and not is_expected(current):
        await give_up_waiting(current)


async def _plan_next(id: UUID, checks: int) -> None:
    """Sets the time of the next check, unless somebody set another one meanwhile."""
    async with transaction():
        if not await Order.filter(id=id, checks=checks).update(checks=checks + 1):
            return
        order = await Order.get(id=id)
        order.check_at = next_check(order, clock.now())
        await order.save(update_fields=["check_at"])
        if order.check_at is not None:
            await _enqueue(order, order.check_at)
        elif order.state not in PAID:
            await release_coupon(order)


async def _enqueue(order: Order, at: datetime) -> None:
    payload = {"order": str(order.id), "checks": order.checks}
    await jobs.enqueue(CHECK, payload, at=at, unique=f"{CHECK} {order.id} {order.checks}")


@jobs.handler(CHECK, at_once=4)
async def run_check(job: Job) -> None:
    """Checks an order, unless it is gone or paid, or its next check was planned anew: each would plan another one."""
    order = await Order.get_or_none(id=job.payload["order"])
    settled = order is not None and order.check_at is None and order.state in PAID
    if order and order.checks == job.payload["checks"] and not settled:
        await check_order(order)


@jobs.handler("payments.sweep", schedule=EVERY_QUARTER)
async def sweep_orders(_job: Job) -> None:
    """Checks the orders whose check was missed, such as after a backup was restored, and open ones that have none."""
    due = await Order.filter(check_at__lt=clock.now() - MISSED).order_by("check_at").limit(AT_ONCE)
    forgotten = await Order.filter(state__in=list(OPEN), check_at=None).order_by("created_at").limit(AT_ONCE)
    await for_each(due + forgotten, _enqueue_now)


async def _enqueue_now(order: Order) -> None:
    async with transaction():
        await check_soon(order)
