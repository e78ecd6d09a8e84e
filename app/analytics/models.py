"""A read-only page of statistics, shared by an address that cannot be guessed. Off until somebody makes one.

The address holds the share's id and a proof made with the server's secret: who reads the database cannot make one.
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

LENGTH = 43  # of a token: 16 bytes of id and 16 of proof, in base64


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
        """Shares what `scope` names; whoever asks second gets the share that is there."""
        try:
            return await cls.create(id=uuid4(), account=account, link=link, tag=tag, scope=scope,
                                    created_at=clock.now())
        except IntegrityError:
            return await cls.get(scope=scope)

    @classmethod
    async def of(cls, scope: str) -> Self | None:
        return await cls.get_or_none(scope=scope)

    @classmethod
    async def end(cls, scope: str) -> None:
        """Makes the address meaningless; the next share has another."""
        await cls.filter(scope=scope).delete()

    @classmethod
    async def behind(cls, token: str) -> Self | None:
        """The share an address was made for, with its account, link and tag; None for any other text."""
        id = _id(token)
        return await cls.get_or_none(id=id).select_related("account", "link", "tag") if id else None

    @property
    def token(self) -> str:
        proof = _proofs(self.id)[0]
        return base64.urlsafe_b64encode(self.id.bytes + proof).decode().rstrip("=")

    @property
    def address(self) -> str:
        return site.url("public", f"/stats/{self.token}")


def _proofs(id: UUID) -> list[bytes]:
    """Under each of the server's secrets, newest first: an address lives through a change of it."""
    return [bytes.fromhex(made)[:16] for made in secrets.peppered("share", str(id))]


def _id(token: str) -> UUID | None:
    if len(token) != LENGTH or not token.isascii():
        return None
    try:
        raw = base64.b64decode(token + "=", altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    id = UUID(bytes=raw[:16])
    return id if any(hmac.compare_digest(raw[16:], proof) for proof in _proofs(id)) else None
