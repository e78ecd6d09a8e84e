"""The manifest: which files of sealed visits there are, and the edits that are not applied in all of them yet.

Every change of the manifest is one transaction in the visits' own database, together with the deletion of the rows that
a new file holds. So each visit is always in exactly one place: in an open row or in one file of the manifest. `fence`
makes the changes exclusive: a job that prepared a new file while another job changed the manifest is refused and starts
again. A reader compares `version` before and after: it has seen one state if they are equal.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from app.kernel import clock, db, installation
from app.visits.localtime import DAY, EPOCH
from app.visits.sealed.schema import LAYOUT
from app.visits.sql import on_postgres
from app.visits.visit import first_id

VISITS, SUMMARY = 0, 1
CONTENTS = {VISITS: "visits", SUMMARY: "summary"}
VERSION = "(SELECT coalesce(max(version), 0) FROM visit_file_versions)"
READ_VERSION = f"SELECT {VERSION} AS version, (SELECT coalesce(max(fence), 0) FROM visit_file_versions) AS fence"  # noqa: S608 - constants
READ_FILES = """SELECT name, content, first_day, end_day, rows, bytes, last_edit, layout
    FROM visit_files ORDER BY first_day, name"""
READ_EDITS = "SELECT id, account, link, new_account FROM visit_file_edits ORDER BY id"
FIRST_VERSION = "INSERT INTO visit_file_versions (id, version, fence) VALUES (1, 0, 0) ON CONFLICT (id) DO NOTHING"
NEXT_FENCE = (
    "UPDATE visit_file_versions SET version = version + 1, fence = fence + 1 WHERE fence = $1 RETURNING version"
)
FORGET_EDITS = """DELETE FROM visit_file_edits
    WHERE id <= (SELECT coalesce(min(last_edit), 9223372036854775807) FROM visit_files)"""


Statement = tuple[str, Sequence[Any]]


class Overtaken(Exception):
    """Another job changed the manifest, or the rows that a new file holds have changed: start again."""


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A file of the manifest, as in models.VisitFile."""

    name: str
    content: int
    first_day: int
    end_day: int
    rows: int
    last_edit: int
    bytes: int = 0  # set when it is published
    layout: int = LAYOUT

    @property
    def month(self) -> str:
        """The month of its name, such as 2026-11; of visits the UTC month they were in."""
        return month_of_name(self.name)


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that is not applied in all files yet, as in models.VisitFileEdit."""

    id: int
    account: int
    link: int
    new_account: int


@dataclass(frozen=True)
class Manifest:
    """One state of the manifest."""

    version: int
    fence: int
    files: tuple[SealedFile, ...]
    edits: tuple[Edit, ...]

    @cached_property
    def first_open_id(self) -> int:
        """The smallest id of a visit of a day that is not sealed yet; earlier open rows arrived late."""
        return first_id_of(max((file.end_day for file in self.files if file.content == VISITS), default=EPOCH))

    @cached_property
    def new_accounts(self) -> dict[int, int]:
        """The account that each claimed account's visits belong to now."""
        owners: dict[int, int] = {}
        for edit in self.edits:
            if edit.new_account:
                owners |= {account: edit.new_account for account, owner in owners.items() if owner == edit.account}
                owners[edit.account] = edit.new_account
        return owners

    @cached_property
    def removed_links(self) -> frozenset[int]:
        """The links that were deleted for good."""
        return frozenset(edit.link for edit in self.edits if edit.link)

    @cached_property
    def removed_accounts(self) -> frozenset[int]:
        """The accounts that were deleted."""
        return frozenset(edit.account for edit in self.edits if not edit.link and not edit.new_account)

    @property
    def last_edit(self) -> int:
        """The id of the newest edit."""
        return self.edits[-1].id if self.edits else 0

    def accounts_of(self, account: int) -> tuple[int, ...]:
        """Returns the keys under which an account's visits are found: its own, and those it claimed. An account that
        was deleted, or claimed by another one, has none.
        """
        if account in self.removed_accounts:
            return ()
        own = (account,) * (account not in self.new_accounts)
        return *own, *(claimed for claimed, owner in self.new_accounts.items() if owner == account)

    def between(self, content: int, first_day: int, end_day: int) -> list[SealedFile]:
        """Returns the files with days in a half-open range."""
        return [
            file
            for file in self.files
            if file.content == content and file.first_day < end_day and file.end_day > first_day
        ]

    def of_month(self, month: str) -> list[SealedFile]:
        """Returns the files of a month."""
        return [file for file in self.files if file.month == month]


class _Latest:
    """The manifest that this process read last."""

    manifest = Manifest(-1, -1, (), ())


