"""Adds recorded visits to the click counters in the rows of links. Only visits of people count, as clicks and scans."""

from __future__ import annotations

from datetime import UTC, datetime

import orjson
from tortoise import Tortoise

from app.kernel import db
from app.visits.visit import Kind, Seen, Visit, Who

SQLITE = """
    UPDATE links SET followed = followed + new.n, scans = scans + new.s,
        last_followed_at = MAX(COALESCE(last_followed_at, ''), new.at)
    FROM (SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS n,
                 json_extract(value, '$[2]') AS s, json_extract(value, '$[3]') AS at FROM json_each($1)) AS new
    WHERE links.id = new.id"""
POSTGRES = """
    WITH new AS (SELECT (v->>0)::uuid AS id, (v->>1)::bigint AS n, (v->>2)::bigint AS s, (v->>3)::timestamptz AS at
                 FROM jsonb_array_elements($1::jsonb) v),
         mine AS (SELECT id FROM links WHERE id IN (SELECT id FROM new) ORDER BY id FOR UPDATE)
    UPDATE links SET followed = followed + new.n, scans = scans + new.s,
        last_followed_at = GREATEST(last_followed_at, new.at)
    FROM new WHERE links.id = new.id AND links.id IN (SELECT id FROM mine)"""


async def count(visits: list[Visit], seen: list[Seen]) -> None:
    """Adds visits to the counters of their links; `seen` holds the link id and the time of each visit.

    Call it inside a transaction.
    """
    tallies: dict[str, list[int]] = {}
    for visit, link_seen in zip(visits, seen, strict=True):
        if visit.who == Who.HUMAN and visit.kind in (Kind.CLICK, Kind.SCAN):
            tally = tallies.setdefault(link_seen.link, [0, 0, 0])
            tally[0] += 1
            tally[1] += visit.kind == Kind.SCAN
            tally[2] = max(tally[2], link_seen.at)
    if tallies:
        dialect = Tortoise.get_connection(db.MAIN).capabilities.dialect
        new = [(id, n, scans, _sqlite_time(at)) for id, (n, scans, at) in sorted(tallies.items())]
        await db.rows(SQLITE if dialect == "sqlite" else POSTGRES, [orjson.dumps(new).decode()])


def _sqlite_time(milliseconds: int) -> str:
    """A time in the text format that Tortoise stores in SQLite; PostgreSQL parses it too."""
    return str(datetime.fromtimestamp(milliseconds / 1000, UTC))
