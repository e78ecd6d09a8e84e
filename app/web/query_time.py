"""Parses the days and times in the query of an API request."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.kernel import time_parser
from app.kernel.refusal import N_, InvalidRequest

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2200, 1, 1)


class InvalidTime(InvalidRequest):
    """Raised for a date or time that cannot be parsed or is out of range."""

    says = N_("Give a day such as 2026-11-01, or a time with an offset.")


def parse_moment(text: str, zone: str, field: str, *, last: bool = False) -> datetime:
    """Parses a day as its beginning in the time zone `zone`, or with `last` as its end; parses a time as it is.

    Raises: InvalidTime, naming `field`.
    """
    try:
        if len(text) == len("2026-11-01"):
            day = time_parser.parse_local_time(text, "UTC").date() + timedelta(days=last)
            moment = datetime.combine(day, time(), ZoneInfo(zone))
        else:
            moment = time_parser.parse_time(text)
        if not FIRST_DAY <= moment.astimezone(UTC).date() <= LAST_DAY:
            raise ValueError
    except (ValueError, OverflowError):
        raise InvalidTime(field=field) from None
    return moment.astimezone(ZoneInfo(zone))
