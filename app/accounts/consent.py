"""What a user consented to: which thing, in which version, when, and when they took it back.

The row of a consent stays when it is withdrawn, so that its history can be shown. Whether a consent holds now is also
in the user's own row where that is needed often (`news_agreed_at`, `ai_news_agreed_at`, `terms_seen`).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.kernel import clock

TERMS, AGE, NEWS, AI_NEWS = "terms", "age", "news", "ai_news"


class Consent(Model):
    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="consents", on_delete=fields.CASCADE, db_index=True
    )
    user_id: UUID
    kind = fields.CharField(16)
    version = fields.CharField(10, default="")
    agreed_at: datetime = fields.DatetimeField()
    withdrawn_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "consents"

    @classmethod
    async def record(cls, user_id: UUID, kind: str, version: str = "") -> None:
        """Records a consent, in the transaction in which the user gives it; `version` is that of a document."""
        await cls.create(user_id=user_id, kind=kind, version=version, agreed_at=clock.now())

    @classmethod
    async def record_sign_up(cls, user_id: UUID, version: str) -> None:
        """Records what signing up includes: the documents in this version, and the statement of the age."""
        await cls.record(user_id, TERMS, version)
        await cls.record(user_id, AGE)

    @classmethod
    async def withdraw(cls, user_id: UUID, kind: str) -> None:
        """Records that the user takes back what they consented to."""
        await cls.filter(user_id=user_id, kind=kind, withdrawn_at=None).update(withdrawn_at=clock.now())
