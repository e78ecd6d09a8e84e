"""Seals days that are over: moves their visits from the database into a file.

The file is written beside the others, reaches the disk and gets its name. Only then, in one transaction, it is entered
in the manifest and the rows are deleted. A crash before that leaves a file that nobody reads, which is swept.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import structlog

from app.kernel import clock, db
from app.kernel.storage_calls import call
from app.visits import localtime
from app.visits.localtime import EPOCH
from app.visits.sealed import engine, manifest, schema
from app.visits.sealed.edits import edited
from app.visits.sealed.file_store import new_name
from app.visits.sealed.manifest import VISITS, Manifest, OpenRows, Overtaken, SealedFile, Statement, first_id_of
from app.visits.sealed.open_visits_csv import write_csv
from app.visits.visit import milliseconds

SETTLE_HOURS = 3  # after the end of a UTC day, for visits that still wait in journals
TRIES, MOST_ROWS = 5, 1_000_000
log = structlog.get_logger()


async def seal_days() -> int:
    """Seals every UTC day that has been over for SETTLE_HOURS, oldest first; returns the number of new files.

    Usually that is one day and one file. Of a longer time, the days of a month go into one file together, as long as
    they are not much more than MOST_ROWS visits.
    """
    files = 0
    while (days := await _next_days()) is not None:
        await retried(partial(_seal, *days))
        files += 1
    return files


async def retried(work: Callable[[], Awaitable[None]]) -> None:
    """Runs work on the files again while it is overtaken. Raises: Overtaken after TRIES times."""
    for _ in range(TRIES - 1):
        try:
            await work()
            return
        except Overtaken:
            await asyncio.sleep(0.05)
    await work()


async def _next_days() -> tuple[int, int] | None:
    """Returns the oldest UTC days with open visits that can be sealed now, as a half-open range."""
    state = await manifest.load_manifest()
    first = await first_open_day(state)
    settled = localtime.to_milliseconds(clock.now()) - SETTLE_HOURS * localtime.HOUR
    today = settled // localtime.DAY + EPOCH
    if first is None or first >= today:
        return None
    most = await _day_of_row(state.first_open_id, MOST_ROWS)
    end = min(today, localtime.first_of_next_month(first), today if most is None else max(most, first + 1))
    return first, end


async def first_open_day(state: Manifest) -> int | None:
    """Returns the oldest UTC day with visits that is not sealed, as an ordinal; today's, too. None without visits."""
    return await _day_of_row(state.first_open_id, 0)


async def _day_of_row(first: int, offset: int) -> int | None:
    """Returns the UTC day of an open visit; the one with the smallest id from `first` on has the offset 0."""
    rows = await db.query_rows(
        "SELECT id FROM visits WHERE id >= $1 ORDER BY id LIMIT 1 OFFSET $2", [first, offset], on=db.visits_connection()
    )
    return milliseconds(rows[0]["id"]) // localtime.DAY + EPOCH if rows else None


async def _seal(day: int, end: int) -> None:
    state = await manifest.load_manifest()
    if first_id_of(day) < state.first_open_id:  # another process sealed it: what came since then is late
        return
    with workspace() as (csv, part):
        rows = await write_csv(csv, first_id_of(day), first_id_of(end))
        mark = schema.mark_visits(edited(schema.rows_of([], str(csv)), state))
        write = schema.write_visits(f"SELECT * FROM {schema.MARKED}", str(part))  # noqa: S608 - a constant
        [(written,)] = await engine.current().run_job(mark, write)
        name = new_name(manifest.CONTENTS[VISITS], date.fromordinal(day).isoformat())
        file = SealedFile(name, VISITS, day, end, written, state.last_edit)
        await replace_files(state, {part: file} if written else {}, (), rows)
    log.info("visits_sealed", day=date.fromordinal(day).isoformat(), days=end - day, visits=written)


@contextmanager
def workspace() -> Iterator[tuple[Path, Path]]:
    """Yields the paths for staged open rows and for a new file; what is left there is deleted at the end."""
    store = engine.current().store
    store.prepare()
    with store.unfinished(".csv") as csv, store.unfinished(".parquet") as part:
        yield csv.resolve(), part.resolve()


async def replace_files(
    state: Manifest,
    new: dict[Path, SealedFile],
    old: Sequence[SealedFile],
    rows: OpenRows | None,
    deletions: Sequence[Statement] = (),
    *,
    no_new_edits: bool = False,
) -> None:
    """Publishes unfinished files, replaces the files `old` by them in the manifest, and deletes the open rows that are
    in them. `deletions` are other statements of the same transaction; `no_new_edits` is that of `manifest.commit`.
    Raises: Overtaken, after which the new files are gone again.
    """
    store = engine.current().store
    try:
        published = []
        for path, file in new.items():
            published.append(replace(file, bytes=await call(store.publish, path, file.name)))
        names = [file.name for file in old]
        await manifest.commit(state, published, names, rows, deletions, no_new_edits=no_new_edits)
    except Overtaken:  # after any other error the commit may have succeeded: what is not listed is swept later
        await call(store.discard, [file.name for file in new.values()])
        raise
    await call(store.retire, names)
