"""A request to a model: what was reserved for it, what it used and cost, and the way that it took; never its content.

`state` is RESERVED until it is settled or released, once. `reserved` and `cost` are micro-rupiah. `price` is what the
cost was computed from at the moment of the request: the prices in nano-dollars, the rate in whole rupiah a dollar, the
margin. `usage` are the classes that it used (upstreams/usage.py); `estimated` says that they are our own count because
the upstream did not tell. `tries` are the routes that were tried, each with the name of its upstream, its status and
its milliseconds. `end_user` is an HMAC of what the client named in `user` or `safety_identifier`. `alive_at` is
renewed while the request runs; the reaper settles what is older. `budget_ids` and `rate_ids` are the rows on which it
was reserved. `delivered` is the last known number of bytes of text that the client got. `key_id` is None for requests
from the dashboard, of which `source` says which (PLAYGROUND, ASSISTANT).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account

RESERVED, SETTLED, RELEASED = "reserved", "settled", "released"
API, PLAYGROUND, ASSISTANT = "api", "playground", "assistant"
REQUEST_ID = re.compile(r"[\w-]{1,40}", re.ASCII)
HUNG_UP = 499  # the status of a request whose client closed the connection


class AiRequest(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    request_id = fields.CharField(40, unique=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="ai_requests", on_delete=fields.CASCADE
    )
    account_id: UUID
    key: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.ApiKey", related_name="ai_requests", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    key_id: UUID | None
    source = fields.CharField(12, default=API)
    model = fields.CharField(80)
    endpoint = fields.CharField(24)
    streamed = fields.BooleanField(default=False)
    own_key = fields.BooleanField(default=False)
    state = fields.CharField(10, default=RESERVED)
    reserved = fields.BigIntField(default=0)
    cost = fields.BigIntField(default=0)
    price: dict[str, Any] = fields.JSONField(default=dict)
    usage: dict[str, int] = fields.JSONField(default=dict)
    estimated = fields.BooleanField(default=False)
    budget_ids: list[int] = fields.JSONField(default=list)
    rate_ids: list[int] = fields.JSONField(default=list)
    delivered = fields.IntField(default=0)
    status = fields.SmallIntField(default=0)
    error = fields.CharField(60, default="")
    tries: list[dict[str, Any]] = fields.JSONField(default=list)
    first_ms: int | None = fields.IntField(null=True)
    whole_ms: int | None = fields.IntField(null=True)
    end_user = fields.CharField(64, default="")
    created_at: datetime = fields.DatetimeField()
    alive_at: datetime = fields.DatetimeField()
    settled_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "ai_requests"
        indexes = (
            ("account_id", "created_at", "id"),
            ("account_id", "end_user", "created_at"),
            ("state", "alive_at"),
            ("created_at",),
        )

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The requests of an account."""
        return cls.filter(account_id=account.id)

    @classmethod
    def with_ids(cls, ids: Iterable[str]) -> QuerySet[Self]:
        """The requests with these ids, as people and programs name them; what can be no such id finds nothing."""
        return cls.filter(request_id__in=[id for id in ids if REQUEST_ID.fullmatch(id)])


class AiUsage(Model):
    """What an account used and paid on a UTC day, by key, model and source; written by settlements, never deleted.

    `key_id` is the id of the key as text, "" for the dashboard. Limits, statements and charts read these rows.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="ai_usage", on_delete=fields.CASCADE
    )
    account_id: UUID
    day = fields.DateField()
    key_id = fields.CharField(36, default="")
    source = fields.CharField(12)
    model = fields.CharField(80)
    requests = fields.IntField(default=0)
    failed = fields.IntField(default=0)
    input_tokens = fields.BigIntField(default=0)
    output_tokens = fields.BigIntField(default=0)
    images = fields.IntField(default=0)
    milliseconds = fields.BigIntField(default=0)
    cost = fields.BigIntField(default=0)

    class Meta:
        table = "ai_usage"
        unique_together = (("account_id", "day", "key_id", "source", "model"),)
