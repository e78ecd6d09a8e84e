"""Adds recorded visits to the click counters in the rows of links. Only visits of people count, as clicks and scans."""

from __future__ import annotations

from app.visits.recording.counter_columns import Counters, people
from app.visits.visit import JournalEntry, Kind, Visit

LINK_COUNTERS = Counters("links", {"id": "uuid"}, "links.id = new.id", ("followed", "scans"), "last_followed_at")


async def add_visits(visits: list[Visit], seen: list[JournalEntry]) -> None:
    """Adds visits to the counters of their links; `seen` holds the link id and the time of each one.

    Call it inside a transaction.
    """
    await LINK_COUNTERS.add(
        ((link_visit.link,), (1, int(visit.kind == Kind.SCAN)), link_visit.at)
        for visit, link_visit in people(visits, seen)
        if visit.kind in (Kind.CLICK, Kind.SCAN)
    )
