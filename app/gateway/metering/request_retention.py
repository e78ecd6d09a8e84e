"""How long requests are listed, and the nightly job that deletes what is older."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from app import jobs
from app.gateway.metering.call import minute_of
from app.gateway.metering.limits_of_keys import AiRate
from app.jobs import NIGHTLY, Job
from app.jobs.independent_steps import run_steps
from app.kernel import clock, installation
from app.kernel.db import query_rows

SWEPT_AT_ONCE = 2_000  # rows that one statement deletes, so that others can write in between
RATES_KEPT = 24 * 60  # minutes
SWEEP = """DELETE FROM ai_requests WHERE id IN (
        SELECT id FROM ai_requests WHERE created_at < $1 AND state <> 'reserved' LIMIT $2)
    RETURNING id"""


@jobs.handler("gateway.sweep", schedule=NIGHTLY)
async def run_sweep(_job: Job) -> None:
    """Deletes what is older than it is listed. Raises: StepsFailed."""
    await run_steps({"requests": sweep_requests, "rates": sweep_rates})


def listed_since() -> datetime:
    """Returns since when requests are listed: whole UTC days, so that the sums of a day can be compared with them."""
    days = installation.current().config.gateway_log_days
    return datetime.combine(clock.now().date() - timedelta(days=days), time(), UTC)


async def sweep_requests() -> None:
    """Deletes the requests that are no longer listed; the sums of their days stay."""
    while len(await query_rows(SWEEP, [listed_since(), SWEPT_AT_ONCE])) == SWEPT_AT_ONCE:
        pass


async def sweep_rates() -> None:
    """Deletes the rates of keys that made no request for a day and have none open."""
    await AiRate.filter(open=0, minute__lt=minute_of(clock.now()) - RATES_KEPT).delete()
