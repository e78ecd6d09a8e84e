"""Adds recorded visits to the click counters in the rows of links. Only visits of people count, as clicks and scans."""

from __future__ import annotations

from collections.abc import Iterable

from app.visits.recording.counter_columns import Counters, Sums, VisitOfPerson, add_to
from app.visits.visit import Kind
from app.webhooks import visit_counts

LINK_COUNTERS = Counters("links", {"id": "uuid"}, "links.id = new.id", ("followed", "scans"), "last_followed_at")
SCAN, VIEW = Kind.SCAN, Kind.VIEW  # as HUMAN in counter_columns.py


class LinkVisitCounter:
    """Sums what visits add to the counters of links, until `save`."""

    def __init__(self) -> None:
        self._sums: Sums = {}  # by account and link

    def __len__(self) -> int:
        """How many rows `save` changes."""
        return len(self._sums)

    def add(self, visits: Iterable[VisitOfPerson]) -> None:
        """Adds visits to the sums."""
        add_to(
            self._sums,
            (
                ((entry.account, entry.link), (1, 1 if visit.kind == SCAN else 0), entry.at)
                for visit, entry in visits
                if visit.kind != VIEW
            ),
        )

    async def save(self) -> None:
        """Adds the sums to the counters; inside a transaction on the main database."""
        by_link: Sums = {}
        add_to(by_link, (((link,), (followed, scans), at) for (_, link), (followed, scans, at) in self._sums.items()))
        await LINK_COUNTERS.add(by_link)
        await self._add_to_webhooks()

    async def _add_to_webhooks(self) -> None:
        """Keeps the visits for the accounts that want them reported; the others cost one query and no row."""
        wanting = await visit_counts.accounts_that_want_visits() if self._sums else set()
        counts = {
            (account, link): (followed - scans, scans)
            for (account, link), (followed, scans, _) in self._sums.items()
            if account in wanting
        }
        if counts:
            await visit_counts.add_counts(counts)
