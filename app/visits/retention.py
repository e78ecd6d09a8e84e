"""Purges visits after the number of days in the account's plan; their totals stay.

A day's totals are counted before its visits are deleted. `calendars.kept_from` is set before the first deletion: from
then on late visits of that day are added to its totals (insert_visits.py), so that rows can be deleted in batches.
"""

import asyncio
from collections.abc import Sequence

from app.accounts.models import Account
from app.kernel import db
from app.plans import quota
from app.visits import calendar, totals
from app.visits.sql import Values
from app.visits.visit import visit_key

BATCH = 5_000
DELETED_LINK = -1  # in the column `link` of visits to permanently deleted links


async def purge_account(account: int, keep_days: int) -> int:
    """Deletes the visits of an account older than `keep_days` days and returns how many. Today and the last `keep_days`
    days are kept.
    """
    account_calendar = await calendar.of(account)
    if account_calendar is None:
        return 0
    first_kept = account_calendar.today - keep_days
    values: list[object] = [account, account_calendar.first_id(first_kept)]
    if not await db.query_rows(
        "SELECT id FROM visits WHERE account = $1 AND id < $2 LIMIT 1", values, on=db.visits_connection()
    ):
        return 0
    while not await _move_kept_from(account, first_kept):
        await totals.close_days(account)
    account_calendar = await calendar.of(account) or account_calendar
    return await _run_in_batches(
        f"""DELETE FROM visits WHERE id IN (
        SELECT id FROM visits WHERE account = $1 AND id < $2 ORDER BY id LIMIT {BATCH}) RETURNING id""",  # noqa: S608
        [account, account_calendar.first_id(account_calendar.kept_from)],
    )


async def _move_kept_from(account: int, day: int) -> bool:
    """Moves `kept_from` to a day, which permits deleting earlier visits. Returns False when some of them are in no
    totals yet.
    """
    async with db.transaction(db.visits_connection()):
        await calendar.lock_exclusive(account)
        if await db.query_rows(
            "SELECT day FROM open_days WHERE account = $1 AND day < $2 LIMIT 1",
            [account, day],
            on=db.visits_connection(),
        ):
            return False
        await db.query_rows(
            "UPDATE calendars SET kept_from = $2 WHERE account = $1 AND kept_from < $2",
            [account, day],
            on=db.visits_connection(),
        )
    return True


async def purge_all() -> int:
    """Purges every account by its plan; returns the number of deleted visits."""
    deleted = 0
    for account in await Account.all().only("id", "plan_name"):
        deleted += await purge_account(visit_key(account.id), quota.plan_of(account).visits_kept)
    return deleted


async def detach_links(account: int, links: Sequence[int]) -> None:
    """Removes permanently deleted links from the visits of an account: deletes their totals and detaches their visits.

    The visits stay until the purge, because the account's totals include them, also when a day is counted again.
    """
    if not links:
        return
    values = Values([account])
    where = f"+account = $1 AND {values.among('link', links)}"
    await _run_in_batches(
        f"""UPDATE visits SET link = {DELETED_LINK} WHERE id IN (
        SELECT id FROM visits WHERE {where} LIMIT {BATCH}) RETURNING id""",  # noqa: S608
        values,
    )
    async with db.transaction(db.visits_connection()):
        await calendar.lock_exclusive(account)
        for table in ("day_totals", "day_values", "month_values"):
            await db.query_rows(
                f"DELETE FROM {table} WHERE {where.removeprefix('+')}",  # noqa: S608
                values,
                on=db.visits_connection(),
            )


async def _run_in_batches(statement: str, values: list[object]) -> int:
    """Repeats a statement in its own transaction until it affects no row, and yields in between. Returns the number of
    rows.
    """
    affected = 0
    while count := len(await db.query_rows(statement, values, on=db.visits_connection())):
        affected += count
        await asyncio.sleep(0)
    return affected
