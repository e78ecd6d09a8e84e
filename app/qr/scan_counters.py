"""Adds recorded scans to the counters of QR codes: scans by people only, matched by the mark in the code."""

from __future__ import annotations

from app.links import click_counters as links
from app.visits.recording.counter_columns import Counters, people
from app.visits.visit import JournalEntry, Kind, Visit

CODE_COUNTERS = Counters(
    "qr_codes",
    {"mark": "text", "link": "uuid"},
    "qr_codes.mark = new.mark AND new.link IN (qr_codes.link_id, qr_codes.page_id)",
    ("scans",),
    "last_scanned_at",
)


async def add_scans(visits: list[Visit], seen: list[JournalEntry]) -> None:
    """Add visits to the counters of their links and QR codes. `seen` holds what was recorded of each visit. Call it
    inside a transaction.

    A mark only counts for the link or page that its code belongs to, so that nobody can count for somebody else's code.
    """
    await links.add_visits(visits, seen)
    await CODE_COUNTERS.add(
        ((record.placement, record.link), (1,), record.at)
        for visit, record in people(visits, seen)
        if record.placement and visit.kind != Kind.CLICK
    )  # a view of a page has no placement
