"""Counters in rows of their own, which are increased while visits are ingested.

What the visits of a few batches add is summed in memory first, so that a row is changed once for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import chain

import orjson
from tortoise import Tortoise

from app.kernel import db
from app.visits.visit import JournalEntry, Visit, Who

Key = tuple[str, ...]
Entry = tuple[Key, tuple[int, ...], int]  # the key of the row, the increment of each counter, and the time (ms)
Sums = dict[Key, list[int]]  # for each key: the sum of each counter, and the latest time
VisitOfPerson = tuple[Visit, JournalEntry]
HUMAN = Who.HUMAN  # a member of an enumeration takes ten times as long to look up, and this is done for every visit


def visits_of_people(visits: Sequence[Visit], seen: Sequence[JournalEntry]) -> list[VisitOfPerson]:
    """Returns the visits of people, each with its journal entry: only they count."""
    return [pair for pair in zip(visits, seen, strict=True) if pair[0].who == HUMAN]


def add_to(sums: Sums, entries: Iterable[Entry]) -> None:
    """Adds entries to sums; plain loops, as it runs for every visit."""
    for key, increments, at in entries:
        row = sums.get(key)
        if row is None:
            sums[key] = [*increments, at]
            continue
        for index, increment in enumerate(increments):
            row[index] += increment
        if at > row[-1]:
            row[-1] = at


@dataclass(frozen=True)
class Counters:
    """The counters of a table. All names are constants of the code, so they may be put into SQL.

    `keys` are the columns that identify a row, with their PostgreSQL types; the first one is indexed. `where` joins a
    row with `new`, which has the keys. `latest` is the column with the time of the last visit.
    """

    table: str
    keys: Mapping[str, str]
    where: str
    counts: tuple[str, ...]
    latest: str

    async def add(self, sums: Sums) -> None:
        """Adds sums to the counters in one statement; inside a transaction."""
        if sums:
            sqlite = Tortoise.get_connection(db.MAIN).capabilities.dialect == "sqlite"
            new_rows = [(*key, *row[:-1], _stamp(row[-1])) for key, row in sorted(sums.items())]
            await db.query_rows(self._sqlite if sqlite else self._postgres, [orjson.dumps(new_rows).decode()])

    @cached_property
    def _sqlite(self) -> str:
        columns = ", ".join(f"json_extract(value, '$[{index}]') AS {name}" for index, name in enumerate(self._columns))
        return (
            f"UPDATE {self.table} SET {self._sums}, "  # noqa: S608 - constant names
            f"{self.latest} = MAX(COALESCE({self.latest}, ''), new.at) "
            f"FROM (SELECT {columns} FROM json_each($1)) AS new WHERE {self.where}"
        )

    @cached_property
    def _postgres(self) -> str:
        """Locks the rows in the order of their ids first, so that two batches cannot deadlock."""
        types = chain(self.keys.values(), ["bigint" for _ in self.counts], ["timestamptz"])
        columns = ", ".join(
            f"(v->>{index})::{kind} AS {name}"
            for index, (name, kind) in enumerate(zip(self._columns, types, strict=True))
        )
        first = next(iter(self.keys))
        return (
            f"WITH new AS (SELECT {columns} FROM jsonb_array_elements($1::jsonb) v), "  # noqa: S608 - constant names
            f"mine AS (SELECT id FROM {self.table} WHERE {first} IN (SELECT {first} FROM new) "
            f"ORDER BY id FOR NO KEY UPDATE) "
            f"UPDATE {self.table} SET {self._sums}, {self.latest} = GREATEST({self.latest}, new.at) "
            f"FROM new WHERE {self.where} AND {self.table}.id IN (SELECT id FROM mine)"
        )

    @property
    def _columns(self) -> list[str]:
        return [*self.keys, *(f"new_{name}" for name in self.counts), "at"]

    @property
    def _sums(self) -> str:
        return ", ".join(f"{name} = {name} + new.new_{name}" for name in self.counts)


def _stamp(milliseconds: int) -> str:
    """Formats a time as Tortoise stores it in SQLite; PostgreSQL parses the same format."""
    return str(datetime.fromtimestamp(milliseconds / 1000, UTC))
