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
from app.visits.localtime import EPOCH
from app.visits.reports.query import Filter, Interval, Period, Question, Scope
from app.visits.sealed import schema
from app.visits.sealed.engine import text_literal
from app.visits.sql import DAY_IDS, HOUR, Values
from app.visits.visit import DIMENSIONS, Kind, first_id

KIND_NAMES = {kind.name.lower(): int(kind) for kind in Kind}
LINK, HOURS, DAYS, WHO, HEAT, VISITORS, BEFORE = "link", "hours", "days", "who", "heat", "visitors", "_before"
KINDS = """count(*) FILTER (WHERE kind = 0) AS clicks, count(*) FILTER (WHERE kind = 1) AS scans,
    count(*) FILTER (WHERE kind = 2) AS views"""
THURSDAY = 72  # hours from the beginning of a week until that of 1970
# Sums of numbers with a point are the cheapest in DuckDB, and exact up to 2^53
ONES_OF = "CAST(sum(CAST({condition} AS DOUBLE)) AS BIGINT) AS {name}"
SUMS_OF_KINDS = f"""count(*) AS visits, {ONES_OF.format(condition="kind = 1", name="scans")},
            {ONES_OF.format(condition="kind = 2", name="views")}"""
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
        _part(f"{HOURS}{span.suffix}", "hour", "shift", f"{source} GROUP BY hour, shift"),
        selection.visitors_select("visits", selection.where(values, selection.day_began), values),
    ]
    if not span.suffix:
        selects += [_part(name, "0", name, f"{source} AND {name} <> '' GROUP BY {name}") for name in names]
        selects += [_part(LINK, "0", "CAST(link AS TEXT)", f"{source} GROUP BY link")] * (LINK in tables)
        selects.append(_part(WHO, "who", "''", f"FROM {name} GROUP BY who"))
    return picked, selects


def _part(part: str, place: str, value: str, source: str) -> str:
    return f"""SELECT '{part}' AS part, CAST({place} AS BIGINT) AS place, {value} AS value, {KINDS},
        CAST(0 AS BIGINT) AS visitors {source}"""


def of_files(selection: Selection, names: Sequence[str], source: str, first: str, values: Values) -> list[str]:
    """Returns the SELECTs of the parts of sealed visits, for DuckDB: hours, LINK and dimensions in `names`, who came.

    `source` has the visits of the span, `first` is the column that marks the first visit of a unique visitor; with ""
    the parts have no visitors, and `Selection.visitors_select` counts them. The part of who came leaves out the kind of
    visitor that the question is about: it is the sum of the hours.
    """
    condition, who = selection.condition_without_ids(values), int(selection.question.who)
    chosen = f"FROM {source} WHERE {condition} AND who = {who}"
    selects = [_by_time(selection, chosen, first, values)]
    if not selection.span.suffix:
        dimensions = [name for name in names if name in DIMENSIONS]
        selects += [_by_dimension(dimensions, chosen)] * bool(dimensions)
        selects += [_by_link(chosen)] * (LINK in names)
        selects.append(_part(WHO, "who", "''", f"FROM {source} WHERE {condition} AND who <> {who} GROUP BY who"))
    return selects


