"""A video that a model makes: our id for clients, and the route and id under which the upstream knows it.

Its prompt is not kept: it was sent to the upstream at once. `status` is queued, in_progress, completed or failed.
`request` is the request that pays for it. `ends_at` is when the file is no longer to be had.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account

PREFIX, LENGTH = "video_", 38
QUEUED, IN_PROGRESS, COMPLETED, FAILED = "queued", "in_progress", "completed", "failed"
UNDER_WAY = (QUEUED, IN_PROGRESS)


class AiVideo(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="ai_videos", on_delete=fields.CASCADE
    )
    account_id: UUID
    key: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.ApiKey", related_name="ai_videos", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    key_id: UUID | None
    request: fields.OneToOneRelation[Any] = fields.OneToOneField(
        "models.AiRequest", related_name="video", on_delete=fields.CASCADE
    )
    request_id: UUID
    model = fields.CharField(80)
    route_id: int | None = fields.IntField(null=True)
    own_key = fields.BooleanField(default=False)
    upstream_id = fields.CharField(200, default="")
    seconds = fields.IntField(default=0)
    size = fields.CharField(20, default="")
    remixed_from = fields.CharField(60, default="")
    status = fields.CharField(12, default=QUEUED)
    progress = fields.SmallIntField(default=0)
    error_code = fields.CharField(60, default="")
    error_message = fields.CharField(300, default="")
    created_at: datetime = fields.DatetimeField()
    completed_at: datetime | None = fields.DatetimeField(null=True)
    ends_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "ai_videos"
        # a partial one of those without a key is written by hand in migration 51
        indexes = (("account_id", "created_at", "id"),)

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The videos of an account."""
        return cls.filter(account_id=account.id)

    @property
    def ended(self) -> bool:
        """Whether it is completed or has failed."""
        return self.status in (COMPLETED, FAILED)

    @property
    def public_id(self) -> str:
        """The id by which clients name it."""
        return f"{PREFIX}{self.id.hex}"


def parse_public_id(text: str) -> UUID | None:
    """Returns the id that a client names as `public_id`; None for what is none."""
    try:
        return UUID(hex=text.removeprefix(PREFIX)) if text.startswith(PREFIX) and len(text) == LENGTH else None
    except ValueError:
        return None
