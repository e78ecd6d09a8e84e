"""Turns the totals of versions before 0.2 into summaries.

These versions counted every closed day into `day_totals` and `day_values`. Where the visits are still kept, the rows
say the same and the totals are dropped. The days before `calendars.kept_from` exist as totals only: they become
summaries, with the same numbers. It runs at the start of the server, also the first one after a restore, and in
`kliqs migrate`; it does nothing where there are no such totals.

No report can be shown before the end, because reports read only summaries: the server waits, and logs how far it is.
The values of all months are deleted at the end by one statement that reads none of them: a DELETE of each month would
read the whole table, and could be ended by the time limit of statements.
"""

from __future__ import annotations

import asyncio
import csv
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import structlog

from app.kernel import db
from app.kernel.private_files import open_file
from app.visits import localtime
from app.visits.sealed import engine, manifest, schema
from app.visits.sealed.file_store import new_name
from app.visits.sealed.manifest import SUMMARY, Overtaken, SealedFile, Statement, month_of_day
from app.visits.sealed.seal import replace_files, workspace
from app.visits.sql import on_postgres
from app.visits.visit import first_id

PAGE = 20_000
log = structlog.get_logger()
KEYS = {
    "day_totals": ("account", "link", "who", "day"),
    "day_values": ("account", "link", "who", "dimension", "day", "value"),
}
NOTHING = {"dimension": "", "value": "", "visitors": 0}  # for the columns that one of the tables does not have
TYPES = {
    "account": "BIGINT",
    "link": "BIGINT",
    "who": "TINYINT",
    "day": "INTEGER",
    "dimension": "VARCHAR",
    "value": "VARCHAR",
    **dict.fromkeys(("clicks", "scans", "views", "visitors"), "BIGINT"),
}


def log_progress(month: str, number: int, total: int) -> None:
    """Logs that a month is being converted."""
    log.info("converting_old_totals", month=month, number=number, of=total)


async def convert_old_totals(say: Callable[[str, int, int], object] = log_progress) -> int:
    """Converts all old totals; returns the number of months. An interrupted run is continued by the next one.

    Before each month `say` is called with its name, such as 2026-09, its number, from 1, and the number of the last.
    Processes that start at the same time share the work: one that is overtaken goes on with what is left.
    """
    months = 0
    await _delete_purged_visits()
    while (days := await _days_left()) is not None:
        first, last = (date.fromordinal(day) for day in days)
        left = (last.year - first.year) * 12 + last.month - first.month
        say(month_of_day(days[0]), months + 1, months + 1 + left)
        try:
            months += await _convert_month(days[0])
        except Overtaken:
            await asyncio.sleep(0.05)
    await _delete_old_totals()
    return months


async def _delete_old_totals() -> None:
    """Deletes the totals of days whose visits are kept, each table in a moment: SQLite drops all pages at once too."""
    for table in ("day_totals", "day_values", "calendars"):
        if await _run(f"SELECT 1 FROM {table} LIMIT 1"):  # noqa: S608 - constant names
            await _run(f"TRUNCATE {table}" if on_postgres() else f"DELETE FROM {table}")  # noqa: S608 - constant names


async def _delete_purged_visits() -> None:
    """Deletes visits that are in the totals of a purged day. Older versions deleted them some time after they had
    counted them: by the next purge, or after an account had changed its time zone.
    """
    for row in await _run("SELECT account, zone, kept_from FROM calendars WHERE kept_from > 0"):
        first = first_id(localtime.start_of_day_ms(row["kept_from"], row["zone"]))
        await _run("DELETE FROM visits WHERE account = $1 AND id < $2", row["account"], first)


async def _days_left() -> tuple[int, int] | None:
    """Returns the first and the last of the days that exist as totals only; None if there are none."""
    [row] = await _run(
        """SELECT min(t.day) AS first, max(t.day) AS last FROM day_totals t
        JOIN calendars c ON c.account = t.account AND t.day < c.kept_from"""
    )
    return None if row["first"] is None else (int(row["first"]), int(row["last"]))


async def _convert_month(day: int) -> bool:
    """Converts the month of a day; returns False when another process has done it. Raises: Overtaken."""
    first, end = localtime.first_of_month(day), localtime.first_of_next_month(day)
    state = await manifest.load_manifest()
    old = [file for file in state.of_month(month_of_day(first)) if file.content == SUMMARY]
    with workspace() as (lines, part):
        if not await _write_csv(lines, "day_totals", first, end):  # read after the manifest, which may list its summary
            return False
        await _write_csv(lines, "day_values", first, end)
        select = f"SELECT {schema.SUMMARY_COLUMNS} FROM {_read_csv(lines)}"  # noqa: S608 - names of this module
        for file in old:
            location = engine.current().store.location(file.name)
            select += f" UNION ALL SELECT {schema.SUMMARY_COLUMNS} FROM {schema.read_files([location])}"  # noqa: S608
        [(rows,)] = await engine.current().run_job(schema.write_summary(select, str(part)))
        name = new_name(manifest.CONTENTS[SUMMARY], date.fromordinal(first).isoformat()[:7])
        edit = min((file.last_edit for file in old), default=0)  # the totals have none of the edits
        new = SealedFile(name, SUMMARY, first, end, rows, edit)
        await replace_files(state, {part: new}, old, None, [_delete_totals(first, end)])
    return True


def _delete_totals(first: int, end: int) -> Statement:
    """Returns the statement that deletes the totals of a month, in the transaction that lists their summary. They say
    what is left to convert; their values, which are many more, are deleted at the end, all in a moment.
    """
    sql = """DELETE FROM day_totals WHERE day >= $1 AND day < $2 AND EXISTS (
        SELECT 1 FROM calendars c WHERE c.account = day_totals.account AND day_totals.day < c.kept_from)"""
    return sql, [first, end]


async def _write_csv(path: Path, table: str, first: int, end: int) -> int:
    """Appends the totals of a month that have no visits any more, page by page in the order of the primary key; returns
    their number.
    """
    written = 0
    keys = ", ".join(KEYS[table])
    sql = f"""SELECT * FROM {table} AS t WHERE day >= $1 AND day < $2 AND EXISTS (
        SELECT 1 FROM calendars c WHERE c.account = t.account AND t.day < c.kept_from)"""  # noqa: S608 - constant names
    last: list[object] = []
    with os.fdopen(open_file(path, os.O_WRONLY | os.O_APPEND), "a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
        while True:
            after = f" AND ({keys}) > ({', '.join(f'${n + 3}' for n in range(len(last)))})" if last else ""
            rows = await _run(f"{sql}{after} ORDER BY {keys} LIMIT {PAGE}", first, end, *last)
            writer.writerows([row.get(name, NOTHING.get(name)) for name in TYPES] for row in rows)
            written += len(rows)
            if len(rows) < PAGE:
                return written
            last = [rows[-1][key] for key in KEYS[table]]


def _read_csv(path: Path) -> str:
    return schema.read_csv(str(path), TYPES, ("dimension", "value"))


async def _run(sql: str, *values: object) -> list[dict[str, Any]]:
    return await db.query_rows(sql, list(values), on=db.visits_connection())
