"""What a paid order does to its account: the one module that writes which plan is in force.

A plan that is bought while a smaller one is in force begins at once, and the days that are left of the smaller one are
credited as days of the larger one, by their value. Any other plan begins when the periods of plans that are as large
have ended. Everything here runs in the transaction that marks the order as paid or paid back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.db import joined_transaction
from app.payments import plan_schedule
from app.payments.order import Order
from app.payments.plan_period import PAID_BACK, UPGRADED, PlanPeriod
from app.payments.plan_schedule import GRACE, Slot, first_slot, next_slot
from app.plans import quota
from app.plans.plan_limits import higher_plan, rank_of


@dataclass(frozen=True, slots=True)
class Purchase:
    """A plan for a number of months; the price, and what is paid of it, are in whole rupiah."""

    plan: str
    months: int
    price_rupiah: int
    total_rupiah: int


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a new period goes: its times, its value in whole rupiah, and the days credited for what it replaces.

    `replaced` are the periods that end now for it, `delayed` those of smaller plans that move behind it.
    """

    slot: Slot
    value: int
    extra_days: int = 0
    replaced: list[PlanPeriod] = field(default_factory=list)
    delayed: list[PlanPeriod] = field(default_factory=list)


async def credit_order(order: Order) -> bool:
    """Adds the period that a paid order bought; returns False when its account is gone. Call it once for an order."""
    account = await _locked(order)
    if account is None:
        return False
    now = clock.now()
    place = place_period(
        await PlanPeriod.kept_of(account.id),
        Purchase(order.plan, order.months, order.price_rupiah, order.total_rupiah),
        account.time_zone,
        now,
    )
    ids = [period.id for period in place.replaced]
    await PlanPeriod.filter(id__in=ids).update(replaced_at=now, replaced_why=UPGRADED)
    await _store(account, order, place)
    slot = place.slot
    for period in place.delayed:
        slot = next_slot(slot, period.months, period.extra_days)
        await _move(period, slot)
    await refresh_account(account, now)
    return True


async def take_back_order(order: Order) -> None:
    """Ends the period of an order that was paid back as a whole; those after it move forward."""
    account = await _locked(order)
    if account is None:
        return
    now = clock.now()
    await PlanPeriod.filter(order_id=order.id, replaced_at=None).update(replaced_at=now, replaced_why=PAID_BACK)
    await _close_gaps(account, now)
    await refresh_account(account, now)


async def set_operator_plan(account: Account, plan_name: str) -> None:
    """Sets the plan that the operator grants; while a larger one is bought, that one stays in force."""
    async with joined_transaction():
        await quota.lock_account(account)
        await account.refresh_from_db(["operator_plan", "bought_plan", "plan_name"])
        if account.bought_plan:
            account.operator_plan = plan_name
            account.plan_name = higher_plan(plan_name, account.bought_plan)
        else:
            account.plan_name = plan_name
        await account.save(update_fields=["operator_plan", "plan_name"])


async def refresh_account(account: Account, now: datetime) -> None:
    """Writes into the account's row which plan is in force, and when that changes next; its row has to be locked."""
    operator_plan = account.plan_name if account.operator_plan is None else account.operator_plan
    kept = await PlanPeriod.kept_of(account.id)
    in_force = period_in_force(kept, now)
    if in_force is None:
        account.bought_plan, account.operator_plan, account.plan_changes_at = "", None, None
        account.plan_name = operator_plan
    else:
        account.bought_plan, account.operator_plan = in_force.plan, operator_plan
        account.plan_name = higher_plan(operator_plan, in_force.plan)
        account.plan_changes_at = in_force.ends_at + (GRACE if in_force is kept[-1] else plan_schedule.NO_GRACE)
    await account.save(update_fields=["plan_name", "operator_plan", "bought_plan", "plan_changes_at"])


def period_in_force(kept: list[PlanPeriod], now: datetime) -> PlanPeriod | None:
    """Returns the period whose plan holds: the running one, or the last one until its grace is over; else None."""
    for period in kept:
        if period.ends_at > now:
            return period
    return kept[-1] if kept and kept[-1].ends_at + GRACE > now else None


def place_period(kept: list[PlanPeriod], purchase: Purchase, zone: str, now: datetime) -> Placement:
    """Returns where a period goes that is paid now; nothing is written, so that a page can say it before it is bought.

    `kept` are the periods that were not replaced, in the order of time; `zone` is the account's time zone.
    """
    running = [period for period in kept if period.ends_at > now]
    if running and rank_of(purchase.plan) > rank_of(running[0].plan):
        rest = sum(period.value * slot_of(period).days_left(now) // slot_of(period).days for period in running)
        days = first_slot(now, zone, purchase.months).days
        extra = plan_schedule.extra_days_for(rest, purchase.price_rupiah, days)
        slot = first_slot(now, zone, purchase.months, extra)
        return Placement(slot, purchase.total_rupiah + rest, extra, replaced=running)
    last = period_in_force(kept, now)
    at_least = [period for period in running if rank_of(period.plan) >= rank_of(purchase.plan)]
    if running:
        slot = next_slot(slot_of(at_least[-1]), purchase.months)
    elif last and rank_of(last.plan) >= rank_of(purchase.plan):
        slot = next_slot(slot_of(last), purchase.months)  # in its grace, which was part of the time that is paid now
    else:
        slot = first_slot(now, zone, purchase.months)
    return Placement(slot, purchase.total_rupiah, delayed=running[len(at_least) :])


def slot_of(period: PlanPeriod) -> Slot:
    """Returns the times of a period as a value for the calendar."""
    return Slot(period.begins_at, period.ends_at, period.anchor_day, period.zone)


async def _locked(order: Order) -> Account | None:
    """Locks the account of an order until the transaction ends, and returns it as it is then; None if it is gone."""
    if order.account_id is None:
        return None
    account = Account(id=order.account_id)
    await quota.lock_account(account)
    return await Account.get_or_none(id=order.account_id)


async def _close_gaps(account: Account, now: datetime) -> None:
    """Moves periods that have not begun forward, where one before them was taken away."""
    before: Slot | None = None
    for period in await PlanPeriod.kept_of(account.id):
        if period.begins_at > now and (before is None or before.ends_at < period.begins_at):
            begins_now = before is None or before.ends_at + GRACE <= now
            slot = (
                first_slot(now, period.zone, period.months, period.extra_days)
                if begins_now or before is None
                else next_slot(before, period.months, period.extra_days)
            )
            await _move(period, slot)
        before = slot_of(period)


async def _move(period: PlanPeriod, slot: Slot) -> None:
    period.begins_at, period.ends_at, period.anchor_day = slot.begins_at, slot.ends_at, slot.anchor_day
    await period.save(update_fields=["begins_at", "ends_at", "anchor_day"])


async def _store(account: Account, order: Order, place: Placement) -> None:
    await PlanPeriod.create(
        account_id=account.id,
        order_id=order.id,
        plan=order.plan,
        months=order.months,
        extra_days=place.extra_days,
        value=place.value,
        zone=place.slot.zone,
        anchor_day=place.slot.anchor_day,
        begins_at=place.slot.begins_at,
        ends_at=place.slot.ends_at,
    )
