"""Reads the key of a request with its account and its parent, by one statement that is written once.

Every request of the API begins with this. Tortoise would put the statement together anew each time, which takes longer
than running it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from functools import cache
from typing import Any, NamedTuple, TypeVar

from tortoise.models import Model

from app.accounts.models import Account
from app.kernel import installation
from app.kernel.db import query_rows

K = TypeVar("K", bound=Model)
MOST_KEPT = 2_000  # rows, each of some 5 kB with its objects
KEY, ACCOUNT, PARENT = "k", "a", "p"  # the tables in the statement; a column is called `a.name` in its rows


class ReadRows(dict[tuple[str, Any], tuple[dict[str, Any], list[Any]]]):
    """Rows as they were read last, with their objects, by digest and joined tables; a resource of the installation.

    The row is read for every request. The same row has the same objects, which take longer to make than to read.
    """

    def keep(self, name: tuple[str, Any], known: tuple[dict[str, Any], list[Any]]) -> tuple[dict[str, Any], list[Any]]:
        """Keeps what was read, and returns it."""
        if len(self) >= MOST_KEPT:
            self.clear()
        self[name] = known
        return known


class Joined(NamedTuple):
    """A further table of which the statement reads at most one row: its `alias`, and the condition that joins it."""

    alias: str
    model: type[Model]
    on: str


async def find_key(model: type[K], digests: Sequence[str]) -> K | None:
    """Returns the key with one of these digests, with its account and its parent loaded; None if there is none.

    `model` is ApiKey, which uses this module.
    """
    key, _ = await find_key_and(model, digests)
    return key


async def find_key_and(
    model: type[K], digests: Sequence[str], joined: tuple[Joined, ...] = ()
) -> tuple[K | None, tuple[Any, ...]]:
    """Returns the key as `find_key` does, and the rows of the joined tables that there are."""
    places = ", ".join(f"${number}" for number in range(1, len(digests) + 1))
    rows = await query_rows(f"{_select(model, joined)} WHERE k.digest IN ({places})", list(digests)) if digests else ()
    if not rows:
        return None, ()
    [row], read = rows, installation.current().resource(ReadRows)
    known = read.get((digest := row["k.digest"], joined))
    if known is None or known[0] != row:
        known = read.keep((digest, joined), (row, _objects(model, joined, row)))
    key, account, *others = map(copy, known[1])
    key.account = account
    return key, tuple(others)


def _objects(model: type[Model], joined: tuple[Joined, ...], row: Mapping[str, Any]) -> list[Any]:
    """Returns what is in a row: the key with its parent, its account, and the rows of joined tables."""
    key: Any = _read(model, KEY, row)
    key.parent = _read(model, PARENT, row) if row["p.id"] is not None else None
    there = [each for each in joined if row[f"{each.alias}.{each.model._meta.db_pk_column}"] is not None]
    return [key, _read(Account, ACCOUNT, row), *(_read(each.model, each.alias, row) for each in there)]


@cache
def _select(model: type[Model], joined: tuple[Joined, ...]) -> str:
    """Returns the statement without its condition."""
    tables = [(KEY, model), (ACCOUNT, Account), (PARENT, model), *((each.alias, each.model) for each in joined)]
    columns = [f'{table}."{name}" AS "{alias}"' for table, of in tables for name, alias in _columns(of, table)]
    joins = [f"LEFT JOIN {each.model._meta.db_table} {each.alias} ON {each.on}" for each in joined]
    of_key = "api_keys k JOIN accounts a ON a.id = k.account_id LEFT JOIN api_keys p ON p.id = k.parent_id"
    return f"SELECT {', '.join(columns)} FROM {' '.join([of_key, *joins])}"  # noqa: S608 - our own names


@cache
def _columns(model: type[Model], table: str) -> list[tuple[str, str]]:
    """Returns the columns of a model, each with what it is called in a row."""
    return [(name, f"{table}.{name}") for name in model._meta.fields_db_projection]


def _read(model: type[Model], table: str, row: Mapping[str, Any]) -> Any:
    """Returns the object of a table in a row."""
    return model._init_from_db(**{name: row[alias] for name, alias in _columns(model, table)})
