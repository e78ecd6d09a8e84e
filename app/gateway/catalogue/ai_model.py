"""A model that the gateway offers, under the name by which clients ask for it.

`kind` is one of KINDS. `maker` is who made it, for people; `policy_url` the maker's privacy policy. `abilities` are
of ABILITIES. `context` and `max_output` are in tokens, 0 where they do not apply. `options` are of pictures and
video, such as the sizes and seconds that it can make. A model is offered while `enabled_at` is set, it has a price and
an enabled route, and its `sunset_at` has not come. `deprecated_at` is when it was announced that it ends; `successor`
is the id of the model to take instead, or "".
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

CHAT, EMBEDDING, IMAGE, VIDEO = "chat", "embedding", "image", "video"
KINDS = (CHAT, EMBEDDING, IMAGE, VIDEO)
ABILITIES = ("tools", "vision", "json", "reasoning", "audio", "responses", "edit", "sound")
MAX_ID = 80


class AiModel(Model):
    id = fields.CharField(MAX_ID, primary_key=True)
    kind = fields.CharField(12)
    label = fields.CharField(80)
    maker = fields.CharField(60)
    policy_url = fields.CharField(300, default="")
    abilities: list[str] = fields.JSONField(default=list)
    context = fields.IntField(default=0)
    max_output = fields.IntField(default=0)
    options: dict[str, Any] = fields.JSONField(default=dict)
    margin = fields.IntField(default=0)  # hundredths of a percent on top of the upstream's price
    enabled_at: datetime | None = fields.DatetimeField(null=True)
    deprecated_at: datetime | None = fields.DatetimeField(null=True)
    sunset_at: datetime | None = fields.DatetimeField(null=True)
    successor = fields.CharField(MAX_ID, default="")
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "ai_models"


class AiPrice(Model):
    """The price of a model from a moment on; the newest row counts, and rows are never changed.

    `prices` are whole nano-dollars for each token, picture or second of video, by class of usage (upstreams/usage.py;
    the class `milliseconds` has its price by second). `source` says where it came from, such as `genai-prices 0.2.3`.
    """

    id = fields.BigIntField(primary_key=True)
    model: fields.ForeignKeyRelation[AiModel] = fields.ForeignKeyField(
        "models.AiModel", related_name="price_rows", on_delete=fields.CASCADE
    )
    model_id: str
    prices: dict[str, int] = fields.JSONField(default=dict)
    source = fields.CharField(60, default="")
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "ai_prices"
        indexes = (("model_id", "created_at"),)
