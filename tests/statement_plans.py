"""What a statement did when it is run once more: rows read or sorted, measured by the database and not guessed.

PostgreSQL tells the rows of every step (EXPLAIN ANALYZE), SQLite counts the instructions of its machine. Whatever a
statement writes is rolled back.
"""

import json
import re
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, contextmanager, suppress
from typing import Any, NamedTuple

from app.kernel import db, sqlite_statements
from tests.counting import Statement

STEPS = 100  # between two looks at the count
SHOWN = ("Node Type", "Relation Name", "Index Name", "Actual Rows", "Actual Loops", "Rows Removed by Filter")


class Plan(NamedTuple):
    """What a statement did: rows read or sorted (SQLite: steps), whether from indexes alone, and the plan as text."""

    work: int
    only_indexes: bool
    text: str


@contextmanager
def explaining(url: str) -> Iterator[Callable[[Statement], Awaitable[Plan]]]:
    """Yields a function that runs a statement on the database of a URL, which is the open one, and returns its plan."""
    if not url.startswith("sqlite"):
        yield explain_postgres
        return
    with closing(sqlite3.connect(url.removeprefix("sqlite://"), isolation_level=None)) as connection:

        async def explain(statement: Statement) -> Plan:
            return explain_sqlite(connection, statement)

        yield explain


def explain_sqlite(connection: sqlite3.Connection, statement: Statement) -> Plan:
    """Runs a statement on a connection to SQLite that is in no transaction, and is in none afterwards.

    One connection serves all statements: a new one would read the whole schema before the first of them.
    """
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += STEPS
        return 0

    sql = sqlite_statements.for_sqlite(statement.sql)
    values = [value if isinstance(value, int) else str(value) for value in statement.values]
    details = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    connection.execute("BEGIN")
    connection.set_progress_handler(step, STEPS)
    try:
        connection.execute(sql, values).fetchall()
    finally:
        connection.set_progress_handler(None, 0)
        connection.rollback()
    tables = [detail for detail in details if re.match(r"(SCAN|SEARCH) (?!json_each|pages)", detail)]
    return Plan(steps, all("COVERING INDEX" in detail for detail in tables), "\n    ".join(details))


async def explain_postgres(statement: Statement) -> Plan:
    """Runs a statement in PostgreSQL."""
    row: dict[str, Any] = {}
    sql = f"EXPLAIN (ANALYZE, TIMING off, FORMAT JSON) {statement.sql}"
    with suppress(_RolledBack):
        async with db.transaction():
            [row] = await db.query_rows(sql, statement.values)
            raise _RolledBack
    plan = row["QUERY PLAN"]
    nodes = list(nodes_of((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]))
    lines = [" ".join(str(node[name]) for name in SHOWN if name in node) for node in nodes]
    scans = [node["Node Type"] for node in nodes if node.get("Relation Name", "pages") != "pages"]
    return Plan(max(map(rows_of, nodes)), set(scans) <= {"Index Only Scan"}, "\n    ".join(lines))


class _RolledBack(Exception):
    """Ends a transaction whose writes nobody wants."""


def nodes_of(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yields a step of a plan, and all steps below it."""
    yield node
    for child in node.get("Plans", ()):
        yield from nodes_of(child)


def rows_of(node: dict[str, Any]) -> int:
    """Returns the rows that a step read, with those it left out."""
    removed = sum(node.get(name, 0) for name in ("Rows Removed by Filter", "Rows Removed by Index Recheck"))
    return int((node.get("Actual Rows", 0) + removed) * node.get("Actual Loops", 1))
