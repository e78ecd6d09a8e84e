"""Turns endpoints off: by a member, or by what the endpoint answers."""

from __future__ import annotations

from app.kernel import clock
from app.kernel.db import transaction
from app.webhooks.delivery import WebhookDelivery, failed_columns
from app.webhooks.endpoint import WebhookEndpoint


async def stop_endpoint(endpoint: WebhookEndpoint, reason: str) -> bool:
    """Turns an endpoint off, and gives up what waits for it; False when it was off already.

    `reason` is one of endpoint.py.
    """
    now = clock.now()
    async with transaction():
        stopped = await WebhookEndpoint.filter(id=endpoint.id, off_at=None).update(
            off_at=now, off_reason=reason, updated_at=now
        )
        if stopped:
            waiting = WebhookDelivery.waiting().filter(endpoint_id=endpoint.id)
            await waiting.update(**failed_columns(now))
    await endpoint.refresh_from_db()
    return bool(stopped)
