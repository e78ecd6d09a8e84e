"""One row that has to be there: read, and changed at a version."""

from typing import Any, TypeVar
from uuid import UUID

from tortoise.expressions import F
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel.refusal import EditedElsewhere, NotFound

LARGEST = 2**63 - 1  # what a column of numbers holds on either database
M = TypeVar("M", bound=Model)


async def get_or_refuse(rows: QuerySet[M], id: UUID | int) -> M:
    """The row with this id among `rows`, which hold only what its reader may see. Refusals: NotFound."""
    row = None if isinstance(id, int) and id > LARGEST else await rows.get_or_none(id=id)
    if row is None:
        raise NotFound
    return row


async def update_at_version(row: QuerySet[M], seen: int | None, elsewhere: type[EditedElsewhere],
                            **values: Any) -> None:
    """Changes the one row of a query and counts its version up, if it has the version `seen`; None stands for any.

    Refusals: `elsewhere` where the row has another version, NotFound where there is none.
    """
    held = row if seen is None else row.filter(version=seen)
    if not await held.update(version=F("version") + 1, **values):
        raise elsewhere if await row.exists() else NotFound
