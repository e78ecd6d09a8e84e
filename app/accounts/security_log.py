"""The security log of a user: sign-ins and failures, changes of factors, sessions, keys and memberships.

It is the user's own record and shown to them alone, with the address and device of each event, for 90 days.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

from quart import has_request_context
from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock
from app.web import client_info

KEPT_FOR = timedelta(days=90)


class SecurityEvent(Model):
    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="security_events", on_delete=fields.CASCADE
    )
    user_id: UUID
    kind = fields.CharField(32)
    detail = fields.CharField(160, default="")
    device = fields.CharField(80, default="")
    address = fields.CharField(45, default="")
    created_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "security_events"
        indexes = (("user_id", "created_at", "id"),)

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """The events older than 90 days, to be deleted."""
        return cls.filter(created_at__lt=clock.now() - KEPT_FOR)


async def record_event(user_id: UUID, kind: str, detail: str = "") -> None:
    """Records an event with the device and address of the current request; call it in the transaction of the change.

    `kind` identifies the sentence that the log shows (see the catalogue of kinds in its page), `detail` completes it.
    """
    device, address = "", ""
    if has_request_context():
        device, address = client_info.device_name(), client_info.rate_limit_address()[:45]
    await SecurityEvent.create(
        user_id=user_id, kind=kind, detail=detail[:160], device=device, address=address, created_at=clock.now()
    )
