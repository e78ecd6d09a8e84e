"""Assembles a report from the rows of its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from app.visits import localtime
from app.visits.localtime import HOUR
from app.visits.reports.query import Interval, Period
from app.visits.reports.result import Count, Point, Row
from app.visits.visit import DIMENSIONS

Places = Mapping[tuple[int, str], Count]


class Tally:
    """Counts by part, place and value."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        self.places: defaultdict[str, defaultdict[tuple[int, str], Count]] = defaultdict(lambda: defaultdict(Count))
        for row in rows:
            add(
                self.places[row["part"]][row["place"], row["value"]],
                Count(row["clicks"], row["scans"], row["views"], row["visitors"]),
            )

    def total(self, suffix: str = "") -> Count:
        """Returns the sum of the days of a period."""
        total = Count()
        for count in self.places[f"day{suffix}"].values():
            add(total, count)
        return total

    def points(self, period: Period, suffix: str = "") -> list[Point]:
        """Returns one point for every interval of a period."""
        if period.interval is Interval.HOUR:
            return list(_hours(period, self.places[f"point{suffix}"]))
        return _days(period, self.places[f"day{suffix}"])

    def table(self, name: str, total: Count) -> list[Row]:
        """Returns the values of a dimension, most visits first. The rest of the total has the unknown value."""
        rows = [
            Row(value, count.clicks, count.scans, count.views)
            for (_, value), count in self.places[name].items()
            if count.all
        ]
        if name in DIMENSIONS:
            rest = Row(
                "",
                *(
                    getattr(total, kind) - sum(getattr(row, kind) for row in rows)
                    for kind in ("clicks", "scans", "views")
                ),
            )
            rows += [rest] * bool(rest.all)
        return sorted(rows, key=lambda row: (-row.all, row.value))

    def hours(self) -> list[list[Count]]:
        """Returns visits by day of the week and hour."""
        return [[self.places["hour"][0, str(day * 24 + hour)] for hour in range(24)] for day in range(7)]

    def by_who(self, every: Collection[int]) -> dict[int, Count]:
        """Returns visits by kind of visitor."""
        return {who: self.places["who"][0, str(who)] for who in map(int, every)}


def add(count: Count, more: Count) -> None:
    """Adds `more` to `count` in place."""
    count.clicks += more.clicks
    count.scans += more.scans
    count.views += more.views
    count.visitors += more.visitors


def _days(period: Period, places: Places) -> list[Point]:
    """Weeks and months begin with the period where it begins in the middle of one."""
    points: dict[int, Point] = {}
    first = localtime.from_milliseconds(localtime.to_milliseconds(period.start), period.zone).toordinal()
    last = localtime.from_milliseconds(localtime.to_milliseconds(period.end) - 1, period.zone).toordinal()
    for day in range(first, last + 1):
        begins = max(_begin(day, period.interval), first)
        if begins not in points:
            start = max(localtime.start_of_day(begins, period.zone), localtime.to_milliseconds(period.start))
            points[begins] = Point(localtime.from_milliseconds(start, period.zone), Count())
        if (day, "") in places:
            add(points[begins].count, places[day, ""])
    return list(points.values())


def _begin(day: int, interval: Interval) -> int:
    if interval is Interval.WEEK:
        return day - date.fromordinal(day).weekday()
    return localtime.first_of_month(day) if interval is Interval.MONTH else day


def _hours(period: Period, places: Places) -> Iterator[Point]:
    """Hours as clocks show them: one that comes twice is two points, one that is left out is none."""
    start, end = localtime.to_milliseconds(period.start), localtime.to_milliseconds(period.end)
    for span in localtime.spans_of_equal_offset(start, end, period.zone) if start < end else ():
        for hour in range((span.start + span.offset) // HOUR, (span.end - 1 + span.offset) // HOUR + 1):
            begins = max(hour * HOUR - span.offset, span.start)
            yield Point(localtime.from_milliseconds(begins, period.zone), places.get((hour, str(span.offset)), Count()))
