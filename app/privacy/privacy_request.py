"""Requests to the operator that concern somebody's data, with the time by which they must be answered.

Indonesia's law on personal data gives the operator 3 x 24 hours for access, correction, a consent that is taken back
and restriction (UU 27/2022, Articles 32(2), 30(1), 40(2) and 41(1)); for everything else, a month is the shortest term
(GDPR, Article 12(3)). The GDPR lets it be extended once by two months, with a reason; Indonesia's law does not.

A request comes by a form, or an operator records one that came in another way: then `name` and `channel` say from whom
and how, and the email may be missing. `concerns` is what it is about, such as a page or the id of a request. Answers
are sent by email; somebody who is signed in also reads them in the privacy centre. A closed request is kept for a year,
so that the operator can show that it was answered; `outcome` is a key of OUTCOMES. A step is a note of an operator.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_

MAX_TEXT, MAX_ANSWER, MAX_REASON, MAX_STEP = 2_000, 8_000, 500, 1_000  # characters
LONGEST_NAME, LONGEST_CONCERN, LONGEST_PERSON = 120, 200, 80  # characters
ANSWERED_WITHIN, ANSWERED_SOON, EXTENSION = timedelta(days=30), timedelta(hours=3 * 24), timedelta(days=60)
REMINDED_BEFORE, REMINDED_SOON, CLOSED_KEPT = timedelta(days=7), timedelta(days=1), timedelta(days=365)
KINDS = {
    "access": N_("See what is kept about me"),
    "correction": N_("Correct something"),
    "deletion": N_("Delete something"),
    "restriction": N_("Restrict the use of my data"),
    "objection": N_("Object to a use of my data"),
    "transfer": N_("Take my data elsewhere"),
    "withdrawal": N_("Take back a consent"),
    "other": N_("Something else"),
}
KIND_NAMES = {  # as an operator calls them
    "access": N_("Access"),
    "correction": N_("Correction"),
    "deletion": N_("Deletion"),
    "restriction": N_("Restriction"),
    "objection": N_("Objection"),
    "transfer": N_("Data to take along"),
    "withdrawal": N_("Consent taken back"),
    "other": N_("Something else"),
}
SOON_KINDS = ("access", "correction", "restriction", "withdrawal")
CHANNELS = {"form": N_("By a form"), "email": N_("By email"), "letter": N_("By letter"), "other": N_("Otherwise")}
OUTCOMES = {
    "done": N_("Done as requested"),
    "partly": N_("Done in part"),
    "refused": N_("Refused, with the reason"),
    "unproved": N_("Not proved who asks"),
    "withdrawn": N_("Taken back"),
}


def term_of(kind: str) -> timedelta:
    """Returns how long after a request of this kind comes in it must be answered."""
    return ANSWERED_SOON if kind in SOON_KINDS else ANSWERED_WITHIN


class PrivacyRequest(Model):
    id = fields.UUIDField(primary_key=True)
    user: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="privacy_requests", on_delete=fields.CASCADE, null=True, db_index=True
    )
    user_id: UUID | None
    kind = fields.CharField(16)
    email = fields.CharField(254, db_index=True)
    name = fields.CharField(LONGEST_NAME, default="")
    channel = fields.CharField(8, default="form")
    concerns = fields.CharField(LONGEST_CONCERN, default="")
    language = fields.CharField(2)
    text = fields.TextField()
    answer = fields.TextField()
    extended_because = fields.CharField(MAX_REASON, default="")
    created_at: datetime = fields.DatetimeField()
    due_at: datetime = fields.DatetimeField()
    reminded_at: datetime | None = fields.DatetimeField(null=True)
    answered_at: datetime | None = fields.DatetimeField(null=True)
    closed_at: datetime | None = fields.DatetimeField(null=True)
    outcome = fields.CharField(12, default="")

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
        now, soon = clock.now(), Q(kind__in=SOON_KINDS)
        due = Q(soon, due_at__lte=now + REMINDED_SOON) | Q(~soon, due_at__lte=now + REMINDED_BEFORE)
        return cls.open().filter(due, answered_at=None, reminded_at=None)

    @classmethod
    def overdue_now(cls) -> QuerySet[Self]:
        """The open requests without an answer whose time is over."""
        return cls.filter(closed_at=None, answered_at=None, due_at__lt=clock.now())

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
        """Whether the time of the answer has passed without one."""
        return self.state == "open" and self.due_at < clock.now()

    @property
    def due_soon_by_law(self) -> bool:
        """Whether it is of a kind that Indonesia's law wants answered within 3 x 24 hours."""
        return self.kind in SOON_KINDS

    @property
    def sender(self) -> str:
        """Who asks, as far as it is known: an address, else a name."""
        return self.email or self.name


class PrivacyStep(Model):
    id = fields.UUIDField(primary_key=True)
    request: fields.ForeignKeyRelation[PrivacyRequest] = fields.ForeignKeyField(
        "models.PrivacyRequest", related_name="steps", on_delete=fields.CASCADE, db_index=True
    )
    request_id: UUID
    user: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="privacy_steps", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    user_id: UUID | None
    person = fields.CharField(LONGEST_PERSON, default="")
    text = fields.CharField(MAX_STEP)
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "privacy_request_steps"

    @property
    def who(self) -> str:
        """The operator's name in the reader's language."""
        return self.person or _("somebody")
