"""Announcements of the operator to everybody: a banner in the dashboard for a time, and an email to who agreed to news.

Titles and texts are in both languages. `mailed_at` is when the emails were handed over, empty where none are wanted.
`withdrawn_at` is when an operator took the banner back. A dismissal is that somebody closed a banner.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock, i18n
from app.kernel.refusal import N_

LONGEST_TITLE, LONGEST_TEXT = 120, 1_000  # characters
KINDS: Mapping[str, tuple[str, str, str]] = {  # a word, the tone and the icon of the banner
    "news": (N_("News"), "", "speakerphone"),
    "maintenance": (N_("Maintenance"), "warm", "clock"),
    "problem": (N_("Problem"), "bad", "alert-triangle"),
}


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

    @classmethod
    def not_over(cls) -> QuerySet[Self]:
        """The announcements that are not over and not withdrawn, also those that have not begun."""
        return cls.filter(Q(until_at=None) | Q(until_at__gt=clock.now()), withdrawn_at=None)

    @property
    def shown(self) -> bool:
        """Whether its banner is shown now."""
        now = clock.now()
        return not self.withdrawn_at and self.from_at <= now and (self.until_at is None or self.until_at > now)

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return str(self.title_en if i18n.current_language() == "en" else self.title_id)

    @property
    def text(self) -> str:
        """The text in the reader's language."""
        return str(self.text_en if i18n.current_language() == "en" else self.text_id)

    @property
    def tone(self) -> str:
        """The tone of its banner."""
        return KINDS[self.kind][1]

    @property
    def icon(self) -> str:
        """The icon of its banner."""
        return KINDS[self.kind][2]


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
