"""Adds recorded scans to the counters of QR codes: scans by people only, matched by the mark in the code."""

from __future__ import annotations

from datetime import UTC, datetime

import orjson
from tortoise import Tortoise

from app.kernel import db
from app.links import counters as links
from app.visits.visit import Kind, Seen, Visit, Who

SQLITE_UPDATE = """
    UPDATE qr_codes SET scans = scans + new.n, last_scanned_at = MAX(COALESCE(last_scanned_at, ''), new.at)
    FROM (SELECT json_extract(value, '$[0]') AS mark, json_extract(value, '$[1]') AS link,
                 json_extract(value, '$[2]') AS n, json_extract(value, '$[3]') AS at FROM json_each($1)) AS new
    WHERE qr_codes.mark = new.mark AND new.link IN (qr_codes.link_id, qr_codes.page_id)"""
POSTGRES_UPDATE = """
    WITH new AS (SELECT v->>0 AS mark, (v->>1)::uuid AS link, (v->>2)::bigint AS n, (v->>3)::timestamptz AS at
                 FROM jsonb_array_elements($1::jsonb) v),
         mine AS (SELECT id FROM qr_codes WHERE mark IN (SELECT mark FROM new) ORDER BY id FOR UPDATE)
    UPDATE qr_codes SET scans = scans + new.n, last_scanned_at = GREATEST(last_scanned_at, new.at)
    FROM new WHERE qr_codes.mark = new.mark AND new.link IN (qr_codes.link_id, qr_codes.page_id)
        AND qr_codes.id IN (SELECT id FROM mine)"""


async def count(visits: list[Visit], seen: list[Seen]) -> None:
    """Add visits to the counters of their links and QR codes. `seen` holds what was recorded of each visit. Call it
    inside a transaction.

    A mark only counts for the link or page that its code belongs to, so that nobody can count for somebody else's code.
    """
    await links.count(visits, seen)
    totals: dict[tuple[str, str], list[int]] = {}
    for visit, record in zip(visits, seen, strict=True):
        # views of a page have no placement
        if record.placement and visit.who == Who.HUMAN and visit.kind != Kind.CLICK:
            total = totals.setdefault((record.placement, record.link), [0, 0])
            total[0] += 1
            total[1] = max(total[1], record.at)
    if totals:
        rows = [(*key, n, str(datetime.fromtimestamp(at / 1000, UTC))) for key, (n, at) in sorted(totals.items())]
        dialect = Tortoise.get_connection(db.MAIN).capabilities.dialect
        await db.rows(SQLITE_UPDATE if dialect == "sqlite" else POSTGRES_UPDATE, [orjson.dumps(rows).decode()])
