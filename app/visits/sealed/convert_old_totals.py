"""Turns the totals of versions before 0.2 into summaries.

These versions counted every closed day into `day_totals` and `day_values`. Where the visits are still kept, the rows
say the same and the totals are dropped. The days before `calendars.kept_from` exist as totals only: they become
summaries, with the same numbers. It runs at the start of the server and after a restore, and does nothing where there
are no such totals.
"""

from __future__ import annotations

import csv
import os
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from app.kernel import db
from app.kernel.private_files import open_file
from app.visits import localtime
from app.visits.sealed import engine, manifest, schema
from app.visits.sealed.file_store import new_name
from app.visits.sealed.manifest import SUMMARY, SealedFile, month_of_day
from app.visits.sealed.seal import replace_files, retried, workspace
from app.visits.visit import first_id

PAGE = 20_000
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


async def convert_old_totals() -> int:
    """Converts all old totals; returns the number of months. An interrupted run is continued by the next one."""
    months = 0
    await _delete_purged_visits()
    while (day := await _first_day()) is not None:
        await retried(partial(_convert_month, day))
        months += 1
    for table in ("day_totals", "day_values", "calendars"):
        await _run(f"DELETE FROM {table}")  # noqa: S608 - constant names
    return months


async def _delete_purged_visits() -> None:
    """Deletes visits that are in the totals of a purged day. Older versions deleted them some time after they had
    counted them: by the next purge, or after an account had changed its time zone.
    """
    for row in await _run("SELECT account, zone, kept_from FROM calendars WHERE kept_from > 0"):
        first = first_id(localtime.start_of_day(row["kept_from"], row["zone"]))
        await _run("DELETE FROM visits WHERE account = $1 AND id < $2", row["account"], first)


async def _first_day() -> int | None:
    [row] = await _run(
        """SELECT min(t.day) AS day FROM day_totals t
        JOIN calendars c ON c.account = t.account AND t.day < c.kept_from"""
    )
    return None if row["day"] is None else int(row["day"])


async def _convert_month(day: int) -> None:
    first, end = localtime.first_of_month(day), localtime.first_of_next_month(day)
    state = await manifest.load_manifest()
    old = [file for file in state.of_month(month_of_day(first)) if file.content == SUMMARY]
    with workspace() as (lines, part):
        for table in KEYS:
            await _write_csv(lines, table, first, end)
        select = f"SELECT {schema.SUMMARY_COLUMNS} FROM {_read_csv(lines)}"  # noqa: S608 - names of this module
        for file in old:
            location = engine.current().store.location(file.name)
            select += f" UNION ALL SELECT {schema.SUMMARY_COLUMNS} FROM {schema.read_files([location])}"  # noqa: S608
        [(rows,)] = await engine.current().run_job(schema.write_summary(select, str(part)))
        name = new_name(manifest.CONTENTS[SUMMARY], date.fromordinal(first).isoformat()[:7])
        edit = min((file.last_edit for file in old), default=0)  # the totals have none of the edits
        new = SealedFile(name, SUMMARY, first, end, rows, edit)
        await replace_files(state, {part: new}, old, None, _delete_totals(first, end))


def _delete_totals(first: int, end: int) -> tuple[tuple[str, list[object]], ...]:
    """Returns the statements that delete the totals of a month, in the transaction that lists their summary."""
    return tuple(
        (
            f"""DELETE FROM {table} WHERE day >= $1 AND day < $2 AND EXISTS (
            SELECT 1 FROM calendars c WHERE c.account = {table}.account AND {table}.day < c.kept_from)""",  # noqa: S608
            [first, end],
        )
        for table in KEYS
    )


async def _write_csv(path: Path, table: str, first: int, end: int) -> None:
    """Appends the totals of a month that have no visits any more, page by page in the order of the primary key."""
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
            if len(rows) < PAGE:
                return
            last = [rows[-1][key] for key in KEYS[table]]


def _read_csv(path: Path) -> str:
    return schema.read_csv(str(path), TYPES, ("dimension", "value"))


async def _run(sql: str, *values: object) -> list[dict[str, Any]]:
    return await db.query_rows(sql, list(values), on=db.visits_connection())
