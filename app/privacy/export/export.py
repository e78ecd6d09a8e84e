"""An export: a ZIP file with what Kliqs stores about a user, and for owners also with what their account made.

`account` is empty for an export of the person only. `running_key` is set while the export is not finished: its unique
index lets an account, or a person, have only one unfinished export. The file is deleted `KEPT_FOR` after it was
finished (file_store.py). `done` and `total` are the rows that are written and those that there are.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts import owned_files
from app.accounts.models import Account
from app.accounts.user import User
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import N_, Refusal
from app.privacy.export.file_store import FILES

KEPT_FOR = timedelta(days=7)


class ExportUnderWay(Refusal):
    """The account, or the person, has an export that is not finished."""

    code, says = "EXPORT_UNDER_WAY", N_("An export is being made already. Wait until it is ready.")


class Export(Model):
    id = fields.UUIDField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="exports", on_delete=fields.CASCADE, db_index=True
    )
    user_id: UUID
    account: fields.ForeignKeyNullableRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="exports", on_delete=fields.CASCADE, null=True, db_index=True
    )
    account_id: UUID | None
    running_key = fields.CharField(48, null=True, unique=True)
    done = fields.IntField(default=0)
    total = fields.IntField(default=0)
    size = fields.BigIntField(default=0)
    created_at: datetime = fields.DatetimeField()
    ready_at: datetime | None = fields.DatetimeField(null=True)
    failed_at: datetime | None = fields.DatetimeField(null=True)
    expires_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "exports"

    @classmethod
    def of_user(cls, user: User) -> QuerySet[Self]:
        """The exports that a user asked for and that have not expired."""
        return cls.filter(user_id=user.id, expires_at__gt=clock.now())

    @classmethod
    def unfinished(cls) -> QuerySet[Self]:
        """The exports that are still to be written, with their users and accounts."""
        return cls.filter(running_key__not_isnull=True, expires_at__gt=clock.now()).select_related("user", "account")

    @classmethod
    async def begin(cls, user: User, account: Account | None) -> Self:
        """Creates an unfinished export; call it inside a transaction. Raises: ExportUnderWay."""
        now = clock.now()
        key = f"account {account.id}" if account else f"user {user.id}"
        try:
            async with transaction():
                return await cls.create(
                    id=uuid4(),
                    user_id=user.id,
                    account_id=account.id if account else None,
                    running_key=key,
                    created_at=now,
                    expires_at=now + KEPT_FOR,
                )
        except IntegrityError:
            raise ExportUnderWay from None

    async def report_progress(self, done: int, total: int) -> bool:
        """Stores the progress; False when the export was deleted."""
        return bool(await Export.filter(id=self.id, ready_at=None).update(done=done, total=total))

    async def mark_ready(self, size: int) -> bool:
        """Marks the file of `size` bytes as complete; False when the export was deleted."""
        now = clock.now()
        values = {"ready_at": now, "failed_at": None, "expires_at": now + KEPT_FOR, "size": size, "running_key": None}
        return bool(await Export.filter(id=self.id, ready_at=None).update(**values))

    @classmethod
    async def mark_failed(cls, id: UUID) -> None:
        """Marks an unfinished export as failed for good, so that another one can begin."""
        await cls.filter(id=id, ready_at=None).update(failed_at=clock.now(), running_key=None)

    @property
    def under_way(self) -> bool:
        """Whether the file is waiting to be written or being written."""
        return self.running_key is not None


owned_files.OF_ACCOUNTS.append(lambda id: owned_files.files_of_rows(FILES, Export.filter(account_id=id)))
owned_files.OF_USERS.append(lambda id: owned_files.files_of_rows(FILES, Export.filter(user_id=id)))
