"""Visits are kept for the days of the account's plan, then only their totals.

A day's totals are made before its visits may go, and `calendars.kept_from` says so before the first of them goes: from
then on a late visit of that day is added to its totals (store.py), so rows can be deleted a few at a time.
"""

import asyncio
from collections.abc import Sequence

from app.accounts.models import Account
from app.kernel import db
from app.plans import quota
from app.visits import calendar, totals
from app.visits.sql import Values
from app.visits.visit import key

FEW = 5_000
GONE = -1  # the link of visits whose link is deleted for good


async def purge(account: int, keep_days: int) -> int:
    """Deletes the visits of an account before its last `keep_days` days and today; returns how many."""
    of = await calendar.of(account)
    if of is None:
        return 0
    first = of.today - keep_days
    if not await db.rows("SELECT id FROM visits WHERE account = $1 AND id < $2 LIMIT 1", [account, of.first_id(first)],
                         on=db.visits()):
        return 0
    while not await _give_up(account, first):
        await totals.close_days(account)
    of = await calendar.of(account) or of
    return await _few_at_a_time(f"""DELETE FROM visits WHERE id IN (
        SELECT id FROM visits WHERE account = $1 AND id < $2 ORDER BY id LIMIT {FEW}) RETURNING id""",  # noqa: S608
                                [account, of.first_id(of.kept_from)])


async def _give_up(account: int, first: int) -> bool:
    """Says that visits before a day need not be there any more; False when some of them are in no totals yet."""
    async with db.transaction(db.visits()):
        await calendar.alone(account)
        if await db.rows("SELECT day FROM open_days WHERE account = $1 AND day < $2 LIMIT 1", [account, first],
                         on=db.visits()):
            return False
        await db.rows("UPDATE calendars SET kept_from = $2 WHERE account = $1 AND kept_from < $2", [account, first],
                      on=db.visits())
    return True


async def purge_all() -> int:
    """Purges every account by its plan; returns how many visits went."""
    gone = 0
    for account in await Account.all().only("id", "plan_name"):
        gone += await purge(key(account.id), quota.plan_of(account).visits_kept)
    return gone


async def forget(account: int, links: Sequence[int]) -> None:
    """Forgets links that are deleted for good: their totals go, and their visits are no link's any more.

    The account's totals go on counting them, also when a day is counted again: so the visits stay until the purge.
    """
    if not links:
        return
    values = Values([account])
    where = f"+account = $1 AND {values.among('link', links)}"
    await _few_at_a_time(f"""UPDATE visits SET link = {GONE} WHERE id IN (
        SELECT id FROM visits WHERE {where} LIMIT {FEW}) RETURNING id""", values)  # noqa: S608
    async with db.transaction(db.visits()):
        await calendar.alone(account)
        for table in ("day_totals", "day_values", "month_values"):
            await db.rows(f"DELETE FROM {table} WHERE {where.removeprefix('+')}", values, on=db.visits())  # noqa: S608


async def _few_at_a_time(statement: str, values: list[object]) -> int:
    """Runs a statement of its own until it finds nothing; others have their turn between. Returns how many rows."""
    done = 0
    while some := len(await db.rows(statement, values, on=db.visits())):
        done += some
        await asyncio.sleep(0)
    return done
