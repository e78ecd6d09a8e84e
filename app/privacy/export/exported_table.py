"""A table of an export: its file, the columns that are in it, and those that are left out, each with the reason."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tortoise.expressions import Q
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
        """Yields the rows in batches. Rows that are added meanwhile may be missing; none is there twice."""
        columns, after = dict.fromkeys([*self.columns.split(), "id", self.order]), Q()
        while True:
            matches = self.matches(owner_id).filter(after).order_by(self.order, "id").limit(BATCH_SIZE)
            rows: Rows = await matches.values(*columns)
            if not rows:
                return
            after = self._after(rows[-1])
            if self.complete:
                await self.complete(rows)
            yield rows

    def _after(self, row: Mapping[str, Any]) -> Q:
        """The condition of the rows that follow a row."""
        if self.order == "id":
            return Q(id__gt=row["id"])
        later: dict[str, Any] = {f"{self.order}__gt": row[self.order]}
        same: dict[str, Any] = {self.order: row[self.order], "id__gt": row["id"]}
        return Q(**later) | Q(**same)
