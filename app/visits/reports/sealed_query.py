"""Reads sealed visits: which files a question needs, their statement, and the cache of its rows.

The rows of a statement about files are the same until the manifest changes, and the version of the manifest is part of
the key. So the figures of the past are computed once.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import Any

from app.kernel import installation
from app.visits.localtime import DAY, EPOCH
from app.visits.sealed import engine, schema
from app.visits.sealed.engine import Rows
from app.visits.sealed.manifest import SUMMARY, VISITS, Manifest, SealedFile, first_id_of
from app.visits.sealed.open_visits_csv import write_csv
from app.visits.visit import milliseconds

MOST_VISITS = 1_000_000  # in files from which different visitors are counted at once: they take some 50 MB
LONG = 10_000  # rows of an answer
MOST_ROWS = 150_000  # of all cached answers together, about 25 MB


class AnswerCache:
    """The rows of the statements that were used last. A long answer makes room for others before short ones do."""

    def __init__(self) -> None:
        self._answers: OrderedDict[tuple[Any, ...], Rows] = OrderedDict()
        self._rows = 0

    def find(self, key: tuple[Any, ...]) -> Rows | None:
        """Returns the rows of a statement, None if it is not cached."""
        if key in self._answers:
            self._answers.move_to_end(key)
        return self._answers.get(key)

    def put(self, key: tuple[Any, ...], rows: Rows) -> None:
        """Stores the rows of a statement; when there are too many, the long ones that were not used for longest go
        first, and then the others.
        """
        self._discard(key)
        if len(rows) >= MOST_ROWS:
            return
        self._answers[key] = rows
        self._rows += len(rows) + 1
        while self._rows > MOST_ROWS:
            long = (other for other, old in self._answers.items() if len(old) > LONG and other != key)
            self._discard(next(long, next(iter(self._answers))))

    def _discard(self, key: tuple[Any, ...]) -> None:
        if (rows := self._answers.pop(key, None)) is not None:
            self._rows -= len(rows) + 1


async def query(manifest: Manifest, sql: str, values: Sequence[Any], *, cached: bool = True) -> Rows:
    """Returns the rows of a statement about sealed files, from the cache if it was asked before.

    Raises: TooManyReports, ReportTookTooLong.
    """
    cache = installation.current().resource(AnswerCache)
    key = manifest.version, sha256(repr((sql, *values)).encode()).digest()  # the values may name 10⁵ links
    rows = cache.find(key) if cached else None
    if rows is None:
        rows = await engine.current().report(sql, values)
        if cached:
            cache.put(key, rows)
    return rows


def visit_locations(manifest: Manifest, first: int, end: int) -> list[str]:
    """Returns where the files are that may have visits with ids in a range."""
    return _locations(_visit_files(manifest, first, end))


def _visit_files(manifest: Manifest, first: int, end: int) -> list[SealedFile]:
    if first >= end:
        return []
    days = milliseconds(first) // DAY + EPOCH, milliseconds(end - 1) // DAY + EPOCH + 1
    return manifest.between(VISITS, *days)


def _locations(files: Sequence[SealedFile]) -> list[str]:
    return [engine.current().store.location(file.name) for file in files]


def summary_locations(manifest: Manifest, first_day: int, end_day: int) -> list[str]:
    """Returns where the files are that may have summaries of days in a range."""
    return _locations(manifest.between(SUMMARY, first_day, end_day))


@dataclass(frozen=True, slots=True)
class VisitSource:
    """The sealed visits with ids up to `end`: their files in the order of days, and the file with the late open rows
    among them, "" if there are none.
    """

    files: Sequence[SealedFile]
    csv: str
    end: int

    def since(self, first: int) -> str:
        """Returns the SELECT of the visits from an id on, in brackets."""
        return self._between(first, self.end)

    def pieces(self, first: int) -> Iterator[str]:
        """Yields the same SELECT in pieces of whole UTC days with about MOST_VISITS each, as far as files are small."""
        start, rows = first, 0
        for before, file in pairwise(self.files):
            rows += before.rows
            stop = first_id_of(file.first_day)
            if rows + file.rows > MOST_VISITS and start < stop and before.first_day < file.first_day:
                yield self._between(start, stop)
                start, rows = stop, 0
        yield self._between(start, self.end)

    def _between(self, first: int, end: int) -> str:
        """Returns the SELECT of the visits with ids in a range, with the columns of `schema.COMBINED`.

        Ids are read only in files that have other visits too: reading them is a third of a report's work. Only what has
        no combined columns gets them here, as that takes several times as long as reading them.
        """
        within, selects = f" WHERE id >= {first} AND id < {end}", list[str]()
        files = [file for file in self.files if first_id_of(file.end_day) > first and first_id_of(file.first_day) < end]
        whole = [file for file in files if first_id_of(file.first_day) >= first and first_id_of(file.end_day) <= end]
        for some, condition in ((whole, ""), ([file for file in files if file not in whole], within)):
            new = _locations([file for file in some if file.layout >= schema.LAYOUT])
            old = _locations([file for file in some if file.layout < schema.LAYOUT])
            if new:
                selects.append(f"SELECT * FROM {schema.read_files(new)}{condition}")  # noqa: S608 - locations of the store
            if old:
                rows = f"SELECT * FROM {schema.read_visits(old)}{condition}"  # noqa: S608 - the same
                selects.append(schema.with_combined_columns(rows))
        if self.csv:
            late = f"SELECT * FROM ({schema.rows_of([], self.csv)}){within}"  # noqa: S608 - numbers
            selects.append(schema.with_combined_columns(late, marked=False))
        return f"({' UNION ALL BY NAME '.join(selects)})"


async def visit_source(
    manifest: Manifest, accounts: tuple[int, ...], first: int, end: int, late: int, stack: ExitStack
) -> VisitSource | None:
    """Returns the source of sealed visits with ids in a range, joined with the `late` open rows among them; None if
    there are neither. What is staged is deleted when `stack` is closed.
    """
    files = _visit_files(manifest, first, end)
    if not late:
        return VisitSource(files, "", end) if files else None
    store = engine.current().store
    store.prepare()
    csv = stack.enter_context(store.unfinished(".csv")).resolve()
    await write_csv(csv, first, min(end, manifest.first_open_id), accounts)
    return VisitSource(files, str(csv), end)


def fold_links(rows: Rows, manifest: Manifest) -> Rows:
    """Returns the rows of a report with deleted links as one, whose edit is not applied in all files yet."""
    removed = {str(link) for link in manifest.removed_links}
    if not removed:
        return rows
    deleted = str(schema.DELETED_LINK)
    return [
        (part, place, deleted if part == "link" and value in removed else value, *counts)
        for part, place, value, *counts in rows
    ]
