"""A picture, GIF or video that an account uploaded for posts.

Its bytes are one file of the folder `posts`, written in pieces: `received` of `size` bytes have arrived. `size` counts
against the plan from the first piece on. `state` is UPLOADING, CHECKING, READY, REFUSED or REMOVED; a REFUSED one says
why in `trouble`; of a REMOVED one, days after its last post was published, only the poster is left. `checked_by` is
`ffprobe`, `pyav` or empty, then nobody could measure the video. `details` are what was measured: codecs, frame rate.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account

UPLOADING, CHECKING, READY, REFUSED, REMOVED = "uploading", "checking", "ready", "refused", "removed"


class PostFile(Model):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="post_files", on_delete=fields.CASCADE
    )
    account_id: UUID
    kind = fields.CharField(8)
    media_type = fields.CharField(40)
    filename = fields.CharField(200, default="")
    size = fields.BigIntField()
    received = fields.BigIntField(default=0)
    sha256 = fields.CharField(64, default="")
    width = fields.IntField(default=0)
    height = fields.IntField(default=0)
    milliseconds: int | None = fields.IntField(null=True)
    poster = fields.CharField(40, default="")
    alt = fields.CharField(1500, default="")
    state = fields.CharField(10, default=UPLOADING)
    trouble = fields.CharField(60, default="")
    checked_by = fields.CharField(8, default="")
    details: dict[str, Any] = fields.JSONField(default=dict)
    uploaded_by_id: UUID | None = fields.UUIDField(null=True)
    created_at: datetime = fields.DatetimeField()
    used_at: datetime = fields.DatetimeField()

    class Meta:
        table = "post_files"
        indexes = (("account", "created_at", "id"), ("state", "used_at"))

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The account's files that are not removed or refused."""
        return cls.filter(account=account).exclude(state__in=[REFUSED, REMOVED])
