"""The chart of a report: two series and the period before, as curves, marks and the words of each point."""

from __future__ import annotations

from dataclasses import dataclass

from app.analytics import labels, scales
from app.visits.report_query import Interval
from app.visits.report_result import Report

LATE = 0.62  # from here on a tip stands to the left of its point


@dataclass(frozen=True, slots=True)
class Mark:
    """One point: where it stands (in % from the left and the top) and what it says.

    `label` is "" off the axis; a `minor` one goes first where there is little room.
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
    """`lead` is the kind the dashed line of the period before is of: the one there is more of now."""

    clicks: scales.Curve
    scans: scales.Curve
    before: scales.Curve
    ticks: list[int]
    marks: list[Mark]
    lead: str


def chart(report: Report, interval: Interval) -> Chart:
    """The chart of a report's points."""
    lead = "scans" if report.totals.scans > report.totals.clicks else "clicks"
    clicks, scans = [one.count.clicks for one in report.points], [one.count.scans for one in report.points]
    before = _as_long([getattr(one.count, lead) for one in report.points_before], len(clicks))
    top = scales.nice_max(max([*clicks, *scans, *before], default=0))
    of_clicks, of_scans = scales.curve(clicks, top), scales.curve(scans, top)
    marks = _marks(report, interval, before, of_clicks, of_scans)
    return Chart(of_clicks, of_scans, scales.curve(before, top), scales.ticks(top), marks, lead)


def _marks(
    report: Report, interval: Interval, before: list[int], clicks: scales.Curve, scans: scales.Curve
) -> list[Mark]:
    count = len(report.points)
    on_axis = sorted(scales.marked(count))
    return [
        Mark(
            labels.interval(point.start, interval), labels.mark(point.start, interval) if at in on_axis else "",
            _across(at, count), point.count.clicks, point.count.scans, before[at], clicks.depths[at],
            scans.depths[at], at > count * LATE, at in on_axis[1::2],
        )
        for at, point in enumerate(report.points)
    ]


def _across(at: int, count: int) -> str:
    """Where a point is in its own column: the first and last columns are half as wide and end at their points."""
    if count == 1:
        return "50%"
    return "0" if at == 0 else "100%" if at == count - 1 else "50%"


def _as_long(values: list[int], count: int) -> list[int]:
    """The period before, as long as this one: months differ in days, so there may be one point more or less."""
    return (values + [0] * count)[:count]


