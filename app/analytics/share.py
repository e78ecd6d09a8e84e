"""Share: a public read-only page of statistics at a URL that cannot be guessed. Nothing is shared until the owner
creates one.

The URL contains the share's id and an HMAC of it with the server's secret, so that access to the database alone does
not reveal it.
"""

from __future__ import annotations

import base64
import binascii
import hmac
from datetime import datetime
from typing import Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.models import Model

from app.accounts.models import Account
from app.kernel import clock, secrets, site
from app.links.models import Link
from app.links.tag import Tag

TOKEN_LENGTH = 43  # 16 bytes of id and 16 of HMAC, in base64


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
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "shares"

    @classmethod
    async def begin(cls, account: Account, scope: str, *, link: Link | None = None, tag: Tag | None = None) -> Self:
        """Returns the share of a scope (Subject.name) and creates it if there is none."""
        try:
            return await cls.create(
                id=uuid4(), account=account, link=link, tag=tag, scope=scope, created_at=clock.now()
            )
        except IntegrityError:
            return await cls.get(scope=scope)

    @classmethod
    async def of(cls, scope: str) -> Self | None:
        """Returns the share of a scope, or None."""
        return await cls.get_or_none(scope=scope)

    @classmethod
    async def end(cls, scope: str) -> None:
        """Deletes the share, so that its URL stops working. A new share has a new URL."""
        await cls.filter(scope=scope).delete()

    @classmethod
    async def behind(cls, token: str) -> Self | None:
        """Returns the share of a token with its account, link and tag; None for an invalid token."""
        id = _verified_id(token)
        return await cls.get_or_none(id=id).select_related("account", "link", "tag") if id else None

    @property
    def token(self) -> str:
        """The part of the URL that identifies and authorizes the share."""
        signature = _signatures(self.id)[0]
        return base64.urlsafe_b64encode(self.id.bytes + signature).decode().rstrip("=")

    @property
    def address(self) -> str:
        """The URL of the public page."""
        return site.url("public", f"/stats/{self.token}")


def _signatures(id: UUID) -> list[bytes]:
    """Returns the HMACs of an id under each of the server's secrets, newest first, so that URLs survive a rotation of
    the secret.
    """
    return [bytes.fromhex(digest)[:16] for digest in secrets.hmac_digests("share", str(id))]


def _verified_id(token: str) -> UUID | None:
    """Returns the id in a token when its signature is valid, otherwise None."""
    if len(token) != TOKEN_LENGTH or not token.isascii():
        return None
    try:
        raw = base64.b64decode(token + "=", altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    id = UUID(bytes=raw[:16])
    return id if any(hmac.compare_digest(raw[16:], signature) for signature in _signatures(id)) else None
