"""An import: an uploaded export, the verdict about each of its rows, and what was made of them.

An import is checked (a dry run, `checked_at`) before it can be started (`started_at`). When it is finished
(`finished_at`) it can be undone as a whole for a week (`undo_started_at`, `undone_at`). Checking, making and undoing
are jobs; each begins again where it stopped. `size` is that of the export; it is 0 while what each column of a table
of links is has still to be chosen. `failed_at` and `failure` say that and why the file cannot be read.
`counts` are the numbers of rows by verdict, `done` and `total` the progress of the job that runs.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts import owned_files
from app.accounts.models import Account
from app.accounts.user import User
from app.kernel import clock
from app.kernel.refusal import N_, Refusal
from app.privacy.bring_in.file_store import FILES

KEPT_FOR, MOST_IMPORTS, LONGEST_FAILURE = timedelta(days=7), 5, 300


class TooManyImports(Refusal):
    """The account has as many imports as are kept."""

    code, field = "TOO_MANY_IMPORTS", "file"
    says = N_("You have %(most)s imports. Delete one, or wait: each is deleted after a week.")


class NotCheckedYet(Refusal):
    """The import was not checked, or is started already."""

    code, says = "NOT_CHECKED_YET", N_("This import cannot be started now. Look at what its check says first.")


class CannotChooseColumns(Refusal):
    """The import is being checked, or is started already."""

    code, says = "CANNOT_CHOOSE_COLUMNS", N_("The columns of this import cannot be changed now.")


class CannotUndo(Refusal):
    """The import is not finished, is undone already, or its week is over."""

    code, says = "CANNOT_UNDO", N_("This import can no longer be undone.")


class ImportRun(Model):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="imports", on_delete=fields.CASCADE, db_index=True
    )
    account_id: UUID
    user: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="imports", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    user_id: UUID | None
    file_name = fields.CharField(100, default="")
    size = fields.BigIntField(default=0)
    counts: dict[str, int] = fields.JSONField(default=dict)
    created_at: datetime = fields.DatetimeField()
    checked_at: datetime | None = fields.DatetimeField(null=True)
    started_at: datetime | None = fields.DatetimeField(null=True)
    finished_at: datetime | None = fields.DatetimeField(null=True)
    undo_started_at: datetime | None = fields.DatetimeField(null=True)
    undone_at: datetime | None = fields.DatetimeField(null=True)
    failed_at: datetime | None = fields.DatetimeField(null=True)
    failure = fields.CharField(LONGEST_FAILURE, default="")
    done = fields.IntField(default=0)
    total = fields.IntField(default=0)
    expires_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "imports"

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The account's imports that have not expired."""
        return cls.filter(account_id=account.id, expires_at__gt=clock.now())

    @classmethod
    async def begin(cls, account: Account, user: User, file_name: str, size: int) -> Self:
        """Creates an import that is to be checked. Raises: TooManyImports."""
        if await cls.owned_by(account).count() >= MOST_IMPORTS:  # two simultaneous requests may exceed it by one
            raise TooManyImports(most=MOST_IMPORTS)
        now = clock.now()
        return await cls.create(
            id=uuid4(),
            account_id=account.id,
            user_id=user.id,
            file_name=file_name,
            size=size,
            created_at=now,
            expires_at=now + KEPT_FOR,
        )

    @classmethod
    def unfinished(cls) -> QuerySet[Self]:
        """The imports that a job has to go on with."""
        to_check = Q(checked_at=None, size__gt=0)
        to_make = Q(started_at__not_isnull=True, finished_at=None)
        to_undo = Q(undo_started_at__not_isnull=True, undone_at=None)
        return cls.filter(to_check | to_make | to_undo, failed_at=None, expires_at__gt=clock.now())

    async def check_columns(self, size: int) -> None:
        """Lets an export of this size be checked that was made of the table; call it inside a transaction.

        Raises: CannotChooseColumns.
        """
        waiting = ImportRun.filter(Q(size=0) | Q(checked_at__not_isnull=True), id=self.id, started_at=None)
        if not await waiting.filter(failed_at=None).update(checked_at=None, size=size, done=0, total=0, counts={}):
            raise CannotChooseColumns

    async def check_again(self) -> None:
        """Makes the import be checked anew, such as after room was made. Raises: NotCheckedYet."""
        waiting = ImportRun.filter(id=self.id, checked_at__not_isnull=True, started_at=None, failed_at=None)
        if not await waiting.update(checked_at=None, done=0, total=0):
            raise NotCheckedYet

    async def start(self) -> None:
        """Starts making what was checked; call it inside a transaction. Raises: NotCheckedYet."""
        waiting = ImportRun.filter(id=self.id, checked_at__not_isnull=True, started_at=None, failed_at=None)
        if not await waiting.update(started_at=clock.now(), done=0, total=0):
            raise NotCheckedYet

    async def start_undo(self) -> None:
        """Starts undoing; call it inside a transaction. Raises: CannotUndo."""
        now = clock.now()
        undoable = ImportRun.filter(id=self.id, undo_started_at=None, finished_at__gt=now - KEPT_FOR)
        if not await undoable.update(undo_started_at=now, done=0, total=0):
            raise CannotUndo

    async def report_progress(self, done: int, total: int) -> bool:
        """Stores the progress; False when the import was deleted."""
        return bool(await ImportRun.filter(id=self.id).update(done=done, total=total))

    @property
    def under_way(self) -> bool:
        """Whether a job is checking, making or undoing."""
        return self.failed_at is None and self.stage in {"checking", "making", "undoing"}

    @property
    def stage(self) -> str:
        """failed, columns (they are to be chosen), checking, checked, making, made, undoing or undone."""
        if self.failed_at:
            return "failed"
        if not self.size:
            return "columns"
        if self.undo_started_at:
            return "undone" if self.undone_at else "undoing"
        if self.started_at:
            return "made" if self.finished_at else "making"
        return "checked" if self.checked_at else "checking"

    @property
    def can_undo(self) -> bool:
        """Whether the import can still be undone."""
        finished_in_time = self.finished_at is not None and self.finished_at > clock.now() - KEPT_FOR
        return finished_in_time and self.undo_started_at is None


owned_files.OF_ACCOUNTS.append(lambda id: owned_files.files_of_rows(FILES, ImportRun.filter(account_id=id)))
