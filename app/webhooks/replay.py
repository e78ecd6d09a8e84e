"""Sends deliveries again: one, or all of an endpoint since a time, with the same ids.

A replay of many marks the deliveries with its time (`replayed_at`) and puts them back into the queue by one statement;
its progress is how many of them no longer wait. Only one runs for an endpoint, of MOST deliveries, the oldest first.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from app.kernel import clock
from app.kernel.db import query_rows, transaction
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal
from app.webhooks import outbox
from app.webhooks.delivery import WAITING, WebhookDelivery
from app.webhooks.endpoint import WebhookEndpoint

MOST = 10_000
REPLAY = """UPDATE webhook_deliveries SET state = 'waiting', tries = 0, due_at = $2, ended_at = NULL, replayed_at = $2
    WHERE id IN (SELECT id FROM webhook_deliveries WHERE endpoint_id = $1 AND created_at >= $3 AND state <> 'waiting'
        AND event_type <> 'test' {only} ORDER BY created_at, id LIMIT $4) RETURNING id"""


document_code("WEBHOOK_OFF", 409, N_("The endpoint is off."), N_("Turn it on, then send the request again."))
document_code(
    "REPLAY_RUNNING",
    409,
    N_("An earlier replay of the endpoint still runs."),
    N_("Try again when nothing of it waits."),
)
document_code(
    "NOTHING_TO_REPLAY",
    409,
    N_("No delivery since that time can be sent again."),
    N_("Choose an earlier time; deliveries are kept for 30 days."),
)


class EndpointOff(Refusal):
    """The endpoint is off, so that nothing is sent to it."""

    code, field = "WEBHOOK_OFF", "since"
    says = N_("Turn the endpoint on first.")


class ReplayRunning(Refusal):
    """An earlier replay has not ended."""

    code, field = "REPLAY_RUNNING", "since"
    says = N_("The last one still runs. Wait until it has ended.")


class NothingToReplay(Refusal):
    """There is no delivery since that time that does not wait already."""

    code, field = "NOTHING_TO_REPLAY", "since"
    says = N_("There is nothing to send again since then.")


class Progress(NamedTuple):
    """How far a replay is: how many deliveries no longer wait, of how many; `running` while some do."""

    done: int
    total: int

    @property
    def running(self) -> bool:
        """Whether deliveries of the replay still wait."""
        return self.done < self.total


async def replay_one(delivery: WebhookDelivery) -> None:
    """Sends a delivery again at once, or sooner if it waits. Raises: EndpointOff."""
    endpoint = await WebhookEndpoint.get(id=delivery.endpoint_id)
    if endpoint.off_at:
        raise EndpointOff
    now = clock.now()
    async with transaction():
        await WebhookDelivery.filter(id=delivery.id).update(state=WAITING, tries=0, due_at=now, ended_at=None)
        await outbox.wake(endpoint)


async def replay_since(endpoint: WebhookEndpoint, since: datetime, *, only_failed: bool = False) -> int:
    """Sends the deliveries since a time again, or those that failed; returns how many.

    Raises: EndpointOff, ReplayRunning, NothingToReplay.
    """
    now = clock.now()
    async with transaction():
        current = await WebhookEndpoint.select_for_update().get(id=endpoint.id)
        if current.off_at:
            raise EndpointOff
        if (await progress_of(current)).running:
            raise ReplayRunning
        only = "AND state = 'failed'" if only_failed else ""
        rows = await query_rows(REPLAY.format(only=only), [str(endpoint.id), now, since, MOST])
        if not rows:
            raise NothingToReplay
        await WebhookEndpoint.filter(id=endpoint.id).update(replayed_at=now, replay_total=len(rows))
        await outbox.wake(current)
    await endpoint.refresh_from_db()
    return len(rows)


async def progress_of(endpoint: WebhookEndpoint) -> Progress:
    """Returns the progress of the last replay of an endpoint; 0 of 0 when there was none."""
    if endpoint.replayed_at is None:
        return Progress(0, 0)
    waiting = WebhookDelivery.waiting().filter(endpoint_id=endpoint.id, replayed_at=endpoint.replayed_at, tries=0)
    return Progress(endpoint.replay_total - await waiting.count(), endpoint.replay_total)
