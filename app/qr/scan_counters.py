"""Adds recorded scans to the counters of QR codes: scans by people only, matched by the mark in the code."""

from __future__ import annotations

from collections.abc import Sequence

from app.links.click_counters import LinkVisitCounter
from app.visits.recording.counter_columns import Counters, Sums, VisitOfPerson, add_to
from app.visits.visit import Kind

CODE_COUNTERS = Counters(
    "qr_codes",
    {"mark": "text", "link": "uuid"},
    "qr_codes.mark = new.mark AND new.link IN (qr_codes.link_id, qr_codes.page_id)",
    ("scans",),
    "last_scanned_at",
)


class CodeVisitCounter:
    """Sums what visits add to the counters of links and QR codes, until `save`.

    A mark only counts for the link or page that its code belongs to, so that nobody can count for somebody else's code.
    """

    def __init__(self) -> None:
        self._links = LinkVisitCounter()
        self._sums: Sums = {}  # by mark, and link or page

    def __len__(self) -> int:
        """How many rows `save` changes, at most."""
        return len(self._links) + len(self._sums)

    def add(self, visits: Sequence[VisitOfPerson]) -> None:
        """Adds visits to the sums."""
        self._links.add(visits)
        add_to(
            self._sums,
            (
                ((entry.placement, entry.link), (1,), entry.at)
                for visit, entry in visits
                if entry.placement and visit.kind != Kind.CLICK
            ),
        )  # a view of a page has no placement

    async def save(self) -> None:
        """Adds the sums to the counters; inside a transaction on the main database."""
        await self._links.save()
        await CODE_COUNTERS.add(self._sums)
