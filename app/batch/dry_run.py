"""The dry run: what would become of each row, before anything is made."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.accounts.models import Account
from app.batch.columns import LINK, PLACEMENT
from app.batch.table_reader import Row, TooManyCells
from app.kernel import site, text
from app.kernel.destination import add_scheme
from app.kernel.refusal import N_, Refusal
from app.links.changes import Changes, columns
from app.names import slug as slugs
from app.names.models import Name
from app.names.slug import SlugTaken, fold
from app.payloads.kind import Kind
from app.payloads.kinds import kind_of
from app.plans import quota
from app.plans.quota import CodesRunShort, LinksRunShort
from app.qr.models import LONGEST_TITLE, QrCode
from app.visits.capture import MARK_LENGTH

AT_ONCE = 25
ADDRESSES = frozenset({"url", "website"})  # columns whose address may come without https://


class SlugTwice(Refusal):
    code, field, says = "SLUG_ALREADY_EXISTS", "slug", N_("Line %(line)s has the same short link.")


@dataclass(frozen=True, slots=True)
class Planned:
    """A row and its verdict: nothing, or a refusal that names its column. `content` is what a static code says."""

    row: Row
    refusal: Refusal | None = None
    content: str = ""

    @property
    def url(self) -> str:
        """The destination, with https:// where it had no scheme."""
        return add_scheme(self.row.cells.get("url", ""))

    @property
    def slug(self) -> str:
        """The short link's own part, where the table has the whole of it: `promo` of `https://bit.ly/promo`."""
        written = text.trimmed(self.row.cells.get("slug", ""))
        return written.partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2] if "/" in written else written

    @property
    def placement(self) -> str:
        """What its code is called: its placement, or else the title of its link."""
        return self.row.cells.get(PLACEMENT, "") or ("" if self.content else self.row.cells.get("title", ""))

    @property
    def scheme_added(self) -> bool:
        """Whether an address in it came without the scheme that it gets."""
        return any(add_scheme(cell) != cell for key, cell in self.row.cells.items() if key in ADDRESSES)

    @property
    def changes(self) -> Changes:
        """What a link is made of."""
        return Changes(url=self.url, slug=self.slug, title=self.row.cells.get("title", "") or self.placement)

    @property
    def notes(self) -> list[tuple[str, dict[str, str]]]:
        """What became of its cells, to be translated, with the facts."""
        said: list[tuple[str, dict[str, str]]] = []
        if self.scheme_added:
            said.append((N_("https:// was added to the address."), {}))
        if self.slug != text.trimmed(self.row.cells.get("slug", "")):
            said.append((N_("The short link will be called %(slug)s."), {"slug": self.slug}))
        return said


SHOWN_REFUSED, SHOWN_FINE = 200, 50  # rows of each on the page


@dataclass(frozen=True, slots=True)
class Plan:
    """All rows in their order; `short` refuses the fine ones as a whole, for want of room."""

    kind: str
    rows: tuple[Planned, ...]
    short: Refusal | None = None

    @property
    def fine(self) -> list[Planned]:
        return [planned for planned in self.rows if not planned.refusal]

    @property
    def refused(self) -> list[Planned]:
        return [planned for planned in self.rows if planned.refusal]

    @property
    def shown(self) -> list[Planned]:
        """The rows that a page has room for: those to mend first, each kind in the order of the table."""
        return [*self.refused[:SHOWN_REFUSED], *self.fine[:SHOWN_FINE]]

    @property
    def longest(self) -> str:
        """The longest content of all codes to be, or one just as long: what a style is judged by."""
        contents = [planned.content or site.url("public", "/" + (planned.slug or "x" * slugs.LENGTH)) + "?qr="
                    + "0" * MARK_LENGTH for planned in self.fine]
        return max(contents, key=lambda content: len(content.encode()), default="x")


async def plan(account: Account, kind: str, rows: Sequence[Row]) -> Plan:
    """The verdict on each row, and on whether the account has room for all that are fine. Nothing is written."""
    if kind == LINK:
        planned = await _free(account, _unlike([await _link(row) async for row in _slowly(rows)]))
    else:
        planned = [_static(kind_of(kind), row) async for row in _slowly(rows)]
    made = Plan(kind, tuple(planned))
    return replace(made, short=await _short(account, kind, len(made.fine)))


async def _slowly(rows: Sequence[Row]) -> AsyncGenerator[Row]:
    """The rows, letting others have a turn every few of them."""
    for at, row in enumerate(rows):
        if at % AT_ONCE == 0:
            await asyncio.sleep(0)
        yield row


async def _link(row: Row) -> Planned:
    planned = Planned(row)
    try:
        _whole(row)
        await columns(Changes(url=planned.url, title=planned.changes["title"]))
        text.line(planned.placement, LONGEST_TITLE, PLACEMENT if row.cells.get(PLACEMENT) else "title")
        if planned.slug:
            slugs.checked(planned.slug)
    except Refusal as refusal:
        return Planned(row, refusal)
    return planned


def _static(kind: Kind, row: Row) -> Planned:
    try:
        _whole(row)
        text.line(row.cells.get(PLACEMENT, ""), LONGEST_TITLE, PLACEMENT)
        return Planned(row, content=kind.encode(row.cells))
    except Refusal as refusal:
        return Planned(row, refusal)


def _whole(row: Row) -> None:
    if row.extra:
        raise TooManyCells


def _unlike(rows: Sequence[Planned]) -> list[Planned]:
    """The same rows; of the fine ones that ask for the same name all but the first are refused."""
    first: dict[str, int] = {}
    checked = []
    for planned in rows:
        named = planned.slug and not planned.refusal
        line = first.setdefault(fold(planned.slug), planned.row.line) if named else planned.row.line
        checked.append(planned if line == planned.row.line else replace(planned, refusal=SlugTwice(line=line)))
    return checked


async def _free(account: Account, rows: Sequence[Planned]) -> list[Planned]:
    """The same rows; those whose name belongs to somebody are refused."""
    asked = {fold(planned.slug) for planned in rows if planned.slug and not planned.refusal}
    there: Mapping[str, Name] = {name.folded: name for name in await Name.filter(folded__in=list(asked))}
    return [
        replace(planned, refusal=SlugTaken(planned.slug))
        if not planned.refusal and (name := there.get(fold(planned.slug))) and not name.free_for(account) else planned
        for planned in rows
    ]


async def _short(account: Account, kind: str, count: int) -> Refusal | None:
    links = quota.links_share(account)
    if kind == LINK and count > links.limit - links.used:
        return LinksRunShort(count=count, room=max(links.limit - links.used, 0))
    room = quota.plan_of(account).codes - await QrCode.owned_by(account).count()
    return CodesRunShort(count=count, room=max(room, 0)) if count > room else None
