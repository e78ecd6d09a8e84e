"""Reading one row that has to be there."""

from typing import TypeVar
from uuid import UUID

from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel.refusal import NotFound

LARGEST = 2**63 - 1  # what a column of numbers holds on either database
M = TypeVar("M", bound=Model)


async def get_or_refuse(rows: QuerySet[M], id: UUID | int) -> M:
    """The row with this id among `rows`, which hold only what its reader may see. Refusals: NotFound."""
    row = None if isinstance(id, int) and id > LARGEST else await rows.get_or_none(id=id)
    if row is None:
        raise NotFound
    return row
