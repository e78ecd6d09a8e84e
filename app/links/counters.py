"""Adds taken-in visits to the counters that stand with each link: people only, by click and by scan."""

from __future__ import annotations

from app.visits.counters import Counters, people
from app.visits.visit import Kind, Seen, Visit

LINKS = Counters("links", {"id": "uuid"}, "links.id = new.id", ("followed", "scans"), "last_followed_at")


async def count(visits: list[Visit], seen: list[Seen]) -> None:
    """Adds visits, each with what was seen of it, to their links; inside a transaction."""
    await LINKS.add(((one.link,), (1, int(visit.kind == Kind.SCAN)), one.at)
                    for visit, one in people(visits, seen) if visit.kind in (Kind.CLICK, Kind.SCAN))
