"""Days and hours in a time zone, for times in milliseconds since 1970 as in visits.

A day is the ordinal of a date. It may have 23 or 25 hours, and may not begin at midnight where a clock change skips
midnight. Offsets of zones are multiples of a quarter of an hour.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

QUARTER, HOUR, DAY = 900_000, 3_600_000, 86_400_000
BLOCK = 32 * DAY  # of which clock changes are remembered at once
EPOCH = date(1970, 1, 1).toordinal()
UNIX_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Span(NamedTuple):
    """A time range without a clock change, from `start` up to `end`; `offset` is the UTC offset in milliseconds."""

    start: int
    end: int
    offset: int


def to_milliseconds(when: datetime) -> int:
    """Converts an aware time to milliseconds since 1970."""
    return (when - UNIX_EPOCH) // timedelta(milliseconds=1)


def from_milliseconds(ms: int, zone: str) -> datetime:
    """Converts milliseconds since 1970 to an aware time in a zone."""
    return (UNIX_EPOCH + timedelta(milliseconds=ms)).astimezone(ZoneInfo(zone))


def utc_offset(ms: int, zone: str) -> int:
    """Returns the UTC offset of a zone at a time, in milliseconds."""
    return (from_milliseconds(ms, zone).utcoffset() or timedelta()) // timedelta(milliseconds=1)


def day_of(ms: int, zone: str) -> int:
    """Returns the day in a zone at a time."""
    return _day_of_quarter(ms // QUARTER, zone)


@lru_cache(1 << 16)
def _day_of_quarter(quarter: int, zone: str) -> int:
    return from_milliseconds(quarter * QUARTER, zone).toordinal()


@lru_cache(1 << 12)
def start_of_day_ms(day: int, zone: str) -> int:
    """Returns when a day begins. Where a clock change skips midnight, it is the time of the change, because fold 0 uses
    the offset before it.
    """
    return to_milliseconds(datetime.combine(date.fromordinal(day), time(), ZoneInfo(zone)))


@lru_cache(1 << 12)
def start_of_day(day: int, zone: str) -> datetime:
    """Returns when a day begins, as an aware time in the zone."""
    return from_milliseconds(start_of_day_ms(day, zone), zone)


def spans_of_equal_offset(start: int, end: int, zone: str) -> tuple[Span, ...]:
    """Splits the range from `start` up to `end` at clock changes."""
    blocks = range(start // BLOCK, (max(end - 1, start)) // BLOCK + 1)
    changes = [at for block in blocks for at in _clock_changes(block, zone) if start < at < end]
    moments = [start, *changes, max(end, start + 1)]
    return tuple(Span(first, last, utc_offset(first, zone)) for first, last in pairwise(moments))


@lru_cache(1 << 10)
def _clock_changes(block: int, zone: str) -> tuple[int, ...]:
    """Returns the times at which the offset of a zone changes within a block of days since 1970."""
    days = range(block * BLOCK - 1, (block + 1) * BLOCK - 1, DAY)
    return tuple(
        _find_change(day, day + DAY, zone) for day in days if utc_offset(day, zone) != utc_offset(day + DAY, zone)
    )


def _find_change(before: int, after: int, zone: str) -> int:
    """Returns the first time after `before` with the offset that applies at `after`, by bisection."""
    shift = utc_offset(before, zone)
    while after - before > 1:
        middle = (before + after) // 2
        before, after = (middle, after) if utc_offset(middle, zone) == shift else (before, middle)
    return after


def first_of_month(day: int) -> int:
    """Returns the first day of a day's month."""
    return date.fromordinal(day).replace(day=1).toordinal()


def first_of_next_month(day: int) -> int:
    """Returns the first day of the month after a day's month."""
    return first_of_month(first_of_month(day) + 31)
