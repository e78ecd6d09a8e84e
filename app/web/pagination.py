"""Cursor pagination: a page ends at a row, and the next one starts after it, even if rows are added in between."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar
from uuid import UUID

from pypika_tortoise.terms import Tuple
from tortoise.expressions import Q, ResolveContext
from tortoise.fields import DatetimeField, Field, IntField
from tortoise.models import Model
from tortoise.query_utils import QueryModifier
from tortoise.queryset import QuerySet

from app.kernel import time_parser
from app.kernel.clock import EARLIEST
from app.kernel.refusal import N_, InvalidRequest
from app.kernel.uuid_parser import parse_uuid

MAX_CURSOR_LENGTH, LONGEST_NUMBER = 500, 18  # characters
LARGEST = 2**63 - 1  # the largest integer of a column in either database
YEARS = range(EARLIEST.year, 9999)
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


class _Position(NamedTuple):
    """The place of a row in an order: its value and id, and the number of its group."""

    value: datetime | int | None
    id: UUID
    group: int


async def fetch_page(
    query: QuerySet[M],
    *,
    by: str,
    cursor: str | None,
    size: int,
    groups: Sequence[Q] = (),
    rows_by_id: QuerySet[M] | None = None,
    ascending: bool = False,
) -> CursorPage[M]:
    """Returns the `size` rows of `query` that follow `cursor`, by descending `by` and id, as an index has them.

    `ascending` turns that round, where no row of `query` has NULL in `by`. Rows of earlier `groups` (conditions) come
    first, by default those with a value. With `rows_by_id`, `query` is only asked for ids. Raises: InvalidCursor.
    """
    order, columns = (f"+{by}", (by, "id")) if ascending else (by, (f"-{by}", "-id"))
    groups = groups or _default_groups(query.model, by)
    position = _decode(cursor, order, query.model._meta.fields_map[by]) if cursor else None
    first, rows = _first_group(position, groups), list[tuple[M, int]]()  # each row with the number of its group
    for number in range(first, len(groups)):
        after = _after(by, position, ascending) if position and number == first else Q()
        if more := size + 1 - len(rows):
            matches = query.filter(groups[number], after).order_by(*columns).limit(more)
            rows += [(row, number) for row in await _read(matches, rows_by_id)]
    return CursorPage([row for row, _ in rows[:size]], _encode(*rows[size - 1], order) if len(rows) > size else None)


def _first_group(position: _Position | None, groups: Sequence[Q]) -> int:
    """Returns the number of the group in which a page begins. Raises: InvalidCursor."""
    if position and position.group >= len(groups):
        raise InvalidCursor
    return position.group if position else 0


async def _read(matches: QuerySet[M], rows_by_id: QuerySet[M] | None) -> list[M]:
    """Returns the rows of `matches`, in its order; with `rows_by_id` it is asked for their ids only."""
    if rows_by_id is None:
        return await matches
    ids = await matches.values_list("id", flat=True)
    rows = {row.pk: row for row in await rows_by_id.filter(id__in=ids)} if ids else {}
    return [rows[id] for id in ids if id in rows]  # one may be deleted for good between the two statements


async def page_or_first(
    query: QuerySet[M],
    *,
    by: str,
    cursor: str | None,
    size: int,
    groups: Sequence[Q] = (),
    rows_by_id: QuerySet[M] | None = None,
    ascending: bool = False,
) -> CursorPage[M]:
    """Returns the page at the cursor, as `fetch_page` does; the first page if the cursor is invalid. For web pages."""
    page = partial(fetch_page, query, by=by, size=size, groups=groups, rows_by_id=rows_by_id, ascending=ascending)
    try:
        return await page(cursor=cursor)
    except InvalidCursor:
        return await page(cursor=None)


async def page_after(query: QuerySet[M], *, by: str, after: str, size: int, descending: bool = False) -> CursorPage[M]:
    """Returns the `size` rows that follow the one whose unique column `by`, a text or a whole number, is `after`.

    The first rows for a text that no row can have there. `next` is the value of the last row. For web pages.
    """
    field, start = query.model._meta.fields_map[by], None
    if not isinstance(field, IntField):
        start = after[: field.max_length]  # type: ignore[attr-defined]  # Tortoise refuses what fits into no row
    elif after.isascii() and after.isdigit() and len(after) <= LONGEST_NUMBER:
        start = min(int(after), field.constraints["le"])
    following: Any = {f"{by}__{'lt' if descending else 'gt'}": start} if after and start is not None else {}
    rows = await query.filter(**following).order_by(f"-{by}" if descending else by).limit(size + 1)
    return CursorPage(rows[:size], str(getattr(rows[size - 1], by)) if len(rows) > size else None)


async def fetch_merged_page(
    queries: Sequence[QuerySet[Any]], *, by: str, cursor: str | None, size: int
) -> CursorPage[Any]:
    """Returns one page of the rows of several tables, by descending `by` and id, as if they were one table.

    `by` is a column of all of them that is never NULL. Raises: InvalidCursor.
    """
    pages = [await fetch_page(query, by=by, cursor=cursor, size=size) for query in queries]
    rows = [row for page in pages for row in page.rows]
    rows.sort(key=lambda row: (getattr(row, by), row.pk), reverse=True)
    more = len(rows) > size or any(page.next for page in pages)
    return CursorPage(rows[:size], _encode(rows[size - 1], 0, by) if more else None)


def _default_groups(model: type[Model], by: str) -> tuple[Q, ...]:
    """Returns the groups of a column: the rows with a value, then those without one (a column of times may be NULL)."""
    if not model._meta.fields_map[by].null:
        return (Q(),)
    present: dict[str, Any] = {f"{by}__gte": EARLIEST}
    absent: dict[str, Any] = {f"{by}__isnull": True}
    return Q(**present), Q(**absent)


def _after(by: str, position: _Position, ascending: bool) -> Q:
    """Returns the condition for the rows of a group that follow a row."""
    if position.value is None:
        return Q(id__lt=position.id)
    return _RowsBeyond(by, position.value, position.id, ascending)


class _RowsBeyond(Q):
    """The condition `(by, id) < (value, id)`, or `>`: one range of an index; `by < … OR by = … AND id < …` is not."""

    __slots__ = ("ascending", "by", "position")

    def __init__(self, by: str, value: Any, id: UUID, ascending: bool) -> None:
        super().__init__()
        self.by, self.position, self.ascending = by, {by: value, "id": id}, ascending

    def __bool__(self) -> bool:
        return True

    def resolve(self, resolve_context: ResolveContext) -> QueryModifier:
        """Returns the condition as SQL, with the values as parameters."""
        model, table = resolve_context.model, resolve_context.table
        fields = [model._meta.fields_map[name] for name in (self.by, "id")]
        columns = [table[field.source_field or field.model_field_name] for field in fields]
        values = [field.to_db_value(self.position[field.model_field_name], model) for field in fields]
        row, limit = Tuple(*columns), Tuple(*values)
        return QueryModifier(where_criterion=row > limit if self.ascending else row < limit)


def _encode(row: Model, group: int, by: str) -> str:
    """Returns the cursor of a row in a group; `by` is the column of the order, after a `+` if that is ascending."""
    value = getattr(row, by.removeprefix("+"))
    plain = value.isoformat() if isinstance(value, datetime) else value
    position = [by, plain, str(row.pk), *([group] if group else [])]
    return base64.urlsafe_b64encode(json.dumps(position).encode()).decode().rstrip("=")


def _decode(cursor: str, by: str, column: Field[Any]) -> _Position:
    """Returns the position in a cursor, which must have been made for the same order. Raises: InvalidCursor."""
    if len(cursor) > MAX_CURSOR_LENGTH or not cursor.isascii():
        raise InvalidCursor
    try:
        padded = cursor.encode() + b"=" * (-len(cursor) % 4)
        order, value, id, *groups = json.loads(base64.b64decode(padded, b"-_", validate=True))
    except (ValueError, TypeError, RecursionError):
        raise InvalidCursor from None
    row, group = parse_uuid(id) if isinstance(id, str) else None, groups[0] if groups else 0
    if order != by or row is None or type(group) is not int or group < 0:
        raise InvalidCursor
    return _Position(_parse_value(value, column), row, 1 if value is None else group)  # see `_default_groups`


def _parse_value(value: Any, column: Field[Any]) -> datetime | int | None:
    """Returns the value of a cursor as a time or a number that both databases can store. Raises: InvalidCursor."""
    if value is None:
        return None
    if not isinstance(column, DatetimeField):
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
