"""What statements about visits are made of. Values are always placeholders; names come from constants."""

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
VISITORS = "count(DISTINCT CASE WHEN kind <> 2 THEN NULLIF(visitor, 0) END)"  # of who clicked or scanned
DAY_OF = "(local / 86400000 + 719163)"  # a date's ordinal
HOUR_OF_WEEK = "((local / 3600000 + 72) % 168)"  # 1970 began on a Thursday
LINK, HOUR = "link", "hour"  # what visits are counted by besides DIMENSIONS
NUMBERS = {"id": "BIGINT", "link": "BIGINT", "account": "BIGINT", "kind": "SMALLINT", "who": "SMALLINT",
           "visitor": "BIGINT"}
TAKEN_APART = ", ".join(
    f"CAST(value ->> {place} AS {NUMBERS[name]}) AS {name}" if name in NUMBERS else f"value ->> {place} AS {name}"
    for place, name in enumerate(Visit._fields))
TAKEN_AS_THEY_ARE = ", ".join(f"value ->> {place} AS {name}" for place, name in enumerate(Visit._fields))


class Values(list[Any]):
    """The values of a statement, as its placeholders are written."""

    def put(self, value: object) -> str:
        """The placeholder of one value."""
        self.append(value)
        return f"${len(self)}"

    def whole(self, value: int) -> str:
        """The same where PostgreSQL cannot tell that it is a number."""
        return f"CAST({self.put(value)} AS BIGINT)"

    def among(self, column: str, values: Sequence[Any]) -> str:
        """A column has one of the values."""
        return f"{column} IN ({', '.join(self.put(value) for value in values)})" if values else "1 = 0"

    def within(self, column: str, ranges: Collection[tuple[int, int]]) -> str:
        """A column is in one of the ranges, which do not include their end."""
        parts = [f"{column} >= {self.put(low)} AND {column} < {self.put(high)}" for low, high in ranges]
        if len(parts) < 2:
            return parts[0] if parts else "1 = 0"
        low, high = min(low for low, _ in ranges), max(high for _, high in ranges)
        return f"{column} >= {self.put(low)} AND {column} < {self.put(high)} AND ({' OR '.join(parts)})"

    def local(self, cuts: Sequence[Span]) -> str:
        """The clock of a zone when a visit was, as milliseconds since 1970 began there; with `shift`, its offset."""
        *early, last = cuts
        cases = "".join(f" WHEN id < {self.put(first_id(span.end))} THEN {self.whole(span.offset)}" for span in early)
        shift = f"CASE{cases} ELSE {self.whole(last.offset)} END" if early else self.whole(last.offset)
        return f"(id >> 21) + {shift} AS local, {shift} AS shift"


def brought(visits: Sequence[Visit], values: Values) -> str:
    """A SELECT of visits that are not in the database, with the columns of `visits`: one text, taken apart there."""
    given = values.put(orjson.dumps([tuple(visit) for visit in visits]).decode())
    if calendar.on_postgres():
        return f"SELECT {TAKEN_APART} FROM jsonb_array_elements({given}::jsonb) AS value"  # noqa: S608
    return f"SELECT {TAKEN_AS_THEY_ARE} FROM json_each({given})"  # noqa: S608 - names of columns
