"""Answers questions about visits.

Whole days of the account's own calendar, without filters, are read from the totals of closed days and from the visits
of open ones; everything else from the visits, as far back as they are kept. Both ways give the same answer. Which days
are open is asked first, then everything else in one statement: it sees one moment, so that every table adds up.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from app.kernel import clock, db
from app.visits import localtime, parts
from app.visits.calendar import Calendar
from app.visits.parts import Cover
from app.visits.report_query import Interval, Period, Question, Scope
from app.visits.report_result import Count, Point, Report, Row
from app.visits.sql import LINK, Values
from app.visits.tally import Tally
from app.visits.visit import DIMENSIONS, Who, first_id

__all__ = ["Count", "Point", "Report", "Row", "referrers", "report", "sparks"]
STATE = """SELECT c.*, o.day FROM calendars c
    LEFT JOIN open_days o ON o.account = c.account AND o.day >= $2 AND o.day < $3 WHERE c.account = $1"""
State = tuple[Calendar | None, set[int]]
BEFORE = "_before"


async def report(question: Question, tables: Collection[str] = (*DIMENSIONS, LINK)) -> Report:
    """The answer, with the tables asked for. Raises ValueError for a filter by what is no dimension."""
    period, before = question.period, question.period.before
    state = await _state(question.scope.account, before.start, period.end, period.zone)
    tally = Tally(await _read(question, tables, [(period, ""), (before, BEFORE)], state))
    totals = tally.total()
    return Report(
        totals=totals, before=tally.total(BEFORE), points=tally.points(period),
        points_before=tally.points(before, BEFORE), tables={name: tally.table(name, totals) for name in tables},
        hours=tally.hours(), by_who=tally.by_who(list(Who)), since=_since(question, state))


async def referrers(scope: Scope, period: Period) -> list[str]:
    """The different referrers of the visits that are kept of a period and of the one before it."""
    ids = [(first_id(localtime.instant(period.before.start)), first_id(localtime.instant(period.end)))]
    values = Values()
    where = parts.kept_where(scope, ids, (), values)
    found = await db.rows(f"SELECT DISTINCT referrer FROM visits WHERE {where}", values, on=db.visits())  # noqa: S608
    return [row["referrer"] for row in found]


async def sparks(account: int, links: Sequence[int], zone: str, days: int = 14) -> dict[int, list[int]]:
    """People's visits of each link on each of the last days, today last. Two statements, whatever the links."""
    today = localtime.day_of(localtime.instant(clock.now()), zone)
    first = today - days + 1
    start, end = (localtime.moment(localtime.start_of(day, zone), zone) for day in (first, today + 1))
    question = Question(Scope(account, tuple(links)), Period(start, end, zone, Interval.DAY))
    counted: defaultdict[int, list[int]] = defaultdict(lambda: [0] * days)
    if links:
        cover, values = _cover(question, question.period, await _state(account, start, end, zone)), Values()
        for row in await db.rows(parts.by_link_and_day(question, cover, values), values, on=db.visits()):
            counted[row["link"]][row["day"] - first] += row["visits"]
    return {link: counted[link] for link in links}


async def _state(account: int, start: datetime, end: datetime, zone: str) -> State:
    """The account's calendar, and its open days around these moments."""
    days = [localtime.moment(localtime.instant(at), zone).toordinal() + more for at, more in ((start, -1), (end, 2))]
    found = await db.rows(STATE, [account, *days], on=db.visits())
    of = Calendar(account, found[0]["zone"], found[0]["kept_from"]) if found else None
    return of, {row["day"] for row in found if row["day"] is not None}


def _cover(question: Question, period: Period, state: State) -> Cover:
    of, open_days = state
    if of and _in_totals(question, of):
        return parts.from_totals(period, of, open_days)
    return parts.from_visits(period)


def _in_totals(question: Question, of: Calendar) -> bool:
    period = question.period
    return not question.filters and period.interval is not Interval.HOUR and period.zone == of.zone \
        and period.whole_days


def _since(question: Question, state: State) -> datetime | None:
    of, _ = state
    if of is None or not of.kept_from or _in_totals(question, of):
        return None
    kept = localtime.start_of(of.kept_from, of.zone)
    period = question.period
    return localtime.moment(kept, period.zone) if localtime.instant(period.start) < kept else None


async def _read(
    question: Question, tables: Collection[str], periods: Sequence[tuple[Period, str]], state: State
) -> list[dict[str, Any]]:
    values, common, selects = Values(), [], []
    for period, suffix in periods:
        cover, hours = _cover(question, period, state), period.interval is Interval.HOUR
        if cover.ids:
            picked, made = parts.of_visits(question, cover, tables, values, hours=hours, suffix=suffix)
            common.append(picked)
            selects += made
        if cover.days:
            selects += parts.of_totals(question, cover, tables, values, suffix=suffix)
    if not selects:
        return []
    sql = f"WITH {', '.join(common)} " * bool(common) + " UNION ALL ".join(selects)
    return await db.rows(sql, values, on=db.visits())
