"""Building blocks of SQL statements about visits. Values are always placeholders; names come from constants."""

from collections.abc import Collection, Sequence
from typing import Any

import orjson

from app.visits import calendar
from app.visits.localtime import Span
from app.visits.visit import Visit, first_id

KINDS = """count(*) FILTER (WHERE kind = 0) AS clicks, count(*) FILTER (WHERE kind = 1) AS scans,
    count(*) FILTER (WHERE kind = 2) AS views"""
SUMS = """CAST(sum(clicks) AS BIGINT) AS clicks, CAST(sum(scans) AS BIGINT) AS scans,
    CAST(sum(views) AS BIGINT) AS views"""
VISITORS = "count(DISTINCT CASE WHEN kind <> 2 THEN NULLIF(visitor, 0) END)"  # clicks and scans only
DAY_OF = "(local / 86400000 + 719163)"  # a date's ordinal
HOUR_OF_WEEK = "((local / 3600000 + 72) % 168)"  # 1 January 1970 was a Thursday
LINK, HOUR = "link", "hour"  # counted in addition to DIMENSIONS
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
UNTYPED_COLUMNS = ", ".join(f"value ->> {place} AS {name}" for place, name in enumerate(Visit._fields))


class Values(list[Any]):
    """The values of a statement, in the order of its placeholders."""

    def put(self, value: object) -> str:
        """Adds a value and returns its placeholder."""
        self.append(value)
        return f"${len(self)}"

    def whole(self, value: int) -> str:
        """Adds an integer and returns its placeholder with a cast, where PostgreSQL cannot infer the type."""
        return f"CAST({self.put(value)} AS BIGINT)"

    def among(self, column: str, values: Sequence[Any]) -> str:
        """Returns the condition that a column has one of the values."""
        return f"{column} IN ({', '.join(self.put(value) for value in values)})" if values else "1 = 0"

    def within(self, column: str, ranges: Collection[tuple[int, int]]) -> str:
        """Returns the condition that a column is in one of the half-open ranges."""
        parts = [f"{column} >= {self.put(low)} AND {column} < {self.put(high)}" for low, high in ranges]
        if len(parts) < 2:
            return parts[0] if parts else "1 = 0"
        low, high = min(low for low, _ in ranges), max(high for _, high in ranges)
        return f"{column} >= {self.put(low)} AND {column} < {self.put(high)} AND ({' OR '.join(parts)})"

    def local(self, spans: Sequence[Span]) -> str:
        """Returns the columns `local`, the local time of a visit in milliseconds since 1970, and `shift`, the UTC
        offset.
        """
        *earlier, last = spans
        cases = "".join(f" WHEN id < {self.put(first_id(span.end))} THEN {self.whole(span.offset)}" for span in earlier)
        shift = f"CASE{cases} ELSE {self.whole(last.offset)} END" if earlier else self.whole(last.offset)
        return f"(id >> 21) + {shift} AS local, {shift} AS shift"


def select_from_json(visits: Sequence[Visit], values: Values) -> str:
    """Returns a SELECT of visits that are not in the database, with the columns of `visits`. They are passed as one
    JSON text, which the database parses.
    """
    placeholder = values.put(orjson.dumps([tuple(visit) for visit in visits]).decode())
    if calendar.on_postgres():
        return f"SELECT {TYPED_COLUMNS} FROM jsonb_array_elements({placeholder}::jsonb) AS value"  # noqa: S608
    return f"SELECT {UNTYPED_COLUMNS} FROM json_each({placeholder})"  # noqa: S608 - names of columns
