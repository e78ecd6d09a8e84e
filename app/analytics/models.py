"""A read-only page of statistics, shared by an address that cannot be guessed. Off until somebody makes one."""

from __future__ import annotations

from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.accounts.models import Account
from app.links.models import Link
from app.links.tag import Tag


class Share(Model):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="shares", on_delete=fields.CASCADE, db_index=True
    )
    account_id: UUID
    link: fields.ForeignKeyNullableRelation[Link] = fields.ForeignKeyField(
        "models.Link", related_name="shares", on_delete=fields.CASCADE, null=True, db_index=True
    )
    link_id: UUID | None
    tag: fields.ForeignKeyNullableRelation[Tag] = fields.ForeignKeyField(
        "models.Tag", related_name="shares", on_delete=fields.CASCADE, null=True, db_index=True
    )
    tag_id: int | None
    scope = fields.CharField(80, unique=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "shares"
