"""The result of a report. Every table adds up to the totals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


class _Sums:
    """Sums of clicks, scans and views, for counts and rows."""

    __slots__ = ()
    clicks: int
    scans: int
    views: int

    @property
    def all(self) -> int:
        """Visits of all kinds."""
        return self.clicks + self.scans + self.views

    @property
    def followed(self) -> int:
        """Clicks and scans, which the statistics of a link show."""
        return self.clicks + self.scans


@dataclass(slots=True)
class Count(_Sums):
    """Visits by kind. `visitors` are different visitors of a day who clicked or scanned, added up over the days.
    Visitors of bio pages and their links are not counted: no hash of them is kept.

    In a report of several links a visitor of two of them is one; only in summaries of visits that are no longer kept it
    is counted on each link. In a point of an hour count those who came first on that UTC day.
    """

    clicks: int = 0
    scans: int = 0
    views: int = 0
    visitors: int = 0


@dataclass(slots=True)
class Point:
    """The visits in one interval, which begins at `start` (aware, in the period's zone)."""

    start: datetime
    count: Count


@dataclass(slots=True)
class Row(_Sums):
    """The visits with one value of a dimension ("" is unknown; values of the dimension "link" are keys as text)."""

    value: str
    clicks: int = 0
    scans: int = 0
    views: int = 0


@dataclass(slots=True)
class Report:
    """`tables` has a list of rows for each requested dimension, most visits first.

    `hours` is a matrix of 7 days (Monday first) x 24 hours in the period's zone. `by_who` is the number of visits by
    kind of visitor with the same filters. `links` is the number of links with visits, of which the table may have only
    the first ones. `since`: with filters or in another zone only stored visits can be counted,
    and those before that time are missing; None when none are missing. `has_visitors`: whether unique visitors were
    counted; if not, all `visitors` are to be ignored.
    """

    totals: Count
    before: Count
    points: list[Point]
    points_before: list[Point]
    tables: dict[str, list[Row]]
    hours: list[list[Count]]
    by_who: dict[int, Count]
    since: datetime | None = None
    links: int = 0
    has_visitors: bool = True
