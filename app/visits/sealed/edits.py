"""Changes to visits of the past: an account claims those of a guest, a link or an account is deleted for good.

Open rows are changed at once. Files are rewritten later (rewrite.py): until then an edit says what has changed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from app.kernel import db
from app.visits.sealed import manifest, schema
from app.visits.sealed.manifest import Manifest
from app.visits.sql import Values

BATCH = 500  # links of one transaction, which looks through the account's open visits once


async def move_visits(giver: int, taker: int) -> None:
    """Moves an account's visits to another account; both are keys (visit.py)."""
    async with db.transaction(db.visits_connection()):
        await manifest.record_edit(giver, new_account=taker)
        await _run("UPDATE visits SET account = $2 WHERE account = $1", [giver, taker])


async def delete_visits(account: int) -> None:
    """Deletes all visits of a deleted account. What is in files is read no more, and is removed by the next rewrite."""
    async with db.transaction(db.visits_connection()):
        await manifest.record_edit(account)
        await _run("DELETE FROM visits WHERE account = $1", [account])


async def detach_links(account: int, links: Sequence[int]) -> None:
    """Removes permanently deleted links from the visits of an account. The visits stay in the account's sums."""
    for begin in range(0, len(links), BATCH):
        batch, values = links[begin : begin + BATCH], Values()
        where = f"{values.among('account', (account,))} AND {values.among('link', batch)}"
        async with db.transaction(db.visits_connection()):
            for link in batch:
                await manifest.record_edit(account, link=link)
            await _run(f"UPDATE visits SET link = {schema.DELETED_LINK} WHERE {where}", values)  # noqa: S608
        await asyncio.sleep(0)


def edited(rows: str, of: Manifest, deleted_accounts: Sequence[int] = ()) -> str:
    """Returns a SELECT of visits with the edits applied, without those of deleted accounts."""
    if not of.edits and not deleted_accounts:
        return rows
    return f"""SELECT v.* REPLACE (coalesce(c.new_account, v.account) AS account,
            CASE WHEN r.link IS NULL THEN v.link ELSE {schema.DELETED_LINK} END AS link)
        FROM ({rows}) AS v LEFT JOIN ({_claimed(of)}) AS c ON c.account = v.account
        LEFT JOIN ({_removed(of)}) AS r ON r.link = v.link
        WHERE coalesce(c.new_account, v.account) NOT IN ({_deleted(of, deleted_accounts)})"""  # noqa: S608


def edited_summary(rows: str, of: Manifest, deleted_accounts: Sequence[int] = ()) -> str:
    """Returns a SELECT of summary rows with the edits applied: without deleted accounts and the rows of deleted links,
    which stay in the account's rows as a deleted link.
    """
    return f"""SELECT v.* REPLACE (coalesce(c.new_account, v.account) AS account,
            CASE WHEN w.link IS NULL THEN v.value ELSE '{schema.DELETED_LINK}' END AS value)
        FROM ({rows}) AS v LEFT JOIN ({_claimed(of)}) AS c ON c.account = v.account
        LEFT JOIN ({_removed(of)}) AS r ON r.link = v.link
        LEFT JOIN ({_removed(of)}) AS w ON v.dimension = 'link' AND CAST(w.link AS VARCHAR) = v.value
        WHERE r.link IS NULL AND coalesce(c.new_account, v.account) NOT IN ({_deleted(of, deleted_accounts)})"""  # noqa: S608


def _claimed(of: Manifest) -> str:
    return schema.table(of.new_accounts.items(), ("account", "new_account"), ("BIGINT", "BIGINT"))


def _removed(of: Manifest) -> str:
    return schema.table(((link,) for link in of.removed_links), ("link",), ("BIGINT",))


def _deleted(of: Manifest, more: Sequence[int]) -> str:
    return schema.table(((account,) for account in {*of.removed_accounts, *more}), ("account",), ("BIGINT",))


async def _run(sql: str, values: list[object]) -> list[dict[str, int]]:
    return await db.query_rows(sql, values, on=db.visits_connection())
