"""Jobs that maintain visits: closing days, purging old visits, and recounting an account's days after a change of its
time zone.
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from uuid import UUID

from app import jobs
from app.accounts.models import Account
from app.jobs import HOURLY, MINUTELY, Job
from app.kernel import event_bus
from app.visits import retention, totals
from app.visits.recount import rezone
from app.visits.visit import visit_key

REZONE = "visits.rezone"


@jobs.handler("visits.close_days", schedule=MINUTELY)
async def close_days(_job: Job) -> None:
    """Counts the days that are over."""
    await totals.close_days()


@jobs.handler("visits.purge", schedule=HOURLY)
async def purge(_job: Job) -> None:
    """Deletes the visits that are older than their account's plan keeps them."""
    await retention.purge_all()


@jobs.handler(REZONE)
async def recount_after_rezone(job: Job) -> None:
    """Recounts an account's days in its current time zone. Until it is done, reports count the visits.

    The zone is read again afterwards: it may have changed, and another process may have recounted in the new one first.
    """
    done = ""
    while (account := await Account.get_or_none(id=UUID(job.payload["account"]))) and account.time_zone != done:
        await rezone(visit_key(account.id), account.time_zone)
        done = account.time_zone


@asynccontextmanager
async def recount_on_rezone() -> AsyncGenerator[None]:
    """Context manager within which a change of an account's time zone enqueues the recount."""

    async def enqueue(account: Account) -> None:
        await jobs.enqueue(REZONE, {"account": str(account.id)})

    with event_bus.subscription("account.rezoned", enqueue):
        yield
