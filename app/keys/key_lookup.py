"""Reads the key of a request with its account and its parent, by one statement that is written once.

Every request of the API begins with this. Tortoise would put the statement together anew each time, which takes longer
than running it.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar

from tortoise import Tortoise
from tortoise.models import Model

from app.accounts.models import Account
from app.kernel import installation
from app.kernel.db import MAIN, Rows, Statement, query_rows

K = TypeVar("K", bound=Model)
MOST_KEPT = 2_000  # rows, each of some 5 kB with its objects
RECENT = 60.0  # seconds for which a row may be used that is compared with the database later (find_recent_key_and)
KEY, ACCOUNT, PARENT = "k", "a", "p"  # the tables in the statement; a column is called `a.name` in its rows
COUNTED = {"last_used_at", "links_used", "keys_used", "seats_used"}  # columns that say nothing of what a key may do
FINGERPRINT = "fingerprint"


class Joined(NamedTuple):
    """A further table of which the statement reads at most one row: its `alias`, and the condition that joins it."""

    alias: str
    model: type[Model]
    on: str


class ReadRow(NamedTuple):
    """A row of the statement, the objects that were made of it, and when it was read last (time.monotonic).

    `unchanged` checks that it is still the same.
    """

    row: dict[str, Any]
    objects: list[Any]
    unchanged: UnchangedRow
    at: float


class ReadRows(dict[str, dict[tuple[Joined, ...], ReadRow]]):
    """Rows as they were read last, by digest and joined tables; a resource of the installation.

    The same row has the same objects, which take longer to make than to read.
    """

    def find(self, digest: str, joined: tuple[Joined, ...]) -> ReadRow | None:
        """Returns what was read of a key with these tables."""
        return self.get(digest, {}).get(joined)

    def keep(self, digest: str, joined: tuple[Joined, ...], known: ReadRow) -> ReadRow:
        """Keeps what was read, and returns it."""
        if len(self) >= MOST_KEPT:
            self.clear()
        self.setdefault(digest, {})[joined] = known
        return known


class UnchangedRow(NamedTuple):
    """The check that a key, its account and the joined tables are still as they were read, without what is counted.

    `statement` is to be run in the transaction that relies on them; `holds` says what its rows mean.
    """

    statement: Statement
    row: Mapping[str, Any] | None  # what SQLite must read; None for PostgreSQL, which compares by itself

    def holds(self, rows: Rows) -> bool:
        """Whether nothing has changed."""
        return bool(rows) if self.row is None else rows == [self.row]


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
    [row], read, now = rows, installation.current().resource(ReadRows), time.monotonic()
    known = read.find(digest := row["k.digest"], joined)
    if known is not None and known.row == row:
        known = known._replace(at=now)
    else:
        known = ReadRow(row, _objects(model, joined, row), _unchanged(model, joined, row), now)
    return _copies(read.keep(digest, joined, known))


def find_recent_key_and(
    model: type[K], digests: Sequence[str], joined: tuple[Joined, ...]
) -> tuple[K, tuple[Any, ...], UnchangedRow] | None:
    """Returns what `find_key_and` read in the last RECENT seconds, None if it did not, and the check that it holds.

    Whoever uses it runs that check in the transaction that writes, and begins anew with `find_key_and` if it fails.
    """
    read = installation.current().resource(ReadRows)
    known = next(filter(None, (read.find(digest, joined) for digest in digests)), None)
    if known is None or time.monotonic() - known.at > RECENT:
        return None
    return *_copies(known), known.unchanged


def _unchanged(model: type[Model], joined: tuple[Joined, ...], row: Mapping[str, Any]) -> UnchangedRow:
    """Returns the check that a row is still the same."""
    digest, sql = row["k.digest"], _unchanged_select(model, joined, FINGERPRINT in row)
    if FINGERPRINT in row:
        return UnchangedRow((sql, [digest, row[FINGERPRINT]]), None)
    return UnchangedRow((sql, [digest]), {name: row[name] for name in _stable_columns(model, joined).values()})


@cache
def _unchanged_select(model: type[Model], joined: tuple[Joined, ...], with_fingerprint: bool) -> str:
    """Returns the statement of that check: PostgreSQL compares, for SQLite it reads what is to be compared."""
    columns, tables = _stable_columns(model, joined), _tables(joined)
    if with_fingerprint:
        return f"SELECT 1 FROM {tables} WHERE k.digest = $1 AND {_fingerprint(joined)} = $2"  # noqa: S608
    return f"SELECT {', '.join(columns)} FROM {tables} WHERE k.digest = $1"  # noqa: S608


def forget_key(digest: str) -> None:
    """Forgets what was read of a key, so that it is read again for its next request."""
    installation.current().resource(ReadRows).pop(digest, None)


def _copies(known: ReadRow) -> tuple[Any, tuple[Any, ...]]:
    """Returns a key with its account, and the rows of joined tables, which their user may change."""
    key, account, *others = map(_copy, known.objects)
    key.account = account
    return key, tuple(others)


def _copy(row: Model) -> Any:
    """Returns an object with the same attributes, as `copy.copy` does in ten times the time."""
    new: Any = object.__new__(type(row))
    new.__dict__.update(row.__dict__)
    return new


def _objects(model: type[Model], joined: tuple[Joined, ...], row: Mapping[str, Any]) -> list[Any]:
    """Returns what is in a row: the key with its parent, its account, and the rows of joined tables."""
    key: Any = _read(model, KEY, row)
    key.parent = _read(model, PARENT, row) if row["p.id"] is not None else None
    there = [each for each in joined if row[f"{each.alias}.{each.model._meta.db_pk_column}"] is not None]
    return [key, _read(Account, ACCOUNT, row), *(_read(each.model, each.alias, row) for each in there)]


def _select(model: type[Model], joined: tuple[Joined, ...]) -> str:
    """Returns the statement without its condition; on PostgreSQL it reads a fingerprint with joined tables."""
    return _select_of(model, joined, bool(joined) and Tortoise.get_connection(MAIN).capabilities.dialect != "sqlite")


@cache
def _select_of(model: type[Model], joined: tuple[Joined, ...], with_fingerprint: bool) -> str:
    """Returns the statement without its condition."""
    columns = [f'{column} AS "{name}"' for column, name in _all_columns(model, joined)]
    if with_fingerprint:
        columns.append(f"{_fingerprint(joined)} AS {FINGERPRINT}")
    return f"SELECT {', '.join(columns)} FROM {_tables(joined)}"  # noqa: S608 - our own names


@cache
def _tables(joined: tuple[Joined, ...]) -> str:
    """Returns the joined tables."""
    joins = [f"LEFT JOIN {each.model._meta.db_table} {each.alias} ON {each.on}" for each in joined]
    of_key = "api_keys k JOIN accounts a ON a.id = k.account_id LEFT JOIN api_keys p ON p.id = k.parent_id"
    return " ".join([of_key, *joins])


def _all_columns(model: type[Model], joined: tuple[Joined, ...]) -> list[tuple[str, str]]:
    """Returns the columns of all tables, each with what it is called in a row."""
    tables = [(KEY, model), (ACCOUNT, Account), (PARENT, model), *((each.alias, each.model) for each in joined)]
    return [(f'{table}."{name}"', alias) for table, of in tables for name, alias in _columns(of, table)]


@cache
def _stable_columns(model: type[Model], joined: tuple[Joined, ...]) -> dict[str, str]:
    """Returns the columns that are compared (UnchangedRow)."""
    columns = _all_columns(model, joined)
    return {f'{column} AS "{name}"': name for column, name in columns if name.partition(".")[2] not in COUNTED}


@cache
def _fingerprint(joined: tuple[Joined, ...]) -> str:
    """Returns PostgreSQL's expression that is another one once a row has changed, short enough to be sent each time.

    Every update gives a row another `xmin` (PostgreSQL, “System Columns”). Rows of accounts are updated by whatever is
    counted; of them it reads the columns that say more.
    """
    rows = ", ' ', ".join(f"{table}.xmin" for table in (KEY, PARENT, *(each.alias for each in joined)))
    columns = ", ".join(f'{ACCOUNT}."{name}"' for name, _ in _columns(Account, ACCOUNT) if name not in COUNTED)
    return f"concat({rows}, ' ', md5(CAST(ROW({columns}) AS TEXT)))"


@cache
def _columns(model: type[Model], table: str) -> list[tuple[str, str]]:
    """Returns the columns of a model, each with what it is called in a row."""
    return [(name, f"{table}.{name}") for name in model._meta.fields_db_projection]


def _read(model: type[Model], table: str, row: Mapping[str, Any]) -> Any:
    """Returns the object of a table in a row."""
    return model._init_from_db(**{name: row[alias] for name, alias in _columns(model, table)})
