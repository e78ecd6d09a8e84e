"""Coupons: every order that was paid with one counts, and whoever orders again keeps theirs."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.mail.models import OutgoingEmail
from app.payments import ordering, receipts, refunds, transitions
from app.payments.checkout import purchase_form
from app.payments.coupon import Coupon
from app.payments.ledger_reconciliation import reconcile
from app.payments.order import Order
from app.payments.order_checks import check_order, check_soon
from app.payments.plan_period import PlanPeriod
from app.payments.providers.provider import PaymentState, Snapshot
from app.payments.purchase_effect import slot_of
from app.payments.receipt import Receipt
from app.payments.receipt_document import compose_receipt
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


async def days_of(order: Order) -> int:
    """How many days of the plan an order bought, or the one on which its late payment is booked."""
    booked = await Order.get_or_none(copy_key=f"late {order.reference}") or order
    return slot_of(await PlanPeriod.get(order_id=booked.id)).days


@pytest.mark.parametrize("ends", ["cancelled", "expired"])
async def test_a_coupon_for_one_order_discounts_one_when_a_code_that_had_ended_is_paid_too(
    sari: Account, budi: Account, qris: FakeProvider, moved: Clock, ends: str
) -> None:
    moved.to(datetime(2026, 11, 2, 5, tzinfo=UTC))
    order = await opened(sari, qris)
    if ends == "cancelled":
        await ordering.cancel_order(order)
    else:
        moved.on(timedelta(days=5))
        await check_order(order)
    other = await opened(budi, qris)
    for each in (other, order):
        await transitions.apply_snapshot(each, qris.pay(each.reference))

    assert await uses() == 1
    assert await days_of(other) == 30 and await days_of(order) == 15, "half the price buys half of the days"
    assert [sums.agrees for sums in await reconcile()] == [True]


async def test_a_late_payment_takes_a_use_of_the_coupon_where_one_is_left(sari: Account, qris: FakeProvider) -> None:
    order = await opened(sari, qris)
    await ordering.cancel_order(order)
    await Coupon.withdraw("HEMAT")
    await transitions.apply_snapshot(order, qris.pay(order.reference))
    assert await uses() == 1 and await days_of(order) >= 30


async def test_a_second_payment_of_an_order_buys_no_second_discount(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    moved.to(datetime(2026, 11, 2, 5, tzinfo=UTC))
    order = await opened(sari, qris)
    await transitions.apply_snapshot(order, qris.pay(order.reference))
    await transitions.book_second_payment(order, "pay-again", order.total)
    copy = await Order.get(copy_key__startswith="again")
    assert await uses() == 1 and await days_of(copy) == 15


async def test_one_day_at_least_is_bought_and_the_receipt_says_why_it_is_not_all(
    sari: Account, qris: FakeProvider
) -> None:
    await Coupon.create_coupon("HAMPIR", percent=99)
    order = await opened(sari, qris, "HAMPIR")
    await ordering.cancel_order(order)
    await transitions.apply_snapshot(await opened(sari, qris, "HAMPIR"), Snapshot(PaymentState.PAID, "pay-2"))
    await transitions.apply_snapshot(order, qris.pay(order.reference))

    copy = await Order.get(copy_key=f"late {order.reference}")
    assert await days_of(order) == 1
    document = compose_receipt(await Receipt.get(order_id=copy.id), copy)
    assert any("HAMPIR" in note for note in document.notes)
    [email] = await OutgoingEmail.filter(text__contains=copy.reference, recipient=copy.buyer_email)
    assert "HAMPIR sudah habis dipakai" in email.text


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
