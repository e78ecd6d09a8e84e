"""Ends the reservations whose process died, and deletes what is older than it is listed.

What a client had got of such a request by its last renewal is paid; one that had delivered nothing is released.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from app import jobs
from app.gateway.metering import anomaly
from app.gateway.metering.ai_request import RESERVED, AiRequest
from app.gateway.metering.call import Outcome, minute_of
from app.gateway.metering.limits_of_keys import AiRate
from app.gateway.metering.reservation import DEAD_AFTER, load
from app.gateway.metering.settlement import settle
from app.jobs import MINUTELY, NIGHTLY, Job
from app.jobs.independent_steps import for_each, run_steps
from app.kernel import clock, installation
from app.kernel.db import query_rows

DIED = "server_died"
AT_ONCE = 1_000  # requests that one run settles
SWEPT_AT_ONCE = 2_000  # rows that one statement deletes, so that others can write in between
RATES_KEPT = 24 * 60  # minutes
SWEEP = """DELETE FROM ai_requests WHERE id IN (
        SELECT id FROM ai_requests WHERE created_at < $1 AND state <> 'reserved' LIMIT $2)
    RETURNING id"""


@jobs.handler("gateway.minutely", schedule=MINUTELY)
async def run_minutely(_job: Job) -> None:
    """Settles what died, and pauses keys that suddenly spend much more than usual. Raises: StepsFailed."""
    await run_steps({"dead": reap, "anomalies": anomaly.pause_anomalies})


@jobs.handler("gateway.sweep", schedule=NIGHTLY)
async def run_sweep(_job: Job) -> None:
    """Deletes what is older than it is listed. Raises: StepsFailed."""
    await run_steps({"requests": sweep_requests, "rates": sweep_rates})


async def reap() -> None:
    """Ends the reservations that nobody has renewed for DEAD_AFTER. Raises: StepsFailed."""
    dead = AiRequest.filter(state=RESERVED, alive_at__lt=clock.now() - DEAD_AFTER).order_by("alive_at").limit(AT_ONCE)
    await for_each(await dead.values_list("id", flat=True), _end)  # type: ignore[arg-type]


async def _end(id: UUID) -> None:
    if reservation := await load(id):
        await settle(reservation, Outcome(0, delivered=reservation.delivered, error=DIED))


def kept_since() -> datetime:
    """Returns since when requests are listed: whole UTC days, so that the sums of a day can be compared with them."""
    days = installation.current().config.gateway_log_days
    return datetime.combine(clock.now().date() - timedelta(days=days), time(), UTC)


async def sweep_requests() -> None:
    """Deletes the requests that are no longer listed; the sums of their days stay."""
    while len(await query_rows(SWEEP, [kept_since(), SWEPT_AT_ONCE])) == SWEPT_AT_ONCE:
        pass


async def sweep_rates() -> None:
    """Deletes the rates of keys that made no request for a day and have none open."""
    await AiRate.filter(open=0, minute__lt=minute_of(clock.now()) - RATES_KEPT).delete()
