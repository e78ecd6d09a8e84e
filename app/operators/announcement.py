"""Announcements of the operator to everybody: a banner in the dashboard for a time, and an email to who agreed to news.

Titles and texts are in both languages. `mailed_at` is when the emails were handed over, empty where none are wanted.
`withdrawn_at` is when an operator took the banner back. A dismissal is that somebody closed a banner.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

LONGEST_TITLE, LONGEST_TEXT = 120, 1_000  # characters


class Announcement(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    kind = fields.CharField(12)
    title_id = fields.CharField(LONGEST_TITLE)
    title_en = fields.CharField(LONGEST_TITLE)
    text_id = fields.TextField()
    text_en = fields.TextField()
    from_at: datetime = fields.DatetimeField()
    until_at: datetime | None = fields.DatetimeField(null=True)
    by_mail = fields.BooleanField(default=False)
    mailed_at: datetime | None = fields.DatetimeField(null=True)
    withdrawn_at: datetime | None = fields.DatetimeField(null=True)
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "announcements"
        indexes = (("created_at", "id"),)


class AnnouncementDismissal(Model):
    id = fields.BigIntField(primary_key=True)
    announcement: fields.ForeignKeyRelation[Announcement] = fields.ForeignKeyField(
        "models.Announcement", related_name="dismissals", on_delete=fields.CASCADE
    )
    announcement_id: UUID
    user: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="dismissals", on_delete=fields.CASCADE, db_index=True
    )
    user_id: UUID
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "announcement_dismissals"
        unique_together = (("announcement_id", "user_id"),)
