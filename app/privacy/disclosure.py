"""The log of what was disclosed to authorities because a law requires it. Rows are added and never changed.

`authority` is who got it, `basis` the law and the order, `subject` whom it is about, in words, and `account` which
account, if it was one. `told_at` is when the owners of the account were notified, or when an operator said that they
had notified the person themselves. Until then `silent_until` is from when that is allowed, empty if the order names no
day. Later corrections are notes of the row. The log is kept as long as the operators' log, and does not go with an
account.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock
from app.kernel.i18n import gettext as _
from app.operators.operator_log import first_kept

LONGEST_AUTHORITY, LONGEST_BASIS, LONGEST_SUBJECT, LONGEST_PERSON = 120, 300, 200, 80  # characters
MOST_WHAT, MOST_NOTE = 2_000, 1_000  # characters


class Disclosure(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.Account", related_name="disclosures", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    account_id: UUID | None
    subject = fields.CharField(LONGEST_SUBJECT)
    authority = fields.CharField(LONGEST_AUTHORITY)
    basis = fields.CharField(LONGEST_BASIS)
    what = fields.TextField()
    disclosed_at: datetime = fields.DatetimeField()
    told_at: datetime | None = fields.DatetimeField(null=True)
    silent_until: datetime | None = fields.DatetimeField(null=True)
    user: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="disclosures", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    user_id: UUID | None
    person = fields.CharField(LONGEST_PERSON, default="")
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "disclosures"
        indexes = (("disclosed_at", "id"), ("told_at", "silent_until"))

    @classmethod
    def to_notify(cls) -> QuerySet[Self]:
        """The disclosures of which nobody was notified yet, though that is allowed by now."""
        return cls.filter(told_at=None, silent_until__lte=clock.now())

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """The disclosures of years that are over for as long as acts of operators are kept, to be deleted."""
        return cls.filter(created_at__lt=first_kept())

    @property
    def recorded_by(self) -> str:
        """The name of the operator who recorded it, in the reader's language."""
        return self.person or _("somebody")

    @property
    def state(self) -> str:
        """`told`, `later` (on a day) or `silent` (until an operator says so)."""
        if self.told_at:
            return "told"
        return "later" if self.silent_until else "silent"


class DisclosureNote(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    disclosure: fields.ForeignKeyRelation[Disclosure] = fields.ForeignKeyField(
        "models.Disclosure", related_name="notes", on_delete=fields.CASCADE, db_index=True
    )
    disclosure_id: UUID
    user: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="disclosure_notes", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    user_id: UUID | None
    person = fields.CharField(LONGEST_PERSON, default="")
    text = fields.CharField(MOST_NOTE)
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "disclosure_notes"

    @property
    def recorded_by(self) -> str:
        """The operator's name in the reader's language."""
        return self.person or _("somebody")
