"""The text that searches of links match: title, description, notes, tags, names and destination."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

import orjson
from tortoise import Tortoise

from app.kernel import db
from app.kernel.search_text import build_search_text, write_search_texts

SEARCHED_FIELDS = frozenset({"url", "title", "description", "notes", "tags", "slug", "aliases"})  # keys of Changes
BATCH_SIZE = 500  # rows per statement
READ = """
    SELECT l.id, l.title, l.description, l.notes, l.destination_url,
        (SELECT {joined}(n.shown, ' ') FROM names n WHERE n.link_id = l.id) AS names,
        (SELECT {joined}(t.name, ',') FROM link_tags m JOIN tags t ON t.id = m.tag_id WHERE m.link_id = l.id) AS tags
    FROM links l WHERE l.id IN ({ids})"""
DIALECTS = {
    "sqlite": {"joined": "group_concat", "ids": "SELECT value FROM json_each($1)"},
    "postgres": {"joined": "string_agg", "ids": "SELECT jsonb_array_elements_text($1::jsonb)::uuid"},
}


def link_search_text(columns: Mapping[str, Any], names: Iterable[str], tags: Iterable[str]) -> str:
    """The searchable text of a link with these columns, names and tags."""
    texts = [str(columns.get(name) or "") for name in ("title", "description", "notes")]
    return build_search_text([*texts, *tags], [columns["destination_url"]], names)


async def refresh_search_texts(ids: Sequence[UUID], *, missing_only: bool = False) -> None:
    """Rewrites the search texts of these links, in two statements for every 500.

    Call it in the transaction that changed the links, because their rows are locked there. `missing_only` writes only
    texts that are NULL.
    """
    dialect = DIALECTS[Tortoise.get_connection(db.MAIN).capabilities.dialect]
    for at in range(0, len(ids), BATCH_SIZE):
        id_list = orjson.dumps([str(id) for id in ids[at : at + BATCH_SIZE]]).decode()
        rows = await db.query_rows(READ.format(**dialect), [id_list])
        text_by_id = {
            row["id"]: link_search_text(row, (row["names"] or "").split(), (row["tags"] or "").split(","))
            for row in rows
        }
        await write_search_texts("links", text_by_id, missing_only=missing_only)
