"""Calendar events: RFC 5545, one VEVENT. Times are written in UTC, so that no VTIMEZONE is needed."""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from zoneinfo import available_timezones

from app.kernel import time_parser
from app.kernel.i18n import ZONE_NAMES
from app.kernel.refusal import N_
from app.payloads.contact import escape_text
from app.payloads.field import Field, InvalidContent
from app.payloads.kind import PayloadKind

YEARS = range(1970, 2200)
_OTHER_ZONES = sorted(zone for zone in available_timezones() if "/" in zone and zone not in ZONE_NAMES)
TIME_ZONE_CHOICES = (*ZONE_NAMES.items(), ("UTC", "UTC"), *((zone, zone.replace("_", " ")) for zone in _OTHER_ZONES))


class InvalidEventTime(InvalidContent):
    """The text is not a date and time within the supported years."""

    says = N_("That is not a day and time. Write it like 2026-11-30T19:00.")


class EndBeforeStart(InvalidContent):
    """The end of the event is not after its start."""

    field, says = "ends", N_("The end must come after the start.")


def format_event(values: Mapping[str, str]) -> str:
    """Format the fields of `EVENT` as an iCalendar file with one event. Equal fields give equal bytes: the UID is a
    hash of them.

    `starts` and `ends` are local times (`2026-11-30T19:00`) in the IANA zone `zone`, or times with an offset. Of an
    all-day event only the dates count, and the last day is included. Raises: InvalidEventTime, EndBeforeStart, each
    with its field.
    """
    lines = _time_and_text_lines(values)
    uid = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
    return "\r\n".join(
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Kliqs//QR//EN",
            "BEGIN:VEVENT",
            f"UID:{uid}",
            f"DTSTAMP:{_parse_time(values, 'starts'):%Y%m%d}T000000Z",
            *lines,
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    )


def datetime_local_values(values: Mapping[str, str]) -> dict[str, str]:
    """`starts` and `ends` as values of `datetime-local` inputs, in the event's zone.

    Stored values that are no valid time (any more) are left out.
    """
    form_values = {}
    for name in ("starts", "ends"):
        with suppress(InvalidEventTime):
            if values.get(name):
                form_values[name] = f"{_parse_time(values, name):%Y-%m-%dT%H:%M:%S}".removesuffix(":00")
    return form_values


def _time_and_text_lines(values: Mapping[str, str]) -> list[str]:
    """The lines with the times and texts of an event. Raises: InvalidEventTime, EndBeforeStart."""
    times = _date_lines(values) if values["all_day"] else _time_lines(values)
    texts = {"SUMMARY": values["title"], "LOCATION": values["place"], "DESCRIPTION": values["notes"]}
    return times + [f"{name}:{escape_text(value)}" for name, value in texts.items() if value]


def _time_lines(values: Mapping[str, str]) -> list[str]:
    """The DTSTART and DTEND lines of an event with times. Raises: InvalidEventTime, EndBeforeStart."""
    start = _parse_time(values, "starts").astimezone(UTC)
    if not values["ends"]:
        return [f"DTSTART:{start:%Y%m%dT%H%M%SZ}"]
    end = _parse_time(values, "ends").astimezone(UTC)
    if end <= start:
        raise EndBeforeStart
    return [f"DTSTART:{start:%Y%m%dT%H%M%SZ}", f"DTEND:{end:%Y%m%dT%H%M%SZ}"]


def _date_lines(values: Mapping[str, str]) -> list[str]:
    """The DTSTART and DTEND lines of an all-day event; DTEND is the day after the last one (RFC 5545, 3.6.1)."""
    first = _parse_time(values, "starts").date()
    last: date = _parse_time(values, "ends").date() if values["ends"] else first
    if last < first:
        raise EndBeforeStart
    return [f"DTSTART;VALUE=DATE:{first:%Y%m%d}", f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"]


def _parse_time(values: Mapping[str, str], field: str) -> datetime:
    """The time in a field, in the event's zone; for all-day events the time of day may be missing. Raises:
    InvalidEventTime.
    """
    try:
        moment = time_parser.parse_local_time(values[field], values["zone"], lenient=bool(values.get("all_day")))
        if moment.year >= YEARS.stop:
            raise time_parser.YearTooFar(year=YEARS.stop)
        if moment.year < YEARS.start:
            raise time_parser.TooLongAgo(year=YEARS.start)
    except time_parser.InvalidTime as problem:
        raise problem.refusal(InvalidEventTime, field) from None
    except OverflowError:
        raise InvalidEventTime(field=field) from None
    return moment


EVENT = PayloadKind(
    "event",
    N_("Calendar event"),
    N_("Puts an event into the phone's calendar."),
    (
        Field("title", N_("Title"), required=True, most=120),
        Field("starts", N_("Starts"), input="date-time", required=True, most=30),
        Field("ends", N_("Ends"), N_("May stay empty."), "date-time", most=30),
        Field("all_day", N_("All day"), N_("Then only the dates count, not the times."), "checkbox"),
        Field(
            "zone",
            N_("Time zone"),
            N_("Phones elsewhere show the event in their own time."),
            "select",
            choices=TIME_ZONE_CHOICES,
        ),
        Field("place", N_("Place"), most=120),
        Field("notes", N_("Notes"), input="textarea", most=300),
    ),
    format_event,
)
