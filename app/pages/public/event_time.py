"""When the event of a block is: in words of the page's language, in the event's own zone."""

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
from app.kernel.time_parser import parse_local

FULL, TO = "EEEE, d MMMM y", "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class Occasion:
    """`starts` and `ends` in the event's zone; of whole days from the first midnight to the one after the last."""

    starts: datetime
    ends: datetime
    all_day: bool
    open_end: bool
    zone: str
    now: datetime

    @classmethod
    def of(cls, given: Mapping[str, str], now: datetime) -> Self:
        """The occasion of a complete event block."""
        zone = ZoneInfo(given["zone"])
        starts = parse_local(given["starts"], given["zone"], lenient=True)
        ends = parse_local(given["ends"], given["zone"], lenient=True) if given["ends"] else starts
        if given["all_day"]:
            starts, ends = _midnight(starts.date(), zone), _midnight(ends.date() + timedelta(days=1), zone)
        return cls(starts, ends, bool(given["all_day"]), not given["ends"], given["zone"], now.astimezone(zone))

    @property
    def over(self) -> bool:
        """Whether it has ended; one without an end does so with its day."""
        return _instant(self.now) >= _instant(self.done)

    @property
    def done(self) -> datetime:
        if self.open_end and not self.all_day:
            return _midnight(self.starts.date() + timedelta(days=1), ZoneInfo(self.zone))
        return self.ends

    @property
    def days(self) -> int:
        """Days to go: 0 on the day."""
        return (self.starts.date() - self.now.date()).days

    @property
    def left(self) -> str:
        """How long to go: "In 12 days"."""
        if self.over:
            return _("This is over")
        if _instant(self.now) >= _instant(self.starts):
            return _("Today") if self.all_day and (self.ends - self.starts).days == 1 else _("Now on")
        if self.days == 0:
            return _("Today")
        return _("Tomorrow") if self.days == 1 else ngettext("In %(num)s day", "In %(num)s days", self.days) % {
            "num": i18n.number(self.days)}

    @property
    def day(self) -> str:
        return str(self.starts.day)

    @property
    def month(self) -> str:
        """Short, in the page's language: `Des`."""
        return dates.format_date(self.starts, "MMM", locale=i18n.language())

    @property
    def stamp(self) -> str:
        """As `<time datetime>` wants it."""
        return self.starts.date().isoformat() if self.all_day else self.starts.isoformat()

    @property
    def written(self) -> str:
        """As in: Sabtu, 12 Desember 2026, 09.00 to 12.00 WIB, the times with a dash between them."""
        last = self.ends - timedelta(seconds=1) if self.all_day else self.ends
        first_day, last_day = self._day(self.starts), self._day(last)
        if self.all_day:
            return first_day if first_day == last_day else f"{first_day} {TO} {last_day}"
        begin, zone = f"{first_day}, {self._time(self.starts)}", i18n.zone_name(self.zone)
        if self.open_end:
            return f"{begin} {zone}"
        same = first_day == last_day
        return f"{begin}{TO if same else f' {TO} {last_day}, '}{self._time(self.ends)} {zone}"

    def turns(self) -> Iterator[datetime]:
        """The moments at which what it says of itself changes, in UTC."""
        zone, tomorrow = ZoneInfo(self.zone), self.now.date() + timedelta(days=1)
        for moment in map(_instant, (_midnight(tomorrow, zone), self.starts, self.done)):
            if _instant(self.now) < moment <= _instant(self.done):
                yield moment

    def _day(self, when: datetime) -> str:
        return dates.format_date(when, FULL, locale=i18n.language())

    def _time(self, when: datetime) -> str:
        return when.strftime("%H.%M" if i18n.language() == "id" else "%H:%M")


def _instant(when: datetime) -> datetime:
    """In UTC: Python compares two times of one zone by the clock, which shows an hour twice in autumn."""
    return when.astimezone(UTC)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)
