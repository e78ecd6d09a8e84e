"""Reads a row that must exist, and updates one only if nobody else has changed it meanwhile."""

from typing import Any, TypeVar
from uuid import UUID

from tortoise.expressions import F
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel.refusal import EditedElsewhere, NotFound

LARGEST = 2**63 - 1  # the largest integer of a column in either database
M = TypeVar("M", bound=Model)


async def get_or_refuse(rows: QuerySet[M], id: UUID | int) -> M:
    """Returns the row with this id. `rows` must contain only rows that the reader may see. Raises: NotFound."""
    row = None if isinstance(id, int) and id > LARGEST else await rows.get_or_none(id=id)
    if row is None:
        raise NotFound
    return row


async def update_at_version(
    row: QuerySet[M], seen: int | None, elsewhere: type[EditedElsewhere], **values: Any
) -> None:
    """Updates the only row of a query and increments its version, if its version is `seen` or `seen` is None.

    Raises: `elsewhere` if the row has another version, NotFound if there is no row.
    """
    matching = row if seen is None else row.filter(version=seen)
    if not await matching.update(version=F("version") + 1, **values):
        raise elsewhere if await row.exists() else NotFound
