"""The operator's days and years: of receipts, books, rates and coupons.

They are those of Indonesia's western time: a receipt of 1 January, 01.00 WIB is one of the new year.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.kernel import clock
from app.kernel.refusal import N_, Refusal

ZONE = ZoneInfo("Asia/Jakarta")
EARLIEST, LATEST_YEAR = clock.EARLIEST, 9000


class InvalidDay(Refusal):
    """What was typed is no day of the calendar."""

    code, field, says = "INVALID_DAY", "day", N_("Type a day as 2026-11-29.")


class DayToCome(Refusal):
    """The day is to come."""

    code, field, says = "DAY_TO_COME", "day", N_("That day is to come.")


def parse_day(typed: str, field: str = "day") -> date | None:
    """Returns a typed day, such as 2026-11-29; None for an empty text. Raises: InvalidDay."""
    try:
        day = date.fromisoformat(typed.strip()) if typed.strip() else None
    except ValueError:
        raise InvalidDay(field=field) from None
    if day is not None and not EARLIEST.year <= day.year <= LATEST_YEAR:
        raise InvalidDay(field=field)
    return day


def refuse_future(day: date | None, field: str = "day") -> None:
    """Raises: DayToCome."""
    if day is not None and day > today():
        raise DayToCome(field=field)


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
