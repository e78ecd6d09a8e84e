"""Writes down what came of attempts, and what follows: the next one, an endpoint that is off, an email."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from tortoise.expressions import F
from tortoise.functions import Coalesce

from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import NotFound
from app.webhooks import emails
from app.webhooks.delivery import DELIVERED, WAITING, WebhookAttempt, WebhookDelivery, failed_columns, wait_before
from app.webhooks.endpoint import FAILING, GONE, WebhookEndpoint
from app.webhooks.switching import stop_endpoint

OFF_AFTER, SLOW_MILLISECONDS, HTTP_GONE = timedelta(days=5), 2_000, 410


async def record_attempts(
    endpoint: WebhookEndpoint, deliveries: Sequence[WebhookDelivery], attempts: Mapping[int, WebhookAttempt]
) -> None:
    """Stores attempts by the ids of their deliveries, and when the next ones are made.

    Deliveries without one are due again. What was deleted meanwhile is left out.
    """
    async with transaction():
        if not await WebhookEndpoint.filter(id=endpoint.id).select_for_update():
            return
        ids = [delivery.id for delivery in deliveries]
        existing = {row.id: row for row in await WebhookDelivery.filter(id__in=ids).select_for_update()}
        stored = {id: attempt for id, attempt in attempts.items() if id in existing}
        await WebhookAttempt.bulk_create(stored.values())
        await _mark_delivered(stored)
        await _put_off(existing, stored)
        await WebhookDelivery.filter(id__in=existing.keys() - stored.keys(), state=WAITING).update(due_at=clock.now())
        await _judge(endpoint, list(stored.values()))


async def record_test(endpoint: WebhookEndpoint, delivery: WebhookDelivery, attempt: WebhookAttempt) -> None:
    """Stores the one attempt of a test event; a failed one has no consequence but for 410.

    Raises: NotFound where the endpoint was deleted meanwhile, which its own server can do when the test arrives.
    """
    now = clock.now()
    state = {"state": DELIVERED, "due_at": None, "ended_at": now} if attempt.ok else failed_columns(now)
    async with transaction():
        if await WebhookEndpoint.filter(id=endpoint.id).select_for_update(no_key=True).only("id").first() is None:
            raise NotFound
        await WebhookAttempt.bulk_create([attempt])
        await WebhookDelivery.filter(id=delivery.id).update(tries=F("tries") + 1, last_status=attempt.status, **state)
        if attempt.ok or attempt.status == HTTP_GONE:
            await _judge(endpoint, [attempt])


async def _mark_delivered(attempts: Mapping[int, WebhookAttempt]) -> None:
    by_status = defaultdict[int | None, list[int]](list)
    for id, attempt in attempts.items():
        if attempt.ok:
            by_status[attempt.status].append(id)
    for status, ids in by_status.items():
        done = {"state": DELIVERED, "last_status": status, "due_at": None, "ended_at": clock.now()}
        await WebhookDelivery.filter(id__in=ids).update(tries=F("tries") + 1, **done)


async def _put_off(rows: Mapping[int, WebhookDelivery], attempts: Mapping[int, WebhookAttempt]) -> None:
    """Sets when each failed delivery is tried again; after the last attempt it is given up."""
    by_columns = defaultdict[tuple[int, int | None], list[int]](list)
    for id, attempt in attempts.items():
        if not attempt.ok:
            by_columns[rows[id].tries + 1, attempt.status].append(id)
    now = clock.now()
    for (tries, status), ids in by_columns.items():
        wait = wait_before(tries)
        then = failed_columns(now) if wait is None else {"due_at": now + wait}
        await WebhookDelivery.filter(id__in=ids, state=WAITING).update(tries=tries, last_status=status, **then)


async def _judge(endpoint: WebhookEndpoint, attempts: Sequence[WebhookAttempt]) -> None:
    """Notes whether the endpoint fails or is slow, and turns one off that is gone or fails for five days."""
    if not attempts:
        return
    endpoints, now = WebhookEndpoint.filter(id=endpoint.id), clock.now()
    answered = any(attempt.ok for attempt in attempts)
    slow = any(not attempt.ok or attempt.milliseconds > SLOW_MILLISECONDS for attempt in attempts)
    since = None if answered else Coalesce("failing_since", now)
    await endpoints.update(slow=slow, failing_since=since)
    await endpoint.refresh_from_db()
    gone = any(attempt.status == HTTP_GONE for attempt in attempts)
    gave_up = endpoint.failing_since is not None and endpoint.failing_since <= now - OFF_AFTER
    if (gone or gave_up) and await stop_endpoint(endpoint, GONE if gone else FAILING):
        await emails.send_turned_off(endpoint)
