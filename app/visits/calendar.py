"""The calendars of accounts: the time zone of an account's days, the first day whose visits are kept, and the open
days.

Changing an account's days needs an exclusive lock on the account; batches of visits share a lock and may run in
parallel. On SQLite a transaction locks the whole file anyway. On PostgreSQL these are advisory locks: whoever gets one
sees the batches before it, and a batch after a day was closed opens it again.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import orjson
from tortoise import Tortoise

from app.kernel import clock, db
from app.visits import localtime
from app.visits.visit import first_id

LOCKS, LOCK_BUCKETS = 0x6B6C, 64


@dataclass(frozen=True, slots=True)
class Calendar:
    """The calendar of one account. `kept_from` is the first day whose visits are all kept."""

    account: int
    zone: str
    kept_from: int

    def first_id(self, day: int) -> int:
        """Returns the smallest id of a visit on this day or later."""
        return first_id(localtime.start_of_day(day, self.zone))

    @property
    def today(self) -> int:
        """The current day in the account's time zone."""
        return localtime.day_of(localtime.to_milliseconds(clock.now()), self.zone)


def on_postgres() -> bool:
    """Whether the visits are stored in PostgreSQL."""
    return Tortoise.get_connection(db.visits_connection()).capabilities.dialect == "postgres"


async def lock_exclusive(account: int) -> None:
    """Locks an account's days exclusively for the rest of the transaction; must be its first statement. It waits for
    running batches with visits of the account and blocks new ones.
    """
    if on_postgres():
        await db.query_rows(
            "SELECT pg_advisory_xact_lock($1, $2)", [LOCKS, account % LOCK_BUCKETS], on=db.visits_connection()
        )
        await db.query_rows("SET LOCAL statement_timeout = 0", [], on=db.visits_connection())


async def lock_shared(accounts: Iterable[int]) -> None:
    """Takes a shared lock on accounts for the rest of the transaction; must be its first statement. Other batches may
    do the same, but nobody can lock one of the accounts exclusively.
    """
    if on_postgres():
        buckets = sorted({account % LOCK_BUCKETS for account in accounts})
        sql = f"SELECT pg_advisory_xact_lock_shared({LOCKS}, bucket) FROM unnest($1::int[]) AS bucket"  # noqa: S608
        await db.query_rows(sql, [buckets], on=db.visits_connection())


async def of(account: int) -> Calendar | None:
    """Returns the account's calendar, or None before its first visit."""
    rows = await db.query_rows("SELECT * FROM calendars WHERE account = $1", [account], on=db.visits_connection())
    return Calendar(**rows[0]) if rows else None


async def of_many(zones: Mapping[int, str]) -> dict[int, Calendar]:
    """Returns the calendars of accounts, and creates missing ones in their time zone of `zones`."""
    known = await _known(zones)
    if missing := zones.keys() - known.keys():
        given = orjson.dumps([[account, zones[account]] for account in missing]).decode()
        await db.query_rows(_MADE[on_postgres()], [given], on=db.visits_connection())
        known = await _known(zones)
    return known


_KNOWN = """SELECT * FROM calendars WHERE account IN (SELECT CAST(value AS BIGINT) FROM {each})"""
_EACH = ("json_each($1)", "jsonb_array_elements_text($1::jsonb)")
_ELEMENTS = ("json_each($1)", "jsonb_array_elements($1::jsonb)")
_MADE = [
    f"""INSERT INTO calendars (account, zone, kept_from)
    SELECT CAST(value ->> 0 AS BIGINT), value ->> 1, 0 FROM {each} WHERE true ON CONFLICT DO NOTHING"""  # noqa: S608
    for each in _ELEMENTS
]
_OPENED = [
    f"""INSERT INTO open_days (account, day)
    SELECT CAST(value ->> 0 AS BIGINT), CAST(value ->> 1 AS INT) FROM {each} WHERE true
    ON CONFLICT DO NOTHING"""  # noqa: S608
    for each in _ELEMENTS
]


async def _known(accounts: Collection[int]) -> dict[int, Calendar]:
    given = orjson.dumps(list(accounts)).decode()
    found = await db.query_rows(_KNOWN.format(each=_EACH[on_postgres()]), [given], on=db.visits_connection())
    return {row["account"]: Calendar(**row) for row in found}


async def open_days(days: Iterable[tuple[int, int]]) -> None:
    """Marks days as open, which means that their totals are outdated. Each day comes with its account's key."""
    given = orjson.dumps(list(days)).decode()
    await db.query_rows(_OPENED[on_postgres()], [given], on=db.visits_connection())
