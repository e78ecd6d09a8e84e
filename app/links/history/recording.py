"""Records what a block of code changes of links, in the transaction of the change.

Every function that writes links for people uses this (tests/links/test_history.py walks them): so a history holds each
change, whichever way it came in. Of the links of an outer block an inner one records nothing: they belong to that.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

import orjson
from tortoise.models import Model

from app.kernel import clock, text
from app.kernel.db import query_rows
from app.links.history.author import current_author
from app.links.history.link_state import NAMES, TAGS, State, column_values, difference, of_new_link
from app.links.history.models import LONGEST_KEY_NAME, LinkChange
from app.links.tag import Tag
from app.links.tagging import json_array, sql_rows
from app.names.slug import fold_name

BATCH_SIZE = 500  # rows per statement
TAGS_OF_LINKS = """
    SELECT m.link_id, t.name AS word, t.folded, 0 AS is_name FROM link_tags m JOIN tags t ON t.id = m.tag_id
    WHERE m.link_id IN ({links})"""
NAMES_OF_LINKS = """
    SELECT n.link_id, n.shown AS word, n.folded, 1 AS is_name FROM names n WHERE n.link_id IN ({links})"""
_recorded: ContextVar[frozenset[UUID]] = ContextVar("recorded_links", default=frozenset())  # by the outer blocks


@asynccontextmanager
async def recorded(model: type[Model], ids: Sequence[UUID], *, names_and_tags: bool = False) -> AsyncGenerator[None]:
    """Locks links and records what the block changes of their columns; inside a transaction. `model` is Link.

    With `names_and_tags` further names and tags are compared, too.
    """
    if not (further := _not_recorded(ids)):
        yield
        return
    before = await _states(model, further, names_and_tags=names_and_tags, lock=True)
    token = _recorded.set(_recorded.get().union(further))
    try:
        yield
    finally:
        _recorded.reset(token)
    await _write_differences(before, await _states(model, list(before), names_and_tags=names_and_tags))


@asynccontextmanager
async def tags_recorded(ids: Sequence[UUID]) -> AsyncGenerator[None]:
    """Records what the block changes of the tags of locked links; inside a transaction."""
    if not (further := _not_recorded(ids)):
        yield
        return
    before = await _words_by_link(TAGS_OF_LINKS, further)
    yield
    after = await _words_by_link(TAGS_OF_LINKS, further)
    states = [{id: {TAGS: [word for word, _ in words.get(id, [])]} for id in further} for words in (before, after)]
    await _write_differences(*states)


def _not_recorded(ids: Iterable[UUID]) -> list[UUID]:
    """The links that no outer block records."""
    return [id for id in ids if id not in _recorded.get()]


async def record_new_link(link: Any, aliases: Iterable[str], tags: Iterable[Tag]) -> None:
    """Records that a link was made, with these further names, as they were typed, and tags; inside a transaction."""
    words = {NAMES: [text.trim(alias) for alias in aliases], TAGS: [tag.name for tag in tags]}
    await _write({link.id: of_new_link(column_values(link) | words)}, creates=True)


async def record_new_links(links: Sequence[Any]) -> None:
    """Records that links were made, with the names and tags that they have in the database; inside a transaction."""
    states = {link.id: column_values(link) for link in links}
    await _add_names_and_tags(states)
    await _write({id: of_new_link(state) for id, state in states.items()}, creates=True)


async def _states(
    model: type[Model], ids: Sequence[UUID], *, names_and_tags: bool, lock: bool = False
) -> dict[UUID, State]:
    """The states of links by id."""
    rows = model.filter(id__in=list(ids)).order_by("id")
    links: list[Any] = await (rows.select_for_update(no_key=True) if lock else rows)
    states = {link.id: column_values(link) for link in links}
    if names_and_tags:
        await _add_names_and_tags(states)
    return states


async def _add_names_and_tags(states: Mapping[UUID, State]) -> None:
    """Adds the further names and the tags of links to their states."""
    words = await _words_by_link(f"{NAMES_OF_LINKS} UNION ALL {TAGS_OF_LINKS}", list(states))
    for id, state in states.items():
        main_name, own = fold_name(state["slug"]), words.get(id, [])
        state[NAMES] = [word for word, is_name in own if is_name and fold_name(word) != main_name]
        state[TAGS] = [word for word, is_name in own if not is_name]


async def _words_by_link(sql: str, ids: Sequence[UUID]) -> dict[UUID, list[tuple[str, bool]]]:
    """The names and tags that a statement reads, by link, each with whether it is a name."""
    words: dict[UUID, list[tuple[str, bool]]] = {}
    rows = await query_rows(f"{sql} ORDER BY folded".format(links=sql_rows("links")), [json_array(map(str, ids))])
    for row in rows:
        words.setdefault(UUID(str(row["link_id"])), []).append((row["word"], bool(row["is_name"])))
    return words


async def _write_differences(before: Mapping[UUID, State], after: Mapping[UUID, State]) -> None:
    changes = {id: difference(state, after[id]) for id, state in before.items() if id in after}
    await _write({id: values for id, values in changes.items() if values})


async def _write(values_by_link: Mapping[UUID, dict[str, Any]], *, creates: bool = False) -> None:
    """Inserts a change of each link."""
    if not values_by_link:
        return
    author, now = current_author(), clock.now()
    await LinkChange.bulk_create(
        (
            LinkChange(
                link_id=id,
                user_id=author.user_id,
                through=author.through,
                key_name=text.clean_line(author.key_name, LONGEST_KEY_NAME, "name"),
                creates=creates,
                changed_fields=orjson.dumps(values).decode(),
                created_at=now,
            )
            for id, values in values_by_link.items()
        ),
        batch_size=BATCH_SIZE,
    )