def _by_time(selection: Selection, chosen: str, first: str, values: Values) -> str:
    """Returns the SELECT of the parts of hours, or of days and hours of the week, and of the visitors in question."""
    shift, suffix, who = selection.span.shift(values), selection.span.suffix, int(selection.question.who)
    keys = {"hour": f"{HOUR.format(shift=shift)} AS hour"}
    if selection.question.period.interval is Interval.HOUR:
        keys["shift"] = f"{shift} AS shift"
        parts = [(HOURS + suffix, "hour", "shift", "visitors")]
    else:
        parts = [(DAYS + suffix, f"hour / 24 + {EPOCH}", "''", "visitors")]
        parts += [(HEAT, "0", f"(hour + {THURSDAY}) % 168", "visitors")] * (not suffix)
    parts += [(WHO, str(who), "''", "0")] * (not suffix)
    visitors = ONES_OF.format(condition=first, name="visitors") if first else "0 AS visitors"
    selects = (
        f"""SELECT '{part}' AS part, CAST({place} AS BIGINT) AS place, CAST({value} AS TEXT) AS value,
            CAST(sum(visits - scans - views) AS BIGINT) AS clicks, CAST(sum(scans) AS BIGINT) AS scans,
            CAST(sum(views) AS BIGINT) AS views, CAST(sum({marked}) AS BIGINT) AS visitors FROM counted GROUP BY ALL
            HAVING count(*) > 0"""  # noqa: S608 - names from constants
        for part, place, value, marked in parts
    )
    return f"""SELECT * FROM (WITH counted AS MATERIALIZED (
            SELECT {", ".join(keys.values())}, {SUMS_OF_KINDS}, {visitors} {chosen} GROUP BY {", ".join(keys)})
        {" UNION ALL ".join(selects)})"""  # noqa: S608 - the same


def _by_link(chosen: str) -> str:
    """Returns the SELECT of the part of links."""
    return f"""SELECT '{LINK}' AS part, CAST(0 AS BIGINT) AS place, CAST(link AS TEXT) AS value,
        visits - scans - views AS clicks, scans, views, CAST(0 AS BIGINT) AS visitors
        FROM (SELECT link, {SUMS_OF_KINDS} {chosen} GROUP BY link) AS counted"""  # noqa: S608 - names from constants


def _by_dimension(names: Sequence[str], chosen: str) -> str:
    """Returns the SELECT of the parts of dimensions: it counts the texts of combined columns, then takes them apart."""
    columns = [column for column, dimensions in schema.COMBINED.items() if {*dimensions} & {*names}]
    keys, parts = ", ".join(columns), list[str]()
    for place, column in enumerate(columns):
        grouped = (1 << len(columns)) - 1 - (1 << len(columns) - 1 - place)  # the bit of each other column is set
        parts.append(f"WHEN {grouped} THEN {[name if name in names else '' for name in schema.COMBINED[column]]}")
    kinds = ", ".join(f"visits * CAST(texts[1] = '{value}' AS BIGINT) AS {kind}s" for kind, value in KIND_NAMES.items())
    return f"""SELECT part, CAST(0 AS BIGINT) AS place, value, {SUMS}, CAST(0 AS BIGINT) AS visitors
        FROM (SELECT unnest(parts) AS part, unnest(texts[2:]) AS value, {kinds}
            FROM (SELECT CASE grouping_id({keys}) {" ".join(parts)} END AS parts,
                string_split(coalesce({keys}), {text_literal(schema.SEPARATOR)}) AS texts, count(*) AS visits {chosen}
                GROUP BY GROUPING SETS ({", ".join(f"({column})" for column in columns)})) AS counted) AS apart
        WHERE part <> '' AND value <> '' GROUP BY part, value"""  # noqa: S608 - names and placeholders


def ranked_links(selection: Selection, source: str, values: Values, most: int = 0) -> str:
    """Returns the SELECT of the clicks, scans and views of each link in sealed visits, most clicks and scans first.

    With `most` only of so many links, with two more columns: of how many links there are clicks or scans, and visits.
    """
    chosen = f"{selection.condition_without_ids(values)} AND who = {int(selection.question.who)}"
    numbers = (
        ", (SELECT count(*) FROM counted WHERE visits > views) AS followed, (SELECT count(*) FROM counted) AS visited"
    )
    return f"""WITH counted AS MATERIALIZED (SELECT link, {SUMS_OF_KINDS} FROM {source} WHERE {chosen} GROUP BY link)
        SELECT link, visits - scans - views AS clicks, scans, views{numbers * bool(most)} FROM counted
        ORDER BY visits - views DESC, views DESC, link{f" LIMIT {most}" * bool(most)}"""  # noqa: S608 - names and placeholders


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
