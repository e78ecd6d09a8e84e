"""The text that searches of links match: title, description, notes, tags, names and destination."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

import orjson
from tortoise import Tortoise

from app.kernel import db
from app.kernel.search_text import searchable, store

SEARCHED = frozenset({"url", "title", "description", "notes", "tags", "slug", "aliases"})  # keys of Changes
AT_ONCE = 500  # rows per statement
READ = """
    SELECT l.id, l.title, l.description, l.notes, l.destination_url,
        (SELECT {joined}(n.shown, ' ') FROM names n WHERE n.link_id = l.id) AS names,
        (SELECT {joined}(t.name, ',') FROM link_tags m JOIN tags t ON t.id = m.tag_id WHERE m.link_id = l.id) AS tags
    FROM links l WHERE l.id IN ({ids})"""
DIALECTS = {
    "sqlite": {"joined": "group_concat", "ids": "SELECT value FROM json_each($1)"},
    "postgres": {"joined": "string_agg", "ids": "SELECT jsonb_array_elements_text($1::jsonb)::uuid"},
}


def search_text(columns: Mapping[str, Any], names: Iterable[str], tags: Iterable[str]) -> str:
    """The searchable text of a link with these columns, names and tags."""
    texts = [str(columns.get(name) or "") for name in ("title", "description", "notes")]
    return searchable([*texts, *tags], [columns["destination_url"]], names)


async def refresh(ids: Sequence[UUID], *, missing_only: bool = False) -> None:
    """Rewrites the search texts of these links, in two statements for every 500.

    Call it in the transaction that changed the links, because their rows are locked there. `missing_only` writes only
    texts that are NULL.
    """
    dialect = DIALECTS[Tortoise.get_connection(db.MAIN).capabilities.dialect]
    for at in range(0, len(ids), AT_ONCE):
        id_list = orjson.dumps([str(id) for id in ids[at:at + AT_ONCE]]).decode()
        rows = await db.rows(READ.format(**dialect), [id_list])
        text_by_id = {row["id"]: search_text(row, (row["names"] or "").split(), (row["tags"] or "").split(","))
                for row in rows}
        await store("links", text_by_id, missing_only=missing_only)
