"""What somebody wants to know about visits: whose, in which period, which of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Self
from zoneinfo import ZoneInfo

from app.visits import localtime
from app.visits.visit import Who


class Interval(StrEnum):
    """What one point of a series covers, in the period's time zone. Weeks begin on Monday."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Scope:
    """Visits of one account, by keys (visit.py): of all its links, or of those named."""

    account: int
    links: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` up to and not including `end`, both aware; days are those of `zone`."""

    start: datetime
    end: datetime
    zone: str
    interval: Interval

    @property
    def before(self) -> Self:
        """The period of the same length just before; whole local days stay whole days."""
        start, end = self.start.astimezone(UTC), self.end.astimezone(UTC)  # in one zone, clocks would be subtracted
        if self.whole_days:
            first, last = (at.astimezone(ZoneInfo(self.zone)).toordinal() for at in (start, end))
            return replace(self, start=_midnight(2 * first - last, self.zone), end=self.start)
        return replace(self, start=start - (end - start), end=self.start)

    @property
    def whole_days(self) -> bool:
        """Whether it begins and ends where days of its zone do."""
        moments = [localtime.instant(at) for at in (self.start, self.end)]
        return all(localtime.start_of(localtime.day_of(at, self.zone), self.zone) == at for at in moments)


def _midnight(day: int, zone: str) -> datetime:
    return localtime.moment(localtime.start_of(day, zone), zone)


@dataclass(frozen=True, slots=True)
class Filter:
    """Keeps visits whose `dimension` (visit.DIMENSIONS, or "kind") has one of the values; `exclude`: has none of them.

    "" is unknown. Values of "kind" are "click", "scan" and "view".
    """

    dimension: str
    values: tuple[str, ...]
    exclude: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """`who` is one kind of visitor: people, bots, previews and checks are never mixed."""

    scope: Scope
    period: Period
    filters: tuple[Filter, ...] = ()
    who: Who = Who.HUMAN
