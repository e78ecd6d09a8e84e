"""When an event is, where clocks go forward or back."""

from datetime import UTC, datetime

import pytest

from app.pages.public.event_time import EventTime

BERLIN = {"starts": "2026-10-25T02:00", "ends": "2026-10-25T02:30", "zone": "Europe/Berlin", "all_day": ""}


def at(hour: int, minute: int, **values: str) -> EventTime:
    return EventTime.of(BERLIN | values, datetime(2026, 10, 25, hour, minute, tzinfo=UTC))


@pytest.mark.parametrize(("hour", "minute", "over"), [(0, 29, False), (0, 30, True), (1, 10, True), (1, 40, True)])
def test_an_event_is_over_once_in_the_night_that_has_an_hour_twice(hour: int, minute: int, over: bool) -> None:
    assert at(hour, minute).has_ended is over


def test_an_event_has_begun_for_good_in_that_night() -> None:
    begun = at(1, 10, starts="2026-10-25T02:15", ends="2026-10-25T04:00")
    assert begun.time_left == at(1, 20, starts="2026-10-25T02:15", ends="2026-10-25T04:00").time_left
    assert list(begun.change_times()) == [datetime(2026, 10, 25, 3, tzinfo=UTC)]


def test_a_day_begins_where_midnight_is_left_out() -> None:
    cairo = {"starts": "2026-04-24T00:00", "ends": "", "zone": "Africa/Cairo", "all_day": "on"}
    days = [EventTime.of(cairo, datetime(2026, 4, 23, hour, 30, tzinfo=UTC)) for hour in (21, 22)]
    assert [(day.days_until_start, day.has_ended) for day in days] == [(1, False), (0, False)]
    midnight, next_one = datetime(2026, 4, 23, 22, tzinfo=UTC), datetime(2026, 4, 24, 21, tzinfo=UTC)
    assert list(days[0].change_times()) == [midnight, midnight, next_one]
