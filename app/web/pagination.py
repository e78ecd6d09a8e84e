"""Cursor pagination: a page ends at a row, and the next one starts after it, even if rows are added in between."""

import base64
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from tortoise.expressions import Q, RawSQL
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import time_parser
from app.kernel.refusal import N_, InvalidRequest
from app.kernel.uuid_parser import parse_uuid

MAX_CURSOR_LENGTH = 500  # characters
LARGEST = 2**63 - 1  # the largest integer of a column in either database
YEARS = range(1970, 9999)
M = TypeVar("M", bound=Model)


class InvalidCursor(InvalidRequest):
    """The cursor is malformed, or was made for another order."""

    field, says = "cursor", N_("That cursor is not one of ours.")


class InvalidLimit(InvalidRequest):
    """The page size is outside of the allowed range. Facts: least, most."""

    field, says = "limit", N_("limit must be a number from %(least)s to %(most)s.")


@dataclass(frozen=True, slots=True)
class CursorPage(Generic[M]):
    """One page of rows; `next` is the cursor of the following page, None on the last."""

    rows: list[M]
    next: str | None


async def fetch_page(query: QuerySet[M], *, by: str, cursor: str | None, size: int) -> CursorPage[M]:
    """Returns the `size` rows of `query` that follow `cursor`, in descending order of the column `by`, then of id.

    Rows without a value come last. Raises: InvalidCursor.
    """
    if cursor:
        query = query.filter(_after(by, *_decode(cursor, by)))
    table = query.model._meta.db_table
    ordered = query.annotate(absent=RawSQL(f'"{table}"."{by}" IS NULL')).order_by("absent", f"-{by}", "-id")
    rows = await ordered.limit(size + 1)
    return CursorPage(rows[:size], _encode(rows[size - 1], by) if len(rows) > size else None)


async def page_or_first(query: QuerySet[M], *, by: str, cursor: str | None, size: int) -> CursorPage[M]:
    """Returns the page at the cursor, as `fetch_page` does; the first page if the cursor is invalid. For web pages."""
    try:
        return await fetch_page(query, by=by, cursor=cursor, size=size)
    except InvalidCursor:
        return await fetch_page(query, by=by, cursor=None, size=size)


def _after(by: str, value: Any, id: UUID) -> Q:
    """Returns the condition for rows that follow this value and id."""
    absent: dict[str, Any] = {f"{by}__isnull": True}
    if value is None:
        return Q(Q(**absent), id__lt=id)
    return Q(**{f"{by}__lt": value}) | Q(Q(**{by: value}), id__lt=id) | Q(**absent)


def _encode(row: Model, by: str) -> str:
    """Returns the cursor of a row."""
    value = getattr(row, by)
    plain = value.isoformat() if isinstance(value, datetime) else value
    return base64.urlsafe_b64encode(json.dumps([by, plain, str(row.pk)]).encode()).decode().rstrip("=")


def _decode(cursor: str, by: str) -> tuple[Any, UUID]:
    """Returns the value and the id in a cursor, which must have been made for the same order. Raises: InvalidCursor."""
    if len(cursor) > MAX_CURSOR_LENGTH or not cursor.isascii():
        raise InvalidCursor
    try:
        padded = cursor.encode() + b"=" * (-len(cursor) % 4)
        order, value, id = json.loads(base64.b64decode(padded, b"-_", validate=True))
    except (ValueError, TypeError, RecursionError):
        raise InvalidCursor from None
    row = parse_uuid(id) if isinstance(id, str) else None
    if order != by or row is None:
        raise InvalidCursor
    return _parse_value(value, by), row


def _parse_value(value: Any, by: str) -> datetime | int | None:
    """Returns the value of a cursor as a time or a number that both databases can store. Raises: InvalidCursor."""
    if value is None:
        return None
    if not by.endswith("_at"):
        if type(value) is int and 0 <= value <= LARGEST:
            return value
        raise InvalidCursor
    try:
        moment = time_parser.parse_time(value) if isinstance(value, str) else None
    except ValueError:
        raise InvalidCursor from None
    if moment is None or moment.year not in YEARS:
        raise InvalidCursor
    return moment
