"""The sweep: asks providers until an order is settled, and credits what no notification told of."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest

from app.accounts.models import Account
from app.jobs.models import Job
from app.jobs.worker import Worker
from app.payments import ordering, transitions
from app.payments.coupon import Coupon
from app.payments.notifications import receive_notification
from app.payments.operator_calendar import ZONE
from app.payments.order import Order
from app.payments.order_checks import check_order, next_check, sweep_orders
from app.payments.plan_period import PlanPeriod
from app.payments.providers.provider import PaymentState, ProviderDown
from app.payments.retention import delete_old_orders, forget_checkouts
from tests.conftest import Clock
from tests.payments.fake_provider import BUYER, FakeProvider

MINUTE = timedelta(minutes=1)


async def opened(account: Account, provider: FakeProvider, coupon: str = "") -> Order:
    return await ordering.open_order(account, "pro", 1, provider, BUYER, coupon=coupon)


async def test_an_order_is_checked_every_1_5_and_15_minutes_and_every_hour_after_it_expired(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    order = await opened(sari, qris)
    order.expires_at = order.created_at + timedelta(hours=3)
    waits = {}
    for minutes in (1, 4, 5, 59, 60, 179, 181, 60 * 74, 60 * 76):
        at = order.created_at + minutes * MINUTE
        planned = next_check(order, at)
        waits[minutes] = planned and (planned - at) // MINUTE
    assert waits == {1: 1, 4: 1, 5: 5, 59: 5, 60: 15, 179: 15, 181: 60, 60 * 74: 60, 60 * 76: None}


async def test_a_payment_that_no_notification_told_of_is_credited_by_the_worker(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    order = await opened(sari, qris)
    qris.pay(order.reference)
    moved.on(MINUTE)
    await Worker().run_due("payments.check")
    order = await Order.get(id=order.id)
    assert (order.state, order.check_at) == ("paid", None)


async def test_a_hint_has_the_provider_asked_at_once(sari: Account, qris: FakeProvider, moved: Clock) -> None:
    qris.trusted = False
    order = await opened(sari, qris)
    qris.pay(order.reference)
    await receive_notification(qris, *qris.message(order.reference, "event"))
    await Worker().run_due("payments.check")
    assert (await Order.get(id=order.id)).state == "paid"


async def test_hints_do_not_multiply_the_checks(sari: Account, qris: FakeProvider, moved: Clock) -> None:
    qris.trusted = False
    order = await opened(sari, qris)
    for number in range(5):
        await receive_notification(qris, *qris.message(order.reference, f"event-{number}"))
    for _ in range(3):
        moved.on(MINUTE)
        await Worker().run_due("payments.check")
    assert await Job.not_ended().filter(kind="payments.check").count() == 1


async def test_a_payment_that_was_seen_and_never_settles_ends_and_the_operator_looks_at_it(
    sari: Account, crypto: FakeProvider, moved: Clock
) -> None:
    orders = [await opened(sari, crypto) for _ in range(ordering.MOST_OPEN)]
    for order in orders:
        await transitions.apply_snapshot(order, crypto.pay(order.reference, state=PaymentState.DETECTED))
    moved.on(timedelta(days=2))
    assert (await check_order(orders[0])).state == "detected"
    with pytest.raises(ordering.TooManyOpenOrders):
        await opened(sari, crypto)

    await Order.filter(id=orders[1].id).update(check_at=None)  # as before there was an end
    moved.on(timedelta(days=2))
    await sweep_orders(SimpleNamespace())  # type: ignore[arg-type]
    await Worker().run_due("payments.check")

    assert {(order.state, order.attention, order.check_at) for order in await Order.all()} == {
        ("expired", "never_settled", None)
    }
    await opened(sari, crypto)
    await transitions.apply_snapshot(orders[0], crypto.pay(orders[0].reference))
    assert (await Order.get(id=orders[0].id)).state == "paid"


async def test_a_check_enqueues_the_next_one(sari: Account, qris: FakeProvider, moved: Clock) -> None:
    await opened(sari, qris)
    for expected in (1, 2, 3):
        moved.on(MINUTE)
        await Worker().run_due("payments.check")
        assert await Job.filter(kind="payments.check", outcome="finished").count() == expected
    assert await Job.not_ended().filter(kind="payments.check").count() == 1


async def test_a_provider_that_is_down_is_asked_again(sari: Account, qris: FakeProvider, moved: Clock) -> None:
    order = await opened(sari, qris)
    qris.pay(order.reference)
    qris.down = True
    for _ in range(3):
        moved.on(MINUTE)
        await Worker().run_due("payments.check")
    assert (await Order.get(id=order.id)).state == "pending"
    qris.down = False
    moved.on(MINUTE)
    await Worker().run_due("payments.check")
    assert (await Order.get(id=order.id)).state == "paid"


async def test_what_nobody_pays_expires_even_when_the_provider_is_silent(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    order = await opened(sari, qris)
    qris.down = True
    moved.on(timedelta(minutes=64))
    assert (await check_order(order)).state == "pending", "the provider's word comes first for some minutes"
    moved.on(timedelta(minutes=2))
    assert (await check_order(order)).state == "expired"
    qris.down = False
    qris.pay(order.reference)
    assert (await check_order(order)).state == "paid"


async def test_an_order_whose_payment_never_began_fails(sari: Account, qris: FakeProvider, moved: Clock) -> None:
    qris.down = True
    with pytest.raises(ProviderDown):
        await opened(sari, qris)
    qris.down = False
    order = await Order.get(account_id=sari.id)
    moved.on(timedelta(minutes=11))
    assert (await check_order(order)).state == "failed"


async def test_a_coupon_is_free_again_three_days_after_its_order_expired(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    await Coupon.create_coupon("HEMAT", percent=10)
    order = await opened(sari, qris, "HEMAT")
    moved.on(timedelta(hours=2))
    await check_order(order)
    assert (await Coupon.get(code="HEMAT")).used == 1, "it may still be paid at that price"
    moved.on(timedelta(days=4))
    await check_order(order)
    assert (await Coupon.get(code="HEMAT")).used == 0


async def test_crypto_that_is_paid_is_checked_until_it_is_completed(
    sari: Account, crypto: FakeProvider, moved: Clock
) -> None:
    order = await opened(sari, crypto)
    await transitions.apply_snapshot(order, crypto.pay(order.reference))
    moved.on(timedelta(hours=1))
    crypto.pay(order.reference, state=PaymentState.COMPLETED)
    order = await check_order(order)
    assert (order.state, order.check_at, await PlanPeriod.all().count()) == ("completed", None, 1)


async def test_the_sweep_takes_up_orders_whose_jobs_are_lost(sari: Account, qris: FakeProvider, moved: Clock) -> None:
    order = await opened(sari, qris)
    qris.pay(order.reference)
    await Job.all().delete()  # as after a backup was restored
    moved.on(timedelta(minutes=4))
    await sweep_orders(Job())
    await Worker().run_due("payments.check")
    assert (await Order.get(id=order.id)).state == "paid"


async def test_secrets_and_codes_go_after_30_days_and_orders_after_one_year_or_ten_whole_ones(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    unpaid, paid = await opened(sari, qris), await opened(sari, qris)
    await transitions.apply_snapshot(paid, qris.pay(paid.reference))
    await paid.refresh_from_db()
    moved.on(timedelta(days=31))
    await forget_checkouts()
    for order in await Order.all():
        assert (order.secret, order.qr_text, order.qr_image) == ("", "", "")
    moved.on(timedelta(days=340))
    await delete_old_orders()
    assert [order.id for order in await Order.all()] == [paid.id] != [unpaid.id]
    book_year = paid.paid_at.astimezone(ZONE).year if paid.paid_at else 0
    moved.to(datetime(book_year + 10, 12, 31, 23, 59, tzinfo=ZONE))
    await delete_old_orders()
    assert await Order.exists()
    moved.to(datetime(book_year + 11, 1, 1, tzinfo=ZONE))
    await delete_old_orders()
    assert not await Order.exists()
