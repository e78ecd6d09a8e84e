"""The cards of breakdowns: which tables each has, and their rows as the page shows them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.analytics import labels, referrer_networks
from app.analytics.filters import Choice
from app.analytics.referrer_networks import NETWORK, NETWORKS, SPAM, Group
from app.analytics.subject import HOME, Followed
from app.kernel.refusal import N_
from app.visits.report_result import Report
from app.visits.report_result import Row as Counted
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
    """`keep` and `drop` are the choices a click leads to, `href` a page of its own; none where there is no more.

    `hosts` are those of a network, to be opened.
    """

    label: str
    icon: str
    count: int
    percent: str = ""
    width: float = 0
    keep: Choice | None = None
    drop: Choice | None = None
    href: str = ""
    hosts: tuple[Row, ...] = ()


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
    groups, all_shown = _groups(table, choice, report), choice.more == table
    shown = groups if all_shown else groups[:SHOWN]
    most, total = max((choice.count(one.total) for one in groups), default=0), choice.count(report.totals)
    return Card(
        sort.name, sort.title, table, _tabs(sort, table, choice), _parts(table, choice),
        [_measured(_row(one, table, choice, names, shared), most, total) for one in shown], len(groups),
        choice.whole(table) if len(groups) > SHOWN and not all_shown else None,
        choice.whole("") if all_shown and len(groups) > SHOWN else None,
    )


def _groups(table: str, choice: Choice, report: Report) -> list[Group]:
    """What has a row of its own, most visits first and known spam last: referrers by network, all else by value."""
    rows = [row for row in report.tables.get(table, []) if choice.count(row)]
    groups = referrer_networks.grouped(rows) if table == "referrer" else [Group(row.value, row, []) for row in rows]
    return sorted(groups, key=lambda one: (table == "referrer" and one.key == SPAM, -choice.count(one.total)))


def _row(group: Group, table: str, choice: Choice, names: Names, shared: bool) -> Row:
    if table == "link":
        return _link(group.total, choice, names.links, shared)
    if table == "referrer" and group.key in NETWORKS:
        hosts = sorted(group.hosts, key=lambda host: -choice.count(host))
        row = _value_row(NETWORK, group.total, choice, labels.value(NETWORK, group.key))
        return replace(row, hosts=tuple(_value_row(table, host, choice, host.value) for host in hosts))
    named = names.codes.get(group.key) if table == "placement" else ""
    return _value_row(table, group.total, choice, named or labels.value(table, group.key))


def _value_row(dimension: str, counted: Counted, choice: Choice, label: str) -> Row:
    count, value = choice.count(counted), counted.value
    icon = labels.icon(dimension, value)
    if value == labels.OTHERS:
        return Row(label, "dots", count)
    if choice.keeps(dimension, value):
        return Row(label, icon, count, keep=choice.widened(dimension, value))
    return Row(label, icon, count, keep=choice.narrowed(dimension, value),
               drop=choice.narrowed(dimension, value, exclude=True))


def _link(row: Counted, choice: Choice, links: dict[int, Followed], shared: bool) -> Row:
    count = choice.count(row)
    found = links.get(int(row.value)) if row.value.isdigit() else None
    if found is None:
        return Row(labels.value("link", row.value if row.value == labels.OTHERS else ""), "link-off", count)
    asked = choice.query if found.path.startswith(HOME) else ""
    return Row(f"/{found.name}", "link", count, href=found.path + asked if found.exists and not shared else "")


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
