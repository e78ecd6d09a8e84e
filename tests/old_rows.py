"""Rows for the tables of an older version, as its own DDL describes them: nothing here names their columns."""

import re
from collections.abc import Iterator, Mapping, Sequence
from graphlib import TopologicalSorter
from itertools import count
from typing import NamedTuple
from uuid import UUID

from tortoise import Tortoise

from app.kernel import db

TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    "postgres": "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
}
COLUMNS = {
    "sqlite": """SELECT i.name, lower(i.type) AS type, k."table" AS parent, i."notnull" AS required
        FROM pragma_table_info('{table}') i LEFT JOIN pragma_foreign_key_list('{table}') k ON k."from" = i.name""",
    "postgres": """SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
            k.confrelid::regclass::text AS parent, a.attnotnull AS required
        FROM pg_attribute a LEFT JOIN pg_constraint k ON k.contype = 'f' AND k.conrelid = a.attrelid
            AND a.attnum = k.conkey[1]
        WHERE a.attrelid = '"{table}"'::regclass AND a.attnum > 0 AND NOT a.attisdropped""",
}
KINDS = (  # what a type is called in either dialect, and a literal that takes it, for the row number n
    (r"uuid|char\(36\)", "'{uuid}'"),
    (r"char|text", "'{text}'"),
    (r"timestamp", "'2026-11-01 00:00:00+00:00'"),
    (r"date", "'2026-11-01'"),
    (r"json", "'{{}}'"),
    (r"bool", "true"),
    (r"blob", "X'30'"),
    (r"bytea", "'0'"),
    (r"int|real|double|numeric", "{n}"),
)
GUEST = "guest_digest"  # an account with a value here is a guest's, who can have no session
Row = Mapping[str, object]


class Column(NamedTuple):
    name: str
    type: str
    parent: str | None
    required: bool

    @property
    def length(self) -> int:
        """The most characters of a text, 36 where the type does not say."""
        return int((re.search(r"char\w*(?: varying)?\((\d+)\)", self.type) or [0, 36])[1])

    def literal(self, n: int) -> str:
        """A value of this column: another one in each row, so that no unique index refuses it."""
        [kind, *_] = [literal for pattern, literal in KINDS if re.search(pattern, self.type)]
        return kind.format(n=n, uuid=UUID(int=n), text=f"{n}x{self.name}"[: self.length])


async def columns_of(table: str, on: str = db.MAIN) -> list[Column]:
    """The columns that a table has now."""
    rows = await db.query_rows(COLUMNS[_dialect()].format(table=table), [], on=on)
    columns = {row["name"]: Column(row["name"], row["type"], row["parent"], bool(row["required"])) for row in rows}
    return [*columns.values()]


async def insert(table: str, rows: Sequence[Row], on: str = db.MAIN) -> None:
    """Inserts rows with a value for every column that the table has; values for others are left out."""
    names = [column.name for column in await columns_of(table, on)]
    lines = [f"({', '.join(_literal(row[name]) for name in names)})" for row in rows]
    quoted = ", ".join(f'"{name}"' for name in names)
    for first in range(0, len(lines), 500):
        values = ", ".join(lines[first : first + 500])
        sql = f'INSERT INTO "{table}" ({quoted}) VALUES {values}'  # noqa: S608 - values of tests
        await Tortoise.get_connection(on).execute_script(sql)


async def fill_tables(fixed: Mapping[str, Sequence[Row]], without: Sequence[str]) -> None:
    """A row in every table but those of `without`, and of some tables as many as have `fixed` values; every column has
    a value but optional references to other rows, unless `fixed` has one.
    """
    tables = [row["name"] for row in await db.query_rows(TABLES[_dialect()], [])]
    columns = {table: await columns_of(table) for table in tables if table not in (*without, "aerich")}
    needed = {
        table: {
            column.parent
            for column in some
            if column.parent and (column.required or any(column.name in row for row in fixed.get(table, ())))
        }
        - {table}
        for table, some in columns.items()
    }
    ids: dict[str, str] = {}
    for table, n in zip(TopologicalSorter(needed).static_order(), count(3), strict=False):
        for row, values in _rows(columns[table], fixed.get(table, [{}]), n, ids):
            sql = f'INSERT INTO "{table}" ({row}) VALUES ({values})'  # noqa: S608 - names and values of tests
            await Tortoise.get_connection(db.MAIN).execute_script(sql)
        [first, *_] = await db.query_rows(f'SELECT * FROM "{table}"', [])  # noqa: S608 - a name of the database
        ids[table] = _literal(str(first["id"]) if isinstance(first.get("id"), UUID) else first.get("id"))


async def numbers() -> dict[str, list[dict[str, int]]]:
    """Every number in every table of the main database, by table and row."""
    rows = {
        row["name"]: await db.query_rows(f'SELECT * FROM "{row["name"]}"', [])  # noqa: S608 - names of the database
        for row in await db.query_rows(TABLES[_dialect()], [])
    }
    return {
        table: [
            {name: value for name, value in row.items() if isinstance(value, int) and not isinstance(value, bool)}
            for row in some
        ]
        for table, some in rows.items()
    }


def _rows(columns: Sequence[Column], fixed: Sequence[Row], n: int, ids: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yields the column names and the values of each row."""
    for place, row in enumerate(fixed):
        values = {
            f'"{column.name}"': _literal(row[column.name])
            if column.name in row
            else (ids[column.parent] if column.parent else column.literal(n + 100 * place))
            for column in columns
            if column.name in row or ((column.required or not column.parent) and column.name != GUEST)
        }
        yield ", ".join(values), ", ".join(values.values())


def _literal(value: object) -> str:
    return str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"


def _dialect() -> str:
    return str(Tortoise.get_connection(db.MAIN).capabilities.dialect)
