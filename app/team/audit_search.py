"""Searches an account's audit log: the rows of a page by day, and all of them as a CSV file."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Self
from zoneinfo import ZoneInfo

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from app.accounts.models import Account, Membership
from app.kernel import text
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.i18n import local_day
from app.kernel.uuid_parser import parse_uuid
from app.team.audit_entry import AuditEntry
from app.team.audit_sentences import KINDS, acts_with_sentences, find_sentence
from app.web import csv_writer
from app.web.pagination import fetch_page, page_or_first
from app.web.search_url import search_url

PAGE_SIZE, BATCH_SIZE, LONGEST_SEARCH = 30, 500, 100
HOME = "/dashboard/settings/audit-log/"
BY_KEYS = "keys"  # instead of a member's id: what API keys did
COLUMNS = ("time", "who", "kind", "what", "thing")


@dataclass(frozen=True, slots=True)
class Search:
    """A search of the log: `q` in names and sentences, `person` a member's id or BY_KEYS, `kind` a key of KINDS.

    `cursor` is the position of a page of results.
    """

    q: str = ""
    person: str = ""
    kind: str = ""
    cursor: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Self:
        """The search of these query parameters; invalid values become the defaults."""
        person, kind = args.get("person", ""), args.get("kind", "")
        return cls(
            text.cut_line(args.get("q", ""), LONGEST_SEARCH),
            person if person == BY_KEYS else str(parse_uuid(person) or ""),
            kind if kind in KINDS else "",
            args.get("cursor", "")[:500],
        )

    @property
    def is_filtered(self) -> bool:
        """Whether the search hides any entries."""
        return bool(self.q or self.person or self.kind)

    def url(self, file: str = "", **changes: str) -> str:
        """The URL of the page for this search with some fields changed; with `file`, that of an exported file."""
        return search_url(HOME + file, self, ("q", "person", "kind", "cursor"), changes)

    def matches(self, account: Account) -> QuerySet[AuditEntry]:
        """The account's entries that match, not ordered yet."""
        entries = AuditEntry.owned_by(account)
        if self.person:
            entries = entries.filter(Q(by_key=True) if self.person == BY_KEYS else Q(user_id=self.person))
        if self.kind:
            entries = entries.filter(act__in=_acts_of_kind(self.kind))
        if self.q:
            words = Q(person__icontains=self.q) | Q(thing__icontains=self.q) | Q(act__in=_acts_with_words(self.q))
            entries = entries.filter(words)
        return entries


def _acts_of_kind(kind: str) -> list[str]:
    return [act for act, sentence in acts_with_sentences() if sentence.kind == kind]


def _acts_with_words(words: str) -> list[str]:
    """The acts whose sentences, in the reader's language, contain these words."""
    folded = text.fold_for_search(words, LONGEST_SEARCH)
    sentences = ((act, text.fold_for_search(sentence.text(""), 200)) for act, sentence in acts_with_sentences())
    return [act for act, sentence in sentences if folded in sentence]


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as it is shown; `who` is the name of the member, or the key in words."""

    entry: AuditEntry
    who: str
    what: str
    icon: str

    @classmethod
    def of(cls, entry: AuditEntry, thing: str) -> Row:
        """The row of an entry in the reader's language; its sentence has the thing as it is passed."""
        sentence = find_sentence(entry.act)
        return cls(entry, _author(entry), sentence.text(thing), KINDS[sentence.kind].icon)


def _author(entry: AuditEntry) -> str:
    if entry.by_key:
        return _("The key %(name)s") % {"name": entry.person}
    if find_sentence(entry.act).by_operator:
        return _("The operator, %(name)s") % {"name": entry.person} if entry.person else _("The operator")
    return entry.person or _("A former member")


async def list_context(account: Account, search: Search) -> dict[str, Any]:
    """The context of one page of entries, grouped by day; an invalid cursor gives the first page."""
    page = await page_or_first(search.matches(account), by="created_at", cursor=search.cursor, size=PAGE_SIZE)
    return {"days": _by_day(page.rows), "next": page.next, "search": search}


def _by_day(entries: Iterable[AuditEntry]) -> list[tuple[date, list[Row]]]:
    """The rows by day in the reader's time zone, the latest first."""
    days = groupby(entries, key=lambda entry: local_day(entry.created_at))
    return [(day, [Row.of(entry, isolate(entry.thing) if entry.thing else "") for entry in rows]) for day, rows in days]


async def person_choices(account: Account) -> list[tuple[str, str]]:
    """Those to filter by: the members by name, then the API keys, as pairs of parameter and label."""
    members = await Membership.filter(account_id=account.id).order_by("id").select_related("user")
    people = [(str(member.user_id), member.user.name or member.user.email) for member in members]
    return [*people, (BY_KEYS, _("API keys"))]


async def csv_chunks(account: Account, search: Search) -> AsyncGenerator[str]:
    """Yields the CSV file in pieces; times are in the account's time zone."""
    yield csv_writer.BOM + csv_writer.format_csv_line(COLUMNS)
    zone, cursor = ZoneInfo(account.time_zone), None
    while True:
        batch = await fetch_page(search.matches(account), by="created_at", cursor=cursor, size=BATCH_SIZE)
        yield "".join(csv_writer.format_csv_line(_cells(entry, zone)) for entry in batch.rows)
        if (cursor := batch.next) is None:
            return


def _cells(entry: AuditEntry, zone: ZoneInfo) -> list[str]:
    """The cells of an entry, in the order of COLUMNS."""
    row, sentence = Row.of(entry, entry.thing), find_sentence(entry.act)
    time = entry.created_at.astimezone(zone).isoformat(timespec="seconds")
    return [time, row.who, _(KINDS[sentence.kind].label), row.what, entry.thing]
