"""A table of an export: its file, the columns that are in it, and those that are left out, each with the reason."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tortoise.models import Model
from tortoise.queryset import QuerySet

BATCH_SIZE = 500
Rows = list[dict[str, Any]]
Complete = Callable[[Rows], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class ExportedTable:
    """A table of an export.

    `owner` is the column, or the path of relations, whose value is the id of the account or user. `left_out` maps
    columns to the reason why they are not in the export. `order` is the column by which the rows are written; rows with
    the same value follow in the order of their ids. `complete` adds values to a batch of rows that other tables hold,
    and removes columns that are only read for that.
    """

    path: str
    model: type[Model]
    columns: str
    owner: str
    left_out: Mapping[str, str] = field(default_factory=dict)
    order: str = "id"
    complete: Complete | None = None

    def matches(self, owner_id: UUID) -> QuerySet[Any]:
        """The rows of an account or user."""
        return self.model.filter(**{self.owner: owner_id})

    async def batches(self, owner_id: UUID) -> AsyncGenerator[Rows]:
        """Yields the rows in batches. Rows that are added meanwhile may be missing; none is there twice.

        Only the ids are in memory as a whole: no index has all rows of an owner in an order to go on from.
        """
        columns = dict.fromkeys([*self.columns.split(), "id", self.order])
        ids: list[Any] = await self.matches(owner_id).order_by(self.order, "id").values_list("id", flat=True)
        for at in range(0, len(ids), BATCH_SIZE):
            batch = self.model.filter(id__in=ids[at : at + BATCH_SIZE]).order_by(self.order, "id")
            rows: Rows = await batch.values(*columns)
            if self.complete:
                await self.complete(rows)
            yield rows
