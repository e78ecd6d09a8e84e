"""The period and the filters of an API request. What cannot be meant is refused, naming the parameter."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from app.analytics.filters import FILTERED
from app.analytics.period import BY_DAY, BY_WEEK, FIRST, LONGEST
from app.analytics.schema import PeriodQuery
from app.kernel import clock, time_parser
from app.kernel.refusal import N_, InvalidRequest
from app.visits.report_query import Filter, Interval, Period

MOST_POINTS = 1_000
SECONDS = {Interval.HOUR: 3_600, Interval.DAY: 86_400, Interval.WEEK: 604_800, Interval.MONTH: 2_419_200}


class InvalidTime(InvalidRequest):
    says = N_("Give a day such as 2026-11-01, or a time with an offset.")


class InvalidPeriod(InvalidRequest):
    field, says = "from", N_("“from” must be before “to”, and at most three years before it.")


class InvalidZone(InvalidRequest):
    field, says = "tz", N_("Give a time zone such as Asia/Jakarta.")


class InvalidFilter(InvalidRequest):
    field, says = "filter", N_("Give a filter such as country:ID or !browser:Chrome.")


class TooManyPoints(InvalidRequest):
    field, says = "interval", N_("That would be more than %(most)s points. Choose a longer interval.")


def period(query: PeriodQuery, zone: str, interval: str = "") -> Period:
    """The period asked for; `zone` is the account's.

    Refusals: InvalidTime, InvalidPeriod, InvalidZone, TooManyPoints.
    """
    if query.tz and query.tz not in available_timezones():
        raise InvalidZone
    zone = query.tz or zone
    today = clock.now().astimezone(ZoneInfo(zone)).date()
    end = _moment(query.end or today.isoformat(), zone, "to", last=True)
    start = _moment(query.start, zone, "from") if query.start else _back(end, zone)
    if not start < end or end - start > LONGEST + timedelta(days=1):
        raise InvalidPeriod
    chosen = Interval(interval) if interval else _fitting(end - start)
    if (end - start).total_seconds() / SECONDS[chosen] > MOST_POINTS:
        raise TooManyPoints(most=MOST_POINTS)
    return Period(start, end, zone, chosen)


def filters(given: list[str]) -> tuple[Filter, ...]:
    """Filters as `country:ID` or `!country:ID`; several of one field mean any of them. Refusals: InvalidFilter."""
    values: dict[tuple[str, bool], list[str]] = {}
    for one in given:
        dimension, colon, value = one.removeprefix("!").partition(":")
        if not colon or dimension not in FILTERED or len(value) > 255 or "\x00" in value:
            raise InvalidFilter
        if dimension == "kind" and value not in {"click", "scan", "view"}:
            raise InvalidFilter
        values.setdefault((dimension, one.startswith("!")), []).append(value)
    return tuple(Filter(dimension, tuple(dict.fromkeys(some)), out) for (dimension, out), some in values.items())


def _moment(text: str, zone: str, field: str, *, last: bool = False) -> datetime:
    """A day's beginning, or with `last` its end; or the very time that is given. Refusals: InvalidTime."""
    try:
        if len(text) == len("2026-11-01"):
            day = time_parser.parse_local(text, "UTC").date() + timedelta(days=last)
            moment = datetime.combine(day, time(), ZoneInfo(zone))
        else:
            moment = time_parser.parse(text)
        if not FIRST <= moment.astimezone(UTC).date() <= date(2200, 1, 1):
            raise ValueError
    except (ValueError, OverflowError):
        raise InvalidTime(field=field) from None
    return moment.astimezone(ZoneInfo(zone))


def _back(end: datetime, zone: str) -> datetime:
    """Thirty days before, from midnight on."""
    day = (end - timedelta(microseconds=1)).astimezone(ZoneInfo(zone)).date() - timedelta(days=29)
    return datetime.combine(day, time(), ZoneInfo(zone))


def _fitting(length: timedelta) -> Interval:
    if length <= timedelta(days=2):
        return Interval.HOUR
    return Interval.DAY if length.days <= BY_DAY else Interval.WEEK if length.days <= BY_WEEK else Interval.MONTH
