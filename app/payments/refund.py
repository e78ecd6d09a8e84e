"""Refunds: what was paid back of an order. Kliqs notes them; the money is moved at the provider or by the operator.

`refund_key` is unique, so that a refund that a provider reports twice is noted once.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.payments.order import Order


class Refund(Model):
    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation[Order] = fields.ForeignKeyField(
        "models.Order", related_name="refunds", on_delete=fields.CASCADE, db_index=True
    )
    order_id: UUID
    refund_key = fields.CharField(160, unique=True)
    amount = fields.BigIntField()
    currency = fields.CharField(4)
    note = fields.CharField(300, default="")
    created_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "refunds"
