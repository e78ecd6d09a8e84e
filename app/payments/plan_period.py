"""The periods for which an account has bought a plan: one for each paid order, one after the other.

A period lasts whole days of `zone`, to the end of its last day. `anchor_day` is the day of the month on which its
months end (31 for one that began on 31 January). `extra_days` were credited for a cheaper plan that it replaced, and
`value` is what it is worth in whole rupiah with them. `replaced_at` is when it ended early, because a better plan took
its place or because it was paid back; of one that was replaced, `replaced_by` is the id of the one in its place, and
`credit` what was credited to that one, in whole rupiah. `extra_days` are negative where an order that lost its coupon
bought only the days that were paid. `reminded` is the last reminder that was sent, in days before the end.
"""

from __future__ import annotations

from datetime import datetime
from typing import Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.accounts.models import Account
from app.payments.order import Order

NOT_REMINDED = 99
UPGRADED, PAID_BACK = "upgraded", "paid_back"


class PlanPeriod(Model):
    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="plan_periods", on_delete=fields.CASCADE
    )
    account_id: UUID
    order: fields.OneToOneRelation[Order] = fields.OneToOneField(
        "models.Order", related_name="period", on_delete=fields.CASCADE
    )
    order_id: UUID
    plan = fields.CharField(16)
    months = fields.SmallIntField()
    extra_days = fields.IntField(default=0)
    value: int = fields.BigIntField()
    zone = fields.CharField(64)
    anchor_day = fields.SmallIntField()
    begins_at: datetime = fields.DatetimeField()
    ends_at: datetime = fields.DatetimeField(db_index=True)
    replaced_at: datetime | None = fields.DatetimeField(null=True)
    replaced_why = fields.CharField(10, default="")
    replaced_by: int | None = fields.BigIntField(null=True)
    credit: int = fields.BigIntField(default=0)
    reminded = fields.SmallIntField(default=NOT_REMINDED)

    class Meta:
        table = "plan_periods"
        indexes = (("account_id", "begins_at"),)

    @classmethod
    async def unreplaced_of(cls, account_id: UUID) -> list[Self]:
        """Returns the periods of an account that were not replaced, with their orders, in the order of time."""
        kept = cls.filter(account_id=account_id, replaced_at=None).select_related("order")
        return await kept.order_by("begins_at", "id")

    @property
    def credit_received(self) -> int:
        """What of its value came from smaller periods, in whole rupiah; its order has to be loaded."""
        total: int = self.order.total_rupiah
        return self.value - total

    @property
    def worth(self) -> int:
        """What it is worth in whole rupiah without what was paid back of its order, which has to be loaded."""
        paid = self.order.paid_amount
        back: int = self.order.total_rupiah * self.order.refunded // paid if paid else 0
        return self.value - back
