"""Statements that run on the thread of a connection to SQLite."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from app.kernel.db import Statement
from app.kernel.sqlite_statements import fetch_each, fetch_rows


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE fruits (name TEXT, grams INTEGER)")
        yield connection


def test_rows_are_dictionaries_in_the_order_of_the_columns(connection: sqlite3.Connection) -> None:
    insert = "INSERT INTO fruits VALUES (?1, ?2), ('fig', 40) RETURNING grams, name AS fruit"
    assert fetch_rows(insert, ["date", 8], connection) == [{"grams": 8, "fruit": "date"}, {"grams": 40, "fruit": "fig"}]
    [row] = fetch_rows("SELECT name, grams FROM fruits WHERE grams > 10", [], connection)
    assert list(row.items()) == [("name", "fig"), ("grams", 40)]


def test_a_statement_without_rows_has_none(connection: sqlite3.Connection) -> None:
    assert fetch_rows("DELETE FROM fruits", [], connection) == []
    assert fetch_rows("SELECT name FROM fruits", [], connection) == []


def test_nothing_runs_after_a_required_statement_without_rows(connection: sqlite3.Connection) -> None:
    select: Statement = ("SELECT name FROM fruits", [])
    insert: Statement = ("INSERT INTO fruits VALUES ('fig', 40)", [])
    assert fetch_each([select, insert], 1, connection) == [[]]
    assert fetch_each([select, insert, select], 0, connection) == [[], [], [{"name": "fig"}]]
