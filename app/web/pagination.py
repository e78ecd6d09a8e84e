"""Cursor pages: a page ends at a row, and the next one begins behind it, whatever is added in between."""

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

LONGEST = 500  # characters of a cursor
LARGEST = 2**63 - 1  # what a column of either database holds
YEARS = range(1970, 9999)
M = TypeVar("M", bound=Model)


class InvalidCursor(InvalidRequest):
    field, says = "cursor", N_("That cursor is not one of ours.")


class InvalidLimit(InvalidRequest):
    field, says = "limit", N_("limit must be a number from %(least)s to %(most)s.")


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


async def page_or_first(query: QuerySet[M], *, by: str, cursor: str | None, size: int) -> Page[M]:
    """As `page`, for people: a cursor that means nothing shows the first page."""
    try:
        return await page(query, by=by, cursor=cursor, size=size)
    except InvalidCursor:
        return await page(query, by=by, cursor=None, size=size)


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
    """The value and id a cursor names; it must have been made for the same order. Refusals: InvalidCursor."""
    if len(cursor) > LONGEST or not cursor.isascii():
        raise InvalidCursor
    try:
        padded = cursor.encode() + b"=" * (-len(cursor) % 4)
        order, value, id = json.loads(base64.b64decode(padded, b"-_", validate=True))
    except (ValueError, TypeError, RecursionError):
        raise InvalidCursor from None
    row = parse_uuid(id) if isinstance(id, str) else None
    if order != by or row is None:
        raise InvalidCursor
    return _position(value, by), row


def _position(value: Any, by: str) -> datetime | int | None:
    """Where a page ends: a moment that either database holds, or a number. Refusals: InvalidCursor."""
    if value is None:
        return None
    if not by.endswith("_at"):
        if type(value) is int and 0 <= value <= LARGEST:
            return value
        raise InvalidCursor
    try:
        moment = time_parser.parse(value) if isinstance(value, str) else None
    except ValueError:
        raise InvalidCursor from None
    if moment is None or moment.year not in YEARS:
        raise InvalidCursor
    return moment
