"""Searches the log of disclosures by words and by who was told: as pages, the last first, and as a CSV file."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from app.kernel import clock, text
from app.kernel.refusal import N_
from app.kernel.uuid_parser import parse_uuid
from app.operators.guard import PREFIX
from app.privacy.disclosure import Disclosure, DisclosureNote
from app.web import csv_writer
from app.web.pagination import fetch_page, page_or_first
from app.web.search_url import search_url

HOME = f"{PREFIX}/disclosures"
PAGE_SIZE, BATCH_SIZE, LONGEST_SEARCH = 30, 200, 100
FIELDS = ("q", "state", "cursor")
STATES: Mapping[str, tuple[str, str, str]] = {  # a word, the tone and the icon of its badge
    "told": (N_("Told"), "good", "mail-check"),
    "later": (N_("Told later"), "warm", "clock"),
    "silent": (N_("Must not be told"), "bad", "lock"),
}
COLUMNS = (
    *("id", "disclosed_at", "authority", "basis", "subject", "account", "what"),
    *("recorded_by", "recorded_at", "told_at", "silent_until", "notes"),
)


@dataclass(frozen=True, slots=True)
class DisclosureSearch:
    """A search: words and a key of STATES. `cursor` is the position of a page of results."""

    q: str = ""
    state: str = ""
    cursor: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Self:
        """Returns the search of these query parameters; invalid values become the defaults."""
        state = args.get("state", "")
        return cls(
            text.cut_line(args.get("q", ""), LONGEST_SEARCH),
            state if state in STATES else "",
            args.get("cursor", "")[:500],
        )

    @property
    def is_filtered(self) -> bool:
        """Whether the search hides any rows."""
        return bool(self.q or self.state)

    def url(self, file: str = "", **changes: str) -> str:
        """Returns the URL of the page for this search with some fields changed; with `file`, that of an export."""
        return search_url(HOME + file, self, FIELDS, changes)

    def matches(self) -> QuerySet[Disclosure]:
        """Returns the rows that match, not ordered yet."""
        untold = Disclosure.filter(told_at=None)
        rows = {
            "told": Disclosure.filter(told_at__isnull=False),
            "later": untold.filter(silent_until__isnull=False),
            "silent": untold.filter(silent_until=None),
        }.get(self.state, Disclosure.all())
        if not self.q:
            return rows
        words = Q(authority__icontains=self.q) | Q(basis__icontains=self.q) | Q(subject__icontains=self.q)
        id = parse_uuid(self.q)
        return rows.filter(words | Q(id=id) | Q(account_id=id) if id else words | Q(what__icontains=self.q))


async def list_context(search: DisclosureSearch) -> dict[str, Any]:
    """Returns the context of one page of disclosures, the last first; an invalid cursor gives the first page."""
    page = await page_or_first(search.matches(), by="disclosed_at", cursor=search.cursor, size=PAGE_SIZE)
    return {"rows": page.rows, "next": page.next, "search": search, "states": STATES}


async def csv_chunks(search: DisclosureSearch) -> AsyncGenerator[str]:
    """Yields the CSV file in pieces; times are in UTC, and notes are joined by line breaks."""
    yield csv_writer.BOM + csv_writer.format_csv_line(COLUMNS)
    cursor = None
    while True:
        batch = await fetch_page(search.matches(), by="disclosed_at", cursor=cursor, size=BATCH_SIZE)
        notes = await _notes_of(batch.rows)
        yield "".join(csv_writer.format_csv_line(_cells(row, notes.get(row.id, []))) for row in batch.rows)
        if (cursor := batch.next) is None:
            return


async def _notes_of(rows: list[Disclosure]) -> dict[Any, list[str]]:
    """Returns the notes of disclosures, the first ones first."""
    notes: dict[Any, list[str]] = {}
    for note in await DisclosureNote.filter(disclosure_id__in=[row.id for row in rows]).order_by("created_at", "id"):
        line = f"{clock.format_rfc3339(note.created_at)} {note.person}: {note.text}"
        notes.setdefault(note.disclosure_id, []).append(line)
    return notes


def _cells(row: Disclosure, notes: list[str]) -> list[str]:
    """Returns the cells of a disclosure, in the order of COLUMNS."""
    account = str(row.account_id or "")
    times = [clock.format_rfc3339(each) if each else "" for each in (row.created_at, row.told_at, row.silent_until)]
    facts = [str(row.id), clock.format_rfc3339(row.disclosed_at), row.authority, row.basis, row.subject, account]
    return [*facts, row.what, row.person, *times, "\n".join(notes)]
