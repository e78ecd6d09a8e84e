"""Assembles a report from the rows of its parts (part_statements.py, sealed_parts.py)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from app.visits import localtime
from app.visits.localtime import EPOCH, HOUR
from app.visits.reports.part_statements import BEFORE, DAYS, HEAT, HOURS, VISITORS, WHO
from app.visits.reports.query import Interval, Period
from app.visits.reports.result import Count, Point, Row
from app.visits.visit import DIMENSIONS

ADDED_TO = {VISITORS + suffix: HOURS + suffix for suffix in ("", BEFORE)}  # parts with other rows of the same hours
Places = Mapping[tuple[int, str], Count]

BEGIN_OF: Mapping[Interval, Callable[[int], int]] = {  # the first day of the interval of a day
    Interval.DAY: int,
    Interval.WEEK: lambda day: day - (day - 1) % 7,
    Interval.MONTH: localtime.first_of_month,
}


class ReportParts:
    """Counts by part, place and value. The place of a part of hours is the hour since 1970 on local clocks, its value
    the UTC offset; that of days is the day.
    """

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self.parts: defaultdict[str, dict[tuple[int, str], Count]] = defaultdict(dict)
        for part, place, value, clicks, scans, views, visitors in rows:
            counts = self.parts[ADDED_TO.get(part, part)]
            if count := counts.get((place, value)):
                add_to(count, Count(clicks, scans, views, visitors))
            else:
                counts[place, value] = Count(clicks, scans, views, visitors)

    def total(self, suffix: str = "") -> Count:
        """Returns the sum of a period."""
        total = Count()
        for part in (HOURS, DAYS):
            for count in self.parts[part + suffix].values():
                add_to(total, count)
        return total

    def points(self, period: Period, suffix: str = "") -> list[Point]:
        """Returns one point for every interval of a period."""
        if period.interval is Interval.HOUR:
            return list(_hours(period, self.parts[HOURS + suffix]))
        days: defaultdict[int, Count] = defaultdict(Count)
        for (hour, _), count in self.parts[HOURS + suffix].items():
            add_to(days[hour // 24 + EPOCH], count)
        for (day, _), count in self.parts[DAYS + suffix].items():
            add_to(days[day], count)
        return _days(period, days)

    def table(self, name: str, total: Count) -> list[Row]:
        """Returns the values of a dimension, most visits first. The rest of the total has the unknown value."""
        rows = [
            Row(value, count.clicks, count.scans, count.views)
            for (_, value), count in self.parts[name].items()
            if value and count.all
        ]
        if name in DIMENSIONS:
            rest = Row(
                "",
                total.clicks - sum(row.clicks for row in rows),
                total.scans - sum(row.scans for row in rows),
                total.views - sum(row.views for row in rows),
            )
            rows += [rest] * bool(rest.all)
        return sorted(rows, key=lambda row: (-row.all, row.value))

    def heat(self) -> list[list[Count]]:
        """Returns visits by day of the week, Monday first, and hour."""
        week = [[Count() for _ in range(24)] for _ in range(7)]
        for (hour, _), count in self.parts[HOURS].items():
            add_to(week[(hour // 24 + EPOCH - 1) % 7][hour % 24], count)
        for (_, hour_of_week), count in self.parts[HEAT].items():
            add_to(week[int(hour_of_week) // 24][int(hour_of_week) % 24], count)
        return week

    def by_who(self, every: Collection[int]) -> dict[int, Count]:
        """Returns visits by kind of visitor."""
        counts = {who: Count() for who in map(int, every)}
        for (who, _), count in self.parts[WHO].items():
            add_to(counts[who], count)
        return counts


def add_to(count: Count, more: Count) -> None:
    """Adds `more` to `count` in place."""
    count.clicks += more.clicks
    count.scans += more.scans
    count.views += more.views
    count.visitors += more.visitors


def _days(period: Period, days: Mapping[int, Count]) -> list[Point]:
    """Weeks and months begin with the period where it begins in the middle of one."""
    points: dict[int, Point] = {}
    start = localtime.from_milliseconds(localtime.to_milliseconds(period.start), period.zone)
    last = localtime.from_milliseconds(localtime.to_milliseconds(period.end) - 1, period.zone).toordinal()
    first, begin_of = start.toordinal(), BEGIN_OF[period.interval]
    for day in range(first, last + 1):
        begins = begin_of(day)
        if begins <= first:
            begins = first
        if begins not in points:
            began = start if begins == first else localtime.start_of_day(begins, period.zone)
            points[begins] = Point(began, Count())
        if day in days:
            add_to(points[begins].count, days[day])
    return list(points.values())


def _hours(period: Period, places: Places) -> Iterator[Point]:
    """Hours as clocks show them: one that comes twice is two points, one that is left out is none."""
    start, end = localtime.to_milliseconds(period.start), localtime.to_milliseconds(period.end)
    for span in localtime.spans_of_equal_offset(start, end, period.zone) if start < end else ():
        for hour in range((span.start + span.offset) // HOUR, (span.end - 1 + span.offset) // HOUR + 1):
            begins = max(hour * HOUR - span.offset, span.start)
            yield Point(localtime.from_milliseconds(begins, period.zone), places.get((hour, str(span.offset)), Count()))
