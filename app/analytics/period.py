"""The selectable periods as times: whole days of a time zone, or the last 24 hours."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.kernel.refusal import N_
from app.visits.reports.query import Interval, Period
from app.web.query_time import FIRST_DAY

PERIODS = {
    "24h": N_("24 hours"),
    "7d": N_("7 days"),
    "30d": N_("30 days"),
    "12mo": N_("12 months"),
    "custom": N_("Custom"),
}
PREVIOUS_LABELS = {
    "24h": N_("the 24 hours before"),
    "7d": N_("the 7 days before"),
    "30d": N_("the 30 days before"),
    "12mo": N_("the 12 months before"),
    "custom": N_("the same time before"),
}
MAX_PERIOD = timedelta(days=3 * 366)
MAX_DAYS_BY_DAY, MAX_DAYS_BY_WEEK = 92, 400


def build_period(name: str, start: date | None, end: date | None, zone: str, now: datetime) -> Period:
    """Returns the period with a name of PERIODS at the time `now`. `start` and `end` are the first and last day of a
    custom period.

    Dates out of range are corrected as in `days`.
    """
    today = now.astimezone(ZoneInfo(zone)).date()
    if name == "24h":
        return _last_24_hours(now, zone)
    if name == "12mo":
        first = date(today.year - (today.month < 12), today.month % 12 + 1, 1)
        return Period(_midnight(first, zone), _midnight(today + timedelta(days=1), zone), zone, Interval.MONTH)
    if name == "custom":
        return _whole_days(*clamp_days(start, end, today), zone)
    return _whole_days(today - timedelta(days=6 if name == "7d" else 29), today, zone)


def clamp_days(start: date | None, end: date | None, today: date) -> tuple[date, date]:
    """Returns the first and last day of a custom period. Missing and impossible dates are corrected: none in the future
    or before 2000, three years at most, the earlier one first.
    """
    last = min(max(end or today, FIRST_DAY), today)
    first = min(max(start or last - timedelta(days=29), FIRST_DAY), today)
    first, last = min(first, last), max(first, last)
    return max(first, last - MAX_PERIOD + timedelta(days=1)), last


def _last_24_hours(now: datetime, zone: str) -> Period:
    local = now.astimezone(ZoneInfo(zone)).replace(minute=0, second=0, microsecond=0)
    end = (local.astimezone(UTC) + timedelta(hours=1)).astimezone(ZoneInfo(zone))
    start = (end.astimezone(UTC) - timedelta(hours=24)).astimezone(ZoneInfo(zone))
    return Period(start, end, zone, Interval.HOUR)


def _whole_days(first: date, last: date, zone: str) -> Period:
    length = (last - first).days + 1
    coarse = Interval.WEEK if length <= MAX_DAYS_BY_WEEK else Interval.MONTH
    interval = Interval.DAY if length <= MAX_DAYS_BY_DAY else coarse
    return Period(_midnight(first, zone), _midnight(last + timedelta(days=1), zone), zone, interval)


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone))