async def load_manifest() -> Manifest:
    """Returns the current manifest. The files are read again only if the version has changed."""
    latest = installation.current().resource(_Latest)
    [row] = await _query(READ_VERSION)
    while row["version"] != latest.manifest.version:
        files = tuple(SealedFile(**file) for file in await _query(READ_FILES))
        edits = tuple(Edit(**edit) for edit in await _query(READ_EDITS))
        [again] = await _query(READ_VERSION)
        if again == row:
            latest.manifest = Manifest(row["version"], row["fence"], files, edits)
        row = again
    return latest.manifest


@dataclass(frozen=True, slots=True)
class OpenRows:
    """The open rows with ids from `first` up to `end` that a new file holds, with their number and a checksum."""

    first: int
    end: int
    count: int
    checksum: int


async def commit(
    manifest: Manifest,
    new: Sequence[SealedFile],
    old: Collection[str] = (),
    rows: OpenRows | None = None,
    deletions: Sequence[Statement] = (),
    *,
    no_new_edits: bool = False,
) -> None:
    """Replaces the files `old` by `new`, and deletes the open rows that are in them. `manifest` is the state from which
    the new files were made; `deletions` are statements of the same transaction. Raises: Overtaken.

    With `no_new_edits` it is overtaken by an edit too: an account that is gone may have been claimed just now.
    """
    async with db.transaction(db.visits_connection()):
        await _take_turn(manifest, no_new_edits=no_new_edits)
        if rows is not None and rows.count and await _delete_rows(rows) != (rows.count, rows.checksum):
            raise Overtaken
        for sql, values in deletions:
            await _query(sql, *values)
        await _replace(old, new)
        await _query(FORGET_EDITS)


async def _take_turn(manifest: Manifest, *, no_new_edits: bool) -> None:
    """Begins a change of the manifest, which no other one can begin before the end of this transaction."""
    await _query(FIRST_VERSION)
    fenced = await _query(NEXT_FENCE, manifest.fence)
    if not fenced or (no_new_edits and fenced[0]["version"] != manifest.version + 1):
        raise Overtaken


async def _replace(old: Collection[str], new: Sequence[SealedFile]) -> None:
    for name in old:
        await _query("DELETE FROM visit_files WHERE name = $1", name)
    for file in new:
        await _insert_file(file)


CHECKSUM = "count(*) AS count, CAST(coalesce(sum(id % 2147483647), 0) AS BIGINT) AS checksum"


async def _delete_rows(rows: OpenRows) -> tuple[int, int]:
    """Deletes open rows; returns the number and the checksum of those that were deleted."""
    where = "FROM visits WHERE id >= $1 AND id < $2"
    if on_postgres():  # where two statements may see different rows
        sql = f"WITH deleted AS (DELETE {where} RETURNING id) SELECT {CHECKSUM} FROM deleted"  # noqa: S608
        [deleted] = await _query(sql, rows.first, rows.end)
    else:
        [deleted] = await _query(f"SELECT {CHECKSUM} {where}", rows.first, rows.end)
        await _query(f"DELETE {where}", rows.first, rows.end)
    return deleted["count"], deleted["checksum"]


async def _insert_file(file: SealedFile) -> None:
    await _query(
        """INSERT INTO visit_files (name, content, first_day, end_day, rows, bytes, last_edit, written_at, layout)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)""",
        file.name,
        file.content,
        file.first_day,
        file.end_day,
        file.rows,
        file.bytes,
        file.last_edit,
        _now(),
        file.layout,
    )


async def record_edit(account: int, *, link: int = 0, new_account: int = 0) -> None:
    """Records an edit; inside the transaction that applies it to the open rows."""
    await _query(FIRST_VERSION)
    await _query("UPDATE visit_file_versions SET version = version + 1")
    await _query(
        "INSERT INTO visit_file_edits (account, link, new_account, made_at) VALUES ($1, $2, $3, $4)",
        account,
        link,
        new_account,
        _now(),
    )


def checked_up_to(file: SealedFile, edit: int) -> SealedFile:
    """Returns a file of which is known that it has nothing that edits up to `edit` change."""
    return replace(file, last_edit=edit)


def month_of_name(name: str) -> str:
    """Returns the month in a file's name, such as 2026-11."""
    return "-".join(name.split(".")[0].split("-")[1:3])


def month_of_day(day: int) -> str:
    """Returns the month of a day, such as 2026-11."""
    return date.fromordinal(day).isoformat()[:7]


def first_id_of(day: int) -> int:
    """Returns the smallest id of a visit on a UTC day or later."""
    return first_id((day - EPOCH) * DAY)


def _now() -> Any:
    """Returns the current time as the driver of the database takes it."""
    return clock.now() if on_postgres() else str(clock.now())


async def _query(sql: str, *values: Any) -> list[dict[str, Any]]:
    return await db.query_rows(sql, list(values), on=db.visits_connection())
