"""The one reader of dates and times that people type and programs send: in forms, the JSON API, schedules and events.

It takes RFC 3339 as people write it: `T`, `t` or a blank between date and time, seconds or none, `Z` or `z` or an
offset such as `+07:00`, `+0700` and `+07`, and a dot between hours and minutes. A time without an offset is a local
one of a time zone. Nothing else is a time: no other form of ISO 8601, no other digits, no invisible character inside.

Where clocks go forward an hour of the day is left out: a time in it is refused, with a sentence that says so. Where
they go back an hour comes twice: the first one is meant.
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

from app.kernel import text
from app.kernel.refusal import N_, Refusal

LONGEST = 64
FIRST_YEAR = 1900  # before it zones have offsets to the second, and years typed as 26 come out as 0026
WRITTEN = re.compile(
    r"(?P<year>\d{4,6})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:(?:[Tt]| +)(?P<hour>\d\d)[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,](?P<part>\d{1,30}))?)?"
    r" ?(?P<offset>[Zz]|(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)?)?)?", re.ASCII)


class NotATime(ValueError):
    """`says` is the sentence for people, `facts` fill its places."""

    says = N_("That is not a day and time. Write it like 2026-11-30T19:00.")

    def __init__(self, **facts: Any) -> None:
        super().__init__(self.says)
        self.facts = facts

    def refusal(self, kind: type[Refusal], field: str | None = None) -> Refusal:
        """The same as a refusal of a kind, for the field that the time was given in."""
        return kind(field=field, says=self.says, **self.facts)


class NoSuchTime(NotATime):
    """It is written as a time, but the calendar or the clock does not have it: 30 February, 24:00, +24:00."""

    says = N_("There is no such day or time. Check it once more.")


class TooLongAgo(NotATime):
    says = N_("That is too long ago. Choose a year from %(year)s on.")


class OffsetMissing(NotATime):
    says = N_("Give a time with an offset, such as 2030-01-31T17:00:00Z.")


class YearTooFar(NotATime):
    says = N_("That is too far away. Choose a year before %(year)s.")


class LeftOut(NotATime):
    says = N_("Clocks go forward that day, and %(time)s is left out. Choose an earlier or a later time.")


def parse(raw: str, zone: str = "") -> datetime:
    """The moment that is written, in UTC. A time without an offset is one of the IANA zone `zone`.

    Raises OffsetMissing without either, TooLongAgo before 1900, YearTooFar after 9999, NoSuchTime, LeftOut, and
    NotATime for what is not written as a time; all are ValueErrors.
    """
    try:
        return parse_local(raw, zone).astimezone(UTC)
    except OverflowError:
        raise YearTooFar(year=9999) from None


def parse_local(raw: str, zone: str, *, lenient: bool = False) -> datetime:
    """As `parse`, in the zone: a time with an offset is turned into the zone's own.

    A `lenient` reader moves a time that is left out on by what the clocks go forward, for what was kept before.
    Raises as `parse`, and OverflowError at the ends of the calendar.
    """
    written = WRITTEN.fullmatch(text.trimmed(raw)) if len(raw) <= LONGEST else None
    if written is None:
        raise NotATime
    when = _naive(written)
    if written["offset"]:
        moment = when.replace(tzinfo=_offset(written))
        return moment.astimezone(ZoneInfo(zone)) if zone else moment
    if not zone:
        raise OffsetMissing
    moment = when.replace(tzinfo=ZoneInfo(zone))
    there = moment.astimezone(UTC).astimezone(ZoneInfo(zone))
    if there.replace(tzinfo=None) != when and not lenient:
        raise LeftOut(time=f"{when:%H:%M}")
    return there


def _naive(written: re.Match[str]) -> datetime:
    if len(written["year"]) > len("9999"):
        raise YearTooFar(year=9999)
    year, month, day, hour, minute, second = (
        int(written[part] or 0) for part in ("year", "month", "day", "hour", "minute", "second"))
    if 0 < year < FIRST_YEAR:
        raise TooLongAgo(year=FIRST_YEAR)
    part = int((written["part"] or "").ljust(6, "0")[:6])
    leap = second == 60  # RFC 3339, 5.7: the last second of a minute that has one more
    try:
        return datetime(year, month, day, hour, minute, second - leap, part) + timedelta(seconds=leap)  # noqa: DTZ001
    except (ValueError, OverflowError):
        raise NoSuchTime from None


def _offset(written: re.Match[str]) -> timezone:
    if written["offset"] in "Zz":
        return UTC
    hours, minutes = int(written["hours"]), int(written["minutes"] or 0)
    if hours > 23 or minutes > 59:
        raise NoSuchTime
    east = timedelta(hours=hours, minutes=minutes)
    return timezone(east if written["sign"] == "+" else -east)
