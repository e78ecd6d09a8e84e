"""Weekday and time of day on the clocks of a zone, remembered for the minutes that are asked for."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTES_OF_A_WEEK = 7 * 24 * 60


@lru_cache(MINUTES_OF_A_WEEK)
def local_time(minute: int, zone: str) -> tuple[int, int]:
    """Returns the day of the week, 1 for Monday, and the minute of the day; `minute` counts from 1970 in UTC."""
    local = (EPOCH + timedelta(minutes=minute)).astimezone(ZoneInfo(zone))
    return local.isoweekday(), local.hour * 60 + local.minute


def minutes_since_epoch(now: datetime) -> int:
    """Returns the number of the minute in UTC since 1970."""
    return int(now.timestamp()) // 60
