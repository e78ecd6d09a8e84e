"""The parts of sealed visits: SELECTs for DuckDB, with the columns that part_statements.py names.

Most of a report comes from the combined columns of the files (sealed/schema.py): one scan counts their different texts,
which are taken apart after that, and the visits of each link. Days and the heat map are sums of hours, which DuckDB
adds up where no series by hour is wanted.
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

# Parts of reports that show the links with the most visits only: these links, by key in `place`, and the number of all
RANKED, LINKS = "ranked", "links"
ORDER_OF_LINKS = "clicks + scans DESC, views DESC, place"
VISITS_BY_LINK = f"""SELECT link, {SUMS} FROM (SELECT link,
    {", ".join(f"visits * CAST(kind = {value} AS BIGINT) AS {kind}s" for kind, value in KIND_NAMES.items())}
    FROM counted WHERE name = '{LINK}') GROUP BY link"""  # noqa: S608 - names from constants
COUNTS_OF_LINK = "clicks, scans, views, CAST(0 AS BIGINT) AS visitors"
RANKED_LINKS = f"SELECT '{RANKED}' AS part, link AS place, '' AS value, {COUNTS_OF_LINK} FROM by_link"  # noqa: S608


def of_files(
    selection: Selection, names: Sequence[str], source: str, first: str, values: Values, most_links: int
) -> list[str]:
    """Returns the SELECTs of the parts of sealed visits: hours, LINK and dimensions in `names`, and who came.

    `source` has the visits of the span, `first` is the column that marks the first visit of a unique visitor; with ""
    the parts have no visitors, and `Selection.visitors_select` counts them. With `most_links` RANKED and LINKS come
    instead of LINK.
    """
    condition, who = selection.condition_without_ids(values), int(selection.question.who)
    chosen = f"FROM {source} WHERE {condition} AND who = {who}"
    if selection.span.suffix:
        return [_counted_parts(selection, (), chosen, first, values, 0)]
    others = kind_part(WHO, "who", "''", f"FROM {source} WHERE {condition} AND who <> {who} GROUP BY who")
    return [_counted_parts(selection, names, chosen, first, values, most_links), others]


def _counted_parts(
    selection: Selection, names: Sequence[str], chosen: str, first: str, values: Values, most_links: int
) -> str:
    """Returns the SELECT of all parts about the kind of visitor that is asked for."""
    shift, dimensions = selection.span.shift_of_hours(), [name for name in names if name in DIMENSIONS]
    columns = [schema.MOMENT] * (shift is not None)
    columns += [column for column, combined in schema.COMBINED.items() if {*combined} & {*dimensions}]
    by_link = LINK in names
    tables = [f"counted AS MATERIALIZED ({_count(columns, chosen, by_link=by_link)})"] * bool(columns or by_link)
    hours = _hours_of_ids(selection, chosen, first, values) if shift is None else _hours_of_texts(shift, first)
    tables.append(f"hours AS MATERIALIZED ({hours})")
    tables += [f"by_link AS MATERIALIZED ({VISITS_BY_LINK})"] * by_link
    selects = _parts_of_time(selection)
    selects += [_parts_of_dimensions(dimensions)] * bool(dimensions)
    selects += _parts_of_links(most_links) * by_link
    return f"SELECT * FROM (WITH {', '.join(tables)} {' UNION ALL '.join(selects)})"  # noqa: S608 - names and placeholders


def _count(columns: Sequence[str], chosen: str, *, by_link: bool) -> str:
    """Returns the SELECT of the different texts of combined columns, each as a list, with the name of its column; with
    `by_link` also of links and kinds, with the name LINK.
    """
    groups = {column: column for column in columns} | ({LINK: "link, kind"} if by_link else {})
    every = (1 << len(groups)) - 1
    names = " ".join(  # the bit of each one that is not grouped by is set
        f"WHEN {every - (1 << len(groups) - 1 - place)} THEN '{name}'" for place, name in enumerate(groups)
    )
    text = f"coalesce({', '.join(columns)}, '')" if columns else "''"
    return f"""SELECT CASE grouping_id({", ".join(groups)}) {names} END AS name,
        string_split({text}, {text_literal(schema.SEPARATOR)}) AS texts, count(*) AS visits{", link, kind" * by_link}
        {chosen} GROUP BY GROUPING SETS ({", ".join(f"({by})" for by in groups.values())})"""


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
            FROM counted WHERE name NOT IN ('{schema.MOMENT}', '{LINK}'))
        WHERE part <> '' AND value <> '' GROUP BY part, value"""  # noqa: S608 - names from constants


def _parts_of_links(most: int) -> list[str]:
    """Returns the SELECTs of LINK, or with `most` of RANKED, the links with most clicks and scans, and of LINKS, which
    says how many there are.
    """
    if not most:
        link = "CAST(0 AS BIGINT) AS place, CAST(link AS TEXT) AS value"
        return [f"SELECT '{LINK}' AS part, {link}, {COUNTS_OF_LINK} FROM by_link"]  # noqa: S608 - names from constants
    return [
        f"SELECT * FROM ({RANKED_LINKS} ORDER BY {ORDER_OF_LINKS} LIMIT {most})",  # noqa: S608 - the same
        f"""SELECT '{LINKS}' AS part, CAST(0 AS BIGINT) AS place, '' AS value,
        count(*) FILTER (WHERE clicks + scans > 0) AS clicks, CAST(0 AS BIGINT) AS scans, count(*) AS views,
        CAST(0 AS BIGINT) AS visitors FROM by_link""",  # noqa: S608 - the same
    ]


def every_link(selection: Selection, source: str, values: Values) -> str:
    """Returns the statement of RANKED with all links of the sealed visits in `source`, in order."""
    who = int(selection.question.who)
    chosen = f"FROM {source} WHERE {selection.condition_without_ids(values)} AND who = {who}"
    tables = f"counted AS MATERIALIZED ({_count((), chosen, by_link=True)}), by_link AS MATERIALIZED ({VISITS_BY_LINK})"
    return f"WITH {tables} {RANKED_LINKS} ORDER BY {ORDER_OF_LINKS}"
