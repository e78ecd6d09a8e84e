"""A batch: a table whose rows become a code each, the files of the codes, and a sheet to print.

`typed` is the table as it was submitted, so that nothing is lost while rows are corrected. A batch is a draft until
`made_at`; then `codes` holds the line and the code of each row, and a job packs their files (packing_jobs.py). `done`
counts the packed codes until `packed_at`; `failed_at` is set when the job has failed for good. A batch expires after a
day; its links and codes remain.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts import owned_files
from app.accounts.models import Account
from app.batch.columns import LINK, columns_for_kind
from app.batch.file_store import FILES
from app.batch.options import Options
from app.batch.table_reader import Table, read_rows, read_table
from app.kernel import clock
from app.kernel.refusal import N_, NotFound, Refusal

KEPT_FOR, MAX_BATCHES = timedelta(hours=24), 20


class TooManyBatches(Refusal):
    """The account has as many batches as are allowed."""

    code, field = "TOO_MANY_BATCHES", "typed"
    says = N_("You have %(most)s batches. Delete one, or wait: each is deleted after a day.")


class BatchAlreadyCreated(Refusal):
    """The codes of the batch are created already, so it can no longer be changed."""

    code, says = "ALREADY_MADE", N_("The codes of this batch have already been created. Start a new batch.")


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
        """The account's batches that have not expired."""
        return cls.filter(account_id=account.id, expires_at__gt=clock.now())

    @classmethod
    async def create_draft(cls, account: Account, kind: str, typed: str, options: Options) -> Self:
        """Save a table as a draft. Raises: InvalidTable and its subclasses, NotFound, TooManyBatches."""
        read_rows(typed, columns_for_kind(kind))
        if await cls.owned_by(account).count() >= MAX_BATCHES:  # two simultaneous requests may exceed it by one
            raise TooManyBatches(most=MAX_BATCHES)
        now = clock.now()
        return await cls.create(
            id=uuid4(),
            account_id=account.id,
            kind=kind,
            typed=typed,
            options=options.as_dict(),
            created_at=now,
            expires_at=now + KEPT_FOR,
        )

    async def update_draft(self, kind: str, typed: str, options: Options) -> None:
        """Change a draft. Raises: as `create_draft`, and AlreadyMade."""
        read_rows(typed, columns_for_kind(kind))
        draft = Batch.filter(id=self.id, made_at=None)
        if not await draft.update(kind=kind, typed=typed, options=options.as_dict(), expires_at=clock.now() + KEPT_FOR):
            raise BatchAlreadyCreated if await Batch.filter(id=self.id).exists() else NotFound
        await self.refresh_from_db()

    @classmethod
    def to_pack(cls) -> QuerySet[Self]:
        """The created batches that are not packed yet, including those whose packing failed."""
        return cls.filter(made_at__not_isnull=True, packed_at=None, expires_at__gt=clock.now())

    @classmethod
    async def expired(cls) -> list[Self]:
        """The batches whose day is over."""
        return await cls.filter(expires_at__lte=clock.now())

    async def delete_with_files(self) -> None:
        """Delete the batch; its links and codes remain."""
        await Batch.filter(id=self.id).delete()

    async def report_progress(self, done: int) -> bool:
        """Store the number of packed codes. False when the batch was deleted."""
        return bool(await Batch.filter(id=self.id, packed_at=None).update(done=done))

    async def mark_packed(self, unread: list[int]) -> bool:
        """Mark the files as complete. `unread` are the lines whose code was unreadable. False when the batch was
        deleted.
        """
        unpacked = Batch.filter(id=self.id, packed_at=None)
        values = {"packed_at": clock.now(), "failed_at": None, "done": len(self.codes), "unread": unread}
        return bool(await unpacked.update(**values))

    @property
    def table(self) -> Table:
        """The rows and unused columns of the table. Raises: those of `read_table`."""
        return read_table(self.typed, columns_for_kind(self.kind))

    @property
    def parsed_options(self) -> Options:
        """The options of the batch."""
        return Options.of(self.options)

    @property
    def failed(self) -> bool:
        """Whether packing failed for good and was not requested again since."""
        return self.failed_at is not None

    @property
    def packing(self) -> bool:
        """Whether the files are waiting to be packed or being packed."""
        return self.made_at is not None and self.packed_at is None and not self.failed


owned_files.OF_ACCOUNTS.append(lambda id: owned_files.files_of_rows(FILES, Batch.filter(account_id=id)))
