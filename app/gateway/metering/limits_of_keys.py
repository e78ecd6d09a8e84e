"""Budgets by month, rates by minute, and what a key may do with models.

A budget bounds what is spent in a UTC month, in micro-rupiah: of the whole account, of a key, of a model, or of a key
with a model; "" stands for all. `used` and `reserved` belong to `month`; a request of a newer month begins at zero.

A rate row counts the requests and tokens of a minute and the streams that are open now.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.accounts.models import Account


class AiBudget(Model):
    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="ai_budgets", on_delete=fields.CASCADE
    )
    account_id: UUID
    key_id = fields.CharField(36, default="")
    model = fields.CharField(80, default="")
    most = fields.BigIntField()
    month: date = fields.DateField()
    used = fields.BigIntField(default=0)
    reserved = fields.BigIntField(default=0)
    warned_month: date | None = fields.DateField(null=True)

    class Meta:
        table = "ai_budgets"
        unique_together = (("account_id", "key_id", "model"),)


class AiRate(Model):
    """The requests and tokens of the minute `minute` (minutes since 1970), and the requests that are open.

    `key_id` is the key's id as text, or the account's for the dashboard; `model` is "" for all of the key's models.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="ai_rates", on_delete=fields.CASCADE, db_index=True
    )
    account_id: UUID
    key_id = fields.CharField(36)
    model = fields.CharField(80, default="")
    minute = fields.IntField(default=0)
    requests = fields.IntField(default=0)
    tokens = fields.BigIntField(default=0)
    open = fields.IntField(default=0)

    class Meta:
        table = "ai_rates"
        unique_together = (("key_id", "model"),)


class AiKeyTerms(Model):
    """What a key may do with models. A key without a row has the usual limits (settings) and keeps no content.

    `requests_per_minute`, `tokens_per_minute` and `streams` are None for the usual limits; `of_models` are smaller ones
    for single models: {model: [requests, tokens, streams]}. `models` are those that it may use, [] for all.
    `content_days` is for how many days content is kept, 0 for not at all. `parent` is the key of which this one is a
    sub-key: what it spends counts towards the budgets of both, and it ends with its parent. `customer` is for whom a
    sub-key was made. `paused_at` is set while it makes no requests, `paused_why` is one of the reasons of the anomaly
    rule or of its owner (pauses.py); until `calm_until`, after its owner resumed it, no anomaly pauses it again.
    """

    key: fields.OneToOneRelation[Any] = fields.OneToOneField(
        "models.ApiKey", related_name="ai_terms", on_delete=fields.CASCADE, primary_key=True
    )
    key_id: UUID
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="ai_key_terms", on_delete=fields.CASCADE, db_index=True
    )
    account_id: UUID
    parent: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.ApiKey", related_name="ai_sub_keys", on_delete=fields.CASCADE, null=True, db_index=True
    )
    parent_id: UUID | None
    customer = fields.CharField(80, default="")
    requests_per_minute: int | None = fields.IntField(null=True)
    tokens_per_minute: int | None = fields.IntField(null=True)
    streams: int | None = fields.IntField(null=True)
    of_models: dict[str, list[int | None]] = fields.JSONField(default=dict)
    models: list[str] = fields.JSONField(default=list)
    content_days = fields.SmallIntField(default=0)
    paused_at: datetime | None = fields.DatetimeField(null=True)
    paused_why = fields.CharField(20, default="")
    calm_until: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "ai_key_terms"
