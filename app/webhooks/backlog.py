"""How much waits to be sent, for the metrics."""

from __future__ import annotations

from typing import NamedTuple

from app.kernel import clock
from app.webhooks.delivery import WebhookDelivery


class DeliveryBacklog(NamedTuple):
    """How many deliveries are due, and for how many seconds the oldest of them has been."""

    due: int
    oldest: float


async def delivery_backlog() -> DeliveryBacklog:
    """Returns the current backlog."""
    now = clock.now()
    due = WebhookDelivery.waiting().filter(due_at__lte=now)
    first = await due.order_by("due_at").first()
    oldest = (now - first.due_at).total_seconds() if first and first.due_at else 0.0
    return DeliveryBacklog(await due.count(), oldest)
