"""Reads the key of a request with its account and its parent, by one statement that is written once.

Every request of the API begins with this. Tortoise would put the statement together anew each time, which takes longer
than running it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from tortoise.models import Model

from app.accounts.models import Account
from app.kernel.db import query_rows

K = TypeVar("K", bound=Model)
KEY, ACCOUNT, PARENT = "k", "a", "p"  # the tables in the statement; a column is called `a.name` in its rows


async def find_key(model: type[K], digests: Sequence[str]) -> K | None:
    """Returns the key with one of these digests, with its account and its parent loaded; None if there is none.

    `model` is ApiKey, which uses this module.
    """
    places = ", ".join(f"${number}" for number in range(1, len(digests) + 1))
    rows = await query_rows(f"{_select(model)} WHERE k.digest IN ({places})", list(digests))
    if not rows:
        return None
    key: Any = _read(model, KEY, rows[0])
    key.account = _read(Account, ACCOUNT, rows[0])
    key.parent = _read(model, PARENT, rows[0]) if rows[0]["p.id"] is not None else None
    return key  # type: ignore[no-any-return]


@cache
def _select(model: type[Model]) -> str:
    """Returns the statement without its condition."""
    tables = ((KEY, model), (ACCOUNT, Account), (PARENT, model))
    columns = [f'{table}."{name}" AS "{alias}"' for table, of in tables for name, alias in _columns(of, table)]
    joined = "api_keys k JOIN accounts a ON a.id = k.account_id LEFT JOIN api_keys p ON p.id = k.parent_id"
    return f"SELECT {', '.join(columns)} FROM {joined}"  # noqa: S608 - our own names


@cache
def _columns(model: type[Model], table: str) -> list[tuple[str, str]]:
    """Returns the columns of a model, each with what it is called in a row."""
    return [(name, f"{table}.{name}") for name in model._meta.fields_db_projection]


def _read(model: type[Model], table: str, row: Mapping[str, Any]) -> Any:
    """Returns the object of a table in a row."""
    return model._init_from_db(**{name: row[alias] for name, alias in _columns(model, table)})
