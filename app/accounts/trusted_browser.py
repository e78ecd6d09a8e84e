"""Browsers in which a user is not asked for the second factor for 30 days.

The browser has a random token in a cookie of its own. The row stores the hash of the user's id and the token, so that
a token that somebody else got trusted is worth nothing here. A change of the password deletes all of them (user.py).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock, secrets

TRUSTED_FOR = timedelta(days=30)


class TrustedBrowser(Model):
    id = fields.UUIDField(primary_key=True)
    user: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="trusted_browsers", on_delete=fields.CASCADE, db_index=True
    )
    user_id: UUID
    digest = fields.CharField(64, unique=True)
    device = fields.CharField(80)
    created_at: datetime = fields.DatetimeField()
    expires_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "trusted_browsers"

    @classmethod
    async def trust(cls, user_id: UUID, device: str) -> str:
        """Trusts a browser from now on; returns the token for its cookie, which is stored only hashed."""
        token, now = secrets.new_token(), clock.now()
        await cls.create(
            id=uuid4(),
            user_id=user_id,
            digest=_digest(user_id, token),
            device=device,
            created_at=now,
            expires_at=now + TRUSTED_FOR,
        )
        return token

    @classmethod
    def of_user(cls, user_id: UUID) -> QuerySet[Self]:
        """The browsers that a user trusts, the latest first."""
        return cls.filter(user_id=user_id, expires_at__gt=clock.now()).order_by("-created_at", "id")

    @classmethod
    async def is_trusted(cls, user_id: UUID, tokens: list[str]) -> bool:
        """Whether the user trusts the browser that has one of these tokens."""
        digests = [_digest(user_id, token) for token in tokens]
        return bool(digests) and await cls.of_user(user_id).filter(digest__in=digests).exists()

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """The browsers whose 30 days are over, to be deleted."""
        return cls.filter(expires_at__lte=clock.now())


def _digest(user_id: UUID, token: str) -> str:
    return secrets.sha256_hex(f"trusted:{user_id}:{token}")
