"""What was heard about payments: every notification, answer and act of the operator that concerned an order.

`event_key` is the provider's number of a notification, or the SHA-256 of what was heard; it is unique for a provider,
so that a notification that is delivered twice is taken in once. Of its body the allowed facts are stored
(providers/redaction.py), and the structure with everything hidden that is not allowed (providers/redacted_body.py),
beside the SHA-256 of the whole. `outcome` says what followed.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.payments.order import Order


class Origin(StrEnum):
    """Where an event comes from: a notification or an answer of the provider, the operator, the buyer, or the clock."""

    NOTIFICATION = "notification"
    ANSWER = "answer"
    OPERATOR = "operator"
    BUYER = "buyer"
    CLOCK = "clock"


class Outcome(StrEnum):
    """What followed. HINT: the provider was asked. NOTED: nothing changed. ATTENTION: the operator has to look."""

    APPLIED = "applied"
    NOTED = "noted"
    HINT = "hint"
    ATTENTION = "attention"
    DUPLICATE = "duplicate"
    UNKNOWN_ORDER = "unknown_order"


class PaymentEvent(Model):
    id = fields.BigIntField(primary_key=True)
    provider = fields.CharField(16)
    event_key = fields.CharField(120)
    order: fields.ForeignKeyRelation[Order] = fields.ForeignKeyField(
        "models.Order", related_name="events", on_delete=fields.CASCADE, db_index=True
    )
    order_id: UUID
    origin = fields.CharField(12)
    trusted = fields.BooleanField()
    state = fields.CharField(10)
    provider_ref = fields.CharField(120)
    paid_amount: int | None = fields.BigIntField(null=True)
    currency = fields.CharField(4)
    facts: dict[str, Any] = fields.JSONField()
    body_sha256 = fields.CharField(64)
    body = fields.TextField(default="")
    outcome = fields.CharField(16)
    happened_at: datetime | None = fields.DatetimeField(null=True)
    received_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "payment_events"
        unique_together = (("provider", "event_key"),)
