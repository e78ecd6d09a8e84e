"""Adds taken-in scans to the QR codes that were scanned: people only, by the mark in the code."""

from __future__ import annotations

from datetime import UTC, datetime

import orjson
from tortoise import Tortoise

from app.kernel import db
from app.links import counters as links
from app.visits.visit import Kind, Seen, Visit, Who

SQLITE = """
    UPDATE qr_codes SET scans = scans + new.n, last_scanned_at = MAX(COALESCE(last_scanned_at, ''), new.at)
    FROM (SELECT json_extract(value, '$[0]') AS mark, json_extract(value, '$[1]') AS link,
                 json_extract(value, '$[2]') AS n, json_extract(value, '$[3]') AS at FROM json_each($1)) AS new
    WHERE qr_codes.mark = new.mark AND new.link IN (qr_codes.link_id, qr_codes.page_id)"""
POSTGRES = """
    WITH new AS (SELECT v->>0 AS mark, (v->>1)::uuid AS link, (v->>2)::bigint AS n, (v->>3)::timestamptz AS at
                 FROM jsonb_array_elements($1::jsonb) v),
         mine AS (SELECT id FROM qr_codes WHERE mark IN (SELECT mark FROM new) ORDER BY id FOR UPDATE)
    UPDATE qr_codes SET scans = scans + new.n, last_scanned_at = GREATEST(last_scanned_at, new.at)
    FROM new WHERE qr_codes.mark = new.mark AND new.link IN (qr_codes.link_id, qr_codes.page_id)
        AND qr_codes.id IN (SELECT id FROM mine)"""


async def count(visits: list[Visit], seen: list[Seen]) -> None:
    """Adds visits, each with what was seen of it, to their links and QR codes; inside a transaction.

    A mark counts only together with the link or page its code belongs to: nobody can count for another one's code.
    """
    await links.count(visits, seen)
    tallies: dict[tuple[str, str], list[int]] = {}
    for visit, one in zip(visits, seen, strict=True):
        if one.placement and visit.who == Who.HUMAN and visit.kind != Kind.CLICK:  # a view of a page has no placement
            tally = tallies.setdefault((one.placement, one.link), [0, 0])
            tally[0] += 1
            tally[1] = max(tally[1], one.at)
    if tallies:
        new = [(*key, n, str(datetime.fromtimestamp(at / 1000, UTC))) for key, (n, at) in sorted(tallies.items())]
        dialect = Tortoise.get_connection(db.MAIN).capabilities.dialect
        await db.rows(SQLITE if dialect == "sqlite" else POSTGRES, [orjson.dumps(new).decode()])
