"""A sign-in that waits for its second factor: somebody proved the first one in this browser and is not signed in yet.

The browser has a random token in a cookie; the row stores its hash. It ends after 10 minutes, after five wrong codes,
with the first right one, and when the password changes (user.py). Only the page that asks for the second factor reads
it, so it gives access to nothing else.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.expressions import F
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock, secrets

VALID_FOR, TRIES = timedelta(minutes=10), 5


class PendingSignIn(Model):
    id = fields.UUIDField(primary_key=True)
    user: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="pending_sign_ins", on_delete=fields.CASCADE, db_index=True
    )
    user_id: UUID
    digest = fields.CharField(64, unique=True)
    tries_left = fields.SmallIntField(default=TRIES)
    expires_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "pending_sign_ins"

    @classmethod
    async def begin(cls, user_id: UUID) -> str:
        """Begins a sign-in that waits; returns the token for the cookie of the browser, which is stored only hashed."""
        token = secrets.new_token()
        await cls.create(
            id=uuid4(), user_id=user_id, digest=secrets.sha256_hex(token), expires_at=clock.now() + VALID_FOR
        )
        return token

    @classmethod
    async def by_token(cls, token: str) -> Self | None:
        """Returns the waiting sign-in of a cookie's token with its user; None if there is none, or it has ended."""
        waiting = cls.filter(expires_at__gt=clock.now(), tries_left__gt=0).select_related("user")
        return await waiting.get_or_none(digest=secrets.sha256_hex(token)) if token else None

    async def spend_try(self) -> bool:
        """Takes one try away, before a code is checked; returns False if there was none left, or the time is over."""
        waiting = PendingSignIn.filter(id=self.id, tries_left__gt=0, expires_at__gt=clock.now())
        spent = bool(await waiting.update(tries_left=F("tries_left") - 1))
        self.tries_left -= 1 if spent else 0
        return spent

    async def end(self) -> bool:
        """Ends it; returns True for exactly one of several that do so at once."""
        return bool(await PendingSignIn.filter(id=self.id).delete())

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """Those whose time is over, to be deleted."""
        return cls.filter(expires_at__lte=clock.now())
