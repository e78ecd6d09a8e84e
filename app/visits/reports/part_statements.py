"""The parts of a report: statements with the columns part, place, value, clicks, scans, views and visitors.

The parts of open rows, of sealed files and of summaries have the same columns, so that a report adds them up. Visits
are counted by hour on the clocks of the period's time zone: days, weeks and the heat map are sums of hours. Where no
series by hour is wanted, DuckDB adds them up. A unique visitor is one of a UTC day and counts in the hour of the first
click or scan.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.visits import localtime
from app.visits.localtime import HOUR as HOUR_MS
from app.visits.reports.query import Filter, Interval, Period, Question, Scope
from app.visits.sql import DAY_IDS, HOUR, Values
from app.visits.visit import DIMENSIONS, Kind, first_id

KIND_NAMES = {kind.name.lower(): int(kind) for kind in Kind}
LINK, HOURS, DAYS, WHO, HEAT, VISITORS, BEFORE = "link", "hours", "days", "who", "heat", "visitors", "_before"
KINDS = """count(*) FILTER (WHERE kind = 0) AS clicks, count(*) FILTER (WHERE kind = 1) AS scans,
    count(*) FILTER (WHERE kind = 2) AS views"""
SUMS = ", ".join(f"CAST(sum({name}) AS BIGINT) AS {name}" for name in ("clicks", "scans", "views"))


@dataclass(frozen=True, slots=True)
class Span:
    """The visits of a period that a statement reads: ids from `first` up to `end`, and the suffix of its parts."""

    period: Period
    first: int
    end: int
    suffix: str = ""

    def shift(self, values: Values) -> str:
        """Returns the UTC offset of a visit in the period's zone, by its id."""
        start, end = (localtime.to_milliseconds(at) for at in (self.period.start, self.period.end))
        return values.shift(localtime.spans_of_equal_offset(start, end, self.period.zone))

    def shift_of_hours(self) -> str | None:
        """Returns the UTC offset of a visit in hours, by its hour `utc` since 1970; None where clocks in the period's
        zone differ from UTC by other than whole hours, or change within an hour of UTC.
        """
        start, end = (localtime.to_milliseconds(at) for at in (self.period.start, self.period.end))
        *earlier, last = localtime.spans_of_equal_offset(start, end, self.period.zone)
        if any(moment % HOUR_MS for span in (*earlier, last) for moment in (span.offset, span.end * (span != last))):
            return None
        cases = "".join(f" WHEN utc < {span.end // HOUR_MS} THEN {span.offset // HOUR_MS}" for span in earlier)
        return f"CASE{cases} ELSE {last.offset // HOUR_MS} END" if earlier else str(last.offset // HOUR_MS)


@dataclass(frozen=True, slots=True)
class Selection:
    """The visits of a question, whose account has the keys `accounts`, with ids in the range of a span."""

    question: Question
    accounts: Sequence[int]
    span: Span

    def where(self, values: Values, first: int | None = None) -> str:
        """Returns the condition for these visits; with `first`, from that id on. Raises: ValueError."""
        first = self.span.first if first is None else first
        return visits_condition(self.question.scope, self.accounts, first, self.span.end, self.question.filters, values)

    def condition_without_ids(self, values: Values) -> str:
        """Returns the condition for these visits in a source that is limited to their ids. Raises: ValueError."""
        return scope_condition(self.question.scope, self.accounts, self.question.filters, values)

    @property
    def day_began(self) -> int:
        """The first id of the UTC day on which the span begins."""
        return self.span.first // DAY_IDS * DAY_IDS

    def visitors_select(self, source: str, condition: str, values: Values) -> str:
        """Returns the SELECT of different visitors of each UTC day, in the hour when they came first.

        `source` with the `condition` has the visits of these days from their beginning on: who came earlier on the UTC
        day, but before the period, is no visitor of the period.
        """
        shift, first = self.span.shift(values), self.span.first
        return f"""SELECT '{VISITORS}{self.span.suffix}' AS part, CAST(hour AS BIGINT) AS place, shift AS value,
        CAST(0 AS BIGINT) AS clicks, CAST(0 AS BIGINT) AS scans, CAST(0 AS BIGINT) AS views, count(*) AS visitors
        FROM (SELECT {HOUR.format(shift=shift)} AS hour, CAST({shift} AS TEXT) AS shift
            FROM (SELECT min(id) AS id FROM {source} WHERE {condition}
                AND who = {int(self.question.who)} AND kind <> 2 AND visitor <> 0
                GROUP BY visitor, id / {DAY_IDS}) AS firsts WHERE id >= {values.put(first)}) AS placed
        GROUP BY hour, shift"""  # noqa: S608 - names from constants


def ids_of(period: Period, scope: Scope, *, single: bool) -> tuple[int, int]:
    """Returns the range of ids of a period; with `single`, without visits that the account's plan does not keep."""
    start, end = (localtime.to_milliseconds(at) for at in (period.start, period.end))
    return first_id(max(start, scope.kept_from) if single else start), first_id(end)


def visits_condition(
    scope: Scope, accounts: Sequence[int], first: int, end: int, filters: Sequence[Filter], values: Values
) -> str:
    """Returns the condition for visits of a scope with ids in a range, whose account has the keys `accounts`.

    Raises: ValueError for a filter by an unknown dimension.
    """
    return f"{scope_condition(scope, accounts, filters, values)} AND {values.within('id', first, end)}"


def scope_condition(scope: Scope, accounts: Sequence[int], filters: Sequence[Filter], values: Values) -> str:
    """Returns the condition for visits of a scope at any time, whose account has the keys `accounts`.

    Raises: ValueError for a filter by an unknown dimension.
    """
    whose = [values.among("link", scope.links)] if scope.links is not None else []
    return " AND ".join([*whose, values.among("account", accounts), *(_condition(rule, values) for rule in filters)])


def _condition(rule: Filter, values: Values) -> str:
    column = {*DIMENSIONS, "kind"} & {rule.dimension}
    if not column:
        raise ValueError(f"{rule.dimension} is no dimension")
    wanted = [KIND_NAMES.get(value, -1) for value in rule.values] if rule.dimension == "kind" else list(rule.values)
    return f"{'NOT ' * rule.exclude}({values.among(column.pop(), wanted)})"


def of_rows(selection: Selection, tables: Collection[str], values: Values) -> tuple[str, list[str]]:
    """Returns the common table of the selected open rows, and the SELECTs of their parts."""
    span, who = selection.span, int(selection.question.who)
    names = [] if span.suffix else [name for name in tables if name in DIMENSIONS]
    shift, name = span.shift(values), f"picked{span.suffix}"
    columns = ", ".join(("link", "kind", "who", *names))
    picked = f"""{name} AS MATERIALIZED (SELECT {columns}, {HOUR.format(shift=shift)} AS hour,
        CAST({shift} AS TEXT) AS shift FROM visits WHERE {selection.where(values)})"""  # noqa: S608 - placeholders
    source = f"FROM {name} WHERE who = {who}"
    selects = [
        kind_part(f"{HOURS}{span.suffix}", "hour", "shift", f"{source} GROUP BY hour, shift"),
        selection.visitors_select("visits", selection.where(values, selection.day_began), values),
    ]
    if not span.suffix:
        selects += [kind_part(name, "0", name, f"{source} AND {name} <> '' GROUP BY {name}") for name in names]
        selects += [kind_part(LINK, "0", "CAST(link AS TEXT)", f"{source} GROUP BY link")] * (LINK in tables)
        selects.append(kind_part(WHO, "who", "''", f"FROM {name} GROUP BY who"))
    return picked, selects


def kind_part(part: str, place: str, value: str, source: str) -> str:
    """Returns the SELECT of a part without unique visitors."""
    return f"""SELECT '{part}' AS part, CAST({place} AS BIGINT) AS place, {value} AS value, {KINDS},
        CAST(0 AS BIGINT) AS visitors {source}"""


def of_summaries(
    question: Question, span: Span, tables: Collection[str], source: str, accounts: Sequence[int], values: Values
) -> list[str]:
    """Returns the SELECTs of the parts of summaries, for DuckDB. The period consists of whole days."""
    scope = question.scope
    first, end = (_day(localtime.to_milliseconds(at), span.period.zone) for at in (span.period.start, span.period.end))
    links = (0,) if scope.links is None else scope.links
    whose = f"{values.among('account', accounts)} AND {values.among('link', links)}"
    days = f"FROM {source} WHERE {whose} AND {values.within('day', first, end)}"
    who = f"who = {int(question.who)}"
    selects = [_summed(f"'{DAYS}{span.suffix}'", "day", "''", f"{days} AND {who} AND dimension = ''", "day")]
    if span.suffix:
        return selects
    selects.append(_summed(f"'{WHO}'", "who", "''", f"{days} AND dimension = ''", "who"))
    names = [name for name in tables if name in DIMENSIONS or (name == LINK and scope.links is None)]
    dimensions = f"{days} AND {who} AND {values.among('dimension', ['hour', *names])}"
    part = f"CASE dimension WHEN 'hour' THEN '{HEAT}' ELSE dimension END"
    selects.append(_summed(part, "0", "value", dimensions, "dimension, value"))
    if LINK in tables and scope.links is not None:
        by_link = f"{days} AND {who} AND dimension = ''"
        selects.append(_summed(f"'{LINK}'", "0", "CAST(link AS TEXT)", by_link, "link"))
    return selects


def last_summary_day(scope: Scope, period: Period, source: str, accounts: Sequence[int], values: Values) -> str:
    """Returns the SELECT of the last day before the end of a period of which there is only a summary."""
    end = _day(localtime.to_milliseconds(period.end), period.zone)
    return f"""SELECT max(day) FROM {source} WHERE {values.among("account", accounts)}
        AND {values.among("link", (0,) if scope.links is None else scope.links)} AND day < {values.put(end)}"""  # noqa: S608


def _summed(part: str, place: str, value: str, source: str, by: str) -> str:
    return f"""SELECT {part} AS part, CAST({place} AS BIGINT) AS place, {value} AS value, {SUMS},
        CAST(sum(visitors) AS BIGINT) AS visitors {source} GROUP BY {by}"""


def _day(milliseconds: int, zone: str) -> int:
    return localtime.from_milliseconds(milliseconds, zone).toordinal()


def can_use_summaries(question: Question) -> bool:
    """Whether summaries can answer a question: whole days, not by hour, without filters."""
    period = question.period
    return not question.filters and period.interval is not Interval.HOUR and period.whole_days
