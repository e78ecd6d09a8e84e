"""Receipts: one for each paid order, numbered without a gap in each year of the operator's calendar.

A receipt copies the details of the seller and the buyer. The number comes from one conditional UPDATE in the
transaction that marks the order as paid, so that a number is never used without a receipt. `series` is empty, or names
the numbers that were issued since a backup was restored (receipts.begin_series).
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.payments.order import Order

MAX_SERIES = 8


class ReceiptCounter(Model):
    year = fields.IntField(primary_key=True, generated=False)
    last_number = fields.IntField(default=0)
    series = fields.CharField(MAX_SERIES, default="")

    class Meta:
        table = "receipt_counters"


class Receipt(Model):
    id = fields.BigIntField(primary_key=True)
    order: fields.OneToOneRelation[Order] = fields.OneToOneField(
        "models.Order", related_name="receipt", on_delete=fields.CASCADE
    )
    order_id: UUID
    year = fields.IntField()
    series = fields.CharField(MAX_SERIES, default="")
    number = fields.IntField()
    amount = fields.BigIntField()
    currency = fields.CharField(4)
    seller_name = fields.CharField(200)
    seller_address = fields.CharField(300)
    seller_email = fields.CharField(254)
    buyer_name = fields.CharField(120)
    buyer_email = fields.CharField(254)
    buyer_address = fields.CharField(300)
    buyer_tax_id = fields.CharField(40)
    issued_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "receipts"
        unique_together = (("year", "number"),)

    @property
    def shown_number(self) -> str:
        """The number as people read it: `2026-00042`, with its series `2026-6YB2P-00043`."""
        series = f"{self.series}-" if self.series else ""
        return f"{self.year}-{series}{self.number:05}"
