"""The dry run: what would be created from each row, before anything is created."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from app.accounts.models import Account
from app.batch.columns import LINK, PLACEMENT
from app.batch.table_reader import Row, TooManyCells
from app.blocklists.destination_guard import LoadedGuard
from app.kernel import site, text
from app.kernel.destination import add_scheme
from app.kernel.refusal import N_, Faults, Refusal
from app.links.bulk_create import new_columns
from app.links.models import Link
from app.links.schedule import ExternalIdTaken
from app.links.table_cells import column_of, read_cells
from app.links.validation import Changes
from app.names import slug as slugs
from app.names.models import Name
from app.names.slug import SlugTaken, fold_name
from app.payloads.kind import PayloadKind
from app.payloads.registry import get_kind
from app.plans import quota
from app.plans.quota import NotEnoughCodes, NotEnoughLinks
from app.qr.models import LONGEST_TITLE, QrCode
from app.visits.recording.capture import PLACEMENT_LENGTH

ROWS_BETWEEN_YIELDS = 25
URL_COLUMNS = frozenset({"url", "website", "fallback_url", "next_url"})  # columns whose URL may come without a scheme


class DuplicateSlug(Refusal):
    """An earlier line of the table has the same short link or other name."""

    code, field, says = "SLUG_ALREADY_EXISTS", "slug", N_("Line %(line)s has the same short link.")


class DuplicateExternalId(Refusal):
    """An earlier line of the table has the same external id."""

    code, field, says = "EXTERNAL_ID_ALREADY_EXISTS", "external_id", N_("Line %(line)s has the same id.")


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row with its refusal, which names a column, or None. `content` is the content of a static code."""

    row: Row
    refusal: Refusal | None = None
    content: str = ""

    @property
    def refusals(self) -> list[Refusal]:
        """All that is wrong with the row, each with its column."""
        if isinstance(self.refusal, Faults):
            return self.refusal.refusals
        return [self.refusal] if self.refusal else []

    @property
    def wrong_columns(self) -> set[str | None]:
        """The keys of the columns whose cells are wrong."""
        return {refusal.field for refusal in self.refusals}

    @property
    def url(self) -> str:
        """The destination, with https:// where it had no scheme."""
        return add_scheme(self.row.cells.get("url", ""))

    @property
    def slug(self) -> str:
        """The slug; of a complete short URL its last segment: `promo` of `https://bit.ly/promo`."""
        typed = text.trim(self.row.cells.get("slug", ""))
        return typed.partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2] if "/" in typed else typed

    @property
    def code_title(self) -> str:
        """The title of the code: its placement, or else the title of its link."""
        return self.row.cells.get(PLACEMENT, "") or ("" if self.content else self.row.cells.get("title", ""))

    @property
    def scheme_added(self) -> bool:
        """Whether a scheme is added to a URL of the row."""
        return any(add_scheme(cell) != cell for key, cell in self.row.cells.items() if key in URL_COLUMNS)

    @property
    def changes(self) -> Changes:
        """The values to create the link with."""
        return self._read_cells()[0]

    @property
    def unreadable(self) -> list[Refusal]:
        """The refusals of cells that have no value of their column."""
        return self._read_cells()[1]

    def _read_cells(self) -> tuple[Changes, list[Refusal]]:
        title = self.row.cells.get("title", "") or self.code_title
        values, refusals = read_cells(self.row.cells | {"url": self.url, "slug": self.slug, "title": title})
        return Changes(url="") | values, refusals

    @property
    def names(self) -> dict[str, str]:
        """The column of each folded name that the link asks for."""
        names = {fold_name(alias): "aliases" for alias in self.changes.get("aliases", ())}
        return names | ({fold_name(self.slug): "slug"} if self.slug else {})

    @property
    def notes(self) -> list[tuple[str, dict[str, str]]]:
        """How cells are interpreted: message ids, each with its facts."""
        notes: list[tuple[str, dict[str, str]]] = []
        if self.scheme_added:
            notes.append((N_("https:// was added to the address."), {}))
        if self.slug != text.trim(self.row.cells.get("slug", "")):
            notes.append((N_("The short link will be called %(slug)s."), {"slug": self.slug}))
        return notes


SHOWN_REFUSED, SHOWN_FINE = 200, 50  # rows of each group on the page


@dataclass(frozen=True, slots=True)
class Plan:
    """All rows in their order; `room_refusal` is the refusal when the plan has no room for the accepted rows."""

    kind: str
    rows: tuple[PlannedRow, ...]
    room_refusal: Refusal | None = None

    @property
    def accepted(self) -> list[PlannedRow]:
        """The rows that would be created."""
        return [planned for planned in self.rows if not planned.refusal]

    @property
    def refused(self) -> list[PlannedRow]:
        """The rows that are refused."""
        return [planned for planned in self.rows if planned.refusal]

    @property
    def shown_rows(self) -> list[PlannedRow]:
        """The rows that the page shows, refused ones first, each group in the order of the table and bounded."""
        return [*self.refused[:SHOWN_REFUSED], *self.accepted[:SHOWN_FINE]]

    @property
    def longest_content(self) -> str:
        """The longest content of all codes, or a placeholder of that length: a style is checked with it."""
        contents = [
            planned.content
            or site.url("public", "/" + (planned.slug or "x" * slugs.RANDOM_LENGTH)) + "?qr=" + "0" * PLACEMENT_LENGTH
            for planned in self.accepted
        ]
        return max(contents, key=lambda content: len(content.encode()), default="x")


