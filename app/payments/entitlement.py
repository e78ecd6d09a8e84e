"""Applies a paid order to its account: this is the only module that writes which plan is in force.

purchase_effect.py computes what a purchase changes. Everything here runs in the transaction that marks the order as
paid or paid back, after the account's row was locked.
"""

from __future__ import annotations

from datetime import datetime

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.db import joined_transaction
from app.payments.order import Order
from app.payments.plan_period import PAID_BACK, UPGRADED, PlanPeriod
from app.payments.plan_schedule import GRACE, NO_GRACE, Slot, change_days, first_slot, next_slot
from app.payments.purchase_effect import Purchase, extra_days_of, period_in_force, plan_purchase, rest_of, slot_of
from app.plans import quota
from app.plans.plan_limits import higher_plan, rank_of


async def lock_account_of(order: Order) -> None:
    """Locks the account of an order, if it has one, until the transaction ends.

    Call it before the order is changed: whoever deletes an account locks the account first and its orders after it.
    """
    if order.account_id is not None:
        await quota.lock_account(Account(id=order.account_id))


async def add_plan_period(order: Order) -> bool:
    """Adds the period that a paid order bought; returns False when its account is gone. Call it once for an order."""
    account = await _locked(order)
    if account is None:
        return False
    now = clock.now()
    kept = await PlanPeriod.unreplaced_of(account.id)
    worth = order.total_rupiah if order.lost_coupon else None
    purchase = plan_purchase(kept, order.plan, order.months, order.price_rupiah, account.time_zone, now, worth)
    for period, slot in purchase.moved:
        await _move(period, slot)
    await _store(account, order, purchase, now)
    await refresh_account(account, now)
    return True


async def take_back_order(order: Order) -> None:
    """Ends the period of an order that was paid back as a whole; those after it move forward.

    Where a larger period has taken its place, that one loses the days which were credited for it. The smaller periods
    in whose place it came itself stay paid: see `_undo_upgrade`.
    """
    account = await _locked(order)
    if account is None:
        return
    now = clock.now()
    for period in await PlanPeriod.filter(order_id=order.id).exclude(replaced_why=PAID_BACK):
        if period.replaced_at is None:
            await PlanPeriod.filter(id=period.id).update(replaced_at=now, replaced_why=PAID_BACK)
            if period.ends_at > now:
                await _undo_upgrade(period, now)
        else:
            await PlanPeriod.filter(id=period.id).update(replaced_why=PAID_BACK)
            await _take_back_credit(period, period.replaced_at, now)
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
    kept = await PlanPeriod.unreplaced_of(account.id)
    in_force = period_in_force(kept, now)
    if in_force is None:
        account.bought_plan, account.operator_plan, account.plan_changes_at = "", None, None
        account.plan_name = operator_plan
    else:
        account.bought_plan, account.operator_plan = in_force.plan, operator_plan
        account.plan_name = higher_plan(operator_plan, in_force.plan)
        account.plan_changes_at = in_force.ends_at + (GRACE if in_force is kept[-1] else NO_GRACE)
    await account.save(update_fields=["plan_name", "operator_plan", "bought_plan", "plan_changes_at"])


async def _locked(order: Order) -> Account | None:
    """Locks the account of an order until the transaction ends, and returns it as it is then; None if it is gone."""
    if order.account_id is None:
        return None
    await lock_account_of(order)
    return await Account.get_or_none(id=order.account_id)


