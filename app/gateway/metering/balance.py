"""The credits of an account, and every change of them that is not the use of a model.

All sums are micro-rupiah, millionths of a rupiah. `bought` are credits that were paid for; they do not expire.
`of_plan` is what is left of the plan's credits of `plan_month` (the first day of a UTC month); use takes it first.
`reserved` is the sum of the reservations of requests under way.

What holds at all times: `bought + of_plan` = the sum of the account's ledger minus the sum of the costs of its daily
usage (`AiUsage`).
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.accounts.models import Account

MICRO = 10**6  # micro-rupiah in a rupiah
PURCHASE, PAID_BACK, PLAN, PLAN_ENDED, CORRECTION = "purchase", "paid_back", "plan", "plan_ended", "correction"


class AiBalance(Model):
    account: fields.OneToOneRelation[Account] = fields.OneToOneField(
        "models.Account", related_name="ai_balance", on_delete=fields.CASCADE, primary_key=True
    )
    account_id: UUID
    bought = fields.BigIntField(default=0)
    of_plan = fields.BigIntField(default=0)
    plan_month: date | None = fields.DateField(null=True)
    reserved = fields.BigIntField(default=0)
    warn_below = fields.BigIntField(default=0)
    warned_at: datetime | None = fields.DatetimeField(null=True)
    paused_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "ai_balances"

    @classmethod
    async def of(cls, account: Account) -> Self:
        """Returns the balance of an account as it is now; one of nothing where there is none yet."""
        return await cls.get_or_none(account_id=account.id) or cls(account_id=account.id)

    @property
    def left(self) -> int:
        """All credits, those included that requests under way have reserved."""
        return int(self.bought + self.of_plan)

    @property
    def available(self) -> int:
        """The credits that no request has reserved."""
        return int(self.left - self.reserved)


class AiLedgerEntry(Model):
    """A change of credits: `amount` is positive where they became more. `cause` is unique, so that it is booked once.

    `kind` is one of PURCHASE, PAID_BACK, PLAN, PLAN_ENDED, CORRECTION. `cause` names the order, the month or the act.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="ai_ledger", on_delete=fields.CASCADE
    )
    account_id: UUID
    kind = fields.CharField(12)
    amount = fields.BigIntField()
    cause = fields.CharField(80, unique=True)
    note = fields.CharField(200, default="")
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "ai_ledger"
        indexes = (("account_id", "created_at", "id"),)
