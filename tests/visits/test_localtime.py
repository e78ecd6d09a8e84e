"""Spans without a clock change, and the days of a zone."""

from datetime import UTC, datetime
from itertools import pairwise
from random import Random

import pytest

from app.visits import localtime
from app.visits.localtime import DAY, QUARTER

ZONES = ("UTC", "Asia/Jakarta", "Asia/Kathmandu", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca")


@pytest.mark.parametrize("zone", ZONES)
def test_spans_end_where_clocks_change_and_nowhere_else(zone: str) -> None:
    random = Random(zone)  # noqa: S311
    first = localtime.to_milliseconds(datetime(2024, 1, 1, tzinfo=UTC))
    for _ in range(30):
        start = first + random.randrange(700 * DAY)
        end = start + random.choice((1, QUARTER, DAY, 40 * DAY, 400 * DAY))

        spans = localtime.spans_of_equal_offset(start, end, zone)

        assert (spans[0].start, spans[-1].end) == (start, end)
        assert all(before.end == after.start and before.offset != after.offset for before, after in pairwise(spans))
        for span in spans:
            moments = (span.start, span.end - 1, *(random.randrange(span.start, span.end) for _ in range(20)))
            assert {localtime.utc_offset(moment, zone) for moment in moments} == {span.offset}


def test_a_clock_change_at_either_end_of_a_range_is_in_its_place() -> None:
    change = localtime.to_milliseconds(datetime(2026, 11, 1, 6, tzinfo=UTC))  # in New York
    winter, summer = -5 * localtime.HOUR, -4 * localtime.HOUR

    def offsets(start: int, end: int) -> list[int]:
        return [span.offset for span in localtime.spans_of_equal_offset(start, end, "America/New_York")]

    assert offsets(change - DAY, change) == [summer]
    assert offsets(change, change + DAY) == [winter]
    assert offsets(change - 1, change + 1) == [summer, winter]
    assert offsets(change, change) == [winter], "an empty range has the offset of its time"


def test_a_day_begins_when_its_zone_says() -> None:
    day = datetime(2026, 9, 6, tzinfo=UTC).toordinal()  # on which clocks in Santiago skip midnight

    assert localtime.start_of_day(day, "America/Santiago").isoformat() == "2026-09-06T01:00:00-03:00"
    assert localtime.start_of_day(day, "Asia/Jakarta").isoformat() == "2026-09-06T00:00:00+07:00"
