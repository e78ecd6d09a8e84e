"""The entries of an account's audit log.

`person` is the name of the user, or of the API key if `by_key` is true, as it was at that time; it is empty once that
user is deleted. `act` is a key of audit_sentences.py.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock

LONGEST_THING = 200  # characters
KEPT_FOR = timedelta(days=365)


class AuditEntry(Model):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="audit_entries", on_delete=fields.CASCADE
    )
    account_id: UUID
    user: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="audit_entries", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    user_id: UUID | None
    person = fields.CharField(80)
    by_key = fields.BooleanField(default=False)
    act = fields.CharField(80)
    thing = fields.CharField(LONGEST_THING, default="")
    created_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "audit_entries"
        indexes = (("account_id", "created_at", "id"),)

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The entries of an account."""
        return cls.filter(account_id=account.id)

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """The entries older than a year, to be deleted."""
        return cls.filter(created_at__lt=clock.now() - KEPT_FOR)
