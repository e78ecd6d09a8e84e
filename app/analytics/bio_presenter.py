"""The statistics of a bio page as its page shows them: figures, the chart, blocks, sources and countries."""

from __future__ import annotations

from dataclasses import dataclass

from app.analytics import labels, scales
from app.analytics.breakdown_tables import SHOWN
from app.analytics.referrer_networks import NETWORK, NETWORKS, Group, grouped
from app.blocks.kinds import KINDS
from app.blocks.link_blocks import SOCIAL
from app.kernel import i18n
from app.kernel.i18n import gettext
from app.kernel.refusal import N_
from app.pages.models import Page
from app.pages.statistics import DAYS, BlockCount, PageStatistics
from app.visits.report_query import Interval
from app.visits.report_result import Row
from app.web import csv_writer

TITLES = {"referrer": N_("Where from"), "country": N_("Countries")}


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a table: `note` stands beside the count, `width` is in per cent of the longest.

    `hosts` are those of a network and their counts, to be opened.
    """

    label: str
    icon: str
    count: int
    note: str
    width: float
    hosts: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """One day of the chart: where it stands, and what it says; `label` is "" off the axis."""

    name: str
    label: str
    x: str
    views: int
    clicks: int
    view_y: float
    click_y: float
    late: bool
    minor: bool


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the page shows."""

    page: Page
    found: PageStatistics
    days: int

    @property
    def periods(self) -> list[tuple[int, bool]]:
        return [(days, days == self.days) for days in DAYS]

    @property
    def span(self) -> str:
        """The days the period covers."""
        return labels.span(self.found.period.start, self.found.views.points[-1].start)

    @property
    def views(self) -> int:
        return self.found.views.totals.views

    @property
    def clicks(self) -> int:
        return self.found.clicks.totals.all

    @property
    def rate(self) -> str:
        return labels.percent(self.clicks, self.views)

    @property
    def views_change(self) -> scales.Change | None:
        return scales.change(self.views, self.found.views.before.views)

    @property
    def clicks_change(self) -> scales.Change | None:
        return scales.change(self.clicks, self.found.clicks.before.all)

    @property
    def empty(self) -> bool:
        return not self.views and not self.clicks

    @property
    def top(self) -> int:
        """The top of the chart's scale."""
        points = [point.count.all for report in (self.found.views, self.found.clicks) for point in report.points]
        return scales.nice_max(max(points, default=0))

    @property
    def ticks(self) -> list[int]:
        return scales.ticks(self.top)

    @property
    def view_curve(self) -> scales.Curve:
        return scales.curve([point.count.views for point in self.found.views.points], self.top)

    @property
    def click_curve(self) -> scales.Curve:
        return scales.curve([point.count.all for point in self.found.clicks.points], self.top)

    @property
    def marks(self) -> list[Mark]:
        points = list(zip(self.found.views.points, self.found.clicks.points, strict=True))
        count, on_axis = len(points), sorted(scales.marked(len(points)))
        views, clicks = self.view_curve.depths, self.click_curve.depths
        return [
            Mark(labels.interval(view.start, Interval.DAY),
                 labels.mark(view.start, Interval.DAY) if at in on_axis else "",
                 "0" if at == 0 else "100%" if at == count - 1 else "50%", view.count.views, click.count.all,
                 views[at], clicks[at], at > count * 0.62, at in on_axis[1::2])
            for at, (view, click) in enumerate(points)
        ]

    @property
    def blocks(self) -> list[Bar]:
        most = max((block.clicks for block in self.found.blocks), default=0)
        return [Bar(_called(block), _icon(block), block.clicks, labels.percent(block.clicks, self.views),
                    _width(block.clicks, most)) for block in self.found.blocks]

    @property
    def origins(self) -> list[tuple[str, str, list[Bar]]]:
        """A table for each of what the plan keeps: its name, its title, its first rows."""
        return [(name, gettext(TITLES[name]), self._bars(name, rows)) for name, rows in self.found.origins.items()]

    def _bars(self, name: str, rows: list[Row]) -> list[Bar]:
        groups = grouped(rows) if name == "referrer" else [Group(row.value, row, []) for row in rows]
        most = max((one.total.views for one in groups), default=0)
        return [self._bar(NETWORK if name == "referrer" else name, one, most) for one in groups[:SHOWN]]

    def _bar(self, name: str, group: Group, most: int) -> Bar:
        views, hosts = group.total.views, group.hosts if group.key in NETWORKS else []
        return Bar(labels.value(name, group.key), labels.icon(name, group.key), views,
                   labels.percent(views, self.views), _width(views, most),
                   tuple((host.value, host.views) for host in hosts))

    @property
    def missing(self) -> str:
        """Since when these figures are whole; "" where they are."""
        since = self.found.since
        return i18n.date(since) if since and since > self.found.period.start else ""


def _called(block: BlockCount) -> str:
    if not block.kind:
        return gettext("No longer on the page")
    return block.named or gettext(KINDS[block.kind].label)


def _icon(block: BlockCount) -> str:
    return KINDS.get(block.kind, SOCIAL).icon if block.kind else "link-off"


def _width(count: int, most: int) -> float:
    return round(count / most * 100, 1) if most else 0


def figures_csv(found: PageStatistics) -> str:
    """One line a figure: the totals, each day, each block and each origin."""
    lines: list[tuple[object, ...]] = [("table", "value", "views", "clicks"),
                                       ("total", "", found.views.totals.views, found.clicks.totals.all)]
    lines += [("day", view.start.date().isoformat(), view.count.views, click.count.all)
              for view, click in zip(found.views.points, found.clicks.points, strict=True)]
    lines += [("block", _called(block), "", block.clicks) for block in found.blocks]
    lines += [(name, row.value, row.views, "") for name, rows in found.origins.items() for row in rows]
    return csv_writer.BOM + "".join(map(csv_writer.line, lines))
