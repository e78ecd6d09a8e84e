"""An uploaded picture of an account, re-encoded: its row in the database, its bytes in files of the data directory.

Files are written before their row and deleted after it, so that no row lacks its files; a file without a row can remain
when a machine stops in between (orphans.py). An account has each content only once. `file` is the largest file;
`variants` holds the files of a picture in several sizes, by width and kind: {"480.webp": file}. `size` is the number of
bytes of all of them. `created_at` is when the picture was last kept or held: the sweep deletes no picture younger than
a day.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from typing import Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.functions import Count, Sum
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts import owned_files
from app.accounts.models import Account
from app.accounts.owned_files import OwnedFile
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import N_, InvalidRequest, NotFound
from app.kernel.uuid_parser import parse_uuid
from app.media import file_store
from app.media.picture_files import PictureFiles, PictureSource, picture_sources, url_path, webp_at_least
from app.media.reencode import EncodedPicture
from app.plans.picture_quota import check_room_for_picture


class NotYourPicture(InvalidRequest):
    """Raised for the id of a picture that does not exist or belongs to another account."""

    says = N_("There is no such picture of yours. Upload it first.")


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
        indexes = (("account", "size"),)

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The account's pictures."""
        return cls.filter(account=account)

    @classmethod
    async def store(cls, account: Account, picture: EncodedPicture) -> Self:
        """Stores a picture, or returns the account's picture of the same content, protected for another day.

        Raises: PictureLimitReached, PicturesTooLarge; NotFound when the account, or that other picture, was deleted at
        the same moment.
        """
        if existing := await cls._renew(account, picture):
            return existing  # avoids writing the files; the unique index decides
        id, files = uuid4(), PictureFiles.of(picture)
        await files.write(id.bytes)
        try:
            return await cls._create_row(account, picture, id, files)
        except IntegrityError:
            await files.delete()
            if existing := await cls._renew(account, picture):
                return existing
            raise NotFound from None
        except BaseException:
            await files.delete()
            raise

    @classmethod
    async def _create_row(cls, account: Account, picture: EncodedPicture, id: UUID, files: PictureFiles) -> Self:
        """Counts the picture against the plan and inserts its row, in one transaction."""
        async with transaction():
            await check_room_for_picture(account, cls._used(account), picture.size)
            return await cls.create(
                id=id,
                account_id=account.id,
                media_type=picture.media_type,
                width=picture.width,
                height=picture.height,
                size=picture.size,
                file=files.main,
                sha256=picture.digest,
                variants=files.sizes,
                created_at=clock.now(),
            )

    @classmethod
    async def _renew(cls, account: Account, picture: EncodedPicture) -> Self | None:
        """The account's picture of this content with a new `created_at`; restores files that are missing.

        The update comes first, because from then on no sweep deletes the row.
        """
        matches = cls.owned_by(account).filter(sha256=picture.digest)
        if not await matches.update(created_at=clock.now()) or not (media := await matches.first()):
            return None
        await PictureFiles(media.file, media.variants, PictureFiles.contents_of(picture)).restore()
        return media

    @staticmethod
    def _used(account: Account) -> Callable[[], Awaitable[tuple[int, int]]]:
        """A function that counts the account's pictures and their bytes."""
        return lambda: Media.used_by(account)

    @classmethod
    async def used_by(cls, account: Account) -> tuple[int, int]:
        """The number of the account's pictures and the sum of their bytes, read from an index."""
        sums = cls.owned_by(account).annotate(pictures=Count("size"), bytes=Sum("size"))
        [(pictures, used_bytes)] = await sums.values_list("pictures", "bytes")
        return int(pictures), int(used_bytes or 0)

    @classmethod
    async def protect_many(cls, account_id: UUID, ids: Iterable[str]) -> dict[str, Self]:
        """The account's pictures among these ids, by id, each protected from the sweep for another day.

        Hold a picture before you refer to it; an id that is missing from the result does not exist or belongs to
        another account.
        """
        if not (uuids := _uuids(ids)):
            return {}
        own_pictures = cls.filter(account_id=account_id, id__in=uuids)
        await own_pictures.update(created_at=clock.now())
        return {str(media.id): media for media in await own_pictures}

    @classmethod
    async def by_id(cls, account_id: UUID, ids: Iterable[str]) -> dict[str, Self]:
        """The account's pictures among these ids, by id, read in one query; others are left out."""
        uuids = _uuids(ids)
        pictures = await cls.filter(account_id=account_id, id__in=uuids) if uuids else []
        return {str(media.id): media for media in pictures}

    async def read(self) -> bytes:
        """The bytes of its largest file. Raises: NotFound when the file is missing."""
        try:
            return await file_store.read_file(self.file)
        except FileNotFoundError:
            raise NotFound from None

    async def delete_with_files(self) -> None:
        """Deletes the row, then the files; not inside a transaction, whose rollback would restore the row only."""
        await self.delete()
        await PictureFiles(self.file, self.variants).delete()

    @property
    def sources(self) -> list[PictureSource]:
        """The `<source>` elements for a `<picture>`, the smallest files first."""
        return picture_sources(self.variants)

    @property
    def url(self) -> str:
        """The public URL path of its largest file."""
        return url_path(self.file)

    def src(self, width: int) -> str:
        """The URL path of a WebP at least `width` pixels wide, or of the widest there is."""
        return url_path(webp_at_least(self.variants, width) or self.file)


def _uuids(ids: Iterable[str]) -> list[UUID]:
    """The valid UUIDs among these texts, sorted, without duplicates."""
    return sorted({uuid for uuid in map(parse_uuid, ids) if uuid})


async def _find_files(account_id: UUID) -> list[OwnedFile]:
    """Returns the files of the pictures of an account."""
    pictures = await Media.filter(account_id=account_id)
    return [OwnedFile(Media, media.id, PictureFiles(media.file, media.variants).delete) for media in pictures]


owned_files.OF_ACCOUNTS.append(_find_files)
