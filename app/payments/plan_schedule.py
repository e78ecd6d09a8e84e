"""The calendar of bought plans: pure functions on days and times.

A period lasts to the end of a day in its time zone. A month that begins on the 31st ends on the last day of a shorter
month, and the next one on the 31st again: `anchor_day` remembers the day of the month (as banks and phone plans do it).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MONTHS_A_YEAR, MOST_EXTRA_DAYS = 12, 3_660
GRACE, NO_GRACE = timedelta(days=7), timedelta()  # how long a plan that ended still holds


@dataclass(frozen=True, slots=True)
class Slot:
    """A period: from `begins_at` to just before `ends_at`, which is the beginning of a day in `zone`."""

    begins_at: datetime
    ends_at: datetime
    anchor_day: int
    zone: str

    @property
    def last_day(self) -> date:
        """The last day of the period in its zone."""
        return (self.ends_at - timedelta(seconds=1)).astimezone(ZoneInfo(self.zone)).date()

    @property
    def days(self) -> int:
        """How many days it lasts beyond the day on which it begins, or all of them if it begins with a day."""
        return max((self.last_day - self._day_before).days, 1)

    def days_left(self, now: datetime) -> int:
        """How many whole days of it are to come after the day of `now`."""
        today = now.astimezone(ZoneInfo(self.zone)).date()
        return max((self.last_day - max(today, self._day_before)).days, 0)

    @property
    def _day_before(self) -> date:
        """The day from which its days are counted: that of a purchase, or the last one of the period before."""
        return (self.begins_at - timedelta(seconds=1)).astimezone(ZoneInfo(self.zone)).date()


def add_months(day: date, months: int, anchor_day: int) -> date:
    """Returns the day so many months later: the `anchor_day` of its month, or the last day of a shorter month."""
    total = day.year * MONTHS_A_YEAR + day.month - 1 + months
    year, month = total // MONTHS_A_YEAR, total % MONTHS_A_YEAR + 1
    return date(year, month, min(anchor_day, calendar.monthrange(year, month)[1]))


def first_slot(now: datetime, zone: str, months: int, extra_days: int = 0) -> Slot:
    """Returns the period that begins now; the rest of today comes on top."""
    today = now.astimezone(ZoneInfo(zone)).date()
    return _slot(now, today, months, today.day, zone, extra_days)


def next_slot(before: Slot, months: int, extra_days: int = 0) -> Slot:
    """Returns the period that follows another one without a gap."""
    return _slot(before.ends_at, before.last_day, months, before.anchor_day, before.zone, extra_days)


def extra_days_for(rest_value: int, price: int, days: int) -> int:
    """Returns for how many days of a plan a rest of another plan is worth, rounded down.

    `rest_value` is in rupiah; `price` is what `days` days of the new plan cost.
    """
    return min(rest_value * days // price, MOST_EXTRA_DAYS) if price > 0 else 0


def change_days(slot: Slot, days: int) -> Slot:
    """Returns a period that lasts so many days more, or less where `days` is negative, but one day at least."""
    last_day = max(slot.last_day + timedelta(days=days), slot.last_day - timedelta(days=slot.days - 1))
    return Slot(slot.begins_at, end_of_day(last_day, slot.zone), last_day.day, slot.zone) if days else slot


def _slot(begins_at: datetime, day: date, months: int, anchor_day: int, zone: str, extra_days: int) -> Slot:
    slot = Slot(begins_at, end_of_day(add_months(day, months, anchor_day), zone), anchor_day, zone)
    return change_days(slot, extra_days)


def end_of_day(day: date, zone: str) -> datetime:
    """Returns the moment at which a day ends in a time zone, in UTC."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone)).astimezone(UTC)
