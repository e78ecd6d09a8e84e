"""Moves visits to another account together with their links, and deletes those of deleted accounts."""

from __future__ import annotations

from app.accounts.models import Account
from app.kernel import db
from app.visits import calendar, recount
from app.visits.visit import visit_key

TOTALS = ("day_totals", "day_values", "month_values", "open_days", "calendars")


async def move(giver: int, taker: int, zone: str) -> None:
    """Moves an account's visits to another one, whose time zone is `zone`, and counts them there.

    Totals of visits that are no longer stored are deleted; the counters of the links are kept.
    """
    async with db.transaction(db.visits_connection()):
        for account in sorted((giver, taker)):
            await calendar.lock_exclusive(account)
        await calendar.of_many({taker: zone})
        await db.query_rows(
            "UPDATE visits SET account = $2 WHERE account = $1", [giver, taker], on=db.visits_connection()
        )
        await _forget_totals(giver)
    await recount.recount(taker)


async def forget(account: int) -> None:
    """Deletes all visits and totals of a deleted account."""
    async with db.transaction(db.visits_connection()):
        await calendar.lock_exclusive(account)
        await db.query_rows("DELETE FROM visits WHERE account = $1", [account], on=db.visits_connection())
        await _forget_totals(account)


async def forget_gone() -> int:
    """Deletes the visits of all deleted accounts; returns the number of these accounts."""
    counted = [
        int(row["account"])
        for row in await db.query_rows("SELECT account FROM calendars", [], on=db.visits_connection())
    ]
    there = {
        visit_key(account.id) for account in await Account.all().only("id")
    }  # after: an account is before its visits
    gone = [account for account in counted if account not in there]
    for account in gone:
        await forget(account)
    return len(gone)


async def _forget_totals(account: int) -> None:
    for table in TOTALS:
        await db.query_rows(f"DELETE FROM {table} WHERE account = $1", [account], on=db.visits_connection())  # noqa: S608
