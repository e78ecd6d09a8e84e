"""A table of an export: its file, the columns that are in it, and those that are left out, each with the reason."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

BATCH_SIZE, IDS_AT_ONCE = 100, 5_000  # rows; few enough for the server to answer others in between
Rows = list[dict[str, Any]]
Complete = Callable[[Rows], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class ExportedTable:
    """A table of an export.

    `owner` is the column, or the path of relations, whose value is the id of the account or user. `left_out` maps
    columns to the reason why they are not in the export. `order` is the column by which the rows are written; rows with
    the same value follow in the order of their ids. `complete` adds values to a batch of rows that other tables hold,
    and removes columns that are only read for that. `key` is the column of the primary key, which is the order without
    another one; `at_once` is how many rows are read at once, where they are larger than others. Rows that do not match
    `condition` are left out.
    """

    path: str
    model: type[Model]
    columns: str
    owner: str
    left_out: Mapping[str, str] = field(default_factory=dict)
    order: str = ""
    complete: Complete | None = None
    key: str = "id"
    at_once: int = 0
    condition: Q | None = None

    @property
    def _sorting(self) -> tuple[str, str]:
        """The columns by which rows are sorted."""
        return self.order or self.key, self.key

    def matches(self, owner_id: UUID) -> QuerySet[Any]:
        """The rows of an account or user."""
        rows = self.model.filter(**{self.owner: owner_id})
        return rows if self.condition is None else rows.filter(self.condition)

    async def batches(self, owner_id: UUID) -> AsyncGenerator[Rows]:
        """Yields the rows in batches. Rows that are added meanwhile may be missing; none is there twice.

        The ids are read many at once, because not every table has an index with the rows of an owner in this order.
        """
        columns = dict.fromkeys([*self.columns.split(), *self._sorting])
        size = self.at_once or BATCH_SIZE
        async for ids in self._ids(owner_id):
            for at in range(0, len(ids), size):
                batch = self.model.filter(**{f"{self.key}__in": ids[at : at + size]}).order_by(*self._sorting)
                rows: Rows = await batch.values(*columns)
                if self.complete:
                    await self.complete(rows)
                yield rows

    async def _ids(self, owner_id: UUID) -> AsyncGenerator[list[Any]]:
        """Yields the ids of the rows in their order, IDS_AT_ONCE at a time."""
        order, key = self._sorting
        matches = self.matches(owner_id).order_by(order, key).limit(IDS_AT_ONCE)
        after = Q()
        while keys := await matches.filter(after).values_list(order, key):
            yield [id for _value, id in keys]
            value, id = keys[-1]
            after = Q(**{f"{order}__gt": value}) | Q(**{order: value, f"{key}__gt": id})
