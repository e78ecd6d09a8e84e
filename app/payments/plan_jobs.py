"""What happens to bought plans by the clock: reminders, and the end of a period."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from app import jobs
from app.accounts.models import Account
from app.jobs import HOURLY, Job
from app.jobs.independent_steps import for_each, run_steps
from app.kernel import clock
from app.kernel.db import transaction
from app.payments import emails, entitlement
from app.payments.plan_period import PlanPeriod
from app.plans import quota

REMINDERS = (7, 3, 1, 0)  # days before the end
LONGEST, LATEST = timedelta(days=REMINDERS[0]), timedelta(days=1)  # LATEST: after the end


@jobs.handler("payments.plans", schedule=HOURLY)
async def run_plan_steps(_job: Job) -> None:
    """Runs the steps; one that fails does not keep the others from running. Raises: StepsFailed."""
    await run_steps({"changes": change_plans, "reminders": send_reminders})


async def change_plans() -> None:
    """Writes the plan that follows into each account whose plan changes now. Raises: StepsFailed."""
    due = await Account.filter(plan_changes_at__lte=clock.now()).values_list("id", flat=True)
    await for_each(due, _change_plan)  # type: ignore[arg-type]


async def _change_plan(id: UUID) -> None:
    """Writes the plan that is now in force into an account, and mails its owners when their bought plan is over."""
    async with transaction():
        await quota.lock_account(Account(id=id))
        account = await Account.get_or_none(id=id, plan_changes_at__lte=clock.now())
        if account is None:
            return
        before = account.bought_plan
        await entitlement.refresh_account(account, clock.now())
        if not account.bought_plan and before:
            await emails.send_plan_over(account, before)


async def send_reminders() -> None:
    """Mails the owners of accounts whose last period ends in 7, 3 or 1 days, or has ended. Raises: StepsFailed."""
    now = clock.now()
    ending = PlanPeriod.filter(replaced_at=None, ends_at__lte=now + LONGEST, ends_at__gt=now - LATEST, reminded__gt=0)
    ending = ending.filter(account__frozen_at=None, account__delete_at=None, account__suspended_at=None)
    await for_each(await ending.select_related("account"), _remind)


async def _remind(period: PlanPeriod) -> None:
    """Mails a reminder of a period, unless it was sent or another period follows."""
    now, later = clock.now(), PlanPeriod.filter(account_id=period.account_id, replaced_at=None)
    days = days_to_name(period.ends_at, now)
    if days is None or await later.filter(ends_at__gt=period.ends_at).exists():
        return
    async with transaction():
        unsent = PlanPeriod.filter(id=period.id, reminded__gt=days, replaced_at=None, ends_at=period.ends_at)
        if await unsent.update(reminded=days):
            await emails.send_reminder(period.account, period.plan, period.ends_at, days)


def days_to_name(ends_at: datetime, now: datetime) -> int | None:
    """Returns which reminder is due: 7, 3 or 1 days before the end, 0 after it; None when none is."""
    return next((days for days in reversed(REMINDERS) if now >= ends_at - timedelta(days=days)), None)
