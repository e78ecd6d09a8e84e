"""The emails about limits that were sent: one row for each threshold of a limit that an account reached in a month."""

from __future__ import annotations

from typing import Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock


class LimitWarning(Model):
    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="limit_letters", on_delete=fields.CASCADE
    )
    account_id: UUID
    month = fields.CharField(7)
    what = fields.CharField(8)
    share = fields.SmallIntField()
    most = fields.IntField()

    class Meta:
        table = "limit_letters"
        unique_together = (("account", "month", "what", "share", "most"),)

    @classmethod
    def of_past_months(cls) -> QuerySet[Self]:
        """Returns the rows of past months."""
        return cls.filter(month__lt=clock.month_key())
