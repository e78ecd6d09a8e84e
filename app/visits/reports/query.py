"""The query for a report: whose visits, in which period, with which filters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Self
from zoneinfo import ZoneInfo

from app.visits import localtime
from app.visits.visit import Who


class Interval(StrEnum):
    """The interval of one point of a series, in the period's time zone. Weeks begin on Monday."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Scope:
    """The visits of one account, by keys (visit.py): of all its links, or of those in `links`.

    `kept_from` is the beginning of the account's retention in milliseconds since 1970: single visits before it are not
    read, although a file may hold them some days longer.
    """

    account: int
    links: tuple[int, ...] | None = None
    kept_from: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """The time from `start` up to but not including `end`, both aware. Days are those of `zone`."""

    start: datetime
    end: datetime
    zone: str
    interval: Interval

    @property
    def before(self) -> Self:
        """The period of the same length before this one; whole local days remain whole days."""
        # Within one time zone Python subtracts wall-clock times
        start, end = self.start.astimezone(UTC), self.end.astimezone(UTC)
        if self.whole_days:
            first, last = (at.astimezone(ZoneInfo(self.zone)).toordinal() for at in (start, end))
            return replace(self, start=_midnight(2 * first - last, self.zone), end=self.start)
        return replace(self, start=start - (end - start), end=self.start)

    @property
    def whole_days(self) -> bool:
        """Whether it begins and ends at the start of a day in its zone."""
        moments = [localtime.to_milliseconds(at) for at in (self.start, self.end)]
        return all(localtime.start_of_day_ms(localtime.day_of(at, self.zone), self.zone) == at for at in moments)


def _midnight(day: int, zone: str) -> datetime:
    return localtime.from_milliseconds(localtime.start_of_day_ms(day, zone), zone)


@dataclass(frozen=True, slots=True)
class Filter:
    """Keeps visits whose `dimension` (visit.DIMENSIONS, or "kind") has one of the values; with `exclude`, those that
    have none of them.

    "" is the unknown value. Values of "kind" are "click", "scan" and "view".
    """

    dimension: str
    values: tuple[str, ...]
    exclude: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """Everything that determines a report. `who` is a single kind of visitor: people, bots, previews and checks are
    never added up.
    """

    scope: Scope
    period: Period
    filters: tuple[Filter, ...] = ()
    who: Who = Who.HUMAN
