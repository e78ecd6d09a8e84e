"""The periods one can choose, in the zone of the account."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analytics.period import MAX_PERIOD, PERIODS, build_period, clamp_days
from app.visits.reports.query import Interval

NOW = datetime(2026, 11, 20, 18, 30, 15, tzinfo=UTC)
JAKARTA = "Asia/Jakarta"  # it is the 21st there, 01:30


@pytest.mark.parametrize(
    "name, start, end, interval",
    [
        ("24h", "2026-11-20T02:00+07:00", "2026-11-21T02:00+07:00", Interval.HOUR),
        ("7d", "2026-11-15T00:00+07:00", "2026-11-22T00:00+07:00", Interval.DAY),
        ("30d", "2026-10-23T00:00+07:00", "2026-11-22T00:00+07:00", Interval.DAY),
        ("12mo", "2025-12-01T00:00+07:00", "2026-11-22T00:00+07:00", Interval.MONTH),
    ],
    ids=["24h", "7d", "30d", "12mo"],
)
def test_a_period_ends_with_the_present_hour_or_day(name: str, start: str, end: str, interval: Interval) -> None:
    found = build_period(name, None, None, JAKARTA, NOW)
    assert (found.start, found.end, found.interval) == (
        datetime.fromisoformat(start),
        datetime.fromisoformat(end),
        interval,
    )


def test_twelve_months_in_december_begin_in_january() -> None:
    assert build_period("12mo", None, None, "UTC", NOW + timedelta(days=20)).start == datetime(2026, 1, 1, tzinfo=UTC)


def test_an_hour_of_a_zone_with_half_an_hour_begins_where_its_clock_says() -> None:
    found = build_period("24h", None, None, "Asia/Kolkata", NOW)
    assert found.end.astimezone(ZoneInfo("Asia/Kolkata")).isoformat() == "2026-11-21T01:00:00+05:30"


def test_days_stay_whole_where_clocks_change() -> None:
    found = build_period("custom", date(2026, 10, 24), date(2026, 10, 26), "Europe/Amsterdam", NOW)
    assert found.end.astimezone(UTC) - found.start.astimezone(UTC) == timedelta(hours=73)


@pytest.mark.parametrize(
    "length, interval",
    [(1, Interval.DAY), (92, Interval.DAY), (93, Interval.WEEK), (366, Interval.WEEK), (500, Interval.MONTH)],
)
def test_longer_periods_have_wider_points(length: int, interval: Interval) -> None:
    last = date(2026, 11, 1)
    assert build_period("custom", last - timedelta(days=length - 1), last, "UTC", NOW).interval is interval


@pytest.mark.parametrize(
    "start, end, expected",
    [
        (date(2026, 11, 10), date(2026, 11, 1), (date(2026, 11, 1), date(2026, 11, 10))),
        (date(9999, 12, 31), date.max, (date(2026, 11, 20), date(2026, 11, 20))),
        (date.min, date.min, (date(2000, 1, 1), date(2000, 1, 1))),
        (date.min, None, (date(2026, 11, 20) - MAX_PERIOD + timedelta(days=1), date(2026, 11, 20))),
        (None, None, (date(2026, 10, 22), date(2026, 11, 20))),
    ],
    ids=["swapped", "to come", "long ago", "too long", "not given"],
)
def test_dates_that_cannot_be_are_put_right(start: date | None, end: date | None, expected: tuple[date, date]) -> None:
    assert clamp_days(start, end, date(2026, 11, 20)) == expected


@given(
    st.sampled_from(list(PERIODS)),
    st.none() | st.dates(),
    st.none() | st.dates(),
    st.sampled_from(["UTC", JAKARTA, "America/St_Johns", "Pacific/Kiritimati", "Africa/Cairo"]),
)
def test_no_dates_can_break_a_period(name: str, start: date | None, end: date | None, zone: str) -> None:
    found = build_period(name, start, end, zone, NOW)
    assert found.start < found.end <= NOW + timedelta(days=2)
    assert found.before.end == found.start
