"""A batch: a table of rows that becomes a code each, the files of those, and a sheet to print.

`typed` is the table as it came, so that nothing is lost while rows are mended. It is a draft until `made_at`; then
`codes` holds the line and the code of each row, and `done` counts those packed until `packed_at`. Whoever packs it
says so in `beat_at` every few seconds: one that fell silent is begun again by another. After a day all of it goes,
and the links and codes stay.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.expressions import F, Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.batch.columns import LINK, columns_of
from app.batch.options import Options
from app.batch.table_reader import Table, read, read_table
from app.kernel import clock
from app.kernel.refusal import N_, NotFound, Refusal

KEPT_FOR, SILENT_FOR = timedelta(hours=24), timedelta(seconds=60)
MOST, MOST_TRIES = 20, 3


class TooManyBatches(Refusal):
    code, field = "TOO_MANY_BATCHES", "typed"
    says = N_("You have %(most)s batches. Delete one, or wait: each goes after a day.")


class AlreadyMade(Refusal):
    code, says = "ALREADY_MADE", N_("The codes of this batch are made already. Begin a new one.")


class Batch(Model):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="batches", on_delete=fields.CASCADE, db_index=True
    )
    account_id: UUID
    kind = fields.CharField(16, default=LINK)
    typed = fields.TextField(default="")
    options: dict[str, Any] = fields.JSONField(default=dict)
    codes: list[list[Any]] = fields.JSONField(default=list)
    done = fields.IntField(default=0)
    unread: list[int] = fields.JSONField(default=list)
    tries = fields.IntField(default=0)
    made_at: datetime | None = fields.DatetimeField(null=True)
    beat_at: datetime | None = fields.DatetimeField(null=True)
    packed_at: datetime | None = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "batches"

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        return cls.filter(account_id=account.id, expires_at__gt=clock.now())

    @classmethod
    async def draft(cls, account: Account, kind: str, typed: str, options: Options) -> Self:
        """Keeps a table to look at. Refusals: InvalidTable and its kind, NotFound, TooManyBatches."""
        read(typed, columns_of(kind))
        if await cls.owned_by(account).count() >= MOST:  # a brake: two at once may pass it by one
            raise TooManyBatches(most=MOST)
        now = clock.now()
        return await cls.create(id=uuid4(), account_id=account.id, kind=kind, typed=typed, options=options.as_dict(),
                                created_at=now, expires_at=now + KEPT_FOR)

    async def redraft(self, kind: str, typed: str, options: Options) -> None:
        """Changes a draft. Refusals: as `draft`, and AlreadyMade."""
        read(typed, columns_of(kind))
        mine = Batch.filter(id=self.id, made_at=None)
        if not await mine.update(kind=kind, typed=typed, options=options.as_dict(), expires_at=clock.now() + KEPT_FOR):
            raise AlreadyMade if await Batch.filter(id=self.id).exists() else NotFound
        await self.refresh_from_db()

    @classmethod
    async def claim(cls) -> Self | None:
        """A batch to pack, if one waits for that; nobody else gets the same one while its packer is heard of."""
        waiting = cls.filter(
            Q(beat_at=None) | Q(beat_at__lt=clock.now() - SILENT_FOR), made_at__not_isnull=True, packed_at=None,
            tries__lt=MOST_TRIES, expires_at__gt=clock.now(),
        )
        for batch in await waiting.order_by("made_at").limit(5):
            mine = waiting.filter(id=batch.id, tries=batch.tries)
            if await mine.update(beat_at=clock.now(), tries=F("tries") + 1, done=0):
                return await cls.get_or_none(id=batch.id)
        return None

    @classmethod
    async def expired(cls) -> list[Self]:
        """Those whose day is over."""
        return await cls.filter(expires_at__lte=clock.now())

    async def drop(self) -> None:
        """Forgets the batch; its links and codes stay."""
        await Batch.filter(id=self.id).delete()

    async def beat(self, done: int) -> bool:
        """Says that it is worked on, and how far; False when it was deleted or is another's by now."""
        mine = Batch.filter(id=self.id, tries=self.tries, packed_at=None)
        return bool(await mine.update(beat_at=clock.now(), done=done))

    async def packed(self, unread: list[int]) -> bool:
        """Its files are there; `unread` are the lines whose code we could not read ourselves."""
        mine = Batch.filter(id=self.id, tries=self.tries, packed_at=None)
        return bool(await mine.update(packed_at=clock.now(), done=len(self.codes), unread=unread))

    async def release(self, *, tried: bool) -> None:
        """Leaves the packing to whoever claims it next; as if it had not been tried unless `tried`."""
        mine = Batch.filter(id=self.id, tries=self.tries, packed_at=None)
        await mine.update(beat_at=None, tries=F("tries") - (0 if tried else 1))

    async def pack_again(self) -> None:
        """Has the files made once more: they were lost, or packing failed."""
        if self.made_at:
            await Batch.filter(id=self.id).update(packed_at=None, beat_at=None, tries=0, done=0)

    @property
    def table(self) -> Table:
        return read_table(self.typed, columns_of(self.kind))

    @property
    def chosen(self) -> Options:
        return Options.of(self.options)

    @property
    def failed(self) -> bool:
        """Packing was tried as often as we try, and its last packer fell silent."""
        return self.made_at is not None and self.packed_at is None and self.tries >= MOST_TRIES and self._silent

    @property
    def packing(self) -> bool:
        return self.made_at is not None and self.packed_at is None and not self.failed

    @property
    def _silent(self) -> bool:
        return self.beat_at is None or self.beat_at < clock.now() - SILENT_FOR
