"""Searches privacy requests of all sources as one list: what is due first at the beginning, the closed ones last first.

A page is read from each table from one place on. The place is the time by which the last row of the page before is due,
the number of its source, and its id: rows that are due in the same moment follow by these two.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, Self
from uuid import UUID

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from app.console.privacy_request_sources import (
    ASKED,
    CLOSED,
    HOME,
    OPEN,
    OVERDUE,
    SELF,
    SOURCES,
    STATES,
    Filter,
    Item,
    Source,
)
from app.kernel import text, time_parser
from app.kernel.clock import EARLIEST
from app.kernel.uuid_parser import parse_uuid
from app.privacy.privacy_request import KINDS, PrivacyRequest
from app.web.search_url import search_url

PAGE_SIZE, LONGEST_SEARCH, LONGEST_CURSOR = 30, 200, 120
FIELDS = ("q", "state", "kind", "way", "cursor")
YEARS = range(EARLIEST.year, 9_000)


class Place(NamedTuple):
    """The place of a row in the list; `source` is an index of SOURCES."""

    due_at: datetime
    source: int
    id: UUID

    def __str__(self) -> str:
        return f"{self.due_at.isoformat()}|{self.source}|{self.id}"

    @classmethod
    def parse(cls, cursor: str) -> Self | None:
        """Returns the place of a cursor; None for a text that is none."""
        due, _bar, rest = cursor.partition("|")
        source, _bar, row = rest.partition("|")
        id = parse_uuid(row)
        if id is None or not (source.isascii() and source.isdecimal() and len(source) < 3):
            return None
        with suppress(ValueError):
            moment = time_parser.parse_time(due)
            return cls(moment, int(source), id) if moment.year in YEARS and int(source) < len(SOURCES) else None
        return None


@dataclass(frozen=True, slots=True)
class PrivacySearch:
    """A search: words, OPEN, OVERDUE or CLOSED, a key of KINDS, and ASKED or SELF for who acts. `cursor` is a Place."""

    q: str = ""
    state: str = OPEN
    kind: str = ""
    way: str = ""
    cursor: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Self:
        """Returns the search of these query parameters; invalid values become the defaults."""
        state, kind, way = (args.get(name, "") for name in ("state", "kind", "way"))
        return cls(
            text.cut_line(args.get("q", ""), LONGEST_SEARCH),
            state if state in (OVERDUE, CLOSED) else OPEN,
            kind if kind in KINDS else "",
            way if way in (ASKED, SELF) else "",
            args.get("cursor", "")[:LONGEST_CURSOR],
        )

    @property
    def is_filtered(self) -> bool:
        """Whether the search hides any open requests."""
        return bool(self.q or self.state or self.kind or self.way)

    def url(self, **changes: str) -> str:
        """Returns the URL of the page for this search with some fields changed."""
        return search_url(HOME, self, FIELDS, changes)


async def list_context(search: PrivacySearch) -> dict[str, Any]:
    """Returns the context of one page of requests; an invalid cursor gives the first page."""
    after, chosen, ascending = Place.parse(search.cursor), Filter(search.state, search.q), search.state != CLOSED
    found: list[tuple[Place, Item]] = []
    for number, source in enumerate(SOURCES):
        if (search.way in ("", source.way)) and (search.kind == "" or search.kind in source.kinds):
            items = await _read(source, number, chosen, search.kind, after, ascending)
            found += [(Place(item.due_at, number, item.id), item) for item in items]
    found.sort(key=lambda each: (each[0].due_at, each[0].source), reverse=not ascending)  # stable: ids as read
    more = str(found[PAGE_SIZE - 1][0]) if len(found) > PAGE_SIZE else None
    return {"rows": [item for _place, item in found[:PAGE_SIZE]], "next": more, "search": search, "states": STATES}


async def _read(
    source: Source, number: int, chosen: Filter, kind: str, after: Place | None, ascending: bool
) -> list[Item]:
    """Returns the rows of a source that follow a place, one more than a page has."""
    rows = source.matches(chosen)
    if rows is None:
        return []
    if kind and source.way == ASKED:
        rows = rows.filter(kind=kind)
    if after:
        rows = rows.filter(_beyond(source, number, after, ascending))
    order = (source.column, "id") if ascending else (f"-{source.column}", "-id")
    return [source.item(row) for row in await rows.order_by(*order).limit(PAGE_SIZE + 1)]


def _beyond(source: Source, number: int, after: Place, ascending: bool) -> Q:
    """Returns the condition for the rows of a source that follow a place."""
    sign, moment = "gt" if ascending else "lt", after.due_at - source.term
    later: dict[str, Any] = {f"{source.column}__{sign}": moment}
    if number == after.source:
        same: dict[str, Any] = {source.column: moment, f"id__{sign}": after.id}
        return Q(**later) | Q(**same)
    behind = number > after.source if ascending else number < after.source
    also: dict[str, Any] = {f"{source.column}__{sign}e": moment}
    return Q(**also) if behind else Q(**later)


def waiting_requests() -> QuerySet[PrivacyRequest]:
    """Returns the requests that wait for an answer of the operator."""
    return PrivacyRequest.open().filter(answered_at=None)
