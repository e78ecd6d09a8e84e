"""Subscribers in webhook events: as the JSON API shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from app.audience.models import Subscriber
from app.audience.schema import SubscriberData
from app.webhooks import outbox


@outbox.represents("subscriber")
async def subscribers_as_json(ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Returns the subscribers with these ids as JSON."""
    return [SubscriberData.of(subscriber) for subscriber in await Subscriber.filter(id__in=list(ids))]
