"""Counts totals again, either to verify them or because the days of an account changed."""

from app.kernel import clock, db
from app.visits import calendar, localtime, totals
from app.visits.calendar import Calendar
from app.visits.sql import Values
from app.visits.visit import Who, milliseconds

WITHOUT_TOTALS = (
    "DELETE FROM day_totals WHERE account = $1 AND day >= $2",
    "DELETE FROM day_values WHERE account = $1 AND day >= $2",
)
MONTH_OF_REST = """INSERT INTO month_values (account, link, who, dimension, month, value, clicks, scans, views)
    SELECT account, link, who, dimension, CAST($3 AS INT), value, CAST(sum(clicks) AS BIGINT),
        CAST(sum(scans) AS BIGINT), CAST(sum(views) AS BIGINT)
    FROM day_values WHERE account = $1 AND day >= $3 AND day < $2 GROUP BY account, link, who, dimension, value"""

LATELY = f"""SELECT c.account, c.zone, c.kept_from, t.day,
        CAST(sum(t.clicks + t.scans + t.views) AS BIGINT) AS visits
    FROM calendars c JOIN day_totals t ON t.account = c.account AND t.link = 0
        AND t.who IN ({", ".join(str(int(who)) for who in Who)}) AND t.day >= $1 AND t.day >= c.kept_from
    WHERE NOT EXISTS (SELECT 1 FROM open_days o WHERE o.account = c.account AND o.day = t.day)
    GROUP BY c.account, c.zone, c.kept_from, t.day ORDER BY t.day DESC, c.account LIMIT $2"""  # noqa: S608


async def recount(account: int | None = None) -> int:
    """Counts again every day whose visits are all kept, of one account or of all; returns the number of days."""
    accounts = (
        [account]
        if account is not None
        else [
            row["account"]
            for row in await db.query_rows("SELECT account FROM calendars", [], on=db.visits_connection())
        ]
    )
    for each in accounts:
        async with db.transaction(db.visits_connection()):
            await calendar.lock_exclusive(each)
            if of := await calendar.of(each):
                await _open(of)
    return await totals.close_days(account)


async def wrong_days(days: int = 7, most: int = 200) -> int:
    """Returns how many recently counted days have totals that differ from their visits. It should be 0."""
    since = localtime.day_of(localtime.to_milliseconds(clock.now()), "UTC") - days
    wrong = 0
    for row in await db.query_rows(LATELY, [since, most], on=db.visits_connection()):
        day, told = row.pop("day"), row.pop("visits")
        of = Calendar(**row)
        [there] = await db.query_rows(
            "SELECT count(*) AS visits FROM visits WHERE account = $1 AND id >= $2 AND id < $3",
            [of.account, of.first_id(day), of.first_id(day + 1)],
            on=db.visits_connection(),
        )
        wrong += told != there["visits"]
    return wrong


async def rezone(account: int, zone: str) -> None:
    """Changes the time zone of an account's days.

    Totals of days whose visits are kept are deleted and these days opened: until they are closed again, reports count
    them from the visits. Older totals stay as they are. The hours by which the first kept days of the two zones differ
    are added to the day before.
    """
    async with db.transaction(db.visits_connection()):
        await calendar.lock_exclusive(account)
        before = (await calendar.of_many({account: zone}))[account]
        if before.zone == zone:
            return
        after = Calendar(account, zone, _kept_from(before, zone))
        await _forget(before)
        await db.query_rows(
            "UPDATE calendars SET zone = $2, kept_from = $3 WHERE account = $1",
            [account, zone, after.kept_from],
            on=db.visits_connection(),
        )
        if before.kept_from:
            values, day = Values(), after.kept_from
            rest = totals.kept(after, before.first_id(before.kept_from), after.first_id(day), values)
            await totals.add(after, day - 1, rest, values)
        await _open(after)


def _kept_from(before: Calendar, zone: str) -> int:
    """The first day of the new zone that begins when, or after, the first kept day of the old one did."""
    if not before.kept_from:
        return 0
    start = localtime.start_of_day(before.kept_from, before.zone)
    day = localtime.day_of(start, zone)
    return day if localtime.start_of_day(day, zone) == start else day + 1


async def _forget(of: Calendar) -> None:
    """Takes the totals of days away whose visits are kept."""
    for statement in WITHOUT_TOTALS:
        await db.query_rows(statement, [of.account, of.kept_from], on=db.visits_connection())
    month = localtime.first_of_month(of.kept_from) if of.kept_from else 0
    await db.query_rows(
        "DELETE FROM month_values WHERE account = $1 AND month >= $2", [of.account, month], on=db.visits_connection()
    )
    if month:
        await db.query_rows(MONTH_OF_REST, [of.account, of.kept_from, month], on=db.visits_connection())


async def _open(of: Calendar) -> None:
    """Opens every day from the first to the last visit that is kept, and no other."""
    await db.query_rows("DELETE FROM open_days WHERE account = $1", [of.account], on=db.visits_connection())
    first = of.first_id(of.kept_from) if of.kept_from else 0
    [ends] = await db.query_rows(
        "SELECT min(id) AS first, max(id) AS last FROM visits WHERE account = $1 AND id >= $2",
        [of.account, first],
        on=db.visits_connection(),
    )
    if ends["first"] is not None:
        days = [localtime.day_of(milliseconds(ends[end]), of.zone) for end in ("first", "last")]
        await calendar.open_days((of.account, day) for day in range(days[0], days[1] + 1))
