"""One statement that holds several, each with placeholders of its own."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from app.kernel.db import Statement
from app.kernel.sqlite_connections import PLACEHOLDER


def combined(template: str, **statements: Statement) -> Statement:
    """Returns one statement for PostgreSQL that holds others, which the template names in braces.

    Its values are those of the others, in the order of these arguments.
    """
    texts, values = dict[str, str](), list[Any]()
    for name, (sql, own) in statements.items():
        texts[name] = _with_placeholders_from(sql, len(values))
        values += own
    return template.format(**texts), values


@lru_cache(2_048)
def _with_placeholders_from(sql: str, before: int) -> str:
    """Returns a statement whose placeholders come after so many others."""
    return PLACEHOLDER.sub(lambda place: f"${int(place[1]) + before}", sql)
