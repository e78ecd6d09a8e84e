"""Reads sealed visits: which files a question needs, their statement, and the cache of its rows.

The rows of a statement about files are the same until the manifest changes, and the version of the manifest is part of
the key. So the figures of the past are computed once.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

from app.kernel import installation
from app.visits.localtime import DAY, EPOCH
from app.visits.sealed import engine, schema
from app.visits.sealed.engine import Rows
from app.visits.sealed.manifest import SUMMARY, VISITS, Manifest
from app.visits.sealed.open_visits_csv import write_csv
from app.visits.visit import milliseconds

MOST_ROWS = 150_000  # of all cached answers together, about 25 MB


class AnswerCache:
    """The rows of the statements that were used last."""

    def __init__(self) -> None:
        self._answers: OrderedDict[tuple[Any, ...], Rows] = OrderedDict()
        self._rows = 0

    def find(self, key: tuple[Any, ...]) -> Rows | None:
        """Returns the rows of a statement, None if it is not cached."""
        if key in self._answers:
            self._answers.move_to_end(key)
        return self._answers.get(key)

    def put(self, key: tuple[Any, ...], rows: Rows) -> None:
        """Stores the rows of a statement; those that were not used for longest go when there are too many."""
        self._rows += len(rows) + 1 - len(self._answers.pop(key, ()))
        self._answers[key] = rows
        while self._rows > MOST_ROWS:
            _, old = self._answers.popitem(last=False)
            self._rows -= len(old) + 1


async def query(manifest: Manifest, sql: str, values: Sequence[Any], *, cached: bool = True) -> Rows:
    """Returns the rows of a statement about sealed files, from the cache if it was asked before.

    Raises: TooManyReports, ReportTookTooLong.
    """
    cache, key = installation.current().resource(AnswerCache), (manifest.version, sql, *values)
    rows = cache.find(key) if cached else None
    if rows is None:
        rows = await engine.current().report(sql, values)
        if cached:
            cache.put(key, rows)
    return rows


def visit_locations(manifest: Manifest, first: int, end: int) -> list[str]:
    """Returns where the files are that may have visits with ids in a range."""
    if first >= end:
        return []
    days = milliseconds(first) // DAY + EPOCH, milliseconds(end - 1) // DAY + EPOCH + 1
    return [engine.current().store.location(name) for name in manifest.between(VISITS, *days)]


def summary_locations(manifest: Manifest, first_day: int, end_day: int) -> list[str]:
    """Returns where the files are that may have summaries of days in a range."""
    return [engine.current().store.location(name) for name in manifest.between(SUMMARY, first_day, end_day)]


async def visit_source(
    manifest: Manifest, accounts: tuple[int, ...], first: int, end: int, late: int, stack: ExitStack
) -> str:
    """Returns the source of sealed visits with ids in a range, joined with the `late` open rows among them; "" if there
    are neither. What is staged is deleted when `stack` is closed.
    """
    files = visit_locations(manifest, first, end)
    if not late:
        return schema.read_visits(files) if files else ""
    store = engine.current().store
    store.prepare()
    csv = stack.enter_context(store.unfinished(".csv")).resolve()
    await write_csv(csv, first, min(end, manifest.first_open_id), accounts)
    return f"({schema.rows_of(files, str(csv))})"


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
