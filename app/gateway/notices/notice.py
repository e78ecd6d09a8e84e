"""A notice to everybody who uses models. `kind` is one of KINDS; `model` is the id of the model it is about, or "".

Titles and texts are in both languages, as the operator wrote them, or empty where the product writes them itself
(`new_model`, `deprecation`). `mailed_at` is when the emails to those who agreed were queued.
"""

from __future__ import annotations

from datetime import datetime

from tortoise import fields
from tortoise.models import Model

SERVICE, API_CHANGE, NEW_MODEL, DEPRECATION = "service", "api", "new_model", "deprecation"
KINDS = (SERVICE, API_CHANGE, NEW_MODEL, DEPRECATION)


class AiNotice(Model):
    id = fields.BigIntField(primary_key=True)
    kind = fields.CharField(12)
    model = fields.CharField(80, default="")
    title_id = fields.CharField(120, default="")
    title_en = fields.CharField(120, default="")
    text_id = fields.TextField(default="")
    text_en = fields.TextField(default="")
    cause = fields.CharField(120, unique=True)
    created_at: datetime = fields.DatetimeField()
    mailed_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "ai_notices"
        indexes = (("created_at", "id"),)
