"""Browsers that have signed in as a user before.

Only a sign-in from another browser is reported by email, and guesses of the password by strangers do not lock out the
owner in a known browser (sign_in_throttle.py).

The browser has a random token in its own cookie (device_cookie.py), set when it signs in. The row stores the hash of
the user's id and the token: no IP address, no user agent, and nothing that tells whether two people share a
browser. It is deleted a year after the last sign-in, and when the password changes.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock, secrets
from app.kernel.db import query_rows

REMEMBERED_FOR, NO_USER = timedelta(days=365), UUID(int=0)
INSERT_IF_NEW = """
    INSERT INTO known_browsers (user_id, digest, seen_at) VALUES ($1, $2, $3)
    ON CONFLICT (digest) DO NOTHING RETURNING id"""


class KnownBrowser(Model):
    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="browsers", on_delete=fields.CASCADE, db_index=True
    )
    user_id: UUID
    digest = fields.CharField(64, unique=True)
    seen_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "known_browsers"

    @classmethod
    async def record_sign_in(cls, user_id: UUID, token: str) -> bool:
        """Records that the browser with this token signed in as the user; returns whether it is new there."""
        digest, now = _digest(user_id, token), clock.now()
        if await cls.filter(digest=digest).update(seen_at=now):
            return False
        return bool(await query_rows(INSERT_IF_NEW, [str(user_id), digest, now]))

    @classmethod
    async def known_digest(cls, user_id: UUID | None, token: str) -> str:
        """The digest of the browser's row if it has signed in as the user within a year; otherwise empty.

        Takes the same time for a user who does not exist.
        """
        digest = _digest(user_id or NO_USER, token)
        since = clock.now() - REMEMBERED_FOR
        return digest if token and await cls.filter(digest=digest, seen_at__gte=since).exists() else ""

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """The browsers that have not signed in for a year, to be deleted."""
        return cls.filter(seen_at__lt=clock.now() - REMEMBERED_FOR)


def _digest(user_id: UUID, token: str) -> str:
    return secrets.sha256_hex(f"{user_id}:{token}")
