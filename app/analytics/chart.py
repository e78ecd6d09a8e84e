"""Builds the chart of a report: clicks, scans and the period before as curves, and a label for each point."""

from __future__ import annotations

from dataclasses import dataclass

from app.analytics import chart_geometry, labels
from app.visits.reports.query import Interval
from app.visits.reports.result import Report
from app.web import chart_scale

TOOLTIP_LEFT_FROM = 0.62  # share of the width from which on tooltips are left of their point


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One point of the chart: its position in percent from the left and the top of the canvas, and its figures.

    `label` is "" for a point without an axis label; `minor` labels are left out on narrow screens. `late` puts the
    tooltip to the left of the point.
    """

    name: str
    label: str
    x: str
    clicks: int
    scans: int
    before: int
    click_y: float
    scan_y: float
    late: bool
    minor: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart for the template. The dashed line of the period before shows one kind of visit only: `before_kind`, the
    kind with more visits in this period.
    """

    clicks: chart_geometry.Curve
    scans: chart_geometry.Curve
    before: chart_geometry.Curve
    ticks: list[int]
    points: list[ChartPoint]
    before_kind: str


def build_chart(report: Report, interval: Interval) -> Chart:
    """Builds the chart of a report's points."""
    before_kind = "scans" if report.totals.scans > report.totals.clicks else "clicks"
    clicks, scans = [point.count.clicks for point in report.points], [point.count.scans for point in report.points]
    before = _pad_to([getattr(point.count, before_kind) for point in report.points_before], len(clicks))
    top = chart_scale.nice_max(max([*clicks, *scans, *before], default=0))
    click_curve, scan_curve = chart_geometry.build_curve(clicks, top), chart_geometry.build_curve(scans, top)
    points = _build_points(report, interval, before, click_curve, scan_curve)
    return Chart(
        click_curve, scan_curve, chart_geometry.build_curve(before, top), chart_scale.ticks(top), points, before_kind
    )


def _build_points(
    report: Report, interval: Interval, before: list[int], clicks: chart_geometry.Curve, scans: chart_geometry.Curve
) -> list[ChartPoint]:
    count = len(report.points)
    on_axis = sorted(chart_scale.axis_label_indices(count))
    return [
        ChartPoint(
            labels.interval_label(point.start, interval),
            labels.axis_label(point.start, interval) if index in on_axis else "",
            _column_position(index, count),
            point.count.clicks,
            point.count.scans,
            before[index],
            clicks.depths[index],
            scans.depths[index],
            index > count * TOOLTIP_LEFT_FROM,
            index in on_axis[1::2],
        )
        for index, point in enumerate(report.points)
    ]


def _column_position(index: int, count: int) -> str:
    """Returns the horizontal position of a point in its column. The first and last columns are half as wide and end at
    their points.
    """
    if count == 1:
        return "50%"
    return "0" if index == 0 else "100%" if index == count - 1 else "50%"


def _pad_to(values: list[int], count: int) -> list[int]:
    """Pads or cuts the values of the period before to `count`: months differ in length, so there may be one point more
    or less.
    """
    return (values + [0] * count)[:count]
