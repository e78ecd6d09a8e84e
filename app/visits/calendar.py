"""What an account's days are: in which zone, from which on their visits are kept, which of them are open.

Whoever changes an account's days is alone with it while he does so; batches of visits come in side by side, but not
meanwhile. On SQLite a transaction is alone with the whole file. On PostgreSQL locks do that: what a batch brings is
seen by whoever comes after it, and a batch that comes after a day was closed opens it again.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import orjson
from tortoise import Tortoise

from app.kernel import clock, db
from app.visits import localtime
from app.visits.visit import first_id

LOCKS, SHELVES = 0x6B6C, 64


@dataclass(frozen=True, slots=True)
class Calendar:
    """`kept_from` is the first day whose visits are all there still."""

    account: int
    zone: str
    kept_from: int

    def first_id(self, day: int) -> int:
        """The smallest id a visit of a day, or of a later one, can have."""
        return first_id(localtime.start_of(day, self.zone))

    @property
    def today(self) -> int:
        return localtime.day_of(localtime.instant(clock.now()), self.zone)


def on_postgres() -> bool:
    """Whether visits are in PostgreSQL."""
    return Tortoise.get_connection(db.visits()).capabilities.dialect == "postgres"


async def alone(account: int) -> None:
    """First in a transaction: waits for batches under way with visits of the account, keeps others waiting."""
    if on_postgres():
        await db.rows("SELECT pg_advisory_xact_lock($1, $2)", [LOCKS, account % SHELVES], on=db.visits())
        await db.rows("SET LOCAL statement_timeout = 0", [], on=db.visits())


async def together(accounts: Iterable[int]) -> None:
    """First in a transaction: others may do the same meanwhile, nobody may be alone with one of the accounts."""
    if on_postgres():
        shelves = sorted({account % SHELVES for account in accounts})
        sql = f"SELECT pg_advisory_xact_lock_shared({LOCKS}, shelf) FROM unnest($1::int[]) AS shelf"  # noqa: S608
        await db.rows(sql, [shelves], on=db.visits())


async def of(account: int) -> Calendar | None:
    """The account's calendar; None before its first visit."""
    found = await db.rows("SELECT * FROM calendars WHERE account = $1", [account], on=db.visits())
    return Calendar(**found[0]) if found else None


async def of_many(zones: Mapping[int, str]) -> dict[int, Calendar]:
    """The calendars of accounts; one that has none gets it, in its zone of `zones`."""
    known = await _known(zones)
    if missing := zones.keys() - known.keys():
        given = orjson.dumps([[account, zones[account]] for account in missing]).decode()
        await db.rows(_MADE[on_postgres()], [given], on=db.visits())
        known = await _known(zones)
    return known


_KNOWN = """SELECT * FROM calendars WHERE account IN (SELECT CAST(value AS BIGINT) FROM {each})"""
_EACH = ("json_each($1)", "jsonb_array_elements_text($1::jsonb)")
_ELEMENTS = ("json_each($1)", "jsonb_array_elements($1::jsonb)")
_MADE = [f"""INSERT INTO calendars (account, zone, kept_from)
    SELECT CAST(value ->> 0 AS BIGINT), value ->> 1, 0 FROM {each} WHERE true ON CONFLICT DO NOTHING"""  # noqa: S608
         for each in _ELEMENTS]
_OPENED = [f"""INSERT INTO open_days (account, day)
    SELECT CAST(value ->> 0 AS BIGINT), CAST(value ->> 1 AS INT) FROM {each} WHERE true
    ON CONFLICT DO NOTHING""" for each in _ELEMENTS]  # noqa: S608


async def _known(accounts: Collection[int]) -> dict[int, Calendar]:
    given = orjson.dumps(list(accounts)).decode()
    found = await db.rows(_KNOWN.format(each=_EACH[on_postgres()]), [given], on=db.visits())
    return {row["account"]: Calendar(**row) for row in found}


async def open_days(days: Iterable[tuple[int, int]]) -> None:
    """Says of days, each with its account's key, that their totals are not true."""
    given = orjson.dumps(list(days)).decode()
    await db.rows(_OPENED[on_postgres()], [given], on=db.visits())
