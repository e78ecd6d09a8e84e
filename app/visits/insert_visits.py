"""Takes visits in, many at once.

To PostgreSQL a batch goes as one text. SQLite takes lines of values in half the time in which it takes a text apart,
and both leave Python free for other work meanwhile.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain

from app.kernel import db
from app.visits import calendar, localtime, totals
from app.visits.calendar import Calendar
from app.visits.localtime import QUARTER
from app.visits.sql import Values, brought
from app.visits.visit import Visit, first_id

INTO, LINES = f"INSERT INTO visits ({', '.join(Visit._fields)})", 250
QUARTER_IDS = first_id(QUARTER)


async def insert(visits: Sequence[Visit], zones: Mapping[int, str]) -> None:
    """Inserts new visits and opens their days; `zones` has the time zone of each account among them, by key.

    Inside a transaction on `db.visits()`, before its other statements. Texts are without NUL. The rows of visits so
    late that those of their day are purged are not kept either: they are added to its totals.
    """
    if not visits:
        return
    await calendar.together(zones)
    calendars = await calendar.of_many(zones)
    days = {_day(calendars[account], quarter) for account, quarter in {_quarter(visit) for visit in visits}}
    if any(day < calendars[account].kept_from for account, day in days):
        visits, days = await _without_late(visits, calendars), {
            (account, day) for account, day in days if day >= calendars[account].kept_from}
    await _write(visits)
    await calendar.open_days(days)


async def _write(visits: Sequence[Visit]) -> None:
    if calendar.on_postgres():
        values = Values()
        await db.rows(f"{INTO} {brought(visits, values)}", values, on=db.visits())
        return
    for place in range(0, len(visits), LINES):
        some = visits[place:place + LINES]
        await db.rows(_lines(len(some)), list(chain.from_iterable(some)), on=db.visits())


@lru_cache(4)
def _lines(count: int) -> str:
    one = f"({', '.join('?' * len(Visit._fields))})"
    return f"{INTO} VALUES {', '.join([one] * count)}"


def _quarter(visit: Visit) -> tuple[int, int]:
    return visit.account, visit.id // QUARTER_IDS


def _day(of: Calendar, quarter: int) -> tuple[int, int]:
    return of.account, localtime.day_of(quarter * QUARTER, of.zone)


async def _without_late(visits: Sequence[Visit], calendars: Mapping[int, Calendar]) -> list[Visit]:
    """The visits whose rows are kept; the others are in the totals afterwards."""
    kept: list[Visit] = []
    late: dict[tuple[int, int], list[Visit]] = defaultdict(list)
    for visit in visits:
        account, day = _day(calendars[visit.account], visit.id // QUARTER_IDS)
        (kept if day >= calendars[account].kept_from else late[account, day]).append(visit)
    for (account, day), some in sorted(late.items()):
        values = Values()
        await totals.add(calendars[account], day, brought(some, values), values)
    return kept
