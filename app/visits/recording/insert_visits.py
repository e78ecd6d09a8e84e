"""Inserts visits in bulk.

PostgreSQL receives a batch as one JSON text. SQLite inserts rows of values in half the time that it needs for JSON;
both leave the event loop free meanwhile.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from app.kernel import db
from app.visits.sql import COLUMNS, Values, on_postgres, select_from_json
from app.visits.visit import Visit

INSERT_INTO, ROWS_PER_STATEMENT = f"INSERT INTO visits ({COLUMNS})", 250


async def insert_visit_rows(visits: Sequence[Visit]) -> None:
    """Inserts new visits; inside a transaction on `db.visits_connection()`. Texts contain no NUL.

    A visit of a day that is sealed already is inserted like any other (app/visits/sealed).
    """
    if visits and on_postgres():
        values = Values()
        await db.query_rows(f"{INSERT_INTO} {select_from_json(visits, values)}", values, on=db.visits_connection())
        return
    for start in range(0, len(visits), ROWS_PER_STATEMENT):
        chunk = visits[start : start + ROWS_PER_STATEMENT]
        await db.query_rows(_insert_sql(len(chunk)), list(chain.from_iterable(chunk)), on=db.visits_connection())


@lru_cache(4)
def _insert_sql(count: int) -> str:
    row = f"({', '.join('?' * len(Visit._fields))})"
    return f"{INSERT_INTO} VALUES {', '.join([row] * count)}"
