"""The calendar of bought plans: ends of months, leap years, time zones and clocks that were moved."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.payments.plan_schedule import add_months, end_of_day, extra_days_for, first_slot, next_slot

JAKARTA, NEW_YORK, APIA = "Asia/Jakarta", "America/New_York", "Pacific/Apia"


def noon(day: date, zone: str = JAKARTA) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize(
    ("bought", "months", "last_day"),
    [
        (date(2026, 11, 3), 1, date(2026, 12, 3)),
        (date(2026, 11, 3), 12, date(2027, 11, 3)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2027, 1, 31), 3, date(2027, 4, 30)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2027, 2, 28), 12, date(2028, 2, 28)),
        (date(2027, 8, 31), 1, date(2027, 9, 30)),
        (date(2099, 12, 31), 3, date(2100, 3, 31)),
    ],
)
def test_months_end_on_the_same_day_or_on_the_last_one(bought: date, months: int, last_day: date) -> None:
    slot = first_slot(noon(bought), JAKARTA, months)
    assert slot.last_day == last_day
    assert slot.ends_at == datetime(last_day.year, last_day.month, last_day.day, 17, tzinfo=UTC), "midnight in Jakarta"


def test_a_month_bought_on_31_january_comes_back_to_the_31st() -> None:
    slots = [first_slot(noon(date(2027, 1, 31)), JAKARTA, 1)]
    for _ in range(5):
        slots.append(next_slot(slots[-1], 1))
    assert [slot.last_day for slot in slots] == [
        date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30), date(2027, 5, 31), date(2027, 6, 30),
        date(2027, 7, 31),
    ]  # fmt: skip
    assert all(before.ends_at == after.begins_at for before, after in pairwise(slots))


def test_a_leap_day_comes_back_after_four_years() -> None:
    slot = first_slot(noon(date(2028, 2, 29)), JAKARTA, 12)
    for _ in range(3):
        slot = next_slot(slot, 12)
    assert slot.last_day == date(2032, 2, 29)


@pytest.mark.parametrize(
    ("zone", "end"),
    [
        (JAKARTA, datetime(2027, 3, 14, 17, tzinfo=UTC)),
        (NEW_YORK, datetime(2027, 3, 15, 4, tzinfo=UTC)),  # the day on which summer time began has 23 hours
        ("UTC", datetime(2027, 3, 15, 0, tzinfo=UTC)),
        ("Pacific/Kiritimati", datetime(2027, 3, 14, 10, tzinfo=UTC)),
    ],
)
def test_a_period_ends_with_a_day_of_the_account(zone: str, end: datetime) -> None:
    assert first_slot(noon(date(2027, 2, 14), zone), zone, 1).ends_at == end


def test_a_day_whose_midnight_does_not_exist_still_has_an_end() -> None:
    begin = datetime(2027, 3, 27, 12, tzinfo=ZoneInfo("Asia/Beirut"))  # clocks go forward at midnight
    slot = first_slot(begin.astimezone(UTC), "Asia/Beirut", 1)
    assert slot.last_day == date(2027, 4, 27)
    assert end_of_day(date(2027, 3, 27), "Asia/Beirut") == datetime(2027, 3, 27, 22, tzinfo=UTC)


def test_the_minute_before_and_after_midnight_belong_to_different_days() -> None:
    midnight = datetime(2026, 11, 30, 17, tzinfo=UTC)  # 1 December in Jakarta
    assert first_slot(midnight - timedelta(minutes=1), JAKARTA, 1).last_day == date(2026, 12, 30)
    assert first_slot(midnight, JAKARTA, 1).last_day == date(2027, 1, 1)


def test_a_clock_that_was_set_back_leaves_no_more_days_than_the_period_has() -> None:
    slot = first_slot(noon(date(2026, 11, 3)), JAKARTA, 1)
    assert slot.days_left(noon(date(2025, 1, 1))) == slot.days == 30
    assert slot.days_left(noon(date(2030, 1, 1))) == 0


def test_a_period_that_follows_counts_all_of_its_days() -> None:
    first = first_slot(noon(date(2026, 11, 3)), JAKARTA, 1)
    second = next_slot(first, 1)
    assert (second.days, second.days_left(noon(date(2026, 11, 10)))) == (31, 31)


@pytest.mark.parametrize(
    ("rest", "price", "days", "extra"),
    [(14_500, 79_000, 30, 5), (0, 79_000, 30, 0), (14_500, 0, 30, 0), (10**15, 1, 365, 3_660)],
)
def test_a_rest_is_worth_days_of_the_new_plan(rest: int, price: int, days: int, extra: int) -> None:
    assert extra_days_for(rest, price, days) == extra


@given(
    st.integers(0, 2_200_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)),
    st.sampled_from([JAKARTA, NEW_YORK, APIA, "Asia/Kathmandu", "America/St_Johns", "UTC"]),
    st.lists(st.sampled_from([1, 3, 12]), min_size=1, max_size=8),
)
def test_periods_follow_without_gap_or_overlap_however_they_are_cut(
    now: datetime, zone: str, lengths: list[int]
) -> None:
    """Extending by months one after the other ends on the same day as all of them at once."""
    slot = first_slot(now, zone, lengths[0])
    for months in lengths[1:]:
        after = next_slot(slot, months)
        assert after.begins_at == slot.ends_at < after.ends_at
        slot = after
    assert slot.last_day == first_slot(now, zone, sum(lengths)).last_day


def test_adding_no_month_is_the_same_day() -> None:
    assert add_months(date(2027, 2, 28), 0, 28) == date(2027, 2, 28)
