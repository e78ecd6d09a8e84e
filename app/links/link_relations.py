"""Reads the names, tags and checks of many links, by a statement for each kind whose only parameter is all their ids.

Tortoise gives each id a placeholder and puts the statement together anew, which takes longer than running it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tortoise.models import Model

from app.kernel.db import query_in_turn
from app.kernel.model_columns import columns_of
from app.links.models import Link
from app.links.tagging import json_array, sql_rows

TABLES = {"names": "names r", "tags": "link_tags m JOIN tags r ON r.id = m.tag_id", "checks": "destination_checks r"}
READ = "SELECT link_id AS of_link, {columns} FROM {tables} WHERE link_id IN ({links})"


async def load_relations(links: Sequence[Link], *relations: str) -> None:
    """Fetches these relations, keys of TABLES, of all these links; their rows are in no particular order."""
    ids = [str(link.id) for link in links]
    if not ids:
        return
    results = await query_in_turn(*((_statement(relation), [json_array(ids)]) for relation in relations))
    for relation, rows in zip(relations, results, strict=True):
        related = _objects_by_link(_model(relation), rows)
        for id, link in zip(ids, links, strict=True):
            getattr(link, relation)._set_result_for_query(related.get(id, []))


def _statement(relation: str) -> str:
    """Returns the statement that reads a relation of links."""
    return READ.format(columns=columns_of(_model(relation), "r"), tables=TABLES[relation], links=sql_rows("links"))


def _model(relation: str) -> type[Model]:
    """Returns the model of a relation's rows."""
    field: Any = Link._meta.fields_map[relation]
    return field.related_model  # type: ignore[no-any-return]


def _objects_by_link(model: type[Model], rows: Sequence[dict[str, Any]]) -> dict[str, list[Model]]:
    """Returns the objects in these rows, by the text of their link's id; links with the same tag share its object."""
    objects, by_link = dict[Any, Model](), dict[str, list[Model]]()
    for row in rows:
        if (known := objects.get(row["id"])) is None:
            known = objects[row["id"]] = model._init_from_db(**row)
        by_link.setdefault(str(row["of_link"]), []).append(known)
    return by_link
