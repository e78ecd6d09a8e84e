"""Totals of past days, counted once from the visits, and again when a visit arrives late.

A day is closed in one transaction with an exclusive lock on its account (calendar.py). Months are updated by the
difference: the day's old values are subtracted from its month and the new ones added. Late visits of a day whose rows
were purged are added to its totals; a visitor who came twice that day then counts as two.
"""

import asyncio

from app.kernel import db
from app.visits import calendar, localtime
from app.visits.calendar import Calendar
from app.visits.sql import HOUR, HOUR_OF_WEEK, KINDS, LINK, SUMS, VISITORS, Values
from app.visits.visit import DIMENSIONS, Who

MOST, REST = 1_000, "…"
OF_DAY = "SELECT link FROM day_totals WHERE account = $1 AND day = $2"
LINKS = f"IN ({OF_DAY})", f"= ANY(ARRAY({OF_DAY}))"  # PostgreSQL, unsure how many there are, would read every link's
OF_LINKS = f"""account = $1 AND link {{links}} AND who IN ({", ".join(str(int(who)) for who in Who)})
    AND dimension IN ({", ".join(f"'{name}'" for name in (*DIMENSIONS, LINK, HOUR))})"""
ADDED = "clicks = {0}.clicks + excluded.clicks, scans = {0}.scans + excluded.scans, views = {0}.views + excluded.views"
TOTALS = f"""INSERT INTO day_totals (account, link, who, day, clicks, scans, views, visitors)
    WITH seen AS ({{source}})
    SELECT CAST({{account}} AS BIGINT), link, who, CAST({{day}} AS INT), {KINDS}, {VISITORS}
    FROM seen GROUP BY link, who
    UNION ALL
    SELECT CAST({{account}} AS BIGINT), 0, who, CAST({{day}} AS INT), {KINDS}, {VISITORS}
    FROM seen GROUP BY who
    ON CONFLICT (account, link, who, day) DO UPDATE SET {ADDED.format("day_totals")},
        visitors = day_totals.visitors + excluded.visitors"""  # noqa: S608 - all of it are names
COUNTED = " UNION ALL ".join(
    f"SELECT link, who, '{name}' AS dimension, {value} AS value, {KINDS} FROM seen WHERE {value} <> '' "  # noqa: S608
    f"GROUP BY link, who, {value}"
    for name, value in [*((name, name) for name in DIMENSIONS), (HOUR, f"CAST({HOUR_OF_WEEK} AS TEXT)")]
)
VALUES = f"""INSERT INTO {{table}} (account, link, who, dimension, {{span}}, value, clicks, scans, views)
    WITH seen AS MATERIALIZED ({{source}}), counted AS MATERIALIZED ({COUNTED}),
    every AS (SELECT * FROM counted
        UNION ALL SELECT 0, who, dimension, value, {SUMS} FROM counted GROUP BY who, dimension, value
        UNION ALL SELECT 0, who, '{LINK}', CAST(link AS TEXT), {KINDS} FROM seen GROUP BY link, who),
    placed AS (SELECT link, who, dimension, clicks, scans, views, CASE WHEN row_number() OVER (
        PARTITION BY link, who, dimension ORDER BY clicks + scans + views DESC, value) <= {MOST}
        THEN value ELSE '{REST}' END AS value FROM every)
    SELECT CAST({{account}} AS BIGINT), link, who, dimension, CAST({{day}} AS INT), value, {SUMS} FROM placed
    GROUP BY link, who, dimension, value
    ON CONFLICT (account, link, who, dimension, {{span}}, value) DO UPDATE SET {ADDED.format("{table}")}"""  # noqa: S608
MONTHS = f"""INSERT INTO month_values (account, link, who, dimension, month, value, clicks, scans, views)
    SELECT account, link, who, dimension, CAST($3 AS INT), value, clicks * $4, scans * $4, views * $4
    FROM day_values WHERE {OF_LINKS} AND day = $2
    ON CONFLICT (account, link, who, dimension, month, value) DO UPDATE SET {ADDED.format("month_values")}"""  # noqa: S608


