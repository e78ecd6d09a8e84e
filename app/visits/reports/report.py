"""Builds reports about visits.

For whole days in the account's own time zone and without filters, closed days are read from totals and open days from
the visits. Everything else is read from the visits, as far back as they are kept. Both ways give the same result. The
open days are read first, then everything else in one statement: it sees a single snapshot, so that every table adds up.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from app.kernel import clock, db
from app.visits import localtime, parts
from app.visits.calendar import Calendar
from app.visits.parts import Cover
from app.visits.reports.query import Interval, Period, Question, Scope
from app.visits.reports.result import Count, Point, Report, Row
from app.visits.sql import LINK, Values
from app.visits.tally import Tally
from app.visits.visit import DIMENSIONS, Who, first_id

__all__ = ["Count", "Point", "Report", "Row", "build_report", "daily_visits_by_link", "list_referrers"]
STATE_SQL = """SELECT c.*, o.day FROM calendars c
    LEFT JOIN open_days o ON o.account = c.account AND o.day >= $2 AND o.day < $3 WHERE c.account = $1"""
State = tuple[Calendar | None, set[int]]
BEFORE_SUFFIX = "_before"


async def build_report(question: Question, tables: Collection[str] = (*DIMENSIONS, LINK)) -> Report:
    """Builds the report with the tables in `tables`.

    Raises: ValueError for a filter by an unknown dimension.
    """
    period, before = question.period, question.period.before
    state = await _state(question.scope.account, before.start, period.end, period.zone)
    tally = Tally(await _read_rows(question, tables, [(period, ""), (before, BEFORE_SUFFIX)], state))
    totals = tally.total()
    return Report(
        totals=totals,
        before=tally.total(BEFORE_SUFFIX),
        points=tally.points(period),
        points_before=tally.points(before, BEFORE_SUFFIX),
        tables={name: tally.table(name, totals) for name in tables},
        hours=tally.hours(),
        by_who=tally.by_who(list(Who)),
        since=_since(question, state),
    )


async def list_referrers(scope: Scope, period: Period) -> list[str]:
    """Returns the different referrers of the stored visits in a period and in the one before it."""
    ids = [(first_id(localtime.to_milliseconds(period.before.start)), first_id(localtime.to_milliseconds(period.end)))]
    values = Values()
    where = parts.kept_where(scope, ids, (), values)
    rows = await db.query_rows(f"SELECT DISTINCT referrer FROM visits WHERE {where}", values, on=db.visits_connection())  # noqa: S608
    return [row["referrer"] for row in rows]


async def daily_visits_by_link(account: int, links: Sequence[int], zone: str, days: int = 14) -> dict[int, list[int]]:
    """Returns people's visits of each link on each of the last `days` days, today last. It needs two statements,
    however many links.
    """
    today = localtime.day_of(localtime.to_milliseconds(clock.now()), zone)
    first = today - days + 1
    start, end = (localtime.from_milliseconds(localtime.start_of_day(day, zone), zone) for day in (first, today + 1))
    question = Question(Scope(account, tuple(links)), Period(start, end, zone, Interval.DAY))
    counts: defaultdict[int, list[int]] = defaultdict(lambda: [0] * days)
    if links:
        cover, values = _cover(question, question.period, await _state(account, start, end, zone)), Values()
        for row in await db.query_rows(
            parts.by_link_and_day(question, cover, values), values, on=db.visits_connection()
        ):
            counts[row["link"]][row["day"] - first] += row["visits"]
    return {link: counts[link] for link in links}


async def _state(account: int, start: datetime, end: datetime, zone: str) -> State:
    """Returns the account's calendar, and its open days between these times."""
    days = [
        localtime.from_milliseconds(localtime.to_milliseconds(at), zone).toordinal() + pad
        for at, pad in ((start, -1), (end, 2))
    ]
    rows = await db.query_rows(STATE_SQL, [account, *days], on=db.visits_connection())
    calendar = Calendar(account, rows[0]["zone"], rows[0]["kept_from"]) if rows else None
    return calendar, {row["day"] for row in rows if row["day"] is not None}


def _cover(question: Question, period: Period, state: State) -> Cover:
    calendar, open_days = state
    if calendar and _can_use_totals(question, calendar):
        return parts.from_totals(period, calendar, open_days)
    return parts.from_visits(period)


def _can_use_totals(question: Question, calendar: Calendar) -> bool:
    period = question.period
    return (
        not question.filters
        and period.interval is not Interval.HOUR
        and period.zone == calendar.zone
        and period.whole_days
    )


def _since(question: Question, state: State) -> datetime | None:
    calendar, _ = state
    if calendar is None or not calendar.kept_from or _can_use_totals(question, calendar):
        return None
    kept_since = localtime.start_of_day(calendar.kept_from, calendar.zone)
    period = question.period
    return (
        localtime.from_milliseconds(kept_since, period.zone)
        if localtime.to_milliseconds(period.start) < kept_since
        else None
    )


async def _read_rows(
    question: Question, tables: Collection[str], periods: Sequence[tuple[Period, str]], state: State
) -> list[dict[str, Any]]:
    values, common, selects = Values(), [], []
    for period, suffix in periods:
        cover, hours = _cover(question, period, state), period.interval is Interval.HOUR
        if cover.ids:
            visits_table, part_selects = parts.of_visits(question, cover, tables, values, hours=hours, suffix=suffix)
            common.append(visits_table)
            selects += part_selects
        if cover.days:
            selects += parts.of_totals(question, cover, tables, values, suffix=suffix)
    if not selects:
        return []
    sql = f"WITH {', '.join(common)} " * bool(common) + " UNION ALL ".join(selects)
    return await db.query_rows(sql, values, on=db.visits_connection())
