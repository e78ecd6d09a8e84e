"""The parser of dates and times in forms, the JSON API, schedules and events.

It accepts RFC 3339 and common variants: `T`, `t` or a blank between date and time, seconds or none, `Z` or `z` or an
offset such as `+07:00`, `+0700` and `+07`, and a dot between hours and minutes. A time without an offset is local to a
time zone. Everything else is rejected: other forms of ISO 8601, non-ASCII digits, invisible characters inside.

When clocks go forward, an hour of that day does not exist: a time in it is rejected with a sentence that explains this.
When they go back, an hour occurs twice: the first one is used.
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

from app.kernel import text
from app.kernel.refusal import N_, Refusal

MAX_LENGTH = 64
FIRST_YEAR = 1900  # earlier, zones have offsets with seconds; and a year typed as 26 becomes 0026
PATTERN = re.compile(
    r"(?P<year>\d{4,6})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:(?:[Tt]| +)(?P<hour>\d\d)[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,](?P<part>\d{1,30}))?)?"
    r" ?(?P<offset>[Zz]|(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)?)?)?",
    re.ASCII,
)


MAX_DISTANCE = timedelta(days=36_500)  # from now; at the ends of the calendar no time zone can be computed


class InvalidTime(ValueError):
    """The text is not a date and time. `says` is the sentence for users, `facts` fill its placeholders."""

    says = N_("That is not a day and time. Write it like 2026-11-30T19:00.")

    def __init__(self, **facts: Any) -> None:
        super().__init__(self.says)
        self.facts = facts

    def refusal(self, kind: type[Refusal], field: str | None = None) -> Refusal:
        """Returns this error as a refusal of class `kind`, for the form field that held the time."""
        return kind(field=field, says=self.says, **self.facts)


class NonexistentTime(InvalidTime):
    """The form is right, but the calendar or the clock has no such time: 30 February, 24:00, +24:00."""

    says = N_("There is no such day or time. Check it once more.")


class TooLongAgo(InvalidTime):
    """The year is before 1900. Facts: year."""

    says = N_("That is too long ago. Choose a year from %(year)s on.")


class OffsetMissing(InvalidTime):
    """A time without an offset where no time zone applies."""

    says = N_("Give a time with an offset, such as 2030-01-31T17:00:00Z.")


class YearTooFar(InvalidTime):
    """The year is after 9999. Facts: year."""

    says = N_("That is too far away. Choose a year before %(year)s.")


class SkippedLocalTime(InvalidTime):
    """The local time is skipped because clocks go forward. Facts: time."""

    says = N_("Clocks go forward that day, so %(time)s does not exist. Choose an earlier or a later time.")


def parse_time(raw: str, zone: str = "") -> datetime:
    """Returns the time in UTC. A time without an offset is local to the IANA time zone `zone`.

    Raises: OffsetMissing without either, TooLongAgo before 1900, YearTooFar after 9999, NonexistentTime,
    SkippedLocalTime, and
    InvalidTime for any other text; all are ValueErrors.
    """
    try:
        return parse_local_time(raw, zone).astimezone(UTC)
    except OverflowError:
        raise YearTooFar(year=9999) from None


def parse_local_time(raw: str, zone: str, *, lenient: bool = False) -> datetime:
    """Returns the time in the zone `zone`; one with an offset is converted to it.

    With `lenient`, a skipped local time is moved forward by as much as the clocks are, for values stored earlier.
    Raises: those of `parse_time`, and OverflowError at the ends of the calendar.
    """
    match = PATTERN.fullmatch(text.trim(raw)) if len(raw) <= MAX_LENGTH else None
    if match is None:
        raise InvalidTime
    when = _parse_naive(match)
    if match["offset"]:
        moment = when.replace(tzinfo=_parse_offset(match))
        return moment.astimezone(ZoneInfo(zone)) if zone else moment
    if not zone:
        raise OffsetMissing
    moment = when.replace(tzinfo=ZoneInfo(zone))
    local = moment.astimezone(UTC).astimezone(ZoneInfo(zone))
    if local.replace(tzinfo=None) != when and not lenient:
        raise SkippedLocalTime(time=f"{when:%H:%M}")
    return local


def _parse_naive(match: re.Match[str]) -> datetime:
    """Returns the date and time without time zone. Raises: YearTooFar, TooLongAgo, NonexistentTime."""
    if len(match["year"]) > len("9999"):
        raise YearTooFar(year=9999)
    year, month, day, hour, minute, second = (
        int(match[part] or 0) for part in ("year", "month", "day", "hour", "minute", "second")
    )
    if 0 < year < FIRST_YEAR:
        raise TooLongAgo(year=FIRST_YEAR)
    part = int((match["part"] or "").ljust(6, "0")[:6])
    leap = second == 60  # RFC 3339, 5.7: a leap second is the 61st of its minute
    try:
        return datetime(year, month, day, hour, minute, second - leap, part) + timedelta(seconds=leap)  # noqa: DTZ001
    except (ValueError, OverflowError):
        raise NonexistentTime from None


def _parse_offset(match: re.Match[str]) -> timezone:
    """Returns the UTC offset. Raises: NonexistentTime."""
    if match["offset"] in "Zz":
        return UTC
    hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
    if hours > 23 or minutes > 59:
        raise NonexistentTime
    east = timedelta(hours=hours, minutes=minutes)
    return timezone(east if match["sign"] == "+" else -east)
