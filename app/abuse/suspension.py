"""A suspension of an account: its level, why and until when, and what the owner objects to it.

At most one of an account is in force, the one whose `ended_at` is empty; the account's own row says since when
(app/accounts/suspension.py). `ending` is how it ended: LIFTED by an operator, OVER when its time had come. `version`
rises with every decision, so that of two operators who decide at once one is told who was faster. `decided_by` is empty
for a command.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.abuse.case import LONGEST_NOTE, LONGEST_OBJECTION
from app.accounts.models import Account
from app.accounts.user import User
from app.kernel import clock

LIFTED, OVER = "lifted", "over"
UNDOABLE_FOR = timedelta(days=30)


class Suspension(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="suspensions", on_delete=fields.CASCADE, db_index=True
    )
    account_id: UUID
    level = fields.CharField(12)
    reason = fields.CharField(16)
    note = fields.CharField(LONGEST_NOTE, default="")
    begun_at: datetime = fields.DatetimeField()
    until: datetime | None = fields.DatetimeField(null=True)
    ended_at: datetime | None = fields.DatetimeField(null=True)
    ending = fields.CharField(8, default="")
    decided_by: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="suspensions_decided", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    decided_by_id: UUID | None
    objection = fields.CharField(LONGEST_OBJECTION, default="")
    objected_at: datetime | None = fields.DatetimeField(null=True)
    answer = fields.CharField(LONGEST_NOTE, default="")
    answered_at: datetime | None = fields.DatetimeField(null=True)
    version = fields.IntField(default=1)

    class Meta:
        table = "account_suspensions"
        indexes = (("ended_at", "objected_at"),)

    @classmethod
    def in_force(cls) -> QuerySet[Self]:
        """The suspensions that have not ended."""
        return cls.filter(ended_at=None)

    @classmethod
    async def of_account(cls, account: Account) -> Self | None:
        """Returns the suspension of an account that is in force; None without one."""
        return await cls.in_force().filter(account_id=account.id).order_by("-begun_at").first()

    @classmethod
    def unanswered(cls) -> QuerySet[Self]:
        """The suspensions in force to which the owner objected, and got no answer yet."""
        return cls.in_force().filter(objected_at__not_isnull=True, answered_at=None)

    @property
    def may_object(self) -> bool:
        """Whether the owner may object, which they may once."""
        return self.ended_at is None and self.objected_at is None

    @property
    def waits_for_answer(self) -> bool:
        """Whether the owner objected and waits for the answer."""
        return self.ended_at is None and self.objected_at is not None and self.answered_at is None

    @property
    def restorable(self) -> bool:
        """Whether an operator lifted it so lately that the lifting can be taken back."""
        return self.ending == LIFTED and self.ended_at is not None and self.ended_at > clock.now() - UNDOABLE_FOR
