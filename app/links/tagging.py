"""Which links wear which tags: put on and taken off for many links at once, in one statement each."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import orjson
from tortoise import Tortoise

from app.kernel import db
from app.links.tag import MOST_ON_A_LINK, Tag, TooManyTags

SOME = {
    "sqlite": {"links": "SELECT value AS id FROM json_each($1)", "tags": "SELECT value AS id FROM json_each($2)"},
    "postgres": {"links": "SELECT jsonb_array_elements_text($1::jsonb)::uuid AS id",
                 "tags": "SELECT jsonb_array_elements_text($2::jsonb)::bigint AS id"},
}
PUT_ON = """
    INSERT INTO link_tags (link_id, tag_id) SELECT l.id, t.id FROM ({links}) l CROSS JOIN ({tags}) t WHERE true
    ON CONFLICT (link_id, tag_id) DO NOTHING RETURNING link_id"""
TAKE_OFF = "DELETE FROM link_tags WHERE link_id IN ({links}) AND tag_id IN ({tags}) RETURNING link_id"
TOO_MANY = "SELECT link_id FROM link_tags WHERE link_id IN ({links}) GROUP BY link_id HAVING COUNT(*) > $2 LIMIT 1"


async def put_on(links: Sequence[UUID], tags: Sequence[Tag]) -> set[UUID]:
    """Adds tags to those the links wear; the links that lacked one. Inside a transaction. Refusals: TooManyTags."""
    changed = await _changed(PUT_ON, links, tags)
    if changed and await db.rows(TOO_MANY.format(**_dialect()), [_listed(changed), MOST_ON_A_LINK]):
        raise TooManyTags(most=MOST_ON_A_LINK)
    return changed


async def take_off(links: Sequence[UUID], tags: Sequence[Tag]) -> set[UUID]:
    """Takes tags off links; the links that wore one. Inside a transaction."""
    return await _changed(TAKE_OFF, links, tags)


async def _changed(sql: str, links: Sequence[UUID], tags: Sequence[Tag]) -> set[UUID]:
    rows = await db.rows(sql.format(**_dialect()), [_listed(links), orjson.dumps([tag.id for tag in tags]).decode()])
    return {UUID(str(row["link_id"])) for row in rows}


def _dialect() -> dict[str, str]:
    return SOME[Tortoise.get_connection(db.MAIN).capabilities.dialect]


def _listed(ids: Sequence[UUID] | set[UUID]) -> str:
    return orjson.dumps([str(id) for id in ids]).decode()
