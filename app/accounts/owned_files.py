"""The files of accounts and of users that are deleted: found before their rows go, and removed once those are gone.

Each package that keeps files adds what finds them to OF_ACCOUNTS or OF_USERS, beside its model. What is left when a
process ends in between is removed by the sweep of its kind, as a file without a row.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel.id_files import IdFiles
from app.kernel.storage_calls import call


class OwnedFile(NamedTuple):
    """A file, or several, with the row that they go with; `remove` deletes them."""

    row: type[Model]
    id: UUID
    remove: Callable[[], Awaitable[object]]


Find = Callable[[UUID], Awaitable[list[OwnedFile]]]  # gets the id of an account or user

OF_ACCOUNTS: list[Find] = []
OF_USERS: list[Find] = []  # also files in accounts that stay


@asynccontextmanager
async def remove_files(accounts: Sequence[UUID], users: Sequence[UUID] = ()) -> AsyncGenerator[None]:
    """Removes those files of these accounts and users whose rows the block deletes; nothing if it raises.

    A file whose row was moved to another account meanwhile stays.
    """
    owners = [(id, OF_ACCOUNTS) for id in accounts] + [(id, OF_USERS) for id in users]
    files = [file for id, finders in owners for find in finders for file in await find(id)]
    yield
    for file in files:
        if not await file.row.exists(pk=file.id):
            await file.remove()


async def files_of_rows(files: IdFiles, rows: QuerySet[Any]) -> list[OwnedFile]:
    """Returns the files that are named after the ids of these rows."""
    ids: list[Any] = await rows.values_list("id", flat=True)
    return [OwnedFile(rows.model, id, partial(call, files.delete, id)) for id in ids]


async def delete_orphaned_files(files: IdFiles, model: type[Model], min_age: float = 0) -> None:
    """Deletes the files that are named after rows that are gone, if they are at least so many seconds old."""
    ids = await call(files.ids, min_age)
    for id in ids - {*await model.filter(id__in=list(ids)).values_list("id", flat=True)}:
        await call(files.delete, id)
