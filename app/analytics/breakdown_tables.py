"""The cards with breakdowns of visits: the tables of each card, and their rows for the template."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.analytics import labels, referrer_networks
from app.analytics.referrer_networks import NETWORK, NETWORKS, SPAM, NetworkGroup
from app.analytics.report_selection import ReportSelection
from app.analytics.subject import ANALYTICS_PATH, VisitedTarget
from app.kernel.refusal import N_
from app.visits.reports.result import Report
from app.visits.reports.result import Row as Counted
from app.visits.visit import UTM

ROWS_SHOWN, MOST_ROWS = 8, 100  # of a table: at first, and when all are asked for; exports hold every row
CAMPAIGN_TABLES = ("utm_campaign", "utm_source", "utm_medium", "utm_term", "utm_content")


@dataclass(frozen=True, slots=True)
class CardDefinition:
    """Defines a card: its title and the tables it can show. The first one is shown by default."""

    name: str
    title: str
    tables: tuple[str, ...]

    def front(self, choice: ReportSelection) -> str:
        """Returns the name of the table to show for a choice."""
        return next((tab for tab in reversed((*choice.tabs, choice.more)) if tab in self.tables), self.tables[0])


CARDS = [
    CardDefinition("links", N_("Links"), ("link",)),
    CardDefinition("sources", N_("Where from"), ("referrer", *CAMPAIGN_TABLES, "placement")),
    CardDefinition("places", N_("Places"), ("country", "city")),
    CardDefinition("technology", N_("Technology"), ("device", "browser", "system", "language")),
]


@dataclass(frozen=True, slots=True)
class ValueNames:
    """Names for values that are keys: links and bio pages by visit key, QR code titles by their marker."""

    links: dict[int, VisitedTarget]
    codes: dict[str, str]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table. `keep` and `drop` are the choices that keep or leave out the value, `href` is a page about it;
    empty where there is none.

    `hosts` are the rows of the hosts of a referrer network.
    """

    label: str
    icon: str
    count: int
    percent: str = ""
    width: float = 0
    keep: ReportSelection | None = None
    drop: ReportSelection | None = None
    href: str = ""
    hosts: tuple[TableRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab of a card: its label, the choice a click leads to, and whether it is selected."""

    label: str
    choice: ReportSelection
    chosen: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A card for the template. `parts` are the second row of tabs. `show_all` is the choice with all `size` rows, but
    MOST_ROWS at most, `show_fewer` the one with the first rows only; None where that is no option.
    """

    name: str
    title: str
    table: str
    tabs: list[Tab]
    parts: list[Tab]
    rows: list[TableRow]
    size: int
    show_all: ReportSelection | None
    show_fewer: ReportSelection | None
    most: int = MOST_ROWS


def build_card(
    definition: CardDefinition, choice: ReportSelection, report: Report, names: ValueNames, *, shared: bool
) -> Card:
    """Builds a card with its selected table. `shared` leaves out links into the dashboard."""
    table = definition.front(choice)
    groups, all_shown = _group_rows(table, choice, report), choice.more == table
    visible = groups[: MOST_ROWS if all_shown else ROWS_SHOWN]
    size = max(len(groups), report.links if table == "link" and groups else 0)
    count = choice.counter
    longest, total = max((count(group.total) for group in groups), default=0), count(report.totals)
    return Card(
        definition.name,
        definition.title,
        table,
        _build_tabs(definition, table, choice),
        _campaign_tabs(table, choice),
        [_with_share(_build_row(group, table, choice, names, shared), longest, total) for group in visible],
        size,
        choice.showing_all(table) if size > ROWS_SHOWN and not all_shown else None,
        choice.showing_all("") if all_shown and size > ROWS_SHOWN else None,
    )


def shown_target_keys(choice: ReportSelection, report: Report) -> list[int]:
    """Returns the visit keys of the links and bio pages in the rows that the card of links shows."""
    visible = _group_rows("link", choice, report)[: MOST_ROWS if choice.more == "link" else ROWS_SHOWN]
    return [int(group.key) for group in visible if group.key.isdigit()]


def _group_rows(table: str, choice: ReportSelection, report: Report) -> list[NetworkGroup]:
    """Groups rows: referrers by network, other values one group each. Most visits come first, known spam last."""
    count = choice.counter
    rows = [row for row in report.tables.get(table, []) if count(row)]
    groups = (
        referrer_networks.group_by_network(rows)
        if table == "referrer"
        else [NetworkGroup(row.value, row, []) for row in rows]
    )
    return sorted(groups, key=lambda group: (table == "referrer" and group.key == SPAM, -count(group.total)))


def _build_row(group: NetworkGroup, table: str, choice: ReportSelection, names: ValueNames, shared: bool) -> TableRow:
    if table == "link":
        return _link_row(group.total, choice, names.links, shared)
    if table == "referrer" and group.key in NETWORKS:
        hosts = sorted(group.hosts, key=lambda host: -choice.count(host))
        row = _value_row(NETWORK, group.total, choice, labels.value_label(NETWORK, group.key))
        return replace(row, hosts=tuple(_value_row(table, host, choice, host.value) for host in hosts))
    title = names.codes.get(group.key) if table == "placement" else ""
    return _value_row(table, group.total, choice, title or labels.value_label(table, group.key))


def _value_row(dimension: str, counted: Counted, choice: ReportSelection, label: str) -> TableRow:
    count, value = choice.count(counted), counted.value
    icon = labels.value_icon(dimension, value)
    if value == labels.OTHERS:
        return TableRow(label, "dots", count)
    if choice.keeps(dimension, value):
        return TableRow(label, icon, count, keep=choice.without_value(dimension, value))
    return TableRow(
        label,
        icon,
        count,
        keep=choice.with_value(dimension, value),
        drop=choice.with_value(dimension, value, exclude=True),
    )


def _link_row(row: Counted, choice: ReportSelection, links: dict[int, VisitedTarget], shared: bool) -> TableRow:
    count = choice.count(row)
    target = links.get(int(row.value)) if row.value.isdigit() else None
    if target is None:
        return TableRow(labels.value_label("link", row.value if row.value == labels.OTHERS else ""), "link-off", count)
    query = choice.query if target.path.startswith(ANALYTICS_PATH) else ""
    return TableRow(f"/{target.name}", "link", count, href=target.path + query if target.exists and not shared else "")


def _with_share(row: TableRow, longest: int, total: int) -> TableRow:
    width = round(row.count / longest * 100, 1) if longest else 0
    return replace(row, percent=labels.format_percent(row.count, total), width=width)


def _build_tabs(definition: CardDefinition, table: str, choice: ReportSelection) -> list[Tab]:
    names = [name for name in definition.tables if name in labels.TABS]
    if len(names) == 1:
        return []
    selected = "utm_campaign" if table in UTM else table
    return [Tab(labels.TABS[name], choice.with_tab(name, definition.tables), name == selected) for name in names]


def _campaign_tabs(table: str, choice: ReportSelection) -> list[Tab]:
    if table not in UTM:
        return []
    siblings = ("referrer", *CAMPAIGN_TABLES)
    return [Tab(labels.DIMENSIONS[name], choice.with_tab(name, siblings), name == table) for name in CAMPAIGN_TABLES]
