"""Counts the rows of several query sets by one statement, for pages that show many numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count
from typing import Any

from tortoise.queryset import QuerySet

from app.kernel.combined_statement import combined
from app.kernel.db import Statement, query_rows


async def count_rows(*sets: QuerySet[Any]) -> Sequence[int]:
    """Returns how many rows each of these query sets of the main database has, in their order."""
    if not sets:
        return []
    statements = {f"number{at}": _count_statement(each) for at, each in enumerate(sets)}
    columns = ", ".join(f"({{{name}}}) AS {name}" for name in statements)
    [row] = await query_rows(*combined(f"SELECT {columns}", **statements))
    return [int(row[name]) for name in statements]


def _count_statement(rows: QuerySet[Any]) -> Statement:
    """Returns Tortoise's statement for the number of rows, with `$1` placeholders also for SQLite."""
    counting = rows.count()
    counting._choose_db_if_not_chosen()
    counting._make_query()
    sql, values = counting.query.get_parameterized_sql()
    numbers = count(1)
    return re.sub(r"\?", lambda _: f"${next(numbers)}", sql), values
