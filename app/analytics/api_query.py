"""Parses the period and the filters of an API request. An invalid value is refused with the name of its parameter."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from app.analytics.period import MAX_DAYS_BY_DAY, MAX_DAYS_BY_WEEK, MAX_PERIOD
from app.analytics.report_selection import FILTER_FIELDS
from app.analytics.schema import PeriodQuery
from app.kernel import clock
from app.kernel.refusal import N_, InvalidRequest
from app.visits.reports.query import Filter, Interval, Period
from app.web.query_time import parse_moment

MAX_POINTS = 1_000
SECONDS = {Interval.HOUR: 3_600, Interval.DAY: 86_400, Interval.WEEK: 604_800, Interval.MONTH: 2_419_200}


class InvalidPeriod(InvalidRequest):
    """Raised when the period is empty or too long."""

    field, says = "from", N_("“from” must be before “to”, and at most three years before it.")


class InvalidZone(InvalidRequest):
    """Raised for an unknown IANA time zone."""

    field, says = "tz", N_("Give a time zone such as Asia/Jakarta.")


class InvalidFilter(InvalidRequest):
    """Raised for a filter with an unknown field or value."""

    field, says = "filter", N_("Give a filter such as country:ID or !browser:Chrome.")


class TooManyPoints(InvalidRequest):
    """Raised when the interval would give more than MAX_POINTS points."""

    field, says = "interval", N_("That would be more than %(most)s points. Choose a longer interval.")


def parse_period(query: PeriodQuery, zone: str, interval: str = "") -> Period:
    """Returns the period of a query. `zone` is the account's time zone, used where the query names none.

    Raises: InvalidTime, InvalidPeriod, InvalidZone, TooManyPoints.
    """
    if query.tz and query.tz not in available_timezones():
        raise InvalidZone
    zone = query.tz or zone
    today = clock.now().astimezone(ZoneInfo(zone)).date()
    end = parse_moment(query.end or today.isoformat(), zone, "to", last=True)
    start = parse_moment(query.start, zone, "from") if query.start else _default_start(end, zone)
    if not start < end or end - start > MAX_PERIOD + timedelta(days=1):
        raise InvalidPeriod
    chosen = Interval(interval) if interval else _default_interval(end - start)
    if (end - start).total_seconds() / SECONDS[chosen] > MAX_POINTS:
        raise TooManyPoints(most=MAX_POINTS)
    return Period(start, end, zone, chosen)


def parse_filters(expressions: list[str]) -> tuple[Filter, ...]:
    """Parses filters such as `country:ID` or `!country:ID`. Several values of one field are combined with “or”.

    Raises: InvalidFilter.
    """
    values: dict[tuple[str, bool], list[str]] = {}
    for expression in expressions:
        dimension, colon, value = expression.removeprefix("!").partition(":")
        if not colon or dimension not in FILTER_FIELDS or len(value) > 255 or "\x00" in value:
            raise InvalidFilter
        if dimension == "kind" and value not in {"click", "scan", "view"}:
            raise InvalidFilter
        values.setdefault((dimension, expression.startswith("!")), []).append(value)
    return tuple(
        Filter(dimension, tuple(dict.fromkeys(chosen)), exclude) for (dimension, exclude), chosen in values.items()
    )


def _default_start(end: datetime, zone: str) -> datetime:
    """Returns midnight of the day 29 days before the last day of the period."""
    day = (end - timedelta(microseconds=1)).astimezone(ZoneInfo(zone)).date() - timedelta(days=29)
    return datetime.combine(day, time(), ZoneInfo(zone))


def _default_interval(length: timedelta) -> Interval:
    if length <= timedelta(days=2):
        return Interval.HOUR
    if length.days <= MAX_DAYS_BY_DAY:
        return Interval.DAY
    return Interval.WEEK if length.days <= MAX_DAYS_BY_WEEK else Interval.MONTH
