"""Which bought plan an account has and until when: its page says that first, the home page a week before the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.i18n import local_day
from app.payments.plan_schedule import GRACE
from app.payments.purchase_effect import paid_time
from app.plans.plan_limits import PLANS, Plan

ENDING_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PlanStatus:
    """A bought plan: until when it is paid, and the plan that is paid for after it, with its end; None without one."""

    plan: Plan
    ends_at: datetime
    later: Plan | None = None
    later_ends_at: datetime | None = None

    @property
    def in_grace(self) -> bool:
        """Whether the time that was paid is over, and the plan still holds for some days."""
        return self.later is None and self.ends_at <= clock.now()

    @property
    def grace_ends_at(self) -> datetime:
        """When the plan changes if nobody pays."""
        return self.ends_at + GRACE

    @property
    def last_moment(self) -> datetime:
        """The last second of the time that is paid, whose day people know as the last one."""
        return self.ends_at - timedelta(seconds=1)

    @property
    def ending(self) -> bool:
        """Whether the time that was paid ends within a week, and nothing follows."""
        return self.later is None and clock.now() < self.ends_at <= clock.now() + ENDING_WITHIN

    @property
    def days_left(self) -> int:
        """How many days are left after today, in the reader's time zone."""
        return max((local_day(self.last_moment) - local_day(clock.now())).days, 0)


async def load_status(account: Account) -> PlanStatus | None:
    """Returns the bought plan of an account that is in force; None without one."""
    paid = await paid_time(account) if account.bought_plan else None
    if paid is None:
        return None
    same = [period for period in paid.waiting if period.plan == paid.plan]
    other = [period for period in paid.waiting if period.plan != paid.plan]
    ends_at = same[-1].ends_at if same else paid.until
    if not other:
        return PlanStatus(PLANS[paid.plan], ends_at)
    return PlanStatus(PLANS[paid.plan], ends_at, PLANS[other[0].plan], paid.paid_until)
