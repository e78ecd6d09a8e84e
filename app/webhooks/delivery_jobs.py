"""The jobs that send events: one at a time for each endpoint, which serves what is due there for some seconds.

Endpoints that failed or took long the last time are served by jobs of a kind of their own, so that they hold up no
other. At most CONNECTIONS requests to one endpoint are open at once. A delivery is claimed for LEASE: when the process
dies, it is sent again after that, with the same id. Nothing that was written while a job ended is overlooked: whoever
writes a delivery locks its endpoint's row (by the foreign key), and so does the end of a job.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import structlog

from app import jobs
from app.jobs import Job, Schedule
from app.jobs.independent_steps import for_each
from app.kernel import clock, db
from app.webhooks import outbox
from app.webhooks.attempt_log import record_attempts
from app.webhooks.delivery import WAITING, WebhookAttempt, WebhookDelivery
from app.webhooks.endpoint import WebhookEndpoint, forget_old_secrets
from app.webhooks.sending import secrets_of, send

CONNECTIONS, CLAIMED_AT_ONCE = 4, 40
TURN_SECONDS, LEASE = 10.0, timedelta(minutes=1)
CLAIM = """UPDATE webhook_deliveries SET due_at = $2 WHERE state = 'waiting' AND id IN (
    SELECT id FROM webhook_deliveries WHERE endpoint_id = $1 AND state = 'waiting' AND due_at <= $3
    ORDER BY due_at, id LIMIT $4) RETURNING *"""
log = structlog.get_logger()


@jobs.handler("webhooks.deliver", at_once=12)
async def deliver_to_fast_endpoint(job: Job) -> None:
    """Sends what is due to an endpoint that answered quickly the last time."""
    await _serve(job)


@jobs.handler("webhooks.slow", at_once=6)
async def deliver_slowly(job: Job) -> None:
    """Sends what is due to an endpoint that failed or took long the last time."""
    await _serve(job)


@jobs.handler("webhooks.upkeep", schedule=Schedule(timedelta(minutes=1)))
async def wake_endpoints(_job: Job) -> None:
    """Has sent what is due and has no job, such as after a freeze, and forgets replaced secrets."""
    await forget_old_secrets()
    due = WebhookDelivery.waiting().filter(due_at__lte=clock.now()).distinct().values_list("endpoint_id", flat=True)
    await for_each(await WebhookEndpoint.listening().filter(id__in=[str(id) for id in await due]), outbox.wake)


async def _serve(job: Job) -> None:
    """Sends what is due to the endpoint of a job until its turn is over, and has the rest sent by the next one."""
    endpoint_id, until = UUID(job.payload["endpoint"]), time.monotonic() + TURN_SECONDS
    while time.monotonic() < until:
        endpoint = await WebhookEndpoint.listening().get_or_none(id=endpoint_id)
        due = await claim_due(endpoint_id) if endpoint else []
        if endpoint is None or not due:
            break
        attempts = await _send_all(endpoint, due, until)
        await record_attempts(endpoint, due, attempts)
    await _end_turn(job, endpoint_id)


async def claim_due(endpoint_id: UUID) -> list[WebhookDelivery]:
    """Claims the deliveries of an endpoint that have been due longest, some of them."""
    now = clock.now()
    values = [str(endpoint_id), now + LEASE, now, CLAIMED_AT_ONCE]
    claimed = await db.query_models(WebhookDelivery, CLAIM, values)
    return sorted(claimed, key=lambda delivery: delivery.id)


async def _send_all(
    endpoint: WebhookEndpoint, due: Sequence[WebhookDelivery], until: float
) -> dict[int, WebhookAttempt]:
    """Sends deliveries, CONNECTIONS at a time, and returns the attempts by their ids; none begins after the turn."""
    waiting, attempts, secrets = iter(due), dict[int, WebhookAttempt](), secrets_of(endpoint)

    async def send_some() -> None:
        for delivery in waiting:
            if time.monotonic() >= until:
                return
            attempts[delivery.id] = await send(endpoint.url, delivery, secrets)

    async with asyncio.TaskGroup() as group:
        for _ in range(CONNECTIONS):
            group.create_task(send_some())
    return attempts


async def _end_turn(job: Job, endpoint_id: UUID) -> None:
    """Lets another job serve the endpoint, and enqueues one for what waits."""
    async with db.transaction():
        await WebhookEndpoint.filter(id=endpoint_id).select_for_update()
        await Job.filter(id=job.id).update(unique_key=None)
        endpoint = await WebhookEndpoint.listening().get_or_none(id=endpoint_id)
        if endpoint is None:
            return
        waits = WebhookDelivery.filter(endpoint_id=endpoint_id, state=WAITING).order_by("due_at").first()
        if (delivery := await waits) and delivery.due_at:
            await outbox.wake(endpoint, delivery.due_at)
