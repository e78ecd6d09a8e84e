"""The parts of a report, each a SELECT with the columns part, place, value, clicks, scans, views and visitors.

A report is one statement with all its parts, so that they read one snapshot and add up. Parts that read totals and
parts that read visits have the same columns.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from app.visits import localtime
from app.visits.calendar import Calendar
from app.visits.reports.query import Filter, Period, Question, Scope
from app.visits.sql import DAY_OF, HOUR, HOUR_OF_WEEK, KINDS, LINK, SUMS, VISITORS, Values
from app.visits.visit import DIMENSIONS, Kind, first_id, milliseconds

KIND_NAMES = {kind.name.lower(): int(kind) for kind in Kind}
Ranges = list[tuple[int, int]]


@dataclass(slots=True)
class Cover:
    """Where the visits of a period are read: ranges of ids, of closed days, and of whole months within these.

    `days` are for counts by day, `rest` is `days` without `months`. All ranges are half-open.
    """

    ids: Ranges = field(default_factory=list)
    days: Ranges = field(default_factory=list)
    rest: Ranges = field(default_factory=list)
    months: Ranges = field(default_factory=list)


def from_visits(period: Period) -> Cover:
    """Returns a cover that reads the whole period from the stored visits."""
    return Cover(
        ids=[(first_id(localtime.to_milliseconds(period.start)), first_id(localtime.to_milliseconds(period.end)))]
    )


def from_totals(period: Period, of: Calendar, open_days: Collection[int]) -> Cover:
    """Returns a cover that reads closed days from totals. `period` must be whole days of the calendar's time zone."""
    cover = Cover()
    first, last = (
        localtime.from_milliseconds(localtime.to_milliseconds(at), of.zone).toordinal()
        for at in (period.start, period.end)
    )
    begin = first
    for day in sorted(day for day in open_days if first <= day < last):
        cover.days += [(begin, day)] * (begin < day)
        start, end = of.first_id(day), of.first_id(day + 1)
        if cover.ids and cover.ids[-1][1] == start:
            start = cover.ids.pop()[0]
        cover.ids.append((start, end))
        begin = day + 1
    cover.days += [(begin, last)] * (begin < last)
    for one in cover.days:
        _by_months(cover, *one)
    return cover


def _by_months(cover: Cover, first: int, last: int) -> None:
    start = first if localtime.first_of_month(first) == first else localtime.first_of_next_month(first)
    end = localtime.first_of_month(last)
    if start < end:
        cover.months.append((start, end))
        cover.rest += [one for one in ((first, start), (end, last)) if one[0] < one[1]]
    else:
        cover.rest.append((first, last))


def kept_where(scope: Scope, ranges: Ranges, filters: Sequence[Filter], values: Values) -> str:
    """Returns the condition for visits of a scope. A `+` before a column keeps SQLite from using its index.

    Raises: ValueError for a filter by an unknown dimension.
    """
    account, links = values.put(scope.account), scope.links
    whose = f"account = {account}" if links is None else f"+account = {account} AND {values.among('link', links)}"
    return " AND ".join([whose, values.within("id", ranges), *(_kept(one, values) for one in filters)])


def _kept(one: Filter, values: Values) -> str:
    column = {*DIMENSIONS, "kind"} & {one.dimension}
    if not column:
        raise ValueError(f"{one.dimension} is no dimension")
    wanted = [KIND_NAMES.get(value, -1) for value in one.values] if one.dimension == "kind" else list(one.values)
    return f"{'NOT ' * one.exclude}({values.among(column.pop(), wanted)})"


