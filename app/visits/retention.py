"""How long the visits of an account are kept: the days of its plan, and today."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.accounts.models import Account
from app.kernel import clock
from app.plans import quota
from app.visits import localtime
from app.visits.reports.query import Scope
from app.visits.visit import first_id, key_in_visits


@dataclass(frozen=True, slots=True)
class Retention:
    """Visits of an account with smaller ids than `first_id` are no longer kept. Its days are those of `zone`."""

    first_id: int
    zone: str


def kept_from(account: Account) -> int:
    """Returns the beginning of the first day whose visits are kept, in milliseconds since 1970."""
    today = localtime.day_of(localtime.to_milliseconds(clock.now()), account.time_zone)
    return localtime.start_of_day_ms(today - quota.plan_of(account).visits_kept, account.time_zone)


def scope_of(account: Account, *ids: UUID) -> Scope:
    """Returns the scope of an account's visits: of all its links, or of the links and bio pages with these ids."""
    return Scope(key_in_visits(account.id), tuple(map(key_in_visits, ids)) or None, kept_from(account))


async def load_retentions() -> dict[int, Retention]:
    """Returns the retention of every account by its key. An account that is not in it was deleted."""
    accounts = await Account.all().only("id", "plan_name", "time_zone")
    return {key_in_visits(one.id): Retention(first_id(kept_from(one)), one.time_zone) for one in accounts}
