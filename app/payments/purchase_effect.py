"""What buying a plan does to the periods of an account: computed here, shown before the purchase, written after it.

A larger plan than the one in force begins at once, and what is left of the smaller ones is credited as days of it, by
value. Any other plan begins when the periods of plans that are as large have ended; smaller ones that wait move back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from app.accounts.models import Account
from app.kernel import clock
from app.payments.plan_period import PlanPeriod
from app.payments.plan_schedule import GRACE, Slot, change_days, extra_days_for, first_slot, next_slot
from app.plans.plan_limits import PLANS, rank_of
from app.plans.prices import price_of


@dataclass(frozen=True, slots=True)
class Purchase:
    """What a purchase would do. `extra_days` of `slot` are credited for the periods in `replaced`.

    Those are worth `rest_value` rupiah; `credits` has what each of them is worth, by its id. `extra_days` are negative
    where not all days were paid. `moved` are periods that would begin later, with their new times.
    """

    slot: Slot
    extra_days: int = 0
    rest_value: int = 0
    replaced: list[PlanPeriod] = field(default_factory=list)
    moved: list[tuple[PlanPeriod, Slot]] = field(default_factory=list)
    credits: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PaidTime:
    """The plan that was bought and is in force. `until` is when it ends, and `paid_until` the end of all that is paid.

    `waiting` are the periods after this one.
    """

    plan: str
    until: datetime
    paid_until: datetime
    waiting: list[PlanPeriod]


async def preview_purchase(account: Account, plan: str, months: int) -> Purchase:
    """Returns what buying a plan now would do, for the page on which it is chosen. Raises: KeyError for no plan."""
    kept = await PlanPeriod.unreplaced_of(account.id)
    return plan_purchase(kept, plan, months, price_of(PLANS[plan], months), account.time_zone, clock.now())


async def paid_time(account: Account) -> PaidTime | None:
    """Returns the paid time of an account; None when no bought plan is in force."""
    kept, now = await PlanPeriod.unreplaced_of(account.id), clock.now()
    current = period_in_force(kept, now)
    if current is None:
        return None
    last = kept[-1].ends_at
    waiting = [period for period in kept if period.begins_at >= current.ends_at]
    return PaidTime(current.plan, current.ends_at, last, waiting)


def plan_purchase(
    kept: list[PlanPeriod], plan: str, months: int, price_rupiah: int, zone: str, now: datetime,
    worth_rupiah: int | None = None,
) -> Purchase:  # fmt: skip
    """Computes what buying a plan does; `kept` are the periods of the account in the order of time.

    `price_rupiah` is the price of the plan for these months before any discount: it says what a day is worth. With
    `worth_rupiah`, only the days that are worth so much are bought.
    """
    running = [period for period in kept if period.ends_at > now]
    if running and rank_of(plan) > rank_of(running[0].plan):
        return _upgrade(running, months, price_rupiah, zone, now, worth_rupiah)
    last = period_in_force(kept, now)
    at_least = [period for period in running if rank_of(period.plan) >= rank_of(plan)]
    if not running and last and rank_of(last.plan) >= rank_of(plan):
        at_least = [last]  # in its grace, which is part of the time that is paid now
    slot = next_slot(slot_of(at_least[-1]), months) if at_least else first_slot(now, zone, months)
    less = _days_not_paid(slot, price_rupiah, worth_rupiah)
    slot = change_days(slot, -less)
    moved, before = [], slot
    for period in running[len(at_least) :]:
        before = next_slot(before, period.months, period.extra_days)
        moved.append((period, before))
    return Purchase(slot, -less, moved=moved)


def period_in_force(kept: list[PlanPeriod], now: datetime) -> PlanPeriod | None:
    """Returns the period whose plan holds: the running one, or the last one until its grace is over; else None."""
    for period in kept:
        if period.ends_at > now:
            return period
    return kept[-1] if kept and kept[-1].ends_at + GRACE > now else None


def slot_of(period: PlanPeriod) -> Slot:
    """Returns the times of a period as a value for the calendar."""
    return Slot(period.begins_at, period.ends_at, period.anchor_day, period.zone)


def _upgrade(
    running: list[PlanPeriod], months: int, price_rupiah: int, zone: str, now: datetime, worth_rupiah: int | None
) -> Purchase:
    """Computes a larger plan that begins now, with the value of what is left of the smaller ones."""
    credits = {period.id: rest_of(period.worth, slot_of(period), now) for period in running}
    rest, slot = sum(credits.values()), first_slot(now, zone, months)
    extra = extra_days_for(rest, price_rupiah, slot.days) - _days_not_paid(slot, price_rupiah, worth_rupiah)
    return Purchase(change_days(slot, extra), extra, rest, running, credits=credits)


def extra_days_of(period: PlanPeriod, rest_value: int) -> int:
    """Returns for how many more days of a period so many rupiah are worth; its order has to be loaded."""
    return extra_days_for(rest_value, period.order.price_rupiah, slot_of(period).days - period.extra_days)


def rest_of(worth: int, slot: Slot, now: datetime) -> int:
    """Returns what the days that are left of a period are worth in rupiah, if all of it is worth so much."""
    return worth * slot.days_left(now) // slot.days


def _days_not_paid(slot: Slot, price_rupiah: int, worth_rupiah: int | None) -> int:
    """Returns how many days of a period are not worth what was paid; one day always is. 0 without `worth_rupiah`."""
    if worth_rupiah is None or not price_rupiah:
        return 0
    return slot.days - max(slot.days * worth_rupiah // price_rupiah, 1)