def of_visits(
    question: Question, cover: Cover, tables: Collection[str], values: Values, *, hours: bool, suffix: str
) -> tuple[str, list[str]]:
    """Returns a common table of the visits, and the parts that read from it. With a suffix there are only the parts for
    points.
    """
    cuts = localtime.spans_of_equal_offset(
        *(milliseconds(id) for id in (cover.ids[0][0], cover.ids[-1][1])), question.period.zone
    )
    names = [] if suffix else [name for name in tables if name in DIMENSIONS]
    columns = "".join(f"{name}, " for name in ("link", "kind", "who", "visitor", *names))
    where = kept_where(question.scope, cover.ids, question.filters, values)
    name = f"picked{suffix}"
    picked = f"{name} AS MATERIALIZED (SELECT {columns}{values.local(cuts)} FROM visits WHERE {where})"  # noqa: S608
    source = f"FROM {name} WHERE who = {values.whole(int(question.who))}"
    unit = "" if question.scope.links is None else ", link"
    made = [_visitors(f"day{suffix}", DAY_OF, "", unit, source)]
    made += [_visitors(f"point{suffix}", "(local / 3600000)", ", shift", unit, source)] * hours
    if not suffix:
        made += [_counted(f"'{name}'", name, f"{source} AND {name} <> ''") for name in names]
        made += [_counted(f"'{LINK}'", "CAST(link AS TEXT)", source, "link")] * (LINK in tables)
        made.append(_counted(f"'{HOUR}'", f"CAST({HOUR_OF_WEEK} AS TEXT)", source, HOUR_OF_WEEK))
        made.append(_counted("'who'", "CAST(who AS TEXT)", f"FROM {name}", "who"))
    return picked, made


def _visitors(part: str, place: str, value: str, unit: str, source: str) -> str:
    """Different visitors are counted by unit, which is a link where links are named."""
    return f"""SELECT '{part}' AS part, CAST(place AS BIGINT) AS place, value, {SUMS},
        CAST(sum(visitors) AS BIGINT) AS visitors FROM (SELECT {place} AS place,
        CAST({value.strip(", ") or "''"} AS TEXT) AS value, {KINDS}, {VISITORS} AS visitors
        {source} GROUP BY {place}{value}{unit}) AS units GROUP BY place, value"""  # noqa: S608


def _counted(part: str, value: str, source: str, by: str = "", counts: str = KINDS) -> str:
    return f"""SELECT {part} AS part, CAST(0 AS BIGINT) AS place, {value} AS value, {counts}, 0
        {source} GROUP BY {by or value}"""


def of_totals(question: Question, cover: Cover, tables: Collection[str], values: Values, *, suffix: str) -> list[str]:
    """Returns the parts that read the totals of closed days."""
    scope = question.scope
    if scope.links == ():
        return []
    who = f"who = {values.put(int(question.who))}"
    whose = f"account = {values.put(scope.account)} AND {values.among('link', scope.links or (0,))}"
    days = f"FROM day_totals WHERE {whose} AND {values.within('day', cover.days)}"
    made = [
        f"""SELECT 'day{suffix}' AS part, CAST(day AS BIGINT) AS place, '' AS value, {SUMS},
        CAST(sum(visitors) AS BIGINT) AS visitors {days} AND {who} GROUP BY day"""
    ]
    if suffix:
        return made
    made.append(_counted("'who'", "CAST(who AS TEXT)", days, "who", SUMS))
    names = [HOUR, *(name for name in tables if name in DIMENSIONS or (name == LINK and scope.links is None))]
    if LINK in tables and scope.links is not None:
        made.append(_counted(f"'{LINK}'", "CAST(link AS TEXT)", f"{days} AND {who}", "link", SUMS))
    where = f"WHERE {whose} AND {who} AND {values.among('dimension', names)}"
    for table, span, ranges in (("day_values", "day", cover.rest), ("month_values", "month", cover.months)):
        if ranges:
            source = f"FROM {table} {where} AND {values.within(span, ranges)}"
            made.append(_counted("dimension", "value", source, "dimension, value", SUMS))
    return made


def by_link_and_day(question: Question, cover: Cover, values: Values) -> str:
    """Returns a SELECT of people's visits with the columns link, day and visits."""
    scope, zone = question.scope, question.period.zone
    selects = []
    if cover.ids:
        local = values.local(
            localtime.spans_of_equal_offset(*(milliseconds(id) for id in (cover.ids[0][0], cover.ids[-1][1])), zone)
        )
        where = kept_where(scope, cover.ids, (), values)
        selects.append(f"""SELECT link, {DAY_OF} AS day, count(*) AS visits FROM (SELECT link, {local} FROM visits
            WHERE {where} AND who = 0) AS seen GROUP BY link, {DAY_OF}""")  # noqa: S608
    if cover.days:
        whose = f"account = {values.put(scope.account)} AND {values.among('link', scope.links or ())}"
        selects.append(f"""SELECT link, day, clicks + scans + views AS visits FROM day_totals
            WHERE {whose} AND who = 0 AND {values.within("day", cover.days)}""")  # noqa: S608
    return " UNION ALL ".join(selects)
