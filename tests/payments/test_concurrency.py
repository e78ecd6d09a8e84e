"""Many at once: one payment is credited once, and a coupon is used as often as it may be."""

import asyncio

import pytest

from app.accounts.models import Account
from app.kernel.refusal import Refusal
from app.mail.models import OutgoingEmail
from app.payments import ordering
from app.payments.coupon import Coupon
from app.payments.notifications import receive_notification
from app.payments.order import Order
from app.payments.order_checks import check_order
from app.payments.payment_event import Outcome, PaymentEvent
from app.payments.plan_period import PlanPeriod
from app.payments.receipt import Receipt
from app.payments.refunds import note_refund
from tests import world
from tests.payments.fake_provider import BUYER, FakeProvider


@pytest.mark.parametrize("events", [1, 200])
async def test_200_notifications_of_one_payment_at_once_credit_once(
    sari: Account, qris: FakeProvider, events: int
) -> None:
    order = await ordering.open_order(sari, "pro", 1, qris, BUYER)
    qris.pay(order.reference)
    messages = [qris.message(order.reference, f"event-{number % events}") for number in range(200)]

    outcomes = await asyncio.gather(*(receive_notification(qris, *message) for message in messages))

    assert outcomes.count(Outcome.APPLIED) == 1
    assert await PaymentEvent.filter(origin="notification").count() == events
    assert [await model.all().count() for model in (PlanPeriod, Receipt)] == [1, 1]
    assert await OutgoingEmail.filter(kind="payments").count() == 1


async def test_polls_notifications_and_a_cancellation_at_once_end_in_one_credit(
    sari: Account, qris: FakeProvider
) -> None:
    order = await ordering.open_order(sari, "pro", 1, qris, BUYER)
    qris.pay(order.reference)
    message = qris.message(order.reference, "event")
    work = [check_order(order) for _ in range(20)] + [receive_notification(qris, *message) for _ in range(20)]
    outcomes = await asyncio.gather(ordering.cancel_order(order), *work, return_exceptions=True)
    unforeseen = [each for each in outcomes if isinstance(each, Exception) and not isinstance(each, Refusal)]
    assert not unforeseen
    assert await PlanPeriod.all().count() == 1 == await Receipt.all().count()


async def test_payments_of_many_accounts_at_once_get_numbers_without_a_gap(database: str, qris: FakeProvider) -> None:
    people = await world.crowd(20)
    orders = [await ordering.open_order(account, "starter", 1, qris, BUYER) for account in people]
    for order in orders:
        qris.pay(order.reference)
    await asyncio.gather(*(check_order(order) for order in orders))
    assert [receipt.number for receipt in await Receipt.all().order_by("number")] == list(range(1, 21))


async def test_a_coupon_for_5_orders_is_used_by_5_of_40_at_once(database: str, qris: FakeProvider) -> None:
    await Coupon.create_coupon("LIMA", amount=5_000, most_uses=5)
    people = await world.crowd(40)
    opening = (ordering.open_order(account, "pro", 1, qris, BUYER, coupon="LIMA") for account in people)
    outcomes = await asyncio.gather(*opening, return_exceptions=True)
    opened = [order for order in outcomes if isinstance(order, Order)]
    assert len(opened) == 5 == (await Coupon.get(code="LIMA")).used
    assert {order.total for order in opened} == {74_000}
    assert {outcome.code for outcome in outcomes if isinstance(outcome, Refusal)} == {"COUPON_USED_UP"}
    assert len(qris.payments) == 5


async def test_releasing_a_coupon_from_many_sides_frees_it_once(database: str, qris: FakeProvider) -> None:
    await Coupon.create_coupon("DUA", percent=5, most_uses=2)
    orders = [
        await ordering.open_order(account, "pro", 1, qris, BUYER, coupon="DUA") for account in await world.crowd(2)
    ]
    cancelling = (ordering.cancel_order(orders[0]) for _ in range(10))
    await asyncio.gather(*cancelling, return_exceptions=True)
    assert (await Coupon.get(code="DUA")).used == 1


async def test_refunds_at_once_are_never_more_than_what_was_paid(sari: Account, qris: FakeProvider) -> None:
    order = await ordering.open_order(sari, "pro", 1, qris, BUYER)
    qris.pay(order.reference)
    order = await check_order(order)
    await asyncio.gather(*(note_refund(order, 30_000) for _ in range(10)), return_exceptions=True)
    assert (await Order.get(id=order.id)).refunded == 60_000


async def test_one_account_opens_no_more_orders_at_once_than_it_may_have(sari: Account, qris: FakeProvider) -> None:
    opening = (ordering.open_order(sari, "pro", 1, qris, BUYER) for _ in range(30))
    await asyncio.gather(*opening, return_exceptions=True)
    assert await Order.all().count() == ordering.MOST_OPEN
