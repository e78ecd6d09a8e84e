"""Counters that stand in a row of their own and go up with the visits that are taken in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import chain

import orjson
from tortoise import Tortoise

from app.kernel import db
from app.visits.visit import Seen, Visit, Who

Key = tuple[str, ...]
Entry = tuple[Key, tuple[int, ...], int]  # the row that is meant, what is added to each counter, and when (ms)


def people(visits: list[Visit], seen: list[Seen]) -> Iterator[tuple[Visit, Seen]]:
    """The visits of people, each with what was seen of it."""
    return (pair for pair in zip(visits, seen, strict=True) if pair[0].who == Who.HUMAN)


@dataclass(frozen=True)
class Counters:
    """Counters of a table; all names are ours, so they may stand in SQL as they are.

    `keys` are what a row is found by, with their types in PostgreSQL; the first has the name of an indexed column.
    `where` joins a row with `new`, which has the keys. `latest` is the column with the time of the last visit.
    """

    table: str
    keys: Mapping[str, str]
    where: str
    counts: tuple[str, ...]
    latest: str

    async def add(self, entries: Iterable[Entry]) -> None:
        """Adds all entries in one statement, those of one key together; inside a transaction."""
        sums: dict[Key, list[int]] = {}
        for key, increments, at in entries:
            row = sums.setdefault(key, [*(0 for _ in increments), 0])
            row[:] = [*map(sum, zip(row, increments, strict=False)), max(row[-1], at)]
        if sums:
            sqlite = Tortoise.get_connection(db.MAIN).capabilities.dialect == "sqlite"
            new = [(*key, *row[:-1], _stamp(row[-1])) for key, row in sorted(sums.items())]
            await db.rows(self._sqlite if sqlite else self._postgres, [orjson.dumps(new).decode()])

    @cached_property
    def _sqlite(self) -> str:
        columns = ", ".join(f"json_extract(value, '$[{at}]') AS {name}" for at, name in enumerate(self._columns))
        return (f"UPDATE {self.table} SET {self._sums}, "  # noqa: S608 - names of ours
                f"{self.latest} = MAX(COALESCE({self.latest}, ''), new.at) "
                f"FROM (SELECT {columns} FROM json_each($1)) AS new WHERE {self.where}")

    @cached_property
    def _postgres(self) -> str:
        """The rows are locked in the order of their ids first, so that two batches do not wait for each other."""
        types = chain(self.keys.values(), ["bigint" for _ in self.counts], ["timestamptz"])
        columns = ", ".join(f"(v->>{at})::{kind} AS {name}"
                            for at, (name, kind) in enumerate(zip(self._columns, types, strict=True)))
        first = next(iter(self.keys))
        return (f"WITH new AS (SELECT {columns} FROM jsonb_array_elements($1::jsonb) v), "  # noqa: S608 - names of ours
                f"mine AS (SELECT id FROM {self.table} WHERE {first} IN (SELECT {first} FROM new) "
                f"ORDER BY id FOR UPDATE) "
                f"UPDATE {self.table} SET {self._sums}, {self.latest} = GREATEST({self.latest}, new.at) "
                f"FROM new WHERE {self.where} AND {self.table}.id IN (SELECT id FROM mine)")

    @property
    def _columns(self) -> list[str]:
        return [*self.keys, *(f"new_{name}" for name in self.counts), "at"]

    @property
    def _sums(self) -> str:
        return ", ".join(f"{name} = {name} + new.new_{name}" for name in self.counts)


def _stamp(milliseconds: int) -> str:
    """As Tortoise writes a time into SQLite; PostgreSQL reads it too."""
    return str(datetime.fromtimestamp(milliseconds / 1000, UTC))
