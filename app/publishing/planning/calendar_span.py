"""The days that the calendar shows: a week, or the weeks of a month, from Monday to Sunday."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Self
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from app.kernel import clock, i18n
from app.kernel.uuid_parser import parse_uuid

WEEK, MONTH = "week", "month"
YEARS = 3  # how far before and after today one can turn


@dataclass(frozen=True, slots=True)
class CalendarSpan:
    """A view of the calendar; every field but `today` is a query parameter.

    `day` is a local date within the shown week or month, `connection` the id of the one whose posts are shown, "" for
    all of them.
    """

    view: str
    day: date
    today: date
    connection: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str], zone: str) -> Self:
        """The span of these query parameters in a time zone; invalid values become today's month."""
        today = clock.now().astimezone(ZoneInfo(zone)).date()
        connection = parse_uuid(args.get("connection", "")[:40])
        view = WEEK if args.get("view") == WEEK else MONTH
        day = parse_day(args.get("day", ""), today) or today
        return cls(view, day, today, str(connection) if connection else "")

    @property
    def first(self) -> date:
        """The first day that is shown, a Monday."""
        start = self.day if self.view == WEEK else self.day.replace(day=1)
        return start - timedelta(days=start.weekday())

    @property
    def last(self) -> date:
        """The last day that is shown, a Sunday."""
        if self.view == WEEK:
            return self.first + timedelta(days=6)
        end = _first_of_next_month(self.day) - timedelta(days=1)
        return end + timedelta(days=6 - end.weekday())

    @property
    def weeks(self) -> list[list[date]]:
        """The days, a list for each week."""
        weeks = ((self.last - self.first).days + 1) // 7
        return [[self.first + timedelta(days=7 * week + day) for day in range(7)] for week in range(weeks)]

    def is_outside(self, day: date) -> bool:
        """Whether a day fills a week of another month."""
        return self.view == MONTH and day.month != self.day.month

    def bounds(self, zone: str) -> tuple[datetime, datetime]:
        """The moments between which the shown days lie in a time zone, in UTC; the second is not among them."""
        place = ZoneInfo(zone)
        start, end = (datetime(day.year, day.month, day.day, tzinfo=place) for day in (self.first, self._after))
        return start.astimezone(UTC), end.astimezone(UTC)

    @property
    def earlier(self) -> date:
        """A day of the week or month before."""
        return self.day - timedelta(days=7) if self.view == WEEK else self.day.replace(day=1) - timedelta(days=1)

    @property
    def later(self) -> date:
        """A day of the week or month after."""
        return self.day + timedelta(days=7) if self.view == WEEK else _first_of_next_month(self.day)

    @property
    def title(self) -> str:
        """The month, or the first and last day of the week, in the language of the reader."""
        if self.view == MONTH:
            return i18n.format_month(self.day)
        return i18n.format_days(self.first, self.last)

    @property
    def parameters(self) -> str:
        """The query parameters of this span, for forms that come back to it."""
        return urlencode({"view": self.view, "day": self.day, "connection": self.connection})

    @property
    def file_url(self) -> str:
        """The URL of the shown days as an iCalendar file."""
        return f"/dashboard/publishing/calendar.ics?{self.parameters}"

    def url(self, **changes: object) -> str:
        """The URL of the calendar for this span with some query parameters changed."""
        values = {"view": self.view, "day": self.day, "connection": self.connection} | changes
        defaults = {"view": MONTH, "day": self.today, "connection": ""}
        parameters = {name: str(value) for name, value in values.items() if value != defaults[name]}
        return "/dashboard/publishing/calendar" + ("?" + urlencode(parameters) if parameters else "")

    @property
    def _after(self) -> date:
        return self.last + timedelta(days=1)


def parse_day(text: str, today: date) -> date | None:
    """Returns the date of a text such as 2026-11-30 within YEARS of today; None for anything else."""
    try:
        day = date.fromisoformat(text) if len(text) == len("2026-11-30") else None
    except ValueError:
        return None
    return day if day and abs(day.year - today.year) <= YEARS else None


def _first_of_next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
