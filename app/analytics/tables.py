"""The cards of breakdowns: which tables each has, and their rows as the page shows them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.analytics import labels
from app.analytics.choice import Choice
from app.analytics.subject import HOME, Followed
from app.kernel.refusal import N_
from app.visits.answer import Report
from app.visits.answer import Row as Counted
from app.visits.visit import UTM

SHOWN = 8
CAMPAIGN = ("utm_campaign", "utm_source", "utm_medium", "utm_term", "utm_content")


@dataclass(frozen=True, slots=True)
class Sort:
    """A card: the tables it can show, the first one unless another is asked for."""

    name: str
    title: str
    tables: tuple[str, ...]

    def front(self, choice: Choice) -> str:
        return next((tab for tab in reversed((*choice.tabs, choice.more)) if tab in self.tables), self.tables[0])


CARDS = [
    Sort("links", N_("Links"), ("link",)),
    Sort("sources", N_("Where from"), ("referrer", *CAMPAIGN, "placement")),
    Sort("places", N_("Places"), ("country", "city")),
    Sort("technology", N_("Technology"), ("device", "browser", "system", "language")),
]


@dataclass(frozen=True, slots=True)
class Names:
    """What values that are keys stand for: links and bio pages, and QR codes by their marks."""

    links: dict[int, Followed]
    codes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """`keep` and `drop` are the choices a click leads to, `href` a page of its own; none where there is no more."""

    label: str
    icon: str
    count: int
    percent: str = ""
    width: float = 0
    keep: Choice | None = None
    drop: Choice | None = None
    href: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    label: str
    choice: Choice
    chosen: bool


@dataclass(frozen=True, slots=True)
class Card:
    """`parts` are the second row of tabs; `whole` shows all `size` rows, `fewer` the first again."""

    name: str
    title: str
    table: str
    tabs: list[Tab]
    parts: list[Tab]
    rows: list[Row]
    size: int
    whole: Choice | None
    fewer: Choice | None


def card(sort: Sort, choice: Choice, report: Report, names: Names, *, shared: bool) -> Card:
    """A card with the table in front."""
    table = sort.front(choice)
    counted, all_shown = report.tables.get(table, []), choice.more == table
    shown = counted if all_shown else counted[:SHOWN]
    most, total = max((row.all for row in counted), default=0), report.totals.all
    rows = [_row(row, table, choice, names, shared) for row in shown]
    return Card(
        sort.name, sort.title, table, _tabs(sort, table, choice), _parts(table, choice),
        [_measured(row, most, total) for row in rows], len(counted),
        choice.whole(table) if len(counted) > SHOWN and not all_shown else None,
        choice.whole("") if all_shown and len(counted) > SHOWN else None,
    )


def _row(row: Counted, table: str, choice: Choice, names: Names, shared: bool) -> Row:
    if table == "link":
        return _link(row, choice, names.links, shared)
    named = names.codes.get(row.value) if table == "placement" else ""
    label, icon = named or labels.value(table, row.value), labels.icon(table, row.value)
    if row.value == labels.OTHERS:
        return Row(label, "dots", row.all)
    if choice.keeps(table, row.value):
        return Row(label, icon, row.all, keep=choice.widened(table, row.value))
    return Row(label, icon, row.all, keep=choice.narrowed(table, row.value),
               drop=choice.narrowed(table, row.value, exclude=True))


def _link(row: Counted, choice: Choice, links: dict[int, Followed], shared: bool) -> Row:
    found = links.get(int(row.value)) if row.value.isdigit() else None
    if found is None:
        return Row(labels.value("link", row.value if row.value == labels.OTHERS else ""), "link-off", row.all)
    asked = choice.query if found.path.startswith(HOME) else ""
    return Row(f"/{found.name}", "link", row.all, href=found.path + asked if found.exists and not shared else "")


def _measured(row: Row, most: int, total: int) -> Row:
    width = round(row.count / most * 100, 1) if most else 0
    return replace(row, percent=labels.percent(row.count, total), width=width)


def _tabs(sort: Sort, table: str, choice: Choice) -> list[Tab]:
    names = [name for name in sort.tables if name in labels.TABS]
    if len(names) == 1:
        return []
    front = "utm_campaign" if table in UTM else table
    return [Tab(labels.TABS[name], choice.showing(name, sort.tables), name == front) for name in names]


def _parts(table: str, choice: Choice) -> list[Tab]:
    if table not in UTM:
        return []
    beside = ("referrer", *CAMPAIGN)
    return [Tab(labels.DIMENSIONS[name], choice.showing(name, beside), name == table) for name in CAMPAIGN]
