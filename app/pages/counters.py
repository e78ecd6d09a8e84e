"""Adds taken-in views to the bio pages that were seen: people only."""

from __future__ import annotations

from datetime import UTC, datetime

import orjson
from tortoise import Tortoise

from app.kernel import db
from app.qr import counters as codes
from app.visits.visit import Kind, Seen, Visit, Who

SQLITE = """
    UPDATE pages SET views = views + new.n, last_viewed_at = MAX(COALESCE(last_viewed_at, ''), new.at)
    FROM (SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS n,
                 json_extract(value, '$[2]') AS at FROM json_each($1)) AS new
    WHERE pages.id = new.id"""
POSTGRES = """
    WITH new AS (SELECT (v->>0)::uuid AS id, (v->>1)::bigint AS n, (v->>2)::timestamptz AS at
                 FROM jsonb_array_elements($1::jsonb) v),
         mine AS (SELECT id FROM pages WHERE id IN (SELECT id FROM new) ORDER BY id FOR UPDATE)
    UPDATE pages SET views = views + new.n, last_viewed_at = GREATEST(last_viewed_at, new.at)
    FROM new WHERE pages.id = new.id AND pages.id IN (SELECT id FROM mine)"""


async def count(visits: list[Visit], seen: list[Seen]) -> None:
    """Adds visits, each with what was seen of it, to their links, QR codes and pages; inside a transaction."""
    await codes.count(visits, seen)
    tallies: dict[str, list[int]] = {}
    for visit, one in zip(visits, seen, strict=True):
        if visit.who == Who.HUMAN and visit.kind == Kind.VIEW:
            tally = tallies.setdefault(one.link, [0, 0])
            tally[0] += 1
            tally[1] = max(tally[1], one.at)
    if tallies:
        new = [(id, n, str(datetime.fromtimestamp(at / 1000, UTC))) for id, (n, at) in sorted(tallies.items())]
        dialect = Tortoise.get_connection(db.MAIN).capabilities.dialect
        await db.rows(SQLITE if dialect == "sqlite" else POSTGRES, [orjson.dumps(new).decode()])