async def close(account: int, day: int) -> bool:
    """Counts an open day of an account; returns False when another process did it first. A visit that arrives meanwhile
    opens it again.
    """
    async with db.transaction(db.visits_connection()):
        await calendar.lock_exclusive(account)
        shut = await db.query_rows(
            "DELETE FROM open_days WHERE account = $1 AND day = $2 RETURNING day",
            [account, day],
            on=db.visits_connection(),
        )
        of = await calendar.of(account)
        if not shut or of is None or day < of.kept_from:
            return False
        await _take_out(account, day)
        values = Values()
        source = _source(of, day, kept(of, of.first_id(day), of.first_id(day + 1), values), values)
        await _count(TOTALS, source, values, account, day)
        await _count(VALUES, source, values, account, day, table="day_values", span="day")
        await _shift(account, day, 1)
    return True


def kept(of: Calendar, first: int, last: int, values: Values) -> str:
    """Returns a SELECT of an account's visits with ids from `first` up to `last`."""
    ids = values.within("id", [(first, last)])
    return f"SELECT * FROM visits WHERE account = {values.put(of.account)} AND {ids}"  # noqa: S608 - placeholders


async def add(of: Calendar, day: int, rows: str, values: Values) -> None:
    """Adds visits of a purged day to its totals; inside the transaction that brings the visits."""
    source = _source(of, day, rows, values)
    await _count(TOTALS, source, values, of.account, day)
    await _count(VALUES, source, values, of.account, day, table="day_values", span="day")
    month = localtime.first_of_month(day)  # several may do this at once: it only adds
    await _count(VALUES, source, values, of.account, month, table="month_values", span="month")


async def close_days(account: int | None = None) -> int:
    """Closes past open days, of one account or of all, oldest first; returns the number of days."""
    which, values = ("WHERE o.account = $1", [account]) if account is not None else ("", [])
    sql = f"SELECT o.day, c.* FROM open_days o JOIN calendars c ON c.account = o.account {which} ORDER BY o.day"  # noqa: S608
    closed = 0
    for row in await db.query_rows(sql, values, on=db.visits_connection()):
        day = row.pop("day")
        if day < Calendar(**row).today:
            closed += await close(row["account"], day)
            await asyncio.sleep(0)
    return closed


async def _take_out(account: int, day: int) -> None:
    """As if the day had never been counted."""
    if not await db.query_rows(
        "SELECT day FROM day_totals WHERE account = $1 AND day = $2 LIMIT 1", [account, day], on=db.visits_connection()
    ):
        return
    await _shift(account, day, -1)
    of_links = OF_LINKS.format(links=LINKS[calendar.on_postgres()])
    await db.query_rows(
        f"DELETE FROM day_values WHERE {of_links} AND day = $2",  # noqa: S608
        [account, day],
        on=db.visits_connection(),
    )
    nothing = "month = $3 AND clicks = 0 AND scans = 0 AND views = 0"
    await db.query_rows(
        f"DELETE FROM month_values WHERE {of_links} AND {nothing}",  # noqa: S608
        [account, day, localtime.first_of_month(day)],
        on=db.visits_connection(),
    )
    await db.query_rows(
        "DELETE FROM day_totals WHERE account = $1 AND day = $2", [account, day], on=db.visits_connection()
    )


async def _shift(account: int, day: int, sign: int) -> None:
    """Puts what a day counts into its month, or with -1 takes it out."""
    sql = MONTHS.format(links=LINKS[calendar.on_postgres()])
    await db.query_rows(sql, [account, day, localtime.first_of_month(day), sign], on=db.visits_connection())


def _source(of: Calendar, day: int, rows: str, values: Values) -> str:
    """Rows, columns of `visits`, with the clock of the account when they were."""
    start, end = (localtime.start_of_day(each, of.zone) for each in (day, day + 1))
    return f"SELECT rows.*, {values.local(localtime.spans_of_equal_offset(start, end, of.zone))} FROM ({rows}) AS rows"  # noqa: S608


async def _count(statement: str, source: str, values: Values, account: int, day: int, **names: str) -> None:
    more = Values(values)
    sql = statement.format(source=source, account=more.put(account), day=more.put(day), **names)
    await db.query_rows(sql, more, on=db.visits_connection())
