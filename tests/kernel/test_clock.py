"""Months begin at 00:00:00 UTC on their first day, and times are written with a Z."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.kernel import clock

LAST_SECOND = datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC)


def test_now_is_in_utc() -> None:
    assert clock.now().tzinfo is UTC


@pytest.mark.parametrize("month", range(1, 13))
def test_the_next_month_begins_at_midnight_of_its_first_day(month: int) -> None:
    end = clock.start_of_next_month(datetime(2026, month, 15, 12, tzinfo=UTC))
    assert clock.month_key(end - timedelta(seconds=1)) == f"2026-{month:02}"
    assert clock.month_key(end) != clock.month_key(end - timedelta(seconds=1))
    assert (end.day, end.hour, end.minute, end.second, end.microsecond) == (1, 0, 0, 0, 0)


def test_a_year_rolls_with_its_december() -> None:
    assert clock.start_of_next_month(LAST_SECOND) == datetime(2027, 1, 1, tzinfo=UTC)


def test_a_stamp_is_rfc_3339_in_utc() -> None:
    jakarta = datetime(2026, 6, 7, 7, 0, 0, 999_999, tzinfo=timezone(timedelta(hours=7)))
    assert clock.format_rfc3339(jakarta) == "2026-06-07T00:00:00Z"
