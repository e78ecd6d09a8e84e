"""Adds taken-in scans to the QR codes that were scanned: people only, by the mark in the code."""

from __future__ import annotations

from app.links import counters as links
from app.visits.counters import Counters, people
from app.visits.visit import Kind, Seen, Visit

CODES = Counters("qr_codes", {"mark": "text", "link": "uuid"},
                 "qr_codes.mark = new.mark AND new.link IN (qr_codes.link_id, qr_codes.page_id)",
                 ("scans",), "last_scanned_at")


async def count(visits: list[Visit], seen: list[Seen]) -> None:
    """Adds visits, each with what was seen of it, to their links and QR codes; inside a transaction.

    A mark counts only together with the link or page its code belongs to: nobody can count for another one's code.
    """
    await links.count(visits, seen)
    await CODES.add(((one.placement, one.link), (1,), one.at) for visit, one in people(visits, seen)
                    if one.placement and visit.kind != Kind.CLICK)  # a view of a page has no placement
