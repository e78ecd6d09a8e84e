"""The table of planned deletions: what will be deleted, who wished it, and the hash of the token that undoes it.

A deletion is planned for a user, for an account, or for a user with the accounts that go with them. All rows of one
wish have the same `digest`. When it happens is in the row of the user or account (`delete_at`), because every request
reads that row anyway.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model


class PlannedDeletion(Model):
    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="planned_deletions", on_delete=fields.CASCADE, db_index=True
    )
    user_id: UUID
    account: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.Account", related_name="planned_deletions", on_delete=fields.CASCADE, null=True, db_index=True
    )
    account_id: UUID | None
    digest = fields.CharField(64, db_index=True)
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "planned_deletions"
