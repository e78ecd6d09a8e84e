"""Adds taken-in views to the bio pages that were seen: people only."""

from __future__ import annotations

from app.qr import counters as codes
from app.visits.counters import Counters, people
from app.visits.visit import Kind, Seen, Visit

PAGES = Counters("pages", {"id": "uuid"}, "pages.id = new.id", ("views",), "last_viewed_at")


async def count(visits: list[Visit], seen: list[Seen]) -> None:
    """Adds visits, each with what was seen of it, to their links, QR codes and pages; inside a transaction."""
    await codes.count(visits, seen)
    await PAGES.add(((one.link,), (1,), one.at) for visit, one in people(visits, seen) if visit.kind == Kind.VIEW)