async def plan_rows(account: Account, kind: str, rows: Sequence[Row]) -> Plan:
    """Check each row, and whether the account has room for all accepted ones. Nothing is written."""
    if kind == LINK:
        guard = await LoadedGuard.load(account)
        checked = [await _check_link_row(account, row, guard) async for row in _yielding(rows)]
        planned = await _refuse_taken(account, _refuse_duplicates(checked))
    else:
        planned = [_check_static_row(get_kind(kind), row) async for row in _yielding(rows)]
    result = Plan(kind, tuple(planned))
    return replace(result, room_refusal=await _room_refusal(account, kind, len(result.accepted)))


async def _yielding(rows: Sequence[Row]) -> AsyncGenerator[Row]:
    """The rows; other tasks run after every 25 of them."""
    for index, row in enumerate(rows):
        if index % ROWS_BETWEEN_YIELDS == 0:
            await asyncio.sleep(0)
        yield row


async def _check_link_row(account: Account, row: Row, guard: LoadedGuard) -> PlannedRow:
    """Check a row of a batch of short links, without looking at other rows."""
    planned, faults = PlannedRow(row), Faults.gather()
    faults.refusals += planned.unreadable
    try:
        _require_columns(row)
        with faults.catching():
            await new_columns(account, planned.changes, guard)
        with faults.catching():
            text.clean_line(planned.code_title, LONGEST_TITLE, PLACEMENT if row.cells.get(PLACEMENT) else "title")
        faults.raise_if_any()
    except Refusal as refusal:
        refused = PlannedRow(row, refusal)
        for each in (refusal, *refused.refusals):
            each.field = column_of(each)
        return refused
    return planned


def _check_static_row(kind: PayloadKind, row: Row) -> PlannedRow:
    """Check a row of a batch of static codes."""
    try:
        _require_columns(row)
        text.clean_line(row.cells.get(PLACEMENT, ""), LONGEST_TITLE, PLACEMENT)
        return PlannedRow(row, content=kind.encode(row.cells))
    except Refusal as refusal:
        return PlannedRow(row, refusal)


def _require_columns(row: Row) -> None:
    """Check that a row has no more cells than the table has columns. Raises: TooManyCells."""
    if row.extra:
        raise TooManyCells


def _refuse_duplicates(rows: Sequence[PlannedRow]) -> list[PlannedRow]:
    """The rows, with all but the first accepted one of those with the same name or external id refused."""
    names, ids = dict[str, int](), dict[str, int]()
    return [planned if planned.refusal else _refuse_duplicate(planned, names, ids) for planned in rows]


def _refuse_duplicate(planned: PlannedRow, names: dict[str, int], ids: dict[str, int]) -> PlannedRow:
    """The row, refused if the line of an earlier one is in `names` or `ids`; otherwise its own line is put there."""
    line, external_id = planned.row.line, planned.changes.get("external_id")
    for name, column in planned.names.items():
        if name in names:
            return replace(planned, refusal=DuplicateSlug(line=names[name], field=column))
    if external_id and ids.setdefault(external_id, line) != line:
        return replace(planned, refusal=DuplicateExternalId(line=ids[external_id]))
    names.update(dict.fromkeys(planned.names, line))
    return planned


async def _refuse_taken(account: Account, rows: Sequence[PlannedRow]) -> list[PlannedRow]:
    """The rows, with those refused whose name belongs to somebody else, or whose external id to another link."""
    accepted = [planned for planned in rows if not planned.refusal]
    wanted = [name for planned in accepted for name in planned.names]
    names = await Name.on_domain().filter(folded__in=wanted) if wanted else []
    taken = {name.folded for name in names if not name.is_claimable_by(account)}
    wanted_ids = [id for planned in accepted if (id := planned.changes.get("external_id"))]
    live = Link.filter(account=account, external_id__in=wanted_ids, deleted_at=None)
    ids: set[Any] = set(await live.values_list("external_id", flat=True) if wanted_ids else ())
    return [planned if planned.refusal else _refuse_if_taken(planned, taken, ids) for planned in rows]


def _refuse_if_taken(planned: PlannedRow, names: Set[str], external_ids: Set[str]) -> PlannedRow:
    """The row, refused if one of its names or its external id is among these."""
    for name, column in planned.names.items():
        if name in names:
            refusal = SlugTaken(planned.slug if column == "slug" else name)
            refusal.field = column
            return replace(planned, refusal=refusal)
    taken = planned.changes.get("external_id") in external_ids
    return replace(planned, refusal=ExternalIdTaken()) if taken else planned


async def _room_refusal(account: Account, kind: str, count: int) -> Refusal | None:
    """The refusal when the plan has no room for `count` links or codes; None where it has."""
    links = quota.links_usage(account)
    if kind == LINK and count > links.limit - links.used:
        return NotEnoughLinks(count=count, room=max(links.limit - links.used, 0))
    room = quota.plan_of(account).codes - await QrCode.count_owned(account)
    return NotEnoughCodes(count=count, room=max(room, 0)) if count > room else None
