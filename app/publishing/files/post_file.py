"""A picture, GIF or video that an account uploaded for posts.

Its bytes are one file of the folder `posts`, written in pieces: `received` of `size` bytes have arrived. `size` counts
against the plan from the first piece on. `state` is UPLOADING, CHECKING, READY, REFUSED or REMOVED; a REFUSED one says
why in `trouble`; of a REMOVED one, days after its last post was published, only the poster is left. `checked_by` is
`ffprobe`, `pyav` or empty, then nobody could measure the video; `worker` for pictures, which our own process has
written again. `details` are what was measured: codecs, frame rate, and the size of the JPEG beside a PNG. `used_at` is
when it was last written to or put into a post: the sweep deletes no file younger than a day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.functions import Sum
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts import owned_files
from app.accounts.models import Account
from app.accounts.owned_files import OwnedFile
from app.kernel import clock
from app.kernel.uuid_parser import parse_uuid
from app.publishing.files import file_store
from app.publishing.files.file_kinds import STORED_ENDINGS

UPLOADING, CHECKING, READY, REFUSED, REMOVED = "uploading", "checking", "ready", "refused", "removed"
JPEG_SIZE = "jpeg_size"  # in `details`: the bytes of the JPEG of a picture that is kept as a PNG


class PostFile(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="post_files", on_delete=fields.CASCADE
    )
    account_id: UUID
    kind = fields.CharField(8)
    media_type = fields.CharField(40)
    filename = fields.CharField(200, default="")
    size = fields.BigIntField()
    received = fields.BigIntField(default=0)
    sha256 = fields.CharField(64, default="")
    width = fields.IntField(default=0)
    height = fields.IntField(default=0)
    milliseconds: int | None = fields.IntField(null=True)
    poster = fields.CharField(40, default="")
    alt = fields.CharField(1500, default="")
    state = fields.CharField(10, default=UPLOADING)
    trouble = fields.CharField(60, default="")
    checked_by = fields.CharField(8, default="")
    details: dict[str, Any] = fields.JSONField(default=dict)
    uploaded_by_id: UUID | None = fields.UUIDField(null=True)
    created_at: datetime = fields.DatetimeField()
    used_at: datetime = fields.DatetimeField()

    class Meta:
        table = "post_files"
        indexes = (("account", "created_at", "id"), ("state", "used_at"))

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The account's files that are not removed or refused."""
        return cls.filter(account=account).exclude(state__in=[REFUSED, REMOVED])

    @classmethod
    async def bytes_used(cls, account: Account) -> int:
        """The bytes that the account's files count against its plan, those of unfinished uploads as announced."""
        [(used,)] = await cls.owned_by(account).annotate(bytes=Sum("size")).values_list("bytes")
        return int(used or 0)

    @classmethod
    async def by_id(cls, account_id: UUID, ids: Iterable[str]) -> dict[str, Self]:
        """The account's files among these ids, by id, in any state; others are left out."""
        uuids = {uuid for uuid in map(parse_uuid, ids) if uuid}
        files = await cls.filter(account_id=account_id, id__in=list(uuids)) if uuids else []
        return {str(file.id): file for file in files}

    @classmethod
    async def protect_many(cls, account_id: UUID, ids: Iterable[str]) -> dict[str, Self]:
        """As `by_id`, and protects them from the sweep for another day; do so before a post refers to them."""
        uuids = {uuid for uuid in map(parse_uuid, ids) if uuid}
        if uuids:
            await cls.filter(account_id=account_id, id__in=list(uuids)).update(used_at=clock.now())
        return await cls.by_id(account_id, map(str, uuids))

    async def delete_with_files(self) -> None:
        """Deletes the row, which frees its bytes, then the files; not inside a transaction."""
        await self.delete()
        await file_store.delete_all(self.id)

    @property
    def stored_name(self) -> str:
        """The name of its file in the folder, once it is ready."""
        return file_store.name_of(self.id, STORED_ENDINGS[self.media_type])

    @property
    def seconds(self) -> float | None:
        """The duration of a video or GIF in seconds; None where nobody could measure it."""
        return None if self.milliseconds is None else self.milliseconds / 1000

    @property
    def percent(self) -> int:
        """How much of it has arrived, 0 to 100."""
        return 100 * self.received // self.size if self.size else 0


async def _find_files(account_id: UUID) -> list[OwnedFile]:
    """Returns the files of posts of an account."""
    ids: list[Any] = await PostFile.filter(account_id=account_id).values_list("id", flat=True)
    return [OwnedFile(PostFile, id, partial(file_store.delete_all, id)) for id in ids]


owned_files.OF_ACCOUNTS.append(_find_files)
