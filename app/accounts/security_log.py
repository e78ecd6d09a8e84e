"""The security log of a user: sign-ins and failures, changes of factors, sessions, keys and memberships.

It is the user's own record and shown to them alone, for 90 days: the device and country of each event, and of what the
user did themselves the IP address. Refused sign-ins of an hour are one event, with their number in `times`.
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
from app.kernel.db import query_rows
from app.web import client_info

KEPT_FOR, SIGN_IN_REFUSED = timedelta(days=90), "sign_in_refused"
INSERT_REFUSED = """INSERT INTO security_events
    (user_id, kind, detail, device, address, country, times, created_at, merged_in)
    SELECT id, $1, '', $2, '', $3, 1, $4, $5 FROM users WHERE email = $6
    ON CONFLICT (user_id, kind, merged_in) DO UPDATE SET times = security_events.times + 1,
        device = excluded.device, country = excluded.country, created_at = excluded.created_at"""


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
    country = fields.CharField(2, default="")
    times = fields.IntField(default=1)
    merged_in: int | None = fields.BigIntField(null=True)
    created_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "security_events"
        indexes = (("user_id", "created_at", "id"),)
        unique_together = (("user_id", "kind", "merged_in"),)

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """The events older than 90 days, to be deleted."""
        return cls.filter(created_at__lt=clock.now() - KEPT_FOR)


async def record_event(user_id: UUID, kind: str, detail: str = "") -> None:
    """Records an event with the device and address of the current request; call it in the transaction of the change.

    `kind` is one of security_events.EVENTS, `detail` completes its sentence.
    """
    device, address, country = "", "", ""
    if has_request_context():
        device, address = client_info.device_name(), client_info.rate_limit_address()[:45]
        country = client_info.country()
    await SecurityEvent.create(
        user_id=user_id,
        kind=kind,
        detail=detail[:160],
        device=device,
        address=address,
        country=country,
        created_at=clock.now(),
    )


async def record_refused_sign_in(email: str) -> None:
    """Records that a password was refused, if a user has the email address; it costs the same if nobody has it.

    Whoever tried may be a stranger, so that no address is stored. Those of an hour are one event, with their number.
    """
    now = clock.now()
    device, country = (client_info.device_name(), client_info.country()) if has_request_context() else ("", "")
    values = [SIGN_IN_REFUSED, device, country, now, int(now.timestamp()) // 3600, email]
    await query_rows(INSERT_REFUSED, values)
