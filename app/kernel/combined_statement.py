"""One statement that holds several, each with placeholders of its own."""

from __future__ import annotations

from functools import lru_cache

from app.kernel.db import Statement
from app.kernel.sqlite_statements import PLACEHOLDER


def combined(template: str, **statements: Statement) -> Statement:
    """Returns one statement for PostgreSQL that holds others, which the template names in braces.

    Its values are those of the others, in the order of these arguments.
    """
    parts = tuple((name, sql, len(own)) for name, (sql, own) in statements.items())
    return _text(template, parts), [value for _, own in statements.values() for value in own]


@lru_cache(512)  # putting such a text together takes as long as a read of the database
def _text(template: str, parts: tuple[tuple[str, str, int], ...]) -> str:
    """Returns the template with its parts, each a name, a statement and how many values it has."""
    texts, before = dict[str, str](), 0
    for name, sql, values in parts:
        texts[name] = _with_placeholders_from(sql, before)
        before += values
    return template.format(**texts)


def _with_placeholders_from(sql: str, before: int) -> str:
    """Returns a statement whose placeholders come after so many others."""
    return PLACEHOLDER.sub(lambda place: f"${int(place[1]) + before}", sql)
