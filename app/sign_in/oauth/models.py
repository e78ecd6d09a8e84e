"""Connected sign-ins, and sign-ins with a provider that are under way.

An identity is an issuer and a subject, never an email: a provider may give the address of somebody who left to somebody
else (OpenID Connect Core 1.0, 5.7). `email` and `label` are only shown.

A flow begins when somebody presses a provider's button and ends within ten minutes. It is bound to the browser by the
secret of a cookie (app/web/oauth_cookie.py). Of `state`, of `nonce` and of that secret only hashes are stored.
`used_at` is when its `state` came back from the provider: a state is taken once. What the provider said is then kept in
the row until the person has answered our question, which also counts once (`finished_at`).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.accounts.user import User

__all__ = ["Identity", "OauthFlow"]


class Identity(Model):
    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="identities", on_delete=fields.CASCADE, db_index=True
    )
    user_id: UUID
    issuer = fields.CharField(255)
    subject = fields.CharField(255)
    label = fields.CharField(40)
    email = fields.CharField(254, default="")
    created_at: datetime = fields.DatetimeField()
    used_at: datetime = fields.DatetimeField()

    class Meta:
        table = "identities"
        unique_together = (("issuer", "subject"),)


class OauthFlow(Model):
    id = fields.UUIDField(primary_key=True)
    user: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="oauth_flows", on_delete=fields.CASCADE, null=True, db_index=True
    )
    user_id: UUID | None
    session_id: UUID | None = fields.UUIDField(null=True)
    purpose = fields.CharField(8)
    provider = fields.CharField(20)
    state_digest = fields.CharField(64, unique=True)
    nonce_digest = fields.CharField(64)
    browser_digest = fields.CharField(64)
    next_path = fields.CharField(1024, default="")
    typed = fields.TextField(default="")
    issuer = fields.CharField(255, default="")
    subject = fields.CharField(255, default="")
    email = fields.CharField(254, default="")
    email_verified = fields.BooleanField(default=False)
    name = fields.CharField(80, default="")
    created_at: datetime = fields.DatetimeField()
    expires_at: datetime = fields.DatetimeField(db_index=True)
    used_at: datetime | None = fields.DatetimeField(null=True)
    finished_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "oauth_flows"


async def _end_of_unproved(user_id: UUID) -> None:
    """Deletes what was connected before a user proved that their address is theirs."""
    await Identity.filter(user_id=user_id).delete()
    await OauthFlow.filter(user_id=user_id).delete()


User.unproved_way_hooks.append(_end_of_unproved)
