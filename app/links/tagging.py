"""Adds tags to links and removes them from links, for many links in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import orjson
from tortoise import Tortoise

from app.kernel import db
from app.links.tag import MAX_PER_LINK, Tag, TooManyTags

ROWS_OF_JSON = {
    "sqlite": {"links": "SELECT value AS id FROM json_each($1)", "tags": "SELECT value AS id FROM json_each($2)"},
    "postgres": {
        "links": "SELECT jsonb_array_elements_text($1::jsonb)::uuid AS id",
        "tags": "SELECT jsonb_array_elements_text($2::jsonb)::bigint AS id",
    },
}
PUT_ON = """
    INSERT INTO link_tags (link_id, tag_id) SELECT l.id, t.id FROM ({links}) l CROSS JOIN ({tags}) t WHERE true
    ON CONFLICT (link_id, tag_id) DO NOTHING RETURNING link_id"""
TAKE_OFF = "DELETE FROM link_tags WHERE link_id IN ({links}) AND tag_id IN ({tags}) RETURNING link_id"
TOO_MANY = "SELECT link_id FROM link_tags WHERE link_id IN ({links}) GROUP BY link_id HAVING COUNT(*) > $2 LIMIT 1"


async def add_tags(links: Sequence[UUID], tags: Sequence[Tag]) -> set[UUID]:
    """Adds tags to links, inside a transaction; returns the ids of the links that lacked one. Raises: TooManyTags."""
    changed = await _execute(PUT_ON, links, tags)
    if changed and await db.query_rows(TOO_MANY.format(**_dialect()), [_json_array(changed), MAX_PER_LINK]):
        raise TooManyTags(most=MAX_PER_LINK)
    return changed


async def remove_tags(links: Sequence[UUID], tags: Sequence[Tag]) -> set[UUID]:
    """Removes tags from links, inside a transaction; returns the ids of the links that had one."""
    return await _execute(TAKE_OFF, links, tags)


async def _execute(sql: str, links: Sequence[UUID], tags: Sequence[Tag]) -> set[UUID]:
    """Runs a statement for these links and tags; returns the ids of the links that it changed."""
    tag_ids = orjson.dumps([tag.id for tag in tags]).decode()
    rows = await db.query_rows(sql.format(**_dialect()), [_json_array(links), tag_ids])
    return {UUID(str(row["link_id"])) for row in rows}


def _dialect() -> dict[str, str]:
    """The subqueries in the SQL dialect of the database."""
    return ROWS_OF_JSON[Tortoise.get_connection(db.MAIN).capabilities.dialect]


def _json_array(ids: Sequence[UUID] | set[UUID]) -> str:
    return orjson.dumps([str(id) for id in ids]).decode()
