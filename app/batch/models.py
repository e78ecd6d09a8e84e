"""A batch: a table of rows that becomes a code each, the files of those, and a sheet to print.

`typed` is the table as it came, so that nothing is lost while rows are mended. It is a draft until `made_at`; then
`codes` holds the line and the code of each row, and `done` counts those packed until `packed_at`, or `failed_at` when
the job that packs it failed (app/batch/packing_jobs.py). After a day all of it goes, and the links and codes stay.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.batch.columns import LINK, columns_of
from app.batch.options import Options
from app.batch.table_reader import Table, read, read_table
from app.kernel import clock
from app.kernel.refusal import N_, NotFound, Refusal

KEPT_FOR, MOST = timedelta(hours=24), 20


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
    made_at: datetime | None = fields.DatetimeField(null=True)
    packed_at: datetime | None = fields.DatetimeField(null=True)
    failed_at: datetime | None = fields.DatetimeField(null=True)
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
    def to_pack(cls) -> QuerySet[Self]:
        """Those that are made and not packed, also those whose packing failed."""
        return cls.filter(made_at__not_isnull=True, packed_at=None, expires_at__gt=clock.now())

    @classmethod
    async def expired(cls) -> list[Self]:
        """Those whose day is over."""
        return await cls.filter(expires_at__lte=clock.now())

    async def drop(self) -> None:
        """Forgets the batch; its links and codes stay."""
        await Batch.filter(id=self.id).delete()

    async def report_progress(self, done: int) -> bool:
        """Says how many of its codes are packed; False when it was deleted."""
        return bool(await Batch.filter(id=self.id, packed_at=None).update(done=done))

    async def packed(self, unread: list[int]) -> bool:
        """Its files are there; `unread` are the lines whose code we could not read ourselves. False if deleted."""
        mine = Batch.filter(id=self.id, packed_at=None)
        return bool(await mine.update(packed_at=clock.now(), failed_at=None, done=len(self.codes),
                                      unread=unread))

    @property
    def table(self) -> Table:
        return read_table(self.typed, columns_of(self.kind))

    @property
    def chosen(self) -> Options:
        return Options.of(self.options)

    @property
    def failed(self) -> bool:
        """Its files could not be made."""
        return self.failed_at is not None

    @property
    def packing(self) -> bool:
        """Its files are being made, or wait for that."""
        return self.made_at is not None and self.packed_at is None and not self.failed
