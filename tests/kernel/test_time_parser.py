"""One reader of times for forms, programs and schedules: the right moment, or the sentence that helps."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.time_parser import (
    InvalidTime,
    NonexistentTime,
    OffsetMissing,
    SkippedLocalTime,
    TooLongAgo,
    YearTooFar,
    parse_local_time,
    parse_time,
)

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
BERLIN, JAKARTA = "Europe/Berlin", "Asia/Jakarta"


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-30T12:00:00Z",
        "2026-11-30T12:00:00z",
        "2026-11-30t12:00z",
        "2026-11-30 12:00Z",
        "2026-11-30T12:00:00.000Z",
        "2026-11-30T19:00+07:00",
        "2026-11-30T19:00+0700",
        "2026-11-30T19:00+07",
        "2026-11-30T04:30-07:30",
        "2026-11-30T12:00-00:00",
        "2026-11-30 19:00 +07:00",
        "2026-11-30T11:59:60Z",
        "\u200b 2026-11-30T12:00Z\ufeff\n",
    ],
)
@pytest.mark.parametrize("zone", ["", JAKARTA, BERLIN])
def test_a_time_with_an_offset_means_the_same_everywhere(written: str, zone: str) -> None:
    assert parse_time(written, zone) == NOON


@pytest.mark.parametrize("written", ["2026-11-30T19:00", "2026-11-30 19:00", "2026-11-30 19.00", "2026-11-30T19:00:00"])
def test_a_local_time_is_one_of_its_zone(written: str) -> None:
    assert parse_time(written, JAKARTA) == NOON
    assert parse_local_time(written, JAKARTA).isoformat() == "2026-11-30T19:00:00+07:00"
    with pytest.raises(OffsetMissing):
        parse_time(written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "soon",
        "2026-W48-1",
        "20261130T120000Z",
        "2026-334",
        "2026-11-30T12Z",
        "2026-11-30x12:00Z",
        "2026-11-30\x0012:00Z",
        "2026-11-30T12:00Z\x00",
        "2026-11-30T12:00ZZ",
        "２０２６-11-30T12:00Z",
        "2026-11-30Z",
        "1" * 100_000,
        "2026-11-30T12:00" + "0" * 100_000,
    ],
)
def test_what_is_no_time_is_refused(written: str) -> None:
    with pytest.raises(InvalidTime, match="not a day and time"):
        parse_time(written, JAKARTA)


@pytest.mark.parametrize(
    "written",
    [
        "2026-02-30T10:00Z",
        "2026-13-01T00:00",
        "2026-11-30T24:01",
        "2026-11-30T24:00:00Z",
        "2026-11-30T12:00+24:00",
        "2026-11-30T12:00+07:60",
        "0000-01-01T00:00Z",
        "2026-11-30T12:00:61Z",
        "2027-02-30",
    ],
)
def test_a_time_that_the_calendar_does_not_have_is_named_as_such(written: str) -> None:
    with pytest.raises(NonexistentTime):
        parse_time(written, JAKARTA)


@pytest.mark.parametrize(
    "written", ["0001-01-01T00:00:00+12:00", "0001-01-01", "0026-11-30T12:00", "1899-12-31T23:59Z"]
)
def test_a_year_before_1900_is_too_long_ago_and_not_too_far(written: str) -> None:
    with pytest.raises(TooLongAgo):
        parse_time(written, JAKARTA)


@pytest.mark.parametrize("digits", [1, 3, 6, 7, 9, 13, 30])
def test_a_fraction_has_any_number_of_digits(digits: int) -> None:
    assert parse_time(f"2026-11-30T12:00:00.{'0' * digits}Z") == NOON
    assert parse_time(f"2026-11-30T12:00:00.{'9' * digits}+00:00") < NOON + timedelta(seconds=1)


@pytest.mark.parametrize("written", ["12026-11-30T12:00Z", "275760-09-13T00:00", "9999-12-31T23:59-14:00"])
def test_the_end_of_the_calendar_is_too_far_and_not_in_the_past(written: str) -> None:
    with pytest.raises(YearTooFar) as far:
        parse_time(written, JAKARTA)
    assert far.value.facts == {"year": 9999}


def test_an_hour_that_is_left_out_is_refused_and_one_that_comes_twice_is_the_first() -> None:
    with pytest.raises(SkippedLocalTime):
        parse_time("2026-03-29T02:30", BERLIN)
    assert parse_time("2026-03-29T02:30+01:00", BERLIN) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert parse_local_time("2026-03-29T02:30", BERLIN, lenient=True).isoformat() == "2026-03-29T03:30:00+02:00"
    assert parse_time("2026-10-25T02:30", BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert parse_time("2026-10-25T02:30+01:00", BERLIN) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@given(st.datetimes(datetime(1900, 1, 1), datetime(9990, 1, 1)), st.integers(-23 * 60, 23 * 60))  # noqa: DTZ001
def test_whatever_a_program_writes_is_read_as_it_was_meant(naive: datetime, east: int) -> None:
    when = naive.replace(tzinfo=timezone(timedelta(minutes=east)))
    assert parse_time(when.isoformat(), JAKARTA) == when
