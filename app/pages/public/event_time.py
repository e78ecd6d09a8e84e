"""The time of an event block: its text in the page's language and the days that are left, in the event's time zone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from babel import dates

from app.kernel import i18n
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.kernel.time_parser import parse_local_time

FULL_DATE, DASH = "EEEE, d MMMM y", "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class EventTime:
    """The time of an event, seen at the moment `now`. All times are in the event's time zone.

    An event of whole days starts at its first midnight and ends at the midnight after its last day. An event with an
    `open_end` has no end time; its `ends` equals its `starts`.
    """

    starts: datetime
    ends: datetime
    all_day: bool
    open_end: bool
    zone: str
    now: datetime

    @classmethod
    def of(cls, values: Mapping[str, str], now: datetime) -> Self:
        """The time of an event from the values of a complete event block."""
        zone = ZoneInfo(values["zone"])
        starts = parse_local_time(values["starts"], values["zone"], lenient=True)
        ends = parse_local_time(values["ends"], values["zone"], lenient=True) if values["ends"] else starts
        if values["all_day"]:
            starts, ends = _midnight(starts.date(), zone), _midnight(ends.date() + timedelta(days=1), zone)
        return cls(starts, ends, bool(values["all_day"]), not values["ends"], values["zone"], now.astimezone(zone))

    @property
    def has_ended(self) -> bool:
        """Whether the event has ended."""
        return _instant(self.now) >= _instant(self.ended_at)

    @property
    def ended_at(self) -> datetime:
        """The moment at which the event has ended: its end, or without an end time the midnight after its day."""
        if self.open_end and not self.all_day:
            return _midnight(self.starts.date() + timedelta(days=1), ZoneInfo(self.zone))
        return self.ends

    @property
    def days_until_start(self) -> int:
        """The number of days until the event starts; 0 on that day, negative after it."""
        return (self.starts.date() - self.now.date()).days

    @property
    def time_left(self) -> str:
        """The text for the time that is left, such as "In 12 days", "Now on" or "This is over"."""
        if self.has_ended:
            return _("This is over")
        if _instant(self.now) >= _instant(self.starts):
            return _("Today") if self.all_day and (self.ends - self.starts).days == 1 else _("Now on")
        if self.days_until_start == 0:
            return _("Today")
        return (
            _("Tomorrow")
            if self.days_until_start == 1
            else ngettext("In %(num)s day", "In %(num)s days", self.days_until_start)
            % {"num": i18n.format_number(self.days_until_start)}
        )

    @property
    def day_of_month(self) -> str:
        """The day of the month of the start."""
        return str(self.starts.day)

    @property
    def month(self) -> str:
        """The abbreviated month of the start in the page's language: `Des`."""
        return dates.format_date(self.starts, "MMM", locale=i18n.current_language())

    @property
    def datetime_attribute(self) -> str:
        """The start for the `datetime` attribute of `<time>`."""
        return self.starts.date().isoformat() if self.all_day else self.starts.isoformat()

    @property
    def full_text(self) -> str:
        """The full text: `Sabtu, 12 Desember 2026, 09.00-12.00 WIB`, with an en dash between the times."""
        last = self.ends - timedelta(seconds=1) if self.all_day else self.ends
        first_day, last_day = self._day(self.starts), self._day(last)
        if self.all_day:
            return first_day if first_day == last_day else f"{first_day} {DASH} {last_day}"
        begin, zone = f"{first_day}, {self._time(self.starts)}", i18n.zone_name(self.zone)
        if self.open_end:
            return f"{begin} {zone}"
        same = first_day == last_day
        return f"{begin}{DASH if same else f' {DASH} {last_day}, '}{self._time(self.ends)} {zone}"

    def change_times(self) -> Iterator[datetime]:
        """The moments in UTC at which the texts of the event change: next midnight, its start and its end."""
        zone, tomorrow = ZoneInfo(self.zone), self.now.date() + timedelta(days=1)
        for moment in map(_instant, (_midnight(tomorrow, zone), self.starts, self.ended_at)):
            if _instant(self.now) < moment <= _instant(self.ended_at):
                yield moment

    def _day(self, when: datetime) -> str:
        return dates.format_date(when, FULL_DATE, locale=i18n.current_language())

    def _time(self, when: datetime) -> str:
        return when.strftime("%H.%M" if i18n.current_language() == "id" else "%H:%M")


def _instant(when: datetime) -> datetime:
    """A time in UTC, for comparisons.

    Python compares two times of the same zone by their clock times, which occur twice when daylight saving ends.
    """
    return when.astimezone(UTC)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)
