"""An uploaded picture of an account, drawn anew by us: its row here, its bytes in a file of the data directory.

The file is there before its row and goes after it, so that a row without a file cannot come about; a file without a
row can, when a machine stops in between. The same content of an account is kept once.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import NotFound
from app.media import store
from app.media.picture import Picture


class Media(Model):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="media", on_delete=fields.CASCADE
    )
    account_id: UUID
    media_type = fields.CharField(32)
    width = fields.IntField()
    height = fields.IntField()
    size = fields.IntField()
    file = fields.CharField(40, unique=True)
    sha256 = fields.CharField(64)
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "media"
        unique_together = (("account", "sha256"),)

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        return cls.filter(account=account)

    @classmethod
    async def keep(cls, account: Account, picture: Picture) -> Self:
        """Keeps a picture, or gives the one of the same content that the account has.

        Refusals: NotFound when the account, or that other picture, went in the same moment.
        """
        digest = hashlib.sha256(picture.content).hexdigest()
        if there := await cls.get_or_none(account_id=account.id, sha256=digest):
            await store.restore(there.file, picture.content)  # a file that the data directory lost
            return there  # spares the disk; what decides is the unique index
        file = await store.write(picture.content, picture.media_type)
        try:
            async with transaction():
                return await cls.create(
                    id=uuid4(), account_id=account.id, media_type=picture.media_type, width=picture.width,
                    height=picture.height, size=len(picture.content), file=file, sha256=digest, created_at=clock.now(),
                )
        except IntegrityError:
            await store.drop(file)
            if there := await cls.get_or_none(account_id=account.id, sha256=digest):
                return there
            raise NotFound from None
        except BaseException:
            await store.drop(file)
            raise

    async def read(self) -> bytes:
        """The bytes of its file. Refusals: NotFound when the data directory lost it."""
        try:
            return await store.read(self.file)
        except FileNotFoundError:
            raise NotFound from None

    async def drop(self) -> None:
        """Deletes it, row first; not inside a transaction, which could bring the row back without its file."""
        await self.delete()
        await store.drop(self.file)
