"""The writer of the states of orders: what is heard twice, what is heard late, and who else holds the account."""

import asyncio
import contextvars
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.db import transaction
from app.mail.models import OutgoingEmail
from app.payments import ordering, refunds, retention, transitions
from app.payments.order import WRONG_AMOUNT, Order
from app.payments.providers.provider import PaymentState, Snapshot
from app.plans import quota
from app.visits.sql import on_postgres
from tests.conftest import Clock
from tests.payments.fake_provider import BUYER, FakeProvider, connected
from tests.waiting import DEADLINE


async def opened(account: Account, provider: FakeProvider, coupon: str = "") -> Order:
    return await ordering.open_order(account, "pro", 1, provider, BUYER, coupon=coupon)


@pytest.mark.parametrize("amount", [None, 70_000])
async def test_the_buyer_is_told_once_that_too_little_came_however_often_the_provider_is_asked(
    sari: Account, crypto: FakeProvider, amount: int | None
) -> None:
    order = await opened(sari, crypto)
    for _ in range(3):
        snapshot = Snapshot(PaymentState.UNDERPAID, order.provider_ref, amount, "IDR")
        await transitions.apply_snapshot(await Order.get(id=order.id), snapshot)
    assert await OutgoingEmail.filter(recipient=BUYER.email).count() == 1


async def test_the_buyer_is_told_how_much_came_when_that_becomes_known(sari: Account, crypto: FakeProvider) -> None:
    order = await opened(sari, crypto)
    for amount in (None, 70_000, 70_000, None, 75_000):
        await transitions.apply_snapshot(order, Snapshot(PaymentState.UNDERPAID, order.provider_ref, amount, "IDR"))
    assert (await Order.get(id=order.id)).paid_amount == 75_000
    assert await OutgoingEmail.filter(recipient=BUYER.email).count() == 3


async def test_too_little_for_an_order_that_was_cancelled_or_refused_is_for_the_operator(
    sari: Account, crypto: FakeProvider, qris: FakeProvider
) -> None:
    for provider, end in (
        (crypto, PaymentState.CANCELLED),
        (crypto, PaymentState.FAILED),
        (qris, PaymentState.CANCELLED),
    ):
        with connected(provider):
            order = await opened(sari, provider)
        await transitions.apply_snapshot(order, Snapshot(end, order.provider_ref))
        for _ in range(2):
            await transitions.apply_snapshot(order, provider.pay(order.reference, 1_000))
        assert (await Order.get(id=order.id)).attention == WRONG_AMOUNT


async def pay(order: Order) -> object:
    return await transitions.mark_paid(order)


async def pay_again(order: Order) -> object:
    return await transitions.book_second_payment(order, "pay-2", 79_000)


async def pay_back(order: Order) -> object:
    return await refunds.book_refund(order, 79_016, key="a refund")


@pytest.mark.parametrize("change", [pay, pay_again, pay_back])
async def test_a_payment_holds_no_order_while_it_waits_for_an_account_that_is_being_deleted(
    sari: Account, qris: FakeProvider, monkeypatch: pytest.MonkeyPatch, change: Callable[[Order], Awaitable[object]]
) -> None:
    order = await opened(sari, qris)
    if change is not pay:
        await pay(order)
    order, outside = await Order.get(id=order.id), contextvars.copy_context()
    waits, lock = asyncio.Event(), quota.lock_account

    async def lock_account(account: Account) -> None:
        waits.set()
        await lock(account)

    async with transaction():
        await lock(sari)
        monkeypatch.setattr(quota, "lock_account", lock_account)
        payment = asyncio.get_running_loop().create_task(_run(change, order), context=outside)
        if on_postgres():  # SQLite lets nobody else begin to write
            await asyncio.wait_for(waits.wait(), DEADLINE)
        await retention.pseudonymise_orders(sari.id)
    await payment
    assert not await Order.exclude(buyer_email="").exists()


async def _run(change: Callable[[Order], Awaitable[object]], order: Order) -> object:
    return await change(order)


@pytest.mark.parametrize("said", [datetime(1970, 1, 1, tzinfo=UTC), datetime(2199, 1, 1, tzinfo=UTC)])
async def test_a_provider_whose_time_is_wrong_moves_no_payment_out_of_the_books(
    sari: Account, qris: FakeProvider, moved: Clock, said: datetime
) -> None:
    order = await opened(sari, qris)
    moved.on(timedelta(minutes=1))
    await transitions.apply_snapshot(order, Snapshot(PaymentState.PAID, order.provider_ref, 79_016, "IDR", said))
    await retention.delete_old_orders()
    paid = await Order.get(id=order.id)
    assert paid.paid_at is not None and order.created_at <= paid.paid_at <= clock.now()
