"""Refunds: what was paid back counts once, and takes no other payment with it."""

from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.payments import ordering, transitions
from app.payments.notifications import replay_event
from app.payments.order import Order
from app.payments.payment_event import Outcome, PaymentEvent
from app.payments.plan_period import PlanPeriod
from app.payments.reconciliation import reconcile
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


@pytest.mark.parametrize("later", [[], ["pro"]])
async def test_paying_back_an_upgrade_brings_back_what_it_replaced(
    sari: Account, qris: FakeProvider, moved: Clock, later: list[str]
) -> None:
    await buy(sari, qris, "starter", 3)
    await buy(sari, qris, "starter")
    before = await periods(sari)
    moved.on(timedelta(days=10))
    upgrade = await buy(sari, qris, "pro")
    for plan in later:
        await buy(sari, qris, plan)
    moved.on(timedelta(days=2))

    await note_refund(upgrade, upgrade.paid_amount or 0)

    kept = await PlanPeriod.kept_of(sari.id)
    assert sorted(period.plan for period in kept) == [*later, "starter", "starter"]
    assert [period.ends_at for period in kept[:-1]] == [period.begins_at for period in kept[1:]]
    assert await plan_of(sari) == "starter" and (later or await periods(sari) == before)
