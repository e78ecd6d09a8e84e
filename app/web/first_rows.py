"""The first rows of a list that has a page of its own, for a part of another page, and how many there are in all.

A part that does not show all of them says so, and links to the whole list: `ui.rest` of templates/shared/ui.html.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from tortoise.models import Model
from tortoise.queryset import QuerySet

MOST_ROWS = 10  # in a part of a page
R = TypeVar("R")
S = TypeVar("S")
M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class FirstRows(Generic[R]):
    """The first rows of a list, in its order; `number` is how many it has in all."""

    rows: list[R]
    number: int

    @property
    def cut(self) -> bool:
        """Whether the list has more rows than these."""
        return self.number > len(self.rows)

    def mapped(self, change: Callable[[R], S]) -> FirstRows[S]:
        """Returns the same part with what `change` makes of each row."""
        return FirstRows([change(row) for row in self.rows], self.number)


async def first_rows(query: QuerySet[M], most: int | None = None) -> FirstRows[M]:
    """Returns at most `most` rows of an ordered query set, else MOST_ROWS; counts all only if there are more."""
    most = MOST_ROWS if most is None else most
    rows = await query.limit(most + 1)
    return FirstRows(rows[:most], len(rows) if len(rows) <= most else await query.count())
