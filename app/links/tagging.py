"""Adds tags to links and removes them from links, for many links in one statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

import orjson
from tortoise import Tortoise

from app.kernel import db
from app.links.tag import MAX_PER_LINK, Tag, TooManyTags

ROWS_OF_JSON = {
    "sqlite": "SELECT value AS id FROM json_each(${place})",
    "postgres": "SELECT jsonb_array_elements_text(${place}::jsonb)::{type} AS id",
}
TYPES = {"links": "uuid", "tags": "bigint"}
PUT_ON = """
    INSERT INTO link_tags (link_id, tag_id) SELECT l.id, t.id FROM ({links}) l CROSS JOIN ({tags}) t WHERE true
    ON CONFLICT (link_id, tag_id) DO NOTHING RETURNING link_id"""
TAKE_OFF = "DELETE FROM link_tags WHERE link_id IN ({links}) AND tag_id IN ({tags}) RETURNING link_id"
TOO_MANY = "SELECT link_id FROM link_tags WHERE link_id IN ({links}) GROUP BY link_id HAVING COUNT(*) > $2 LIMIT 1"


async def add_tags(links: Sequence[UUID], tags: Sequence[Tag]) -> set[UUID]:
    """Adds tags to links, inside a transaction; returns the ids of the links that lacked one. Raises: TooManyTags."""
    changed = await _execute(PUT_ON, links, tags)
    too_many = TOO_MANY.format(links=sql_rows("links"))
    if changed and await db.query_rows(too_many, [json_array(map(str, changed)), MAX_PER_LINK]):
        raise TooManyTags(most=MAX_PER_LINK)
    return changed


async def remove_tags(links: Sequence[UUID], tags: Sequence[Tag]) -> set[UUID]:
    """Removes tags from links, inside a transaction; returns the ids of the links that had one."""
    return await _execute(TAKE_OFF, links, tags)


async def _execute(sql: str, links: Sequence[UUID], tags: Sequence[Tag]) -> set[UUID]:
    """Runs a statement for these links and tags; returns the ids of the links that it changed."""
    filled = sql.format(links=sql_rows("links"), tags=sql_rows("tags", 2))
    rows = await db.query_rows(filled, [json_array(map(str, links)), json_array(tag.id for tag in tags)])
    return {UUID(str(row["link_id"])) for row in rows}


def sql_rows(kind: str, place: int = 1) -> str:
    """A subquery for the ids of "links" or "tags" in a parameter that `json_array` made; `place` is its number."""
    dialect = Tortoise.get_connection(db.MAIN).capabilities.dialect
    return ROWS_OF_JSON[dialect].format(place=place, type=TYPES[kind])


def json_array(ids: Iterable[int | str]) -> str:
    """The ids as one parameter, however many they are."""
    return orjson.dumps(list(ids)).decode()
