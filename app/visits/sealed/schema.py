"""What is in the files of sealed visits, and the statements that write them.

A job writes with several statements on one connection and keeps in temporary tables what it has in between: DuckDB
moves those to its temporary folder, while one statement that does everything at once would need too much memory for a
million visits.

A file of visits has the columns of `visits` and two marks: `first_of_account` and `first_of_link` are true for the
first click or scan of a visitor on a UTC day, in the account and on the link. So unique visitors are a sum. The rows
are sorted by account, kind of visitor, link and time, in groups so small that the rows of one account, and its people
without its bots, are read without the others'.

Since layout 2 it has the columns of COMBINED, too: dimensions of which a visit usually has the same values together,
such as the device and the browser, in one text after the kind of visit. MOMENT has the kind, the marks (2 for both, 1
for that of the link, 0 for none) and the hour since 1970, UTC. A report counts the different texts of these seven
columns and takes them apart after that, instead of counting sixteen columns by kind.

A file of summaries holds what is left of visits after their retention: clicks, scans and views of each link by local
day, kind of visitor and value of each dimension. `dimension` is "" for the total of a day, which has the `visitors`
too; "hour" is the hour of the week, 0 for the first hour of Monday; "link" exists for the whole account only, whose
rows have `link` 0. The unknown value "" is not written: it is the rest of the total.
"""

from collections.abc import Iterable, Mapping, Sequence

from app.visits.sealed.engine import text_literal
from app.visits.sql import COLUMNS, DAY_IDS
from app.visits.visit import DIMENSIONS

ROW_GROUP = 50_000  # of larger ones a report of one link reads more rows of others
LAYOUT = 2  # of the files that are written now; 1 is without COMBINED and MOMENT
MOMENT = "moment"
SEPARATOR = "\x1f"  # between the values of a combined column; no value has a control character
COMBINED = {
    "client": ("device", "browser", "system", "language"),
    "region": ("country", "city"),
    "origin": ("referrer",),
    "campaign": ("utm_source", "utm_medium", "utm_campaign"),
    "advertisement": ("utm_term", "utm_content"),
    "mark": ("placement", "rule", "variant"),
}
ADDED = ("rule", "variant")  # columns that older files do not have
DELETED_LINK = -1  # the link of visits whose link was deleted for good
TYPES = {
    "id": "BIGINT",
    "link": "BIGINT",
    "account": "BIGINT",
    "kind": "TINYINT",
    "who": "TINYINT",
    "visitor": "BIGINT",
    **dict.fromkeys(DIMENSIONS, "VARCHAR"),
}
SUMMARY_TYPES = {
    "account": "BIGINT",
    "link": "BIGINT",
    "who": "TINYINT",
    "day": "BIGINT",
    "dimension": "VARCHAR",
    "value": "VARCHAR",
    "clicks": "BIGINT",
    "scans": "BIGINT",
    "views": "BIGINT",
    "visitors": "BIGINT",
}
SUMMARY_COLUMNS = ", ".join(SUMMARY_TYPES)
MARKED, SUMMARIZED = "marked", "summarized"  # the temporary tables
COUNTS = """CAST(count(*) FILTER (WHERE kind = 0) AS BIGINT) AS clicks,
    CAST(count(*) FILTER (WHERE kind = 1) AS BIGINT) AS scans,
    CAST(count(*) FILTER (WHERE kind = 2) AS BIGINT) AS views"""
SUMS = ", ".join(f"CAST(sum({name}) AS BIGINT) AS {name}" for name in ("clicks", "scans", "views", "visitors"))


def read_files(locations: Sequence[str]) -> str:
    """Returns the table function that reads Parquet files. A `=` in a folder's name means nothing."""
    return f"read_parquet([{', '.join(map(text_literal, locations))}], hive_partitioning = false)"


def read_visits(locations: Sequence[str]) -> str:
    """Returns the table that reads files of visits. Those that were written before a column of ADDED existed lack it;
    it is empty then.
    """
    columns = ", ".join(f"'' AS {name}" for name in ADDED)
    filled = ", ".join(f"coalesce({name}, '') AS {name}" for name in ADDED)
    files = read_files(locations).removesuffix(")") + ", union_by_name = true)"
    return (
        f"(SELECT * REPLACE ({filled}) FROM "  # noqa: S608 - locations of the store
        f"(SELECT {columns} WHERE false UNION ALL BY NAME SELECT * FROM {files}))"
    )


def read_csv(location: str, types: Mapping[str, str], texts: Sequence[str]) -> str:
    """Returns the table function that reads lines which the database formatted, of visits or of old totals.

    `types` are the columns with their types in order, `texts` those of which an empty value is a text.
    """
    columns = ", ".join(f"{text_literal(name)}: {text_literal(kind)}" for name, kind in types.items())
    return (
        f"read_csv({text_literal(location)}, header = false, auto_detect = false, delim = ',', quote = '\"', "
        f"escape = '\"', parallel = false, allow_quoted_nulls = false, columns = {{{columns}}}, "
        f"force_not_null = [{', '.join(map(text_literal, texts))}])"
    )


def rows_of(files: Sequence[str], csv: str = "") -> str:
    """Returns a SELECT of visits without their marks, from files and from staged open rows."""
    selects = [f"SELECT {COLUMNS} FROM {read_visits(files)}"] * bool(files)  # noqa: S608 - locations of the store
    selects += [f"SELECT {COLUMNS} FROM {read_csv(csv, TYPES, DIMENSIONS)}"] * bool(csv)  # noqa: S608 - the same
    return " UNION ALL ".join(selects)


