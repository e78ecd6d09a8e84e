"""Ends the reservations whose process died.

What a client had got of such a request by its last renewal is paid; one that had delivered nothing is released.
"""

from __future__ import annotations

from uuid import UUID

from app import jobs
from app.gateway.metering import anomaly
from app.gateway.metering.ai_request import RESERVED, AiRequest
from app.gateway.metering.call import Outcome
from app.gateway.metering.reservation import DEAD_AFTER, load_reservation
from app.gateway.metering.settlement import settle
from app.gateway.metering.settlement_counts import REAPED, settlement_counts
from app.jobs import MINUTELY, Job
from app.jobs.independent_steps import for_each, run_steps
from app.kernel import clock

DIED = "server_died"
AT_ONCE = 1_000  # requests that one run settles


@jobs.handler("gateway.minutely", schedule=MINUTELY)
async def run_minutely(_job: Job) -> None:
    """Settles what died, and pauses keys that suddenly spend much more than usual. Raises: StepsFailed."""
    await run_steps({"dead": reap, "anomalies": anomaly.pause_anomalies})


async def reap() -> None:
    """Ends the reservations that nobody has renewed for DEAD_AFTER. Raises: StepsFailed."""
    dead = AiRequest.filter(state=RESERVED, alive_at__lt=clock.now() - DEAD_AFTER).order_by("alive_at").limit(AT_ONCE)
    await for_each(await dead.values_list("id", flat=True), _end)  # type: ignore[arg-type]


async def _end(id: UUID) -> None:
    """Settles a request whose process died, unless it was settled meanwhile."""
    if reservation := await load_reservation(id):
        await settle(reservation, Outcome(0, delivered=reservation.delivered, error=DIED))
        settlement_counts()[REAPED] += 1
