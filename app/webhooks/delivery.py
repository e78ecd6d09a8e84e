"""Deliveries: an event on its way to one endpoint, and the attempts to send it.

`event_id` is the same at all endpoints of the account, and in each attempt; it is sent as the header `webhook-id`.
`body` is the exact text that is sent. `state` is waiting, delivered or failed. `due_at` is when the next attempt is
made; while one is made, it is when another process may make it instead. `tries` counts the attempts since the event was
written or sent again; each is a row, with the status, the beginning of the answer, or why there was none.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock
from app.webhooks.endpoint import WebhookEndpoint

WAITING, DELIVERED, FAILED = "waiting", "delivered", "failed"
RETENTION = timedelta(days=30)
MAX_ANSWER = 2048  # bytes that are kept of an answer, and characters of the column
PAUSES = (  # before the second, third … attempt
    timedelta(seconds=5),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
    timedelta(days=1),
)


def new_event_id() -> str:
    """Returns the id of a new event."""
    return f"evt_{uuid4().hex}"


class WebhookDelivery(Model):
    id = fields.BigIntField(primary_key=True)
    endpoint: fields.ForeignKeyRelation[WebhookEndpoint] = fields.ForeignKeyField(
        "models.WebhookEndpoint", related_name="deliveries", on_delete=fields.CASCADE
    )
    endpoint_id: UUID
    event_id = fields.CharField(40)
    event_type = fields.CharField(32)
    body = fields.TextField()
    state = fields.CharField(9, default=WAITING)
    tries = fields.IntField(default=0)
    last_status: int | None = fields.SmallIntField(null=True)
    due_at: datetime | None = fields.DatetimeField(null=True)
    replayed_at: datetime | None = fields.DatetimeField(null=True)
    ended_at: datetime | None = fields.DatetimeField(null=True)
    created_at: datetime = fields.DatetimeField(db_index=True)
    attempts: fields.ReverseRelation[WebhookAttempt]

    class Meta:
        table = "webhook_deliveries"
        unique_together = (("endpoint", "event_id"),)
        indexes = (("endpoint", "created_at", "id"),)  # a partial one of what waits is written by hand in migration 37

    @classmethod
    def waiting(cls) -> QuerySet[Self]:
        """The deliveries that were neither answered nor given up."""
        return cls.filter(state=WAITING)

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """The deliveries that are older than they are kept, with their attempts."""
        return cls.filter(created_at__lt=clock.now() - RETENTION)

    @property
    def ok(self) -> bool:
        """Whether the endpoint has taken the event."""
        return self.state == DELIVERED


class WebhookAttempt(Model):
    id = fields.BigIntField(primary_key=True)
    delivery: fields.ForeignKeyRelation[WebhookDelivery] = fields.ForeignKeyField(
        "models.WebhookDelivery", related_name="attempts", on_delete=fields.CASCADE, db_index=True
    )
    delivery_id: int
    status: int | None = fields.SmallIntField(null=True)
    problem = fields.CharField(24, default="")
    milliseconds = fields.IntField()
    answer = fields.CharField(MAX_ANSWER, default="")
    made_at: datetime = fields.DatetimeField()

    class Meta:
        table = "webhook_attempts"

    @property
    def ok(self) -> bool:
        """Whether the endpoint answered with a status of 2xx."""
        return is_success(self.status)


def is_success(status: int | None) -> bool:
    """Whether a status says that the event was taken."""
    return status is not None and 200 <= status < 300


def wait_before(tries: int) -> timedelta | None:
    """Returns how long to wait after this number of attempts; None when there is no further one."""
    return PAUSES[tries - 1] if tries <= len(PAUSES) else None


def failed_columns(now: datetime) -> dict[str, Any]:
    """Returns the columns of a delivery that is given up."""
    return {"state": FAILED, "due_at": None, "ended_at": now}
