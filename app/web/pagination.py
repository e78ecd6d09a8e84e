"""Cursor pages: a page ends at a row, and the next one begins behind it, whatever is added in between."""

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from tortoise.expressions import Q, RawSQL
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel.refusal import N_, InvalidRequest, Refusal

M = TypeVar("M", bound=Model)


class InvalidCursor(Refusal):
    code, field, says = "INVALID_REQUEST", "cursor", N_("That cursor is not one of ours.")


class InvalidLimit(InvalidRequest):
    field, says = "limit", N_("limit must be a number from 1 to 100.")


@dataclass(frozen=True, slots=True)
class Page(Generic[M]):
    """`next` is the cursor of the following page, None on the last."""

    rows: list[M]
    next: str | None


async def page(query: QuerySet[M], *, by: str, cursor: str | None, size: int) -> Page[M]:
    """The rows of `query`, greatest `by` first (none last, then id), that follow `cursor`. Refusals: InvalidCursor."""
    if cursor:
        query = query.filter(_behind(by, *_decoded(cursor, by)))
    table = query.model._meta.db_table
    ordered = query.annotate(absent=RawSQL(f'"{table}"."{by}" IS NULL')).order_by("absent", f"-{by}", "-id")
    rows = await ordered.limit(size + 1)
    return Page(rows[:size], _encoded(rows[size - 1], by) if len(rows) > size else None)


def _behind(by: str, value: Any, id: UUID) -> Q:
    absent: dict[str, Any] = {f"{by}__isnull": True}
    if value is None:
        return Q(Q(**absent), id__lt=id)
    return Q(**{f"{by}__lt": value}) | Q(Q(**{by: value}), id__lt=id) | Q(**absent)


def _encoded(row: Model, by: str) -> str:
    value = getattr(row, by)
    kept = value.isoformat() if isinstance(value, datetime) else value
    return base64.urlsafe_b64encode(json.dumps([by, kept, str(row.pk)]).encode()).decode().rstrip("=")


def _decoded(cursor: str, by: str) -> tuple[Any, UUID]:
    """The value and id a cursor names; it must have been made for the same order."""
    try:
        padded = cursor.encode() + b"=" * (-len(cursor) % 4)
        order, value, id = json.loads(base64.urlsafe_b64decode(padded))
        if order != by:
            raise InvalidCursor
        if isinstance(value, str):
            value = datetime.fromisoformat(value)
        return _possible(value, by), UUID(id)
    except (ValueError, TypeError, AttributeError, RecursionError, binascii.Error):
        raise InvalidCursor from None


def _possible(value: Any, by: str) -> Any:
    moment = isinstance(value, datetime) and value.tzinfo is not None
    amount = type(value) is int and abs(value) < 2**62
    if value is None or (moment if by.endswith("_at") else amount):
        return value
    raise InvalidCursor
