"""How the budgets of this month stand: what is used, where the month ends at this pace, and which of them are near."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from app.accounts.models import Account
from app.gateway.metering.call import month_of
from app.gateway.metering.limits_of_keys import AiBudget
from app.gateway.screens.names import load_names
from app.kernel import clock

PACE_FROM = timedelta(days=1)  # of a month, before which its pace says nothing
NEAR = 80  # percent of a budget, from which on it is shown beside that of the account


@dataclass(frozen=True, slots=True)
class BudgetState:
    """A budget in this month, in micro-rupiah; `key` and `model` are names, "" for all.

    `forecast` is what the month ends with at the pace of its days so far, None on its first day. `ends_on` is when the
    budget will be used up at that pace, None if it will not be this month.
    """

    key: str
    model: str
    most: int
    used: int
    forecast: int | None = None
    ends_on: datetime | None = None

    @property
    def reached(self) -> bool:
        """Whether nothing of it is left."""
        return self.used >= self.most

    @property
    def is_near(self) -> bool:
        """Whether so much is used that its owners got an email."""
        return self.used * 100 >= self.most * NEAR


@dataclass(frozen=True, slots=True)
class Budgets:
    """The budget of the account, None without one, and those of keys and models that are nearly used up."""

    of_account: BudgetState | None
    near: list[BudgetState]


async def load_budgets(account: Account) -> Budgets:
    """Returns the budgets of an account as they are now."""
    rows = await AiBudget.filter(account_id=account.id)
    month = month_of(clock.now())
    names = await load_names(account, {row.key_id for row in rows})
    of_account, others = None, []
    for row in rows:
        used = row.used if row.month == month else 0
        if row.key_id or row.model:
            others.append(BudgetState(names.key(row.key_id).label if row.key_id else "", row.model, row.most, used))
        else:
            of_account = _with_forecast(row.most, used)
    return Budgets(
        of_account, sorted((each for each in others if each.is_near), key=lambda each: each.most - each.used)
    )


def _with_forecast(most: int, used: int) -> BudgetState:
    """Returns the state of the account's budget with what its month ends with."""
    now = clock.now()
    begins = datetime.combine(month_of(now), time(), UTC)
    passed, length = now - begins, clock.start_of_next_month() - begins
    if passed < PACE_FROM:
        return BudgetState("", "", most, used)
    forecast = used * int(length.total_seconds()) // int(passed.total_seconds())
    ends_on = begins + passed * (most / used) if used < most < forecast else None
    return BudgetState("", "", most, used, forecast, ends_on)
