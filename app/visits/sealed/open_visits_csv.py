"""Copies open visits out of the database into a file that DuckDB reads.

The database formats the lines itself, page by page in the order of ids: neither the event loop nor the interpreter
handles single rows, and no transaction stays open.
"""

import os
from pathlib import Path

from app.kernel import db
from app.kernel.private_files import open_file
from app.visits.sealed.manifest import OpenRows
from app.visits.sql import Values, on_postgres
from app.visits.visit import DIMENSIONS, Visit

PAGE = 5_000
_POSTGRES_LINE = " || ',' || ".join(
    f"""'"' || replace({name}, '"', '""') || '"'""" if name in DIMENSIONS else f"CAST({name} AS TEXT)"
    for name in Visit._fields
)
# %w doubles quotation marks (sqlite.org/printf.html); put together as above, a line takes four times as long
_SQLITE_FORMAT = ",".join('"%w"' if name in DIMENSIONS else "%d" for name in Visit._fields)
_SQLITE_LINE = f"printf('{_SQLITE_FORMAT}', {', '.join(Visit._fields)})"
_SELECT = f"""SELECT count(*) AS count, max(id) AS last,
    CAST(coalesce(sum(id % 2147483647), 0) AS BIGINT) AS checksum, {{join}}(line, {{newline}}) AS lines
    FROM (SELECT id, {{line}} AS line FROM visits WHERE {{where}} ORDER BY id LIMIT {PAGE}) AS page"""  # noqa: S608


async def write_csv(path: Path, first: int, end: int, accounts: tuple[int, ...] = ()) -> OpenRows:
    """Writes the open visits with ids from `first` up to `end`, of all accounts or of some; returns what was written.

    Raises: OSError.
    """
    count = checksum = 0
    after = first
    with os.fdopen(open_file(path, os.O_WRONLY | os.O_TRUNC), "w", encoding="utf-8", newline="") as file:
        while after < end:
            values = Values()
            where = values.within("id", after, end)
            where += f" AND {values.among('account', accounts)}" * bool(accounts)
            [page] = await db.query_rows(_statement(where), values, on=db.visits_connection())
            if not page["count"]:
                break
            file.write(page["lines"] + "\n")
            count, checksum, after = count + page["count"], checksum + page["checksum"], page["last"] + 1
    return OpenRows(first, end, count, checksum)


def _statement(where: str) -> str:
    if on_postgres():
        return _SELECT.format(join="string_agg", newline="chr(10)", line=_POSTGRES_LINE, where=where)
    return _SELECT.format(join="group_concat", newline="char(10)", line=_SQLITE_LINE, where=where)
