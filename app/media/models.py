"""An uploaded picture of an account, drawn anew by us: its row here, its bytes in a file of the data directory.

The files are there before their row and go after it, so that a row without its files cannot come about; a file without
a row can, when a machine stops in between (orphans.py). The same content of an account is kept once. `file` is the
largest; `variants` has every size of a picture that comes in several, by width and kind: {"480.webp": file}. `size` is
bytes of all of them. `created_at` is when it was kept or held last: the sweep takes nothing of less than a day.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
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
from app.kernel.uuid_parser import parse_uuid
from app.media import file_store
from app.media.picture_files import Files, Source, address, nearest, sources
from app.media.reencode import Picture
from app.plans import quota


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
    variants: dict[str, str] = fields.JSONField(default=dict)
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "media"
        unique_together = (("account", "sha256"),)

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        return cls.filter(account=account)

    @classmethod
    async def keep(cls, account: Account, picture: Picture) -> Self:
        """Keeps a picture, or gives the one of the same content that the account has, for another day at least.

        Refusals: PictureLimitReached, PicturesTooLarge; NotFound when the account, or that other picture, went in the
        same moment.
        """
        if there := await cls._again(account, picture):
            return there  # spares the disk; what decides is the unique index
        id, files = uuid4(), Files.of(picture)
        await files.write(id.bytes)
        try:
            return await cls._make(account, picture, id, files)
        except IntegrityError:
            await files.drop()
            if there := await cls._again(account, picture):
                return there
            raise NotFound from None
        except BaseException:
            await files.drop()
            raise

    @classmethod
    async def _make(cls, account: Account, picture: Picture, id: UUID, files: Files) -> Self:
        async with transaction():
            await quota.take_picture(account, cls._used(account), picture.size)
            return await cls.create(
                id=id, account_id=account.id, media_type=picture.media_type, width=picture.width,
                height=picture.height, size=picture.size, file=files.main, sha256=picture.digest,
                variants=files.sizes, created_at=clock.now(),
            )

    @classmethod
    async def _again(cls, account: Account, picture: Picture) -> Self | None:
        """The account's picture of this content; its day begins anew, and files that the data directory lost are back.

        The update comes first: from then on no sweep takes the row.
        """
        same = cls.owned_by(account).filter(sha256=picture.digest)
        if not await same.update(created_at=clock.now()) or not (there := await same.first()):
            return None
        await Files(there.file, there.variants, Files.contents_of(picture)).restore()
        return there

    @staticmethod
    def _used(account: Account) -> Callable[[], Awaitable[tuple[int, int]]]:
        async def used() -> tuple[int, int]:
            sizes = await Media.owned_by(account).values_list("size", flat=True)
            return len(sizes), sum(int(str(size)) for size in sizes)

        return used

    @classmethod
    async def hold(cls, account_id: UUID, ids: Iterable[str]) -> dict[str, Self]:
        """The account's pictures among these, by id, kept from the sweep for another day.

        Whoever begins to use a picture holds it first; one that is not among the answer is not there, or a stranger's.
        """
        if not (wanted := _uuids(ids)):
            return {}
        mine = cls.filter(account_id=account_id, id__in=wanted)
        await mine.update(created_at=clock.now())
        return {str(media.id): media for media in await mine}

    @classmethod
    async def shown(cls, account_id: UUID, ids: Iterable[str]) -> dict[str, Self]:
        """The account's pictures among these, by id, in one question; what is not there is left out."""
        wanted = _uuids(ids)
        found = await cls.filter(account_id=account_id, id__in=wanted) if wanted else []
        return {str(media.id): media for media in found}

    async def read(self) -> bytes:
        """The bytes of its file. Refusals: NotFound when the data directory lost it."""
        try:
            return await file_store.read(self.file)
        except FileNotFoundError:
            raise NotFound from None

    async def drop(self) -> None:
        """Deletes it, row first; not inside a transaction, which could bring the row back without its files."""
        await self.delete()
        await Files(self.file, self.variants).drop()

    @property
    def sources(self) -> list[Source]:
        """What a `<picture>` offers a browser, the smallest files first."""
        return sources(self.variants)

    @property
    def url(self) -> str:
        """Where its largest file is for everybody."""
        return address(self.file)

    def src(self, width: int) -> str:
        """Where a WebP of at least `width` pixels is, or the widest there is."""
        return address(nearest(self.variants, width) or self.file)


def _uuids(ids: Iterable[str]) -> list[UUID]:
    return sorted({found for found in map(parse_uuid, ids) if found})
