"""The content of a request, encrypted, for as many days as the key said; nobody but the account's owners reads it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.accounts.models import Account


class KeptContent(Model):
    """`sealed` is the ciphertext of a JSON object with the request and the answer; `ends_at` is when it is deleted."""

    request: fields.OneToOneRelation[Any] = fields.OneToOneField(
        "models.AiRequest", related_name="content", on_delete=fields.CASCADE, primary_key=True
    )
    request_id: UUID
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="ai_contents", on_delete=fields.CASCADE, db_index=True
    )
    account_id: UUID
    sealed = fields.TextField()
    created_at: datetime = fields.DatetimeField()
    ends_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "ai_contents"
