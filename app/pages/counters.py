"""Adds the page views in a batch of visits to the view counters of bio pages. Visits by bots are not counted."""

from __future__ import annotations

from datetime import UTC, datetime

import orjson
from tortoise import Tortoise

from app.kernel import db
from app.qr import counters as codes
from app.visits.visit import Kind, Seen, Visit, Who

SQLITE_UPDATE = """
    UPDATE pages SET views = views + new.n, last_viewed_at = MAX(COALESCE(last_viewed_at, ''), new.at)
    FROM (SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS n,
                 json_extract(value, '$[2]') AS at FROM json_each($1)) AS new
    WHERE pages.id = new.id"""
POSTGRES_UPDATE = """
    WITH new AS (SELECT (v->>0)::uuid AS id, (v->>1)::bigint AS n, (v->>2)::timestamptz AS at
                 FROM jsonb_array_elements($1::jsonb) v),
         mine AS (SELECT id FROM pages WHERE id IN (SELECT id FROM new) ORDER BY id FOR UPDATE)
    UPDATE pages SET views = views + new.n, last_viewed_at = GREATEST(last_viewed_at, new.at)
    FROM new WHERE pages.id = new.id AND pages.id IN (SELECT id FROM mine)"""


async def count(visits: list[Visit], seen: list[Seen]) -> None:
    """Adds visits to the counters of their links, QR codes and pages. Must run inside a transaction.

    `seen` has the journal record of each visit, in the same order.
    """
    await codes.count(visits, seen)
    views_by_page: dict[str, list[int]] = {}
    for visit, record in zip(visits, seen, strict=True):
        if visit.who == Who.HUMAN and visit.kind == Kind.VIEW:
            views = views_by_page.setdefault(record.link, [0, 0])
            views[0] += 1
            views[1] = max(views[1], record.at)
    if views_by_page:
        rows = [(id, n, str(datetime.fromtimestamp(at / 1000, UTC))) for id, (n, at) in sorted(views_by_page.items())]
        dialect = Tortoise.get_connection(db.MAIN).capabilities.dialect
        await db.rows(SQLITE_UPDATE if dialect == "sqlite" else POSTGRES_UPDATE, [orjson.dumps(rows).decode()])
