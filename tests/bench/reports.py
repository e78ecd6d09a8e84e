"""`python -m tests.bench.reports [VISITS] [sqlite|postgres]`: how long questions about visits take over a filled year.

Visits are made by SQL: half of them belong to one account, a fifth to one link of it; the rest to 100 links of 4
accounts. All days that are over are closed. Prints medians in ms, and what taking in a batch of 5,000 costs before and
after. Figures of a shared machine: compare within one run only.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tortoise.backends.base.executor import EXECUTOR_CACHE

from app.kernel import clock, db
from app.visits import calendar, localtime, retention, totals
from app.visits.recording import insert_visits
from app.visits.reports.query import Filter, Interval, Period, Question, Scope
from app.visits.reports.report import build_report, daily_visits_by_link
from app.visits.reports.visit_list import visits
from tests.databases import TEMPLATES
from tests.visits import truth

BUSY, BUSIEST, ZONE = 7, 70, "Asia/Jakarta"
YEAR = 366
SERIES = {
    "sqlite": "WITH RECURSIVE series(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM series WHERE n < $1 - 1)",
    "postgres": "WITH series AS (SELECT n FROM generate_series(0, CAST($1 AS BIGINT) - 1) AS n)",
}
RANDOM = "(((n * 2654435761) % 4294967291 * {} + n) % 1000003)"
FILL = """INSERT INTO visits {series}, r AS (SELECT n, {a} AS a, {b} AS b, {c} AS c, {d} AS d FROM series)
    SELECT (($2 + CAST(n AS BIGINT) * ({length} / $1)) << 21) + n % 1000,
        CASE WHEN a % 10 < 2 THEN {busiest} WHEN a % 10 < 5 THEN {busiest} + 1 + b % 30 ELSE 1000 + b % 100 END,
        CASE WHEN a % 10 < 5 THEN {busy} ELSE 1000 + b % 4 END,
        CASE WHEN c % 5 = 0 THEN 1 ELSE 0 END, CASE WHEN d % 8 = 0 THEN 1 ELSE 0 END, b % 50000,
        CASE WHEN c % 3 = 0 THEN '' ELSE 'site-' || (c % 7) * (d % 40) || '.example' END,
        CASE WHEN d % 2 = 0 THEN '' ELSE 'source-' || c % 8 END,
        CASE WHEN d % 2 = 0 THEN '' ELSE 'medium-' || c % 4 END,
        CASE WHEN d % 2 = 0 THEN '' ELSE 'campaign-' || c % 20 END, '', '',
        CASE WHEN c % 4 < 3 THEN 'ID' ELSE chr(CAST(65 + c % 26 AS INT)) || chr(CAST(65 + d % 4 AS INT)) END,
        'city-' || (c % 25) * (d % 12),
        CASE WHEN d % 3 = 0 THEN 'desktop' ELSE 'phone' END, 'browser-' || (c % 5) * (d % 3), 'system-' || d % 6,
        CASE WHEN c % 3 < 2 THEN 'id' ELSE 'l' || d % 20 END
    FROM r"""


async def fill(size: int, dialect: str) -> None:
    """A year of visits up to now; all their days are open."""
    now = localtime.to_milliseconds(clock.now())
    given = {letter: RANDOM.format(factor) for letter, factor in zip("abcd", (3, 7, 11, 13), strict=True)}
    sql = FILL.format(series=SERIES[dialect], length=YEAR * 86_400_000, busy=BUSY, busiest=BUSIEST, **given)
    sql = sql.replace("chr(", "char(") if dialect == "sqlite" else sql
    async with db.transaction(db.visits_connection()):
        await calendar.lock_exclusive(0)
        await db.query_rows(sql, [size, now - YEAR * 86_400_000], on=db.visits_connection())
        await calendar.of_many({BUSY: ZONE} | {1000 + n: ZONE for n in range(4)})
        today = localtime.day_of(now, ZONE)
        accounts = (BUSY, *range(1000, 1004))
        await calendar.open_days((account, today - n) for account in accounts for n in range(YEAR + 1))


async def median(name: str, work: Callable[[], Awaitable[object]], times: int = 7) -> None:
    took = []
    for _ in range(times):
        began = time.perf_counter()
        await work()
        took.append((time.perf_counter() - began) * 1000)
        if took[0] > 5000:
            break
    print(f"  {name:<44}{statistics.median(took):>10.1f} ms", flush=True)


async def batch(name: str) -> None:
    """What 5,000 visits cost that come in now."""
    took = []
    for n in range(5):
        some = [one._replace(account=1000 + one.visitor % 10) for one in truth.crowd(5_000, clock.now(), 0.001, seed=n)]
        began = time.perf_counter()
        async with db.transaction(db.visits_connection()):
            await insert_visits.insert_visit_rows(some, {1000 + n: ZONE for n in range(10)})
        took.append((time.perf_counter() - began) / len(some) * 1e6)
    print(f"  {name:<44}{statistics.median(took):>10.1f} µs a visit", flush=True)


async def ask() -> None:
    midnight = datetime.fromtimestamp(clock.now().timestamp(), ZoneInfo(ZONE)).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    country = (Filter("country", ("ID",)),)
    for who, scope in (
        ("link", Scope(BUSY, (BUSIEST,))),
        ("account", Scope(BUSY)),
        ("tag of 15", Scope(BUSY, tuple(range(BUSIEST + 1, BUSIEST + 16)))),
    ):
        for span, days in (("year", 365), ("30 days", 30), ("today", 1)):
            period = Period(midnight - timedelta(days=days - 1), midnight + timedelta(days=1), ZONE, Interval.DAY)
            question = Question(scope, period)
            await median(f"{who}, {span}", lambda question=question: build_report(question))  # type: ignore[misc]
            filtered = Question(scope, period, country)
            await median(f"{who}, {span}, one country", lambda question=filtered: build_report(question), 3)  # type: ignore[misc]
    await median("sparks of 30 links", lambda: daily_visits_by_link(BUSY, range(BUSIEST, BUSIEST + 30), ZONE))
    await median("100 visits of the account", lambda: visits(Question(Scope(BUSY), period)))
    few = Question(Scope(BUSY, (BUSIEST,)), period, country)
    await median("100 visits of the link, of one country", lambda: visits(few))


async def measure(url: str, dialect: str, size: int) -> None:
    async with db.database_open(url):
        print(f"{dialect}, {size:,} visits")
        await batch("a batch into an empty table")
        began = time.perf_counter()
        await fill(size, dialect)
        await db.query_rows("ANALYZE", [], on=db.visits_connection())  # the tests' PostgreSQL does not do it by itself
        print(f"  filled in {time.perf_counter() - began:.0f} s", flush=True)
        began = time.perf_counter()
        closed = await totals.close_days()
        took = time.perf_counter() - began
        await db.query_rows("ANALYZE", [], on=db.visits_connection())
        print(f"  {closed} days closed in {took:.0f} s: {took / size * 1e6:.1f} µs a visit", flush=True)
        for table in ("day_totals", "day_values", "month_values"):
            [row] = await db.query_rows(f"SELECT count(*) AS n FROM {table}", [], on=db.visits_connection())  # noqa: S608
            print(f"  {table:<44}{row['n']:>10,} rows")
        await median("one more day of the busy account closed", _close_again, 3)
        await ask()
        await batch("a batch into the full table")
        await median("300 days kept of a small account", lambda: retention.purge_account(1000, 300), 1)


async def _close_again() -> None:
    day = localtime.day_of(localtime.to_milliseconds(clock.now()), ZONE) - 5
    await calendar.open_days([(BUSY, day)])
    await totals.close(BUSY, day)


def main() -> None:
    size = int(sys.argv[1]) if sys.argv[1:] else 1_000_000
    for dialect in sys.argv[2:] or TEMPLATES:
        with tempfile.TemporaryDirectory() as folder:
            EXECUTOR_CACHE.clear()
            template = TEMPLATES[dialect](Path(folder))
            url = asyncio.run(template.fresh(Path(folder)))
            try:
                asyncio.run(measure(url, dialect, size))
            finally:
                template.close()


if __name__ == "__main__":
    main()
