"""Requests to the operator that concern somebody's data, with the day by which they must be answered.

The law gives the operator a month (GDPR, Article 12(3)), which can be extended once, with a reason. Answers are sent by
email; somebody who is signed in also reads them in the privacy centre. A closed request is kept for a year, so that the
operator can show that it was answered.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock
from app.kernel.refusal import N_

MAX_TEXT, MAX_ANSWER, MAX_REASON = 2_000, 8_000, 500  # characters
ANSWERED_WITHIN, EXTENSION = timedelta(days=30), timedelta(days=60)
REMINDED_BEFORE, CLOSED_KEPT = timedelta(days=7), timedelta(days=365)
KINDS = {
    "access": N_("See what is kept about me"),
    "correction": N_("Correct something"),
    "deletion": N_("Delete something"),
    "restriction": N_("Restrict the use of my data"),
    "objection": N_("Object to a use of my data"),
    "transfer": N_("Take my data elsewhere"),
    "other": N_("Something else"),
}


class PrivacyRequest(Model):
    id = fields.UUIDField(primary_key=True)
    user: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="privacy_requests", on_delete=fields.CASCADE, null=True, db_index=True
    )
    user_id: UUID | None
    kind = fields.CharField(16)
    email = fields.CharField(254, db_index=True)
    language = fields.CharField(2)
    text = fields.TextField()
    answer = fields.TextField()
    extended_because = fields.CharField(MAX_REASON, default="")
    created_at: datetime = fields.DatetimeField()
    due_at: datetime = fields.DatetimeField()
    reminded_at: datetime | None = fields.DatetimeField(null=True)
    answered_at: datetime | None = fields.DatetimeField(null=True)
    closed_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "privacy_requests"
        indexes = (("closed_at", "due_at"),)

    @classmethod
    def open(cls) -> QuerySet[Self]:
        """The requests that the operator has not closed, those due first at the beginning."""
        return cls.filter(closed_at=None).order_by("due_at", "id")

    @classmethod
    def to_remind(cls) -> QuerySet[Self]:
        """The requests that are due soon, of which the operator was not reminded yet."""
        return cls.open().filter(answered_at=None, reminded_at=None, due_at__lte=clock.now() + REMINDED_BEFORE)

    @classmethod
    def past_retention(cls) -> QuerySet[Self]:
        """The requests that were closed more than a year ago, to be deleted."""
        return cls.filter(closed_at__lt=clock.now() - CLOSED_KEPT)

    @property
    def state(self) -> str:
        """`open`, `answered` or `closed`."""
        if self.closed_at:
            return "closed"
        return "answered" if self.answered_at else "open"

    @property
    def overdue(self) -> bool:
        """Whether the day of the answer has passed without one."""
        return self.state == "open" and self.due_at < clock.now()
