"""The operator's days and years: of receipts, books, rates and coupons.

They are those of Indonesia's western time: a receipt of 1 January, 01.00 WIB is one of the new year.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.kernel import clock

ZONE = ZoneInfo("Asia/Jakarta")


def day_of(moment: datetime) -> date:
    """Returns the operator's day at a moment."""
    return moment.astimezone(ZONE).date()


def today() -> date:
    """Returns the operator's day now."""
    return day_of(clock.now())


def start_of_day(day: date) -> datetime:
    """Returns when a day of the operator begins, in UTC."""
    return datetime.combine(day, time(), ZONE).astimezone(UTC)


def end_of_day(day: date) -> datetime:
    """Returns the last moment of a day of the operator, in UTC."""
    return start_of_day(day + timedelta(days=1)) - timedelta(microseconds=1)
