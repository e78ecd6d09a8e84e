"""Inserts visits in bulk.

PostgreSQL receives a batch as one JSON text. SQLite inserts rows of values in half the time that it needs for JSON;
both leave the event loop free meanwhile.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain

from app.kernel import db
from app.visits import calendar, localtime, totals
from app.visits.calendar import Calendar
from app.visits.localtime import QUARTER
from app.visits.sql import Values, select_from_json
from app.visits.visit import Visit, first_id

INSERT_INTO, ROWS_PER_STATEMENT = f"INSERT INTO visits ({', '.join(Visit._fields)})", 250
QUARTER_IDS = first_id(QUARTER)


async def insert_visit_rows(visits: Sequence[Visit], zones: Mapping[int, str]) -> None:
    """Inserts new visits and marks their days as open; `zones` maps account keys to time zones.

    It runs inside a transaction on `db.visits_connection()`, before its other statements. Texts contain no NUL. Visits
    of a day whose rows were purged are not inserted: they are added to the totals of that day.
    """
    if not visits:
        return
    await calendar.lock_shared(zones)
    calendars = await calendar.of_many(zones)
    days = {_day(calendars[account], quarter) for account, quarter in {_quarter(visit) for visit in visits}}
    if any(day < calendars[account].kept_from for account, day in days):
        visits, days = (
            await _add_late_to_totals(visits, calendars),
            {(account, day) for account, day in days if day >= calendars[account].kept_from},
        )
    await _insert_rows(visits)
    await calendar.open_days(days)


async def _insert_rows(visits: Sequence[Visit]) -> None:
    if calendar.on_postgres():
        values = Values()
        await db.query_rows(f"{INSERT_INTO} {select_from_json(visits, values)}", values, on=db.visits_connection())
        return
    for start in range(0, len(visits), ROWS_PER_STATEMENT):
        chunk = visits[start : start + ROWS_PER_STATEMENT]
        await db.query_rows(_insert_sql(len(chunk)), list(chain.from_iterable(chunk)), on=db.visits_connection())


@lru_cache(4)
def _insert_sql(count: int) -> str:
    row = f"({', '.join('?' * len(Visit._fields))})"
    return f"{INSERT_INTO} VALUES {', '.join([row] * count)}"


def _quarter(visit: Visit) -> tuple[int, int]:
    return visit.account, visit.id // QUARTER_IDS


def _day(account_calendar: Calendar, quarter: int) -> tuple[int, int]:
    return account_calendar.account, localtime.day_of(quarter * QUARTER, account_calendar.zone)


async def _add_late_to_totals(visits: Sequence[Visit], calendars: Mapping[int, Calendar]) -> list[Visit]:
    """Adds visits of purged days to the totals of their days; returns the others."""
    kept: list[Visit] = []
    late: dict[tuple[int, int], list[Visit]] = defaultdict(list)
    for visit in visits:
        account, day = _day(calendars[visit.account], visit.id // QUARTER_IDS)
        (kept if day >= calendars[account].kept_from else late[account, day]).append(visit)
    for (account, day), late_visits in sorted(late.items()):
        values = Values()
        await totals.add(calendars[account], day, select_from_json(late_visits, values), values)
    return kept
