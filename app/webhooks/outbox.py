"""The outbox: writes down, in the transaction of a change, what happened, for each endpoint that wants to know it.

An account without an endpoint for an event costs one query and no row. The packages above call `announce` with the ids
of what changed, and register by `@represents` how the JSON API shows such things: that is read only when somebody wants
it. What has no id in the API is passed to `emit` itself. A delivery and its job are there exactly if the change is.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

from app import jobs
from app.kernel import clock
from app.kernel.db import joined_transaction
from app.webhooks.delivery import WebhookDelivery, new_event_id
from app.webhooks.endpoint import WebhookEndpoint, endpoints_for
from app.webhooks.event_types import noun_of

Represent = Callable[[Sequence[UUID]], Awaitable[list[dict[str, Any]]]]
DELIVER, DELIVER_SLOWLY = "webhooks.deliver", "webhooks.slow"
READ_AT_ONCE, INSERTED_AT_ONCE = 200, 50  # things, rows in one statement
_representations: dict[str, Represent] = {}


def represents(subject: str) -> Callable[[Represent], Represent]:
    """Registers the function that returns things, by their ids, as the JSON API shows them.

    `subject` is a noun such as `link`, or one type of events, which goes before its noun. Raises: ValueError when there
    is one already.
    """

    def register(represent: Represent) -> Represent:
        if subject in _representations:
            raise ValueError(f"the data of {subject} is registered already")
        _representations[subject] = represent
        return represent

    return register


async def announce(account_id: UUID, event_type: str, ids: Iterable[UUID]) -> None:
    """Writes an event for each of these things; call it in the transaction of the change, after it.

    For a deletion that leaves no row, call it before. Things without a representation get no event.
    """
    things = list(ids)
    endpoints = await endpoints_for(account_id, event_type) if things else []
    if not endpoints:
        return
    represent = _representations.get(event_type) or _representations[noun_of(event_type)]
    for at in range(0, len(things), READ_AT_ONCE):
        represented = await represent(things[at : at + READ_AT_ONCE])
        await write(endpoints, event_type, represented)


async def emit(account_id: UUID, event_type: str, data: Mapping[str, Any]) -> None:
    """Writes one event with its data; call it in the transaction of the change."""
    if endpoints := await endpoints_for(account_id, event_type):
        await write(endpoints, event_type, [data])


async def write(
    endpoints: Sequence[WebhookEndpoint], event_type: str, things: Iterable[Mapping[str, Any]], ids: Sequence[str] = ()
) -> None:
    """Writes an event for each thing to these endpoints, and has it sent; `ids` are the events' ids, by default new."""
    now = clock.now()
    events = [(ids[at] if ids else new_event_id(), event_body(event_type, now, data)) for at, data in enumerate(things)]
    deliveries = [
        WebhookDelivery(
            endpoint_id=endpoint.id, event_id=id, event_type=event_type, body=body, due_at=now, created_at=now
        )
        for endpoint in endpoints
        for id, body in events
    ]
    if not deliveries:
        return
    async with joined_transaction():
        await WebhookDelivery.bulk_create(deliveries, batch_size=INSERTED_AT_ONCE, ignore_conflicts=bool(ids))
        for endpoint in endpoints:
            await wake(endpoint)


async def wake(endpoint: WebhookEndpoint, at: datetime | None = None) -> None:
    """Has what waits for an endpoint sent at `at`, by default now; call it in the transaction that writes it."""
    kind = DELIVER_SLOWLY if endpoint.slow else DELIVER
    await jobs.enqueue(kind, {"endpoint": str(endpoint.id)}, at=at, unique=f"webhook {endpoint.id}", sooner=True)


def event_body(event_type: str, at: datetime, data: Mapping[str, Any]) -> str:
    """Returns the text that is sent: the type, the time of the event and its data, as JSON."""
    return orjson.dumps({"type": event_type, "timestamp": clock.format_rfc3339(at), "data": data}).decode()