def mark_visits(rows: str) -> str:
    """Returns the statement that puts visits with their marks into the temporary table MARKED."""
    return f"CREATE TEMP TABLE {MARKED} AS {with_first_visit_marks(rows)}"


def with_first_visit_marks(rows: str) -> str:
    """Returns a SELECT of visits with their marks. A view, and a visitor of whom nothing is kept, are never first."""
    day = f"who, visitor, id / {DAY_IDS}, counted"
    return f"""SELECT {COLUMNS},
        counted AND row_number() OVER (PARTITION BY account, {day} ORDER BY id) = 1 AS first_of_account,
        counted AND row_number() OVER (PARTITION BY account, link, {day} ORDER BY id) = 1 AS first_of_link
        FROM (SELECT *, kind <> 2 AND visitor <> 0 AS counted FROM ({rows}))"""  # noqa: S608 - statements of this package


def write_visits(rows: str, location: str) -> str:
    """Returns the statement that writes a file of visits; `rows` have their marks."""
    return _copy(with_combined_columns(f"{rows} ORDER BY account, who, link, id"), location)


def with_combined_columns(rows: str, *, marked: bool = True) -> str:
    """Returns a SELECT of visits with the columns of COMBINED and MOMENT; `marked` is whether they have their marks."""
    separator = text_literal(SEPARATOR)
    marks = "CAST(first_of_account AS TINYINT) + CAST(first_of_link AS TINYINT)" if marked else "0"
    columns = [f"concat_ws({separator}, kind, {', '.join(names)}) AS {column}" for column, names in COMBINED.items()]
    columns.append(f"concat_ws({separator}, kind, {marks}, (id >> 21) // 3600000) AS {MOMENT}")
    return f"SELECT *, {', '.join(columns)} FROM ({rows})"  # noqa: S608 - statements of this package


def collect_summary(selects: Iterable[str]) -> list[str]:
    """Returns the statements that put summary rows into the temporary table SUMMARIZED, which `write_summary` reads."""
    create = f"CREATE TEMP TABLE {SUMMARIZED} ({', '.join(f'{name} {kind}' for name, kind in SUMMARY_TYPES.items())})"
    return [create, *(f"INSERT INTO {SUMMARIZED} BY NAME {select}" for select in selects)]


def write_summary(rows: str, location: str) -> str:
    """Returns the statement that writes a file of summaries. Rows of the same day and value are added up."""
    return _copy(
        f"SELECT {SUMMARY_COLUMNS.split(', clicks')[0]}, {SUMS} FROM ({rows}) "  # noqa: S608 - statements of this package
        "GROUP BY account, link, who, day, dimension, value ORDER BY account, link, dimension, day, value",
        location,
    )


def _copy(select: str, location: str) -> str:
    return (
        f"COPY ({select}) TO {text_literal(location)} "
        f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROW_GROUP}, PARQUET_VERSION v2, USE_TMP_FILE false)"
    )


def summarize(placed: str) -> list[str]:
    """Returns SELECTs of summary rows from marked visits with the columns `day` and `hour_of_week` (local): for each
    dimension, the hour of the week and the link, and for the totals of accounts and of links.
    """
    dimensions = [*((name, name) for name in DIMENSIONS), ("hour", "CAST(hour_of_week AS VARCHAR)")]
    selects = [
        f"""SELECT account, coalesce(link, 0) AS link, who, day, '{name}' AS dimension, {value} AS value, {COUNTS},
        0 AS visitors FROM ({placed}) WHERE {value} <> ''
        GROUP BY GROUPING SETS ((account, who, day, {value}), (account, link, who, day, {value}))"""  # noqa: S608
        for name, value in dimensions
    ]
    selects += [
        f"""SELECT account, {link} AS link, who, day, '' AS dimension, '' AS value, {COUNTS},
        CAST(count(*) FILTER (WHERE {first}) AS BIGINT) AS visitors FROM ({placed}) GROUP BY account, {by}who, day"""  # noqa: S608
        for link, first, by in (("0", "first_of_account", ""), ("link", "first_of_link", "link, "))
    ]
    selects.append(
        f"""SELECT account, 0 AS link, who, day, 'link' AS dimension, CAST(link AS VARCHAR) AS value, {COUNTS},
        0 AS visitors FROM ({placed}) GROUP BY account, link, who, day"""  # noqa: S608
    )
    return [f"SELECT * FROM ({select}) WHERE link <> {DELETED_LINK}" for select in selects]  # noqa: S608


def table(rows: Iterable[Sequence[int | str]], names: Sequence[str], types: Sequence[str]) -> str:
    """Returns a SELECT of constant rows, also of none. Names and types are constants of the code."""
    columns = ", ".join(
        f"CAST(c{place} AS {kind}) AS {name}" for place, (name, kind) in enumerate(zip(names, types, strict=True))
    )
    values = ", ".join(f"({', '.join(_literal(value) for value in row)})" for row in rows)
    source = f"(VALUES {values})" if values else f"(SELECT {', '.join(['NULL'] * len(names))} WHERE false)"
    return f"SELECT {columns} FROM {source} AS constants({', '.join(f'c{place}' for place in range(len(names)))})"  # noqa: S608


def _literal(value: int | str) -> str:
    return text_literal(value) if isinstance(value, str) else str(value)