async def _undo_upgrade(period: PlanPeriod, now: datetime) -> None:
    """Gives back the smaller periods that a period replaced.

    They are in force again; where a larger plan that waits comes first, that one is extended by what they are worth.
    """
    smaller = await PlanPeriod.filter(replaced_by=period.id, replaced_why=UPGRADED)
    ranks = {rank_of(each.plan) for each in smaller}
    waiting = [each for each in await PlanPeriod.unreplaced_of(period.account_id) if each.begins_at > now]
    heir = next((each for each in waiting if ranks and rank_of(each.plan) > min(ranks)), None)
    if heir is None:
        ids = [each.id for each in smaller]
        await PlanPeriod.filter(id__in=ids).update(replaced_at=None, replaced_why="", replaced_by=None, credit=0)
        return
    rest = await _pass_credits_on(period, heir.id, now)
    extra = extra_days_of(heir, heir.credit_received + rest) - extra_days_of(heir, heir.credit_received)
    await PlanPeriod.filter(id=heir.id).update(extra_days=heir.extra_days + extra, value=heir.value + rest)


async def _pass_credits_on(period: PlanPeriod, heir: int | None, when: datetime) -> int:
    """Credits what a period was credited, as far as its days were to come then, to another one; returns the value."""
    total = 0
    for smaller in await PlanPeriod.filter(replaced_by=period.id, replaced_why=UPGRADED):
        credit = rest_of(smaller.credit, slot_of(period), when)
        await PlanPeriod.filter(id=smaller.id).update(replaced_by=heir, credit=credit)
        total += credit
    return total


async def _take_back_credit(period: PlanPeriod, replaced_at: datetime, now: datetime) -> None:
    """Takes what a period credited from the one that replaced it; what others had credited to it stays there."""
    passed_on = await _pass_credits_on(period, period.replaced_by, replaced_at)
    await _lower_credit(period.replaced_by, period.credit - passed_on, now)


async def _lower_credit(id: int | None, lost: int, now: datetime) -> None:
    """Takes `lost` rupiah, and the days that are worth so much, from what a period was credited.

    A period that was replaced itself has credited less to the one in its place, too.
    """
    period = await PlanPeriod.filter(id=id).select_related("order").first()
    if period is None or lost <= 0:
        return
    before = slot_of(period)
    days = extra_days_of(period, period.credit_received) - extra_days_of(period, period.credit_received - lost)
    after, credit = change_days(before, -days), period.credit
    if period.replaced_at is not None:
        whole = -(-credit * before.days // max(before.days_left(period.replaced_at), 1))  # rounded up
        credit = min(rest_of(max(whole - lost, 0), after, period.replaced_at), credit)
    await PlanPeriod.filter(id=period.id).update(
        value=period.value - lost,
        extra_days=period.extra_days - days,
        ends_at=max(after.ends_at, min(before.ends_at, now)),
        anchor_day=after.anchor_day,
        credit=credit,
    )
    if period.replaced_why == UPGRADED:
        await _lower_credit(period.replaced_by, period.credit - credit, now)


async def _close_gaps(account: Account, now: datetime) -> None:
    """Moves periods that have not begun to where the one before them ends, after one was taken away."""
    before: Slot | None = None
    kept = await PlanPeriod.unreplaced_of(account.id)
    begun = [period for period in kept if period.begins_at <= now]
    waiting = sorted((period for period in kept if period.begins_at > now), key=lambda each: -rank_of(each.plan))
    for period in begun + waiting:
        if period.begins_at > now and (before is None or before.ends_at != period.begins_at):
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


async def _store(account: Account, order: Order, purchase: Purchase, now: datetime) -> None:
    """Stores the period of a purchase, which takes the place of those that it replaces."""
    slot = purchase.slot
    stored = await PlanPeriod.create(
        account_id=account.id,
        order_id=order.id,
        plan=order.plan,
        months=order.months,
        extra_days=purchase.extra_days,
        value=order.total_rupiah + purchase.rest_value,
        zone=slot.zone,
        anchor_day=slot.anchor_day,
        begins_at=slot.begins_at,
        ends_at=slot.ends_at,
    )
    for period in purchase.replaced:
        await PlanPeriod.filter(id=period.id).update(
            replaced_at=now, replaced_why=UPGRADED, replaced_by=stored.id, credit=purchase.credits[period.id]
        )
