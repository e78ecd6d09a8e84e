"""Refunds: what was paid back counts once, and takes no other payment with it."""

from datetime import UTC, datetime, timedelta

from app.accounts.models import Account
from app.kernel import clock
from app.payments import ordering, plan_jobs, transitions
from app.payments.ledger_reconciliation import reconcile
from app.payments.notifications import replay_event
from app.payments.order import Order
from app.payments.payment_event import Outcome, PaymentEvent
from app.payments.plan_period import PlanPeriod
from app.payments.providers.provider import PaymentState
from app.payments.refunds import note_refund
from tests.conftest import Clock
from tests.payments.fake_provider import BUYER, FakeProvider
from tests.payments.test_entitlement import buy, periods, plan_of


async def test_replaying_a_refund_of_the_operators_pays_nothing_back_again(sari: Account, qris: FakeProvider) -> None:
    order = await ordering.open_order(sari, "pro", 1, qris, BUYER)
    await transitions.apply_snapshot(order, qris.pay(order.reference))
    await note_refund(order, 10_000)

    event = await PaymentEvent.get(order_id=order.id, state="refunded")
    assert await replay_event(event) is Outcome.NOTED

    assert (await Order.get(id=order.id)).refunded == 10_000
    assert [(each.refunds, each.agrees) for each in await reconcile()] == [(10_000, True)]


async def test_a_payment_of_a_cancelled_order_that_the_provider_pays_back_is_noted_where_it_is_booked(
    sari: Account, crypto: FakeProvider
) -> None:
    order = await ordering.open_order(sari, "pro", 1, crypto, BUYER)
    await ordering.cancel_order(order)
    await transitions.apply_snapshot(order, crypto.pay(order.reference))
    await transitions.apply_snapshot(order, crypto.pay(order.reference, state=PaymentState.REFUNDED))
    assert [(each.refunds, each.orders, each.agrees) for each in await reconcile()] == [(79_000, 0, True)]
    assert await plan_of(sari) == "free"


async def test_paying_back_an_upgrade_brings_back_what_it_replaced(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    await buy(sari, qris, "starter", 3)
    await buy(sari, qris, "starter")
    before = await periods(sari)
    moved.on(timedelta(days=10))
    upgrade = await buy(sari, qris, "pro")
    moved.on(timedelta(days=2))

    await note_refund(upgrade, upgrade.paid_amount or 0)

    assert await plan_of(sari) == "starter" and await periods(sari) == before


async def test_paying_back_an_upgrade_leaves_its_credit_to_the_next_period_of_the_larger_plan(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    await buy(sari, qris, "starter", 12)
    upgrade = await buy(sari, qris, "pro")
    credited = await PlanPeriod.get(order_id=upgrade.id)
    await buy(sari, qris, "pro")
    moved.on(timedelta(minutes=1))

    await note_refund(upgrade, upgrade.paid_amount or 0)

    [left] = await PlanPeriod.unreplaced_of(sari.id)
    assert left.plan == await plan_of(sari) == "pro" and left.begins_at <= clock.now()
    assert left.value == credited.value and left.extra_days >= credited.extra_days > 30


async def test_periods_that_come_back_go_before_smaller_ones(sari: Account, qris: FakeProvider, moved: Clock) -> None:
    await buy(sari, qris, "pro", 3)
    await buy(sari, qris, "pro", 3)
    upgrade = await buy(sari, qris, "business")
    await buy(sari, qris, "starter")
    moved.on(timedelta(days=1))

    await note_refund(upgrade, upgrade.paid_amount or 0)

    kept = await PlanPeriod.unreplaced_of(sari.id)
    assert [period.plan for period in kept] == ["pro", "pro", "starter"]
    assert [period.ends_at for period in kept[:-1]] == [period.begins_at for period in kept[1:]]


async def test_what_was_paid_back_is_not_credited_by_an_upgrade(sari: Account, qris: FakeProvider) -> None:
    order = await buy(sari, qris, "starter", 12)
    await note_refund(order, (order.paid_amount or 0) - 1)
    upgrade = await buy(sari, qris, "pro")
    assert (await PlanPeriod.get(order_id=upgrade.id)).extra_days == 0


async def test_paying_back_what_an_upgrade_replaced_takes_its_days_out_of_the_upgrade(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    starter = await buy(sari, qris, "starter", 12)
    other = await buy(sari, qris, "starter", 3)
    moved.to(datetime(2026, 12, 9, 5, tzinfo=UTC))
    upgrade = await buy(sari, qris, "pro")
    after = await buy(sari, qris, "pro")
    with_both = (await PlanPeriod.get(order_id=upgrade.id)).extra_days

    await note_refund(starter, starter.paid_amount or 0)

    left = await PlanPeriod.get(order_id=upgrade.id)
    kept = (await PlanPeriod.get(order_id=other.id)).credit
    assert left.value == upgrade.total_rupiah + kept and 0 < left.extra_days < with_both
    assert left.extra_days == kept * 31 // upgrade.price_rupiah, "from 9 December to 9 January"
    assert (await PlanPeriod.get(order_id=after.id)).begins_at == left.ends_at

    await note_refund(other, other.paid_amount or 0)
    left = await PlanPeriod.get(order_id=upgrade.id)
    assert (left.extra_days, left.value) == (0, upgrade.total_rupiah)


async def test_days_that_were_paid_back_after_they_passed_end_the_upgrade_now(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    starter = await buy(sari, qris, "starter", 12)
    upgrade = await buy(sari, qris, "pro")
    moved.on(timedelta(days=45))

    await note_refund(starter, starter.paid_amount or 0)

    assert (await PlanPeriod.get(order_id=upgrade.id)).ends_at == clock.now()
    moved.on(timedelta(days=8))
    await plan_jobs.change_plans()
    assert await plan_of(sari) == "free"


async def test_paying_back_the_first_of_two_upgrades_leaves_nothing_of_it_in_the_second(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    starter = await buy(sari, qris, "starter", 12)
    moved.on(timedelta(days=1))
    pro = await buy(sari, qris, "pro")
    moved.on(timedelta(days=1))
    business = await buy(sari, qris, "business")

    await note_refund(pro, pro.paid_amount or 0)
    share = (await PlanPeriod.get(order_id=starter.id)).credit
    assert (await PlanPeriod.get(order_id=business.id)).value == business.total_rupiah + share
    await note_refund(starter, starter.paid_amount or 0)

    period = await PlanPeriod.get(order_id=business.id)
    assert (period.value, period.extra_days) == (business.total_rupiah, 0)


async def test_paying_back_the_smallest_plan_takes_its_days_out_of_every_upgrade_after_it(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    starter = await buy(sari, qris, "starter", 12)
    moved.on(timedelta(days=1))
    await buy(sari, qris, "pro")
    moved.on(timedelta(days=1))
    business = await buy(sari, qris, "business")
    before = await PlanPeriod.get(order_id=business.id)
    await note_refund(starter, starter.paid_amount or 0)
    after = await PlanPeriod.get(order_id=business.id)
    assert business.total_rupiah < after.value < before.value and after.extra_days < before.extra_days

    await note_refund(business, business.paid_amount or 0)
    [pro] = await PlanPeriod.unreplaced_of(sari.id)
    assert (pro.plan, pro.extra_days, pro.credit_received) == ("pro", 0, 0), "what was paid back does not come back"
