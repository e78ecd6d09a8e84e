"""Adds recorded views to the view counters of bio pages. Visits by bots are not counted."""

from __future__ import annotations

from collections.abc import Sequence

from app.qr.scan_counters import CodeVisitCounter
from app.visits.recording.counter_columns import Counters, Sums, VisitOfPerson, add_to
from app.visits.visit import Kind

PAGES = Counters("pages", {"id": "uuid"}, "pages.id = new.id", ("views",), "last_viewed_at")
VIEW = Kind.VIEW  # as HUMAN in counter_columns.py


class PageVisitCounter:
    """Sums what visits add to the counters of links, QR codes and pages, until `save`."""

    def __init__(self) -> None:
        self._codes = CodeVisitCounter()
        self._sums: Sums = {}  # by page

    def __len__(self) -> int:
        """How many rows `save` changes, at most."""
        return len(self._codes) + len(self._sums)

    def add(self, visits: Sequence[VisitOfPerson]) -> None:
        """Adds visits to the sums."""
        self._codes.add(visits)
        add_to(self._sums, (((entry.link,), (1,), entry.at) for visit, entry in visits if visit.kind == VIEW))

    async def save(self) -> None:
        """Adds the sums to the counters; inside a transaction on the main database."""
        await self._codes.save()
        await PAGES.add(self._sums)
