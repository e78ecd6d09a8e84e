"""Adds recorded visits to the click counters in the rows of links. Only visits of people count, as clicks and scans."""

from __future__ import annotations

from app.visits.recording.counter_columns import Counters, people
from app.visits.visit import JournalEntry, Kind, Visit
from app.webhooks import visit_counts

LINK_COUNTERS = Counters("links", {"id": "uuid"}, "links.id = new.id", ("followed", "scans"), "last_followed_at")


async def add_visits(visits: list[Visit], seen: list[JournalEntry]) -> None:
    """Adds visits to the counters of their links; `seen` holds the link id and the time of each one.

    Call it inside a transaction.
    """
    followed = [
        (entry, int(visit.kind == Kind.SCAN))
        for visit, entry in people(visits, seen)
        if visit.kind in (Kind.CLICK, Kind.SCAN)
    ]
    await LINK_COUNTERS.add(((entry.link,), (1, scan), entry.at) for entry, scan in followed)
    await _add_to_webhooks(followed)


async def _add_to_webhooks(followed: list[tuple[JournalEntry, int]]) -> None:
    """Keeps the visits for the accounts that want them reported; the others cost one query and no row."""
    wanting = await visit_counts.accounts_that_want_visits() if followed else set()
    counts: dict[tuple[str, str], tuple[int, int]] = {}
    for entry, scan in followed if wanting else ():
        if entry.account in wanting:
            clicks, scans = counts.get(key := (entry.account, entry.link), (0, 0))
            counts[key] = clicks + 1 - scan, scans + scan
    if counts:
        await visit_counts.add_counts(counts)
