"""Adds the page views in a batch of visits to the view counters of bio pages. Visits by bots are not counted."""

from __future__ import annotations

from app.qr import scan_counters as codes
from app.visits.recording.counter_columns import Counters, people
from app.visits.visit import JournalEntry, Kind, Visit

PAGES = Counters("pages", {"id": "uuid"}, "pages.id = new.id", ("views",), "last_viewed_at")


async def count_visits(visits: list[Visit], seen: list[JournalEntry]) -> None:
    """Adds visits to the counters of their links, QR codes and pages. Must run inside a transaction.

    `seen` has the journal record of each visit, in the same order.
    """
    await codes.add_scans(visits, seen)
    await PAGES.add(
        ((record.link,), (1,), record.at) for visit, record in people(visits, seen) if visit.kind == Kind.VIEW
    )
