"""Runs statements on the thread of a connection to SQLite.

A statement has placeholders such as `$1`, as for PostgreSQL, until `for_sqlite` gives it SQLite's own.
"""

import re
import sqlite3
from collections.abc import Callable, Generator, Sequence
from contextvars import copy_context
from functools import lru_cache
from typing import Any, TypeVar, cast

import aiosqlite

T = TypeVar("T")
Rows = list[dict[str, Any]]
PLACEHOLDER = re.compile(r"\$(\d+)")  # not the `$[0]` of a JSON path


async def run_on_thread(connection: aiosqlite.Connection, work: Callable[[sqlite3.Connection], T]) -> T:
    """Runs work with SQLite's own connection on the thread that it belongs to, after what is queued there.

    It sees the context variables of the caller.
    """
    run = copy_context().run
    return cast(T, await connection._execute(lambda: run(work, connection._conn)))  # type: ignore[no-untyped-call]


def fetch_rows(sql: str, values: Sequence[Any], connection: sqlite3.Connection) -> Rows:
    """Runs a statement to its end and returns its rows.

    `dict(row)` would look up each column of each row among the names of all. Raises: sqlite3.Error.
    """
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def fetch_each(
    statements: Sequence[tuple[str, Sequence[Any]]], required: int, connection: sqlite3.Connection
) -> list[Rows]:
    """Runs statements in their order and returns the rows of each; ends after one of the first `required` without any.

    Raises: sqlite3.Error of the first that fails.
    """
    results: list[Rows] = []
    for sql, values in statements:
        results.append(fetch_rows(sql, values, connection))
        if not results[-1] and len(results) <= required:
            break
    return results


@lru_cache(2_048)
def for_sqlite(sql: str) -> str:
    """Returns a statement with SQLite's placeholders instead of `$1`."""
    return PLACEHOLDER.sub(r"?\1", sql)


def run_transaction(
    level: str,
    begin: Callable[[], Generator[tuple[str, Sequence[Any]], Any, T]],
    note: Callable[[str, Sequence[Any]], None],
    connection: sqlite3.Connection,
) -> T:
    """Runs steps (`run_steps` in db.py) in a transaction; what they raise undoes it.

    `level` is what SQLite calls synchronous; `note` is called with each statement and its values.
    """
    connection.execute(f"PRAGMA synchronous={level}")
    connection.execute("BEGIN IMMEDIATE")
    try:
        steps, rows = begin(), None
        while True:
            sql, values = steps.send(rows)
            note(sql, values)
            rows = fetch_rows(for_sqlite(sql), values, connection)
    except StopIteration as end:
        connection.execute("COMMIT")
        return cast(T, end.value)
    except BaseException:
        connection.rollback()
        raise
