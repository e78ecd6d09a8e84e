"""The answer to a question about visits. Every table adds up to the totals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


class _Sums:
    """What can be said of clicks, scans and views, whatever they are of."""

    __slots__ = ()
    clicks: int
    scans: int
    views: int

    @property
    def all(self) -> int:
        """All of them together."""
        return self.clicks + self.scans + self.views

    @property
    def followed(self) -> int:
        """Clicks and scans: what a link's statistics count."""
        return self.clicks + self.scans


@dataclass(slots=True)
class Count(_Sums):
    """How many visits, by kind; `visitors` are different ones a day who clicked or scanned, added up over the days; of
    bio pages and their links nobody is told from anybody.

    Where links are named, they are different ones a day and link. In a point of an hour, different ones that hour.
    """

    clicks: int = 0
    scans: int = 0
    views: int = 0
    visitors: int = 0


@dataclass(slots=True)
class Point:
    """What fell into one interval, which begins at `start` (aware, in the period's zone)."""

    start: datetime
    count: Count


@dataclass(slots=True)
class Row(_Sums):
    """One value of a dimension ("" is unknown; for the dimension "link", a key as text)."""

    value: str
    clicks: int = 0
    scans: int = 0
    views: int = 0


@dataclass(slots=True)
class Report:
    """`tables` has a list of rows, most visits first, for every dimension asked for, "link" among them.

    `hours` is 7 (Monday first) x 24 hours in the period's zone. `by_who` says how many visits each kind of visitor made
    with the same filters. `since`: with filters or in another zone only visits whose rows are kept can be counted;
    what was before that moment is missing (None: nothing is).
    """

    totals: Count
    before: Count
    points: list[Point]
    points_before: list[Point]
    tables: dict[str, list[Row]]
    hours: list[list[Count]]
    by_who: dict[int, Count]
    since: datetime | None = None
