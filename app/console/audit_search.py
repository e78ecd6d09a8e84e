"""Searches what operators did and looked at, which are two tables, as one list: a page of it by day, and a CSV file."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any, Self, TypeAlias
from urllib.parse import urlencode

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from app.console.account_things import things_of
from app.kernel import clock, text
from app.kernel.i18n import gettext as _
from app.kernel.i18n import local_day
from app.kernel.refusal import Refusal
from app.kernel.uuid_parser import parse_uuid
from app.operators.appointment import list_operators
from app.operators.guard import PREFIX
from app.operators.looks import OperatorLook, looks_with_words
from app.operators.operator_log import OperatorAct, acts_with_words
from app.payments import operator_calendar
from app.web import csv_writer
from app.web.pagination import CursorPage, InvalidCursor, fetch_merged_page

HOME = f"{PREFIX}/log"
PAGE_SIZE, BATCH_SIZE, LONGEST_SEARCH, LONGEST_THING = 50, 500, 100, 200
ACTS, LOOKS, COMMANDS = "acts", "looks", "commands"
COLUMNS = ("time", "who", "kind", "what", "thing")
FIELDS = ("q", "person", "kind", "thing", "from", "to", "cursor")
Entry: TypeAlias = OperatorAct | OperatorLook


@dataclass(frozen=True, slots=True)
class AuditSearch:
    """A search of the audit log.

    `q` is words in names, things and sentences; `thing` is the id of what was done to or looked at, and that of an
    account also finds acts about its keys. `person` is an operator's id or COMMANDS, `kind` is ACTS or LOOKS, and both
    days are of the operator's calendar. `cursor` is the position of a page of results.
    """

    q: str = ""
    person: str = ""
    kind: str = ""
    thing: str = ""
    first: date | None = None
    last: date | None = None
    cursor: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Self:
        """Returns the search of these query parameters; invalid values become the defaults."""
        person, kind = args.get("person", ""), args.get("kind", "")
        return cls(
            text.cut_line(args.get("q", ""), LONGEST_SEARCH),
            person if person == COMMANDS else str(parse_uuid(person) or ""),
            kind if kind in (ACTS, LOOKS) else "",
            text.cut_line(args.get("thing", ""), LONGEST_THING),
            _parse_day(args.get("from", "")),
            _parse_day(args.get("to", "")),
            args.get("cursor", "")[:500],
        )

    @property
    def is_filtered(self) -> bool:
        """Whether the search hides any entries."""
        return bool(self.q or self.person or self.kind or self.thing or self.first or self.last)

    def url(self, file: str = "", **changes: str) -> str:
        """Returns the URL of the page for this search with some fields changed; with `file`, that of an export."""
        search = replace(self, **({"cursor": ""} | changes))  # type: ignore[arg-type]
        values = (search.q, search.person, search.kind, search.thing, search.first, search.last, search.cursor)
        parameters = {name: str(value) for name, value in zip(FIELDS, values, strict=True) if value}
        return HOME + file + ("?" + urlencode(parameters) if parameters else "")

    async def page(self, size: int) -> CursorPage[Entry]:
        """Returns the page at the cursor, the newest entries first. Raises: InvalidCursor."""
        things = await things_of(self.thing) if self.thing else []
        acts = OperatorAct.filter(self._common(acts_with_words, "act", things))
        looks = OperatorLook.filter(self._common(looks_with_words, "kind", things))
        tables: list[QuerySet[Any]] = [acts] if self.kind == ACTS else [looks] if self.kind == LOOKS else [acts, looks]
        if self.person == COMMANDS:
            tables = [acts.filter(by_command=True)]
        return await fetch_merged_page(tables, by="created_at", cursor=self.cursor, size=size)

    def _common(self, with_words: Any, column: str, things: list[str]) -> Q:
        """Returns the condition for the rows about `things` of a table with sentences that `with_words` finds."""
        conditions = Q()
        if self.person and self.person != COMMANDS:
            conditions &= Q(user_id=self.person)
        if things:
            conditions &= Q(thing__in=things)
        if self.first:
            conditions &= Q(created_at__gte=operator_calendar.start_of_day(self.first))
        if self.last:
            conditions &= Q(created_at__lt=operator_calendar.end_of_day(self.last))
        if self.q:
            words: dict[str, Any] = {f"{column}__in": with_words(self.q)}
            conditions &= Q(person__icontains=self.q) | Q(thing__icontains=self.q) | Q(**words)
        return conditions


async def list_context(search: AuditSearch) -> dict[str, Any]:
    """Returns the context of one page of entries, by day; an invalid cursor gives the first page."""
    try:
        page = await search.page(PAGE_SIZE)
    except InvalidCursor:
        page = await replace(search, cursor="").page(PAGE_SIZE)
    return {"days": list(_by_day(page.rows)), "next": page.next, "search": search}


async def person_choices() -> list[tuple[str, str]]:
    """Returns whom to filter by: the operators, and commands, as pairs of parameter and label."""
    people = [(str(user.id), user.name or user.email) for user in await list_operators()]
    return [*people, (COMMANDS, _("Commands on the server"))]


async def csv_chunks(search: AuditSearch) -> AsyncGenerator[str]:
    """Yields the CSV file in pieces; times are in UTC."""
    yield csv_writer.BOM + csv_writer.format_csv_line(COLUMNS)
    search = replace(search, cursor="")
    while True:
        batch = await search.page(BATCH_SIZE)
        yield "".join(csv_writer.format_csv_line(_cells(entry)) for entry in batch.rows)
        if batch.next is None:
            return
        search = replace(search, cursor=batch.next)


def _cells(entry: Entry) -> list[str]:
    """Returns the cells of an entry, in the order of COLUMNS."""
    kind = "look" if isinstance(entry, OperatorLook) else "act"
    what = entry.what.translate({0x2068: None, 0x2069: None})  # marks of direction, which are for pages
    return [clock.format_rfc3339(entry.created_at), entry.who, kind, what, entry.thing]


def _by_day(entries: list[Entry]) -> Iterator[tuple[date, list[tuple[Entry, bool]]]]:
    """Yields the entries by day in the reader's time zone, each with whether it is a look."""
    for day, group in groupby(entries, key=lambda entry: local_day(entry.created_at)):
        yield day, [(entry, isinstance(entry, OperatorLook)) for entry in group]


def _parse_day(typed: str) -> date | None:
    """Returns a day of a query parameter; None for no day."""
    with suppress(Refusal):
        return operator_calendar.parse_day(typed[:20])
    return None
