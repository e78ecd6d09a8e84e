"""Invitations into an account: for an address, with a role, for seven days.

Only the hash of the token is kept. An invitation takes a seat until it is accepted, taken back or over; `released_at`
is when the seat of one that is over was freed. There is at most one invitation of an account for each address.
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
from app.team.audit_entry import AuditEntry

__all__ = ["AuditEntry", "Invitation"]  # the tables of this package
LIFETIME, KEPT_FOR = timedelta(days=7), timedelta(days=30)  # KEPT_FOR: after its end


class Invitation(Model):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="invitations", on_delete=fields.CASCADE
    )
    account_id: UUID
    invited_by: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="invitations", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    invited_by_id: UUID | None
    email = fields.CharField(254)
    role = fields.CharField(8)
    digest = fields.CharField(64, unique=True)
    created_at: datetime = fields.DatetimeField()
    expires_at: datetime = fields.DatetimeField(db_index=True)
    released_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "invitations"
        unique_together = (("account_id", "email"),)

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The invitations of an account."""
        return cls.filter(account_id=account.id)

    @classmethod
    def open(cls) -> QuerySet[Self]:
        """The invitations that can be accepted."""
        return cls.filter(expires_at__gt=clock.now())

    @classmethod
    def unreleased(cls) -> QuerySet[Self]:
        """The invitations that are over and still take a seat."""
        return cls.filter(expires_at__lte=clock.now(), released_at=None)

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """The invitations that have been over for 30 days, to be deleted."""
        return cls.filter(expires_at__lt=clock.now() - KEPT_FOR).exclude(released_at=None)

    @property
    def ended(self) -> bool:
        """Whether its seven days are over."""
        return self.expires_at <= clock.now()
