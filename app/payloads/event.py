"""A calendar event: RFC 5545, one VEVENT with moments in UTC, so that it needs no VTIMEZONE."""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from zoneinfo import available_timezones

from app.kernel import time_parser
from app.kernel.i18n import ZONES
from app.kernel.refusal import N_
from app.payloads.contact import escaped
from app.payloads.field import Field, InvalidContent
from app.payloads.kind import Kind

YEARS = range(1970, 2200)
_ELSEWHERE = sorted(zone for zone in available_timezones() if "/" in zone and zone not in ZONES)
CHOICES = (*ZONES.items(), ("UTC", "UTC"), *((zone, zone.replace("_", " ")) for zone in _ELSEWHERE))


class InvalidMoment(InvalidContent):
    says = N_("That is not a day and time. Write it like 2026-11-30T19:00.")


class EndsTooSoon(InvalidContent):
    field, says = "ends", N_("The end must come after the start.")


def vevent(given: Mapping[str, str]) -> str:
    """The calendar file of one event. The same event is the same text: its UID is made of it.

    `starts` and `ends` are local times (`2026-11-30T19:00`) of the IANA zone `zone`, or times with an offset; of an
    event of whole days their days there count, the last one included. Refusals: InvalidMoment, EndsTooSoon, by field.
    """
    times = _days(given) if given["all_day"] else _moments(given)
    words = {"SUMMARY": given["title"], "LOCATION": given["place"], "DESCRIPTION": given["notes"]}
    told = times + [f"{name}:{escaped(value)}" for name, value in words.items() if value]
    uid = hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]
    return "\r\n".join([
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kliqs//QR//EN", "BEGIN:VEVENT", f"UID:{uid}",
        f"DTSTAMP:{_local(given, 'starts'):%Y%m%d}T000000Z", *told, "END:VEVENT", "END:VCALENDAR", "",
    ])


def local_times(given: Mapping[str, str]) -> dict[str, str]:
    """`starts` and `ends` as a `datetime-local` field of a form shows them, in the event's zone, however they came.

    What was kept and is no such time (any more) is left out.
    """
    shown = {}
    for name in ("starts", "ends"):
        with suppress(InvalidMoment):
            if given.get(name):
                shown[name] = f"{_local(given, name):%Y-%m-%dT%H:%M:%S}".removesuffix(":00")
    return shown


def _moments(given: Mapping[str, str]) -> list[str]:
    start = _local(given, "starts").astimezone(UTC)
    if not given["ends"]:
        return [f"DTSTART:{start:%Y%m%dT%H%M%SZ}"]
    end = _local(given, "ends").astimezone(UTC)
    if end <= start:
        raise EndsTooSoon
    return [f"DTSTART:{start:%Y%m%dT%H%M%SZ}", f"DTEND:{end:%Y%m%dT%H%M%SZ}"]


def _days(given: Mapping[str, str]) -> list[str]:
    """DTEND is the day after the last one (RFC 5545, 3.6.1)."""
    first = _local(given, "starts").date()
    last: date = _local(given, "ends").date() if given["ends"] else first
    if last < first:
        raise EndsTooSoon
    return [f"DTSTART;VALUE=DATE:{first:%Y%m%d}", f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"]


def _local(given: Mapping[str, str], field: str) -> datetime:
    """The time in the event's zone; of whole days an hour that is left out does not matter. Refusals: InvalidMoment."""
    try:
        when = time_parser.parse_local(given[field], given["zone"], lenient=bool(given.get("all_day")))
        if when.year >= YEARS.stop:
            raise time_parser.YearTooFar(year=YEARS.stop)
        if when.year < YEARS.start:
            raise time_parser.TooLongAgo(year=YEARS.start)
    except time_parser.NotATime as problem:
        raise problem.refusal(InvalidMoment, field) from None
    except OverflowError:
        raise InvalidMoment(field=field) from None
    return when


EVENT = Kind(
    "event", N_("Calendar event"), N_("Puts an event into the phone's calendar."),
    (
        Field("title", N_("Title"), required=True, most=120),
        Field("starts", N_("Starts"), input="date-time", required=True, most=30),
        Field("ends", N_("Ends"), N_("May stay empty."), "date-time", most=30),
        Field("all_day", N_("All day"), N_("The times do not count then, only the days."), "checkbox"),
        Field("zone", N_("Time zone"), N_("Phones elsewhere show the event in their own time."), "select",
              choices=CHOICES),
        Field("place", N_("Place"), most=120),
        Field("notes", N_("Notes"), input="textarea", most=300),
    ),
    vevent,
)
