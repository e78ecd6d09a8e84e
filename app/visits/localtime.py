"""Days and hours of a time zone, of moments in milliseconds since 1970 as visits hold them.

A day is a date's ordinal. It may have 23 or 25 hours, and begin at another hour than midnight where midnight is left
out; zones may be a quarter of an hour apart.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

QUARTER, HOUR, DAY = 900_000, 3_600_000, 86_400_000
EPOCH = date(1970, 1, 1).toordinal()
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


class Span(NamedTuple):
    """A time without a change of clocks: `offset` milliseconds before UTC from `start` up to `end`."""

    start: int
    end: int
    offset: int


def instant(when: datetime) -> int:
    """An aware moment as milliseconds since 1970."""
    return (when - BEGINNING) // timedelta(milliseconds=1)


def moment(ms: int, zone: str) -> datetime:
    """Milliseconds since 1970 as an aware moment of a zone."""
    return (BEGINNING + timedelta(milliseconds=ms)).astimezone(ZoneInfo(zone))


def offset(ms: int, zone: str) -> int:
    """How many milliseconds the clocks of a zone are before UTC."""
    return (moment(ms, zone).utcoffset() or timedelta()) // timedelta(milliseconds=1)


def day_of(ms: int, zone: str) -> int:
    """The day that it is in a zone."""
    return _day_of_quarter(ms // QUARTER, zone)


@lru_cache(1 << 16)
def _day_of_quarter(quarter: int, zone: str) -> int:
    return moment(quarter * QUARTER, zone).toordinal()


@lru_cache(1 << 12)
def start_of(day: int, zone: str) -> int:
    """When a day begins. Where its midnight is left out this is the moment of the change: fold 0 counts the old way."""
    return instant(datetime.combine(date.fromordinal(day), time(), ZoneInfo(zone)))


@lru_cache(1 << 10)
def spans(start: int, end: int, zone: str) -> tuple[Span, ...]:
    """The time from `start` up to `end`, cut where the clocks are changed."""
    return tuple(_cut(start, max(end, start + 1), zone))


def _cut(start: int, end: int, zone: str) -> Iterator[Span]:
    began, shift = start, offset(start, zone)
    for step in range(start, end, DAY):
        last = min(step + DAY, end) - 1
        if offset(last, zone) != shift:
            change = _change(max(step - 1, start), last, zone)  # it may be at the step itself
            yield Span(began, change, shift)
            began, shift = change, offset(change, zone)
    yield Span(began, end, shift)


def _change(before: int, after: int, zone: str) -> int:
    """The first moment with the clocks as they are at `after`."""
    shift = offset(before, zone)
    while after - before > 1:
        middle = (before + after) // 2
        before, after = (middle, after) if offset(middle, zone) == shift else (before, middle)
    return after


def first_of_month(day: int) -> int:
    """The first day of a day's month."""
    return date.fromordinal(day).replace(day=1).toordinal()


def next_month(day: int) -> int:
    """The first day of the month after a day's."""
    return first_of_month(first_of_month(day) + 31)
