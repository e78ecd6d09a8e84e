"""An event stands in the calendar at the moment that was meant, wherever the phone is."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.refusal import Refusal
from app.payloads.event import EndBeforeStart, InvalidEventTime, datetime_local_values
from app.payloads.field import InvalidChoice, MissingValue
from app.payloads.registry import KINDS
from tests.payloads import readers

EVENT = KINDS["event"]
BAZAAR = {
    "title": "Bazar; Batik, “Solo”",
    "starts": "2026-11-30T19:00",
    "ends": "2026-11-30T21:30",
    "zone": "Asia/Jakarta",
    "place": "Jl. Melati 5\\6, Solo",
    "notes": "Bawa tas\r\nGratis 🧵",
}


def event_properties(**values: str) -> dict[str, str]:
    return dict(readers.lines(EVENT.encode(BAZAAR | values)))


def test_a_calendar_file_has_what_the_rfc_asks_for() -> None:
    names = [name for name, _ in readers.lines(EVENT.encode(BAZAAR))]
    assert names == [
        "BEGIN",
        "VERSION",
        "PRODID",
        "BEGIN",
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "LOCATION",
        "DESCRIPTION",
        "END",
        "END",
    ]
    assert EVENT.encode(BAZAAR).startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert EVENT.encode(BAZAAR).endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")


def test_words_survive_their_escaping() -> None:
    properties = {name: readers.words(value) for name, value in event_properties().items()}
    assert (properties["SUMMARY"], properties["LOCATION"]) == (BAZAAR["title"], BAZAAR["place"])
    assert properties["DESCRIPTION"] == "Bawa tas\nGratis 🧵"


@pytest.mark.parametrize(
    "zone, starts, ends",
    [
        ("Asia/Jakarta", "20261130T120000Z", "20261130T143000Z"),
        ("Asia/Jayapura", "20261130T100000Z", "20261130T123000Z"),
        ("UTC", "20261130T190000Z", "20261130T213000Z"),
        ("America/New_York", "20261201T000000Z", "20261201T023000Z"),
    ],
)
def test_local_times_become_moments(zone: str, starts: str, ends: str) -> None:
    assert (event_properties(zone=zone)["DTSTART"], event_properties(zone=zone)["DTEND"]) == (starts, ends)


def test_summer_time_counts() -> None:
    assert event_properties(zone="Europe/Berlin", starts="2026-07-01T12:00", ends="")["DTSTART"] == "20260701T100000Z"
    assert event_properties(zone="Europe/Berlin", starts="2026-12-01T12:00", ends="")["DTSTART"] == "20261201T110000Z"
    across = event_properties(zone="Europe/Berlin", starts="2026-03-29T01:59", ends="2026-03-29T03:01")
    assert (across["DTSTART"], across["DTEND"]) == ("20260329T005900Z", "20260329T010100Z")


@pytest.mark.parametrize(
    "starts",
    ["2026-11-30T12:00Z", "2026-11-30 12:00z", "2026-11-30T13:00+01:00", "2026-11-30 19.00", "2026-11-30t19:00:00"],
)
def test_an_offset_that_is_given_counts(starts: str) -> None:
    assert event_properties(starts=starts)["DTSTART"] == event_properties(starts="2026-11-30T19:00")["DTSTART"]
    assert datetime_local_values(BAZAAR | {"starts": starts})["starts"] == "2026-11-30T19:00"


def test_an_hour_that_the_clocks_leave_out_is_refused_in_words_of_its_own() -> None:
    with pytest.raises(InvalidEventTime) as no:
        event_properties(zone="Europe/Berlin", starts="2026-03-29T02:30", ends="")
    assert str(no.value) == "Clocks go forward that day, so 02:30 does not exist. Choose an earlier or a later time."
    assert no.value.field == "starts"


def test_whole_days_are_days_everywhere_and_the_last_one_counts() -> None:
    one = event_properties(all_day="on", ends="")
    assert (one["DTSTART;VALUE=DATE"], one["DTEND;VALUE=DATE"]) == ("20261130", "20261201")
    many = event_properties(all_day="on", starts="2026-12-30", ends="2027-01-01")
    assert (many["DTSTART;VALUE=DATE"], many["DTEND;VALUE=DATE"]) == ("20261230", "20270102")


def test_the_same_event_is_the_same_code_and_another_one_is_not() -> None:
    assert EVENT.encode(BAZAAR) == EVENT.encode(dict(BAZAAR))
    assert event_properties()["UID"] != event_properties(notes="Other")["UID"]


@pytest.mark.parametrize(
    "values, field, reason",
    [
        ({"title": ""}, "title", MissingValue),
        ({"starts": ""}, "starts", MissingValue),
        ({"starts": "soon"}, "starts", InvalidEventTime),
        ({"starts": "0001-01-01T00:00"}, "starts", InvalidEventTime),
        ({"ends": "9999-12-31T23:59"}, "ends", InvalidEventTime),
        ({"starts": "2026-02-30T10:00"}, "starts", InvalidEventTime),
        ({"starts": "2026-11-30T19:00+27:00"}, "starts", InvalidEventTime),
        ({"starts": "12026-11-30T19:00"}, "starts", InvalidEventTime),
        ({"ends": "2026-11-30T19:00"}, "ends", EndBeforeStart),
        ({"ends": "2026-11-29", "all_day": "on"}, "ends", EndBeforeStart),
        ({"zone": "Asia/Atlantis"}, "zone", InvalidChoice),
        ({"zone": "../../etc/passwd"}, "zone", InvalidChoice),
    ],
)
def test_what_is_no_event_is_refused_beside_its_field(
    values: dict[str, str], field: str, reason: type[Refusal]
) -> None:
    with pytest.raises(reason) as no:
        EVENT.encode(BAZAAR | values)
    assert no.value.field == field


@given(
    st.datetimes(datetime(1980, 1, 1), datetime(2190, 1, 1)),  # noqa: DTZ001 - local times are what is typed
    st.sampled_from(["Asia/Jakarta", "Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati"]),
)
def test_every_local_time_of_every_zone_is_a_moment(when: datetime, zone: str) -> None:
    try:
        properties = event_properties(zone=zone, starts=f"{when:%Y-%m-%dT%H:%M}", ends="")["DTSTART"]
    except InvalidEventTime:  # clocks go forward on that day, and the time is left out
        return
    moment = datetime.strptime(properties, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    assert abs((moment.replace(tzinfo=None) - when).total_seconds()) <= 14 * 3600 + 60


@pytest.mark.parametrize("starts", ["2026-04-24T00:00", "2026-04-24T00:30"])
def test_of_whole_days_an_hour_that_is_left_out_does_not_matter(starts: str) -> None:
    days = event_properties(starts=starts, ends="2026-04-24T00:00", zone="Africa/Cairo", all_day="on")
    assert (days["DTSTART;VALUE=DATE"], days["DTEND;VALUE=DATE"]) == ("20260424", "20260425")
    with pytest.raises(InvalidEventTime) as refused:
        event_properties(starts=starts, ends="", zone="Africa/Cairo", all_day="")
    assert "does not exist" in str(refused.value)
