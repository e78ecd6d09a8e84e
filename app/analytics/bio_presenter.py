"""Prepares the statistics of a bio page for its template: figures, chart, clicks by block, referrers and countries."""

from __future__ import annotations

from dataclasses import dataclass

from app.analytics import chart_geometry, labels
from app.analytics.breakdown_tables import ROWS_SHOWN
from app.analytics.referrer_networks import NETWORK, NETWORKS, NetworkGroup, group_by_network
from app.blocks.link_blocks import SOCIAL
from app.blocks.registry import KINDS
from app.kernel import i18n
from app.kernel.i18n import gettext
from app.kernel.refusal import N_
from app.pages.models import Page
from app.pages.statistics import DAYS, BlockCount, PageStatistics
from app.visits.reports.query import Interval
from app.visits.reports.result import Row
from app.web import chart_scale, csv_writer
from app.web.first_rows import FirstRows

TABLE_TITLES = {"referrer": N_("Where from"), "country": N_("Countries")}


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a table. `note` is shown next to the count, `width` is the bar's length in percent of the longest.

    `hosts` are the hosts of a referrer network with their counts.
    """

    label: str
    icon: str
    count: int
    note: str
    width: float
    hosts: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One day of the chart: its label, its position and its figures. `label` is "" for a day without an axis label.

    `late` puts the tooltip to the left of the point; `minor` labels are left out on narrow screens.
    """

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
class BioStatistics:
    """Everything the page shows: the statistics of the last `days` days."""

    page: Page
    statistics: PageStatistics
    days: int

    @property
    def periods(self) -> list[tuple[int, bool]]:
        """The selectable numbers of days, each with whether it is selected."""
        return [(days, days == self.days) for days in DAYS]

    @property
    def span(self) -> str:
        """The first and last day of the period as text."""
        return labels.date_range(self.statistics.period.start, self.statistics.views.points[-1].start)

    @property
    def views(self) -> int:
        """Views of the page in the period."""
        return self.statistics.views.totals.views

    @property
    def clicks(self) -> int:
        """Clicks on the page's links in the period."""
        return self.statistics.clicks.totals.all

    @property
    def rate(self) -> str:
        """Clicks per view, in percent."""
        return labels.format_percent(self.clicks, self.views)

    @property
    def views_change_if_any(self) -> chart_scale.Change | None:
        """The change of the views since the period before."""
        return chart_scale.change_since(self.views, self.statistics.views.before.views)

    @property
    def clicks_change(self) -> chart_scale.Change | None:
        """The change of the clicks since the period before."""
        return chart_scale.change_since(self.clicks, self.statistics.clicks.before.all)

    @property
    def empty(self) -> bool:
        """Whether nothing was counted in the period."""
        return not self.views and not self.clicks

    @property
    def top(self) -> int:
        """The top value of the chart's vertical axis."""
        reports = self.statistics.views, self.statistics.clicks
        return chart_scale.nice_max(max((point.count.all for report in reports for point in report.points), default=0))

    @property
    def ticks(self) -> list[int]:
        """The values on the vertical axis, from the top down."""
        return chart_scale.ticks(self.top)

    @property
    def view_curve(self) -> chart_geometry.Curve:
        """The curve of views by day."""
        return chart_geometry.build_curve([point.count.views for point in self.statistics.views.points], self.top)

    @property
    def click_curve(self) -> chart_geometry.Curve:
        """The curve of clicks by day."""
        return chart_geometry.build_curve([point.count.all for point in self.statistics.clicks.points], self.top)

    @property
    def points(self) -> list[ChartPoint]:
        """The points of the chart, one for each day."""
        days = list(zip(self.statistics.views.points, self.statistics.clicks.points, strict=True))
        count, on_axis = len(days), sorted(chart_scale.axis_label_indices(len(days)))
        views, clicks = self.view_curve.depths, self.click_curve.depths
        return [
            ChartPoint(
                labels.interval_label(view.start, Interval.DAY),
                labels.axis_label(view.start, Interval.DAY) if index in on_axis else "",
                "0" if index == 0 else "100%" if index == count - 1 else "50%",
                view.count.views,
                click.count.all,
                views[index],
                clicks[index],
                index > count * 0.62,
                index in on_axis[1::2],
            )
            for index, (view, click) in enumerate(days)
        ]

    @property
    def blocks(self) -> FirstRows[Bar]:
        """Clicks by block of the page, as bars: all of them."""
        longest = max((block.clicks for block in self.statistics.blocks), default=0)
        bars = [
            Bar(
                _block_label(block),
                _block_icon(block),
                block.clicks,
                labels.format_percent(block.clicks, self.views),
                _bar_width(block.clicks, longest),
            )
            for block in self.statistics.blocks
        ]
        return FirstRows(bars, len(bars))

    @property
    def origins(self) -> list[tuple[str, str, FirstRows[Bar]]]:
        """A table for each dimension that the plan keeps: its name, its title and its first rows; the file has all."""
        return [
            (name, gettext(TABLE_TITLES[name]), self._bars(name, rows))
            for name, rows in self.statistics.origins.items()
        ]

    def _bars(self, name: str, rows: list[Row]) -> FirstRows[Bar]:
        groups = group_by_network(rows) if name == "referrer" else [NetworkGroup(row.value, row, []) for row in rows]
        longest = max((group.total.views for group in groups), default=0)
        kind, shown = NETWORK if name == "referrer" else name, groups[:ROWS_SHOWN]
        return FirstRows([self._bar(kind, group, longest) for group in shown], len(groups))

    def _bar(self, name: str, group: NetworkGroup, longest: int) -> Bar:
        views, hosts = group.total.views, group.hosts if group.key in NETWORKS else []
        return Bar(
            labels.value_label(name, group.key),
            labels.value_icon(name, group.key),
            views,
            labels.format_percent(views, self.views),
            _bar_width(views, longest),
            tuple((host.value, host.views) for host in hosts),
        )

    @property
    def complete_since(self) -> str:
        """The day since which these figures are complete; "" when they are complete."""
        since = self.statistics.since
        return i18n.format_date(since) if since and since > self.statistics.period.start else ""


def _block_label(block: BlockCount) -> str:
    if not block.kind:
        return gettext("No longer on the page")
    return block.named or gettext(KINDS[block.kind].label)


def _block_icon(block: BlockCount) -> str:
    return KINDS.get(block.kind, SOCIAL).icon if block.kind else "link-off"


def _bar_width(count: int, longest: int) -> float:
    return round(count / longest * 100, 1) if longest else 0


def statistics_csv(statistics: PageStatistics) -> str:
    """Returns the statistics as CSV with one figure on each line: the totals, each day, each block and each table
    row.
    """
    lines: list[tuple[object, ...]] = [
        ("table", "value", "views", "clicks"),
        ("total", "", statistics.views.totals.views, statistics.clicks.totals.all),
    ]
    lines += [
        ("day", view.start.date().isoformat(), view.count.views, click.count.all)
        for view, click in zip(statistics.views.points, statistics.clicks.points, strict=True)
    ]
    lines += [("block", _block_label(block), "", block.clicks) for block in statistics.blocks]
    lines += [(name, row.value, row.views, "") for name, rows in statistics.origins.items() for row in rows]
    return csv_writer.BOM + "".join(map(csv_writer.format_csv_line, lines))
