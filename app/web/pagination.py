"""Cursor pages: a page ends at a row, and the next one begins behind it, whatever is added in between."""

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel.refusal import N_, Refusal

M = TypeVar("M", bound=Model)


class InvalidCursor(Refusal):
    code, field, says = "INVALID_REQUEST", "cursor", N_("That cursor is not one of ours.")


@dataclass(frozen=True, slots=True)
class Page(Generic[M]):
    """`next` is the cursor of the following page, None on the last."""

    rows: list[M]
    next: str | None


async def page(query: QuerySet[M], *, by: str, cursor: str | None, size: int) -> Page[M]:
    """The rows of `query`, greatest `by` first (then id), that follow `cursor`. Refusals: InvalidCursor."""
    if cursor:
        query = query.filter(_behind(by, *_decoded(cursor)))
    rows = await query.order_by(f"-{by}", "-id").limit(size + 1)
    more = len(rows) > size
    return Page(rows[:size], _encoded(rows[size - 1], by) if more else None)


def _behind(by: str, value: Any, id: UUID) -> Q:
    if value is None:
        missing: dict[str, Any] = {f"{by}__isnull": True}
        return Q(Q(**missing), id__lt=id)
    return Q(**{f"{by}__lt": value}) | Q(Q(**{by: value}), id__lt=id)


def _encoded(row: Model, by: str) -> str:
    value = getattr(row, by)
    kept = ["t", value.isoformat()] if isinstance(value, datetime) else ["n", value]
    return base64.urlsafe_b64encode(json.dumps([*kept, str(row.pk)]).encode()).decode().rstrip("=")


def _decoded(cursor: str) -> tuple[Any, UUID]:
    try:
        padded = cursor.encode() + b"=" * (-len(cursor) % 4)
        kind, value, id = json.loads(base64.urlsafe_b64decode(padded))
        if kind == "t":
            moment = datetime.fromisoformat(value)
            return (moment, UUID(id)) if moment.tzinfo else _refuse()
        return (value, UUID(id)) if kind == "n" and isinstance(value, int) and abs(value) < 2**62 else _refuse()
    except (ValueError, TypeError, AttributeError, RecursionError, binascii.Error):
        raise InvalidCursor from None


def _refuse() -> Any:
    raise InvalidCursor
