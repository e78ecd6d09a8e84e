"""Coupons: every order that was paid with one counts, and whoever orders again keeps theirs."""

from datetime import timedelta
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.payments import ordering, receipts, refunds, transitions
from app.payments.checkout import purchase_form
from app.payments.coupon import Coupon
from app.payments.order import Order
from app.payments.order_checks import check_order, check_soon
from app.payments.providers.provider import PaymentState
from tests.conftest import Clock
from tests.payments.fake_provider import BUYER, FakeProvider


@pytest.fixture(autouse=True)
async def coupon(database: str) -> Coupon:
    """A coupon for one order."""
    return await Coupon.create_coupon("HEMAT", percent=50)


async def opened(account: Account, provider: FakeProvider, code: str = "HEMAT") -> Order:
    return await ordering.open_order(account, "pro", 1, provider, BUYER, coupon=code)


async def uses() -> int:
    return (await Coupon.get(code="HEMAT")).used


async def test_a_coupon_of_an_order_that_is_paid_late_is_used(sari: Account, qris: FakeProvider, moved: Clock) -> None:
    order = await opened(sari, qris)
    moved.on(timedelta(days=5))
    await check_order(order)
    assert await uses() == 0

    await transitions.apply_snapshot(order, qris.pay(order.reference))
    await transitions.apply_snapshot(order, qris.pay(order.reference, state=PaymentState.COMPLETED))

    assert await uses() == 1
    await check_soon(order)
    await check_order(order)
    assert await uses() == 1


async def test_a_coupon_of_an_order_that_is_paid_after_it_was_cancelled_is_used(
    sari: Account, qris: FakeProvider
) -> None:
    order = await opened(sari, qris)
    await ordering.cancel_order(order)
    other = await opened(sari, qris)
    for each in (order, other, order):
        await transitions.apply_snapshot(each, qris.pay(each.reference))
    assert await uses() == 2
    assert await Order.filter(coupon_code="HEMAT", paid_at__not_isnull=True).count() == 2


async def test_a_coupon_of_an_order_that_is_paid_and_paid_back_stays_used(sari: Account, qris: FakeProvider) -> None:
    order = await opened(sari, qris)
    await transitions.apply_snapshot(order, qris.pay(order.reference))
    order = await Order.get(id=order.id)
    await refunds.note_refund(order, order.paid_amount or 0)
    await check_soon(order)
    await check_order(order)
    assert ((await Order.get(id=order.id)).state, await uses()) == ("refunded", 1)


async def test_an_order_that_ended_is_opened_again_with_the_coupon_that_it_had(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    order = await opened(sari, qris)
    moved.on(timedelta(minutes=61))
    again = await purchase_form.buy_again(order, sari, str(uuid4()))
    assert (again.total, await uses()) == (order.total, 1)


async def test_opening_an_order_again_frees_no_coupon_while_the_first_one_can_be_paid(
    sari: Account, qris: FakeProvider
) -> None:
    await ordering.free_coupon(await opened(sari, qris))
    assert await uses() == 1


async def test_a_free_order_is_completed_with_its_coupon_or_neither_is(
    sari: Account, qris: FakeProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    await Coupon.create_coupon("GRATIS", percent=100)

    async def die(_order: Order) -> None:
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(receipts, "issue_receipt", die)
        with pytest.raises(SystemExit):
            await opened(sari, qris, "GRATIS")
    assert not await Order.exists() and (await Coupon.get(code="GRATIS")).used == 0
    assert (await opened(sari, qris, "GRATIS")).state == "completed"
