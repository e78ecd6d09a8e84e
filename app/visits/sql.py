"""Building blocks of SQL statements about visits, for SQLite, PostgreSQL and DuckDB alike.

Values are always placeholders; names come from constants. In all three engines `/` between integers is whole division
(in DuckDB by a setting, engine.py), and `$1` is a placeholder (in SQLite by way of `db.query_rows`).
"""

from collections.abc import Sequence
from typing import Any

import orjson
from tortoise import Tortoise

from app.kernel import db
from app.visits.localtime import DAY, Span
from app.visits.visit import Visit, first_id

COLUMNS = ", ".join(Visit._fields)
HOUR = "((id >> 21) + {shift}) / 3600000"  # hours since 1970 on the clocks of a place
DAY_IDS = first_id(DAY)  # ids of one day: `id / DAY_IDS` is the number of the UTC day since 1970
MANY = 50  # integers; of fewer, DuckDB leaves out groups of rows that have none of them
NUMBERS = {
    "id": "BIGINT",
    "link": "BIGINT",
    "account": "BIGINT",
    "kind": "SMALLINT",
    "who": "SMALLINT",
    "visitor": "BIGINT",
}
TYPED_COLUMNS = ", ".join(
    f"CAST(value ->> {place} AS {NUMBERS[name]}) AS {name}" if name in NUMBERS else f"value ->> {place} AS {name}"
    for place, name in enumerate(Visit._fields)
)


class Values(list[Any]):
    """The values of a statement, in the order of its placeholders."""

    def put(self, value: object) -> str:
        """Adds a value and returns its placeholder."""
        self.append(value)
        return f"${len(self)}"

    def integer(self, value: int) -> str:
        """Adds an integer and returns its placeholder with a cast, where an engine cannot infer the type."""
        return f"CAST({self.put(value)} AS BIGINT)"

    def among(self, column: str, values: Sequence[Any]) -> str:
        """Returns the condition that a column has one of the values."""
        if len(values) == 1:
            return f"{column} = {self.put(values[0])}"
        return f"{column} IN ({', '.join(self.put(value) for value in values)})" if values else "1 = 0"

    def within(self, column: str, start: int, end: int) -> str:
        """Returns the condition that a column is in a half-open range."""
        return f"{column} >= {self.put(start)} AND {column} < {self.put(end)}"

    def shift(self, spans: Sequence[Span]) -> str:
        """Returns the UTC offset in milliseconds at the time of a visit, by its `id`.

        The offsets are written into the statement: they come from the time zone data, never from a request.
        """
        *earlier, last = spans
        cases = "".join(f" WHEN id < {first_id(span.end)} THEN {span.offset}" for span in earlier)
        return f"CASE{cases} ELSE {last.offset} END" if earlier else str(last.offset)


class DuckValues(Values):
    """The values of a statement for DuckDB, which looks one of many integers up in a hash table."""

    def among(self, column: str, values: Sequence[Any]) -> str:
        """Returns the condition that a column has one of the values."""
        if len(values) < MANY or not all(isinstance(value, int) for value in values):
            return super().among(column, values)
        listed = f"[{', '.join(map(str, values))}]"
        return f"{column} IN (SELECT unnest(CAST({self.put(listed)} AS BIGINT[])))"


def on_postgres() -> bool:
    """Whether the visits are stored in PostgreSQL."""
    return Tortoise.get_connection(db.visits_connection()).capabilities.dialect == "postgres"


def select_from_json(visits: Sequence[Visit], values: Values) -> str:
    """Returns PostgreSQL's SELECT of visits that are not in the database, with the columns of `visits`.

    They are passed as one JSON text, which the database parses.
    """
    placeholder = values.put(orjson.dumps([tuple(visit) for visit in visits]).decode())
    return f"SELECT {TYPED_COLUMNS} FROM jsonb_array_elements({placeholder}::jsonb) AS value"  # noqa: S608
