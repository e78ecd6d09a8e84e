"""The parts of sealed visits: SELECTs for DuckDB, with the columns that part_statements.py names.

Most of a report comes from the combined columns of the files (sealed/schema.py): one scan counts their different texts,
which are taken apart after that. Days and the heat map are sums of hours, which DuckDB adds up where no series by hour
is wanted.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.visits.localtime import EPOCH
from app.visits.localtime import HOUR as HOUR_MS
from app.visits.reports.part_statements import DAYS, HEAT, HOURS, KIND_NAMES, LINK, SUMS, WHO, Selection, kind_part
from app.visits.reports.query import Interval
from app.visits.sealed import schema
from app.visits.sealed.engine import text_literal
from app.visits.sql import HOUR, Values
from app.visits.visit import DIMENSIONS

THURSDAY = 72  # hours from the beginning of a week until that of 1970
MARKS = {"first_of_account": "texts[2] = '2'", "first_of_link": "texts[2] <> '0'", "": "false"}  # of MOMENT
# Sums of numbers with a point are the cheapest in DuckDB, and exact up to 2^53
ONES_OF = "CAST(sum(CAST({condition} AS DOUBLE)) AS BIGINT) AS {name}"
SUMS_OF_KINDS = f"""count(*) AS visits, {ONES_OF.format(condition="kind = 1", name="scans")},
            {ONES_OF.format(condition="kind = 2", name="views")}"""
VISITS_OF_KINDS = ", ".join(
    f"visits * CAST(texts[1] = '{value}' AS BIGINT) AS {kind}s" for kind, value in KIND_NAMES.items()
)


def of_files(selection: Selection, names: Sequence[str], source: str, first: str, values: Values) -> list[str]:
    """Returns the SELECTs of the parts of sealed visits: hours, LINK and dimensions in `names`, and who came.

    `source` has the visits of the span, `first` is the column that marks the first visit of a unique visitor; with ""
    the parts have no visitors, and `Selection.visitors_select` counts them.
    """
    condition, who = selection.condition_without_ids(values), int(selection.question.who)
    chosen = f"FROM {source} WHERE {condition} AND who = {who}"
    whole = not selection.span.suffix
    selects = [_by_text(selection, [name for name in names if whole and name in DIMENSIONS], chosen, first, values)]
    if whole:
        selects += [_by_link(chosen)] * (LINK in names)
        selects.append(kind_part(WHO, "who", "''", f"FROM {source} WHERE {condition} AND who <> {who} GROUP BY who"))
    return selects


def _by_text(selection: Selection, names: Sequence[str], chosen: str, first: str, values: Values) -> str:
    """Returns the SELECT of the parts of time and of dimensions, and of the visitors that the question is about."""
    shift = selection.span.shift_of_hours()
    columns = [schema.MOMENT] * (shift is not None)
    columns += [column for column, dimensions in schema.COMBINED.items() if {*dimensions} & {*names}]
    tables = [f"counted AS MATERIALIZED ({_count_texts(columns, chosen)})"] * bool(columns)
    hours = _hours_of_ids(selection, chosen, first, values) if shift is None else _hours_of_texts(shift, first)
    tables.append(f"hours AS MATERIALIZED ({hours})")
    selects = [*_parts_of_time(selection), *[_parts_of_dimensions(names)] * bool(names)]
    return f"SELECT * FROM (WITH {', '.join(tables)} {' UNION ALL '.join(selects)})"  # noqa: S608 - names and placeholders


def _count_texts(columns: Sequence[str], chosen: str) -> str:
    """Returns the SELECT of the different texts of combined columns, each as a list, with the name of its column."""
    keys, every = ", ".join(columns), (1 << len(columns)) - 1
    names = " ".join(  # the bit of each column that is not grouped by is set
        f"WHEN {every - (1 << len(columns) - 1 - place)} THEN '{column}'" for place, column in enumerate(columns)
    )
    return f"""SELECT CASE grouping_id({keys}) {names} END AS name,
        string_split(coalesce({keys}), {text_literal(schema.SEPARATOR)}) AS texts, count(*) AS visits {chosen}
        GROUP BY GROUPING SETS ({", ".join(f"({column})" for column in columns)})"""


def _hours_of_texts(shift: str, first: str) -> str:
    """Returns the SELECT of visits by hour on local clocks from the texts of MOMENT; `shift` is in hours, by `utc`."""
    return f"""SELECT utc + {shift} AS hour, {HOUR_MS} * {shift} AS shift, clicks, scans, views, visitors
        FROM (SELECT CAST(texts[3] AS BIGINT) AS utc, {VISITS_OF_KINDS},
            visits * CAST({MARKS[first]} AS BIGINT) AS visitors FROM counted WHERE name = '{schema.MOMENT}')"""  # noqa: S608


def _hours_of_ids(selection: Selection, chosen: str, first: str, values: Values) -> str:
    """Returns the same SELECT for clocks that differ from UTC by quarters of an hour."""
    shift, marked = selection.span.shift(values), first or "false"
    return f"""SELECT hour, shift, visits - scans - views AS clicks, scans, views, visitors
        FROM (SELECT {HOUR.format(shift=shift)} AS hour, {shift} AS shift, {SUMS_OF_KINDS},
            {ONES_OF.format(condition=marked, name="visitors")} {chosen} GROUP BY hour, shift)"""  # noqa: S608


def _parts_of_time(selection: Selection) -> list[str]:
    """Returns the SELECTs of the parts of hours, or of days and hours of the week, and of the visitors in question."""
    suffix, who = selection.span.suffix, int(selection.question.who)
    parts = [(DAYS + suffix, f"hour / 24 + {EPOCH}", "''", "visitors")]
    parts += [(HEAT, "0", f"(hour + {THURSDAY}) % 168", "visitors")] * (not suffix)
    if selection.question.period.interval is Interval.HOUR:
        parts = [(HOURS + suffix, "hour", "shift", "visitors")]
    parts += [(WHO, str(who), "''", "0")] * (not suffix)
    return [
        f"""SELECT '{part}' AS part, CAST({place} AS BIGINT) AS place, CAST({value} AS TEXT) AS value, {SUMS},
            CAST(sum({visitors}) AS BIGINT) AS visitors FROM hours GROUP BY ALL HAVING count(*) > 0"""  # noqa: S608
        for part, place, value, visitors in parts
    ]


def _parts_of_dimensions(names: Sequence[str]) -> str:
    """Returns the SELECT of the parts of dimensions."""
    parts = " ".join(
        f"WHEN '{column}' THEN {[name if name in names else '' for name in dimensions]}"
        for column, dimensions in schema.COMBINED.items()
    )
    return f"""SELECT part, CAST(0 AS BIGINT) AS place, value, {SUMS}, CAST(0 AS BIGINT) AS visitors
        FROM (SELECT unnest(CASE name {parts} END) AS part, unnest(texts[2:]) AS value, {VISITS_OF_KINDS}
            FROM counted WHERE name <> '{schema.MOMENT}')
        WHERE part <> '' AND value <> '' GROUP BY part, value"""  # noqa: S608 - names from constants


def _by_link(chosen: str) -> str:
    """Returns the SELECT of the part of links."""
    return f"""SELECT '{LINK}' AS part, CAST(0 AS BIGINT) AS place, CAST(link AS TEXT) AS value,
        visits - scans - views AS clicks, scans, views, CAST(0 AS BIGINT) AS visitors
        FROM (SELECT link, {SUMS_OF_KINDS} {chosen} GROUP BY link) AS counted"""  # noqa: S608 - names from constants


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
