"""Transactions that lock many rows of others' give way to everybody, so that nobody waits in a circle (a deadlock).

Whoever deletes an account locks its row and then, by cascade, every row that belongs to it. Another transaction may
have changed one of those rows and want the account's next, and no order of locks suits both: a link is changed before
it is uncounted, but counted before it is made. Counting visits locks links and then pages; whoever publishes a page
changes the page and then its links. PostgreSQL would end either of the two after `deadlock_timeout`, which is a second,
and so perhaps what a person does. A transaction of this module waits for a row much shorter than that, lets go of all
its locks and begins anew. SQLite has one writer at a time and needs none of it.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from secrets import randbelow
from typing import TypeVar

import asyncpg
from tortoise import Tortoise
from tortoise.backends.base.client import TransactionalDBClient

from app.kernel.db import MAIN, query_rows, transaction
from app.kernel.postgres_limits import LOCK_TIMEOUT

T = TypeVar("T")
LONGEST_WAIT = 50  # milliseconds for which such a transaction waits for a row that another one has locked
SHORTEST_PAUSE, LONGEST_PAUSE = 10, 50  # milliseconds between two attempts
SET_LONGEST_WAIT = f"SET LOCAL lock_timeout = {LONGEST_WAIT}"
LOCK_ERRORS = (asyncpg.LockNotAvailableError, asyncpg.DeadlockDetectedError)


async def run_yielding_transaction(work: Callable[[], Awaitable[T]]) -> T:
    """Runs `work` in a transaction of its own that waits for no other one, and returns its result.

    `work` is called again, in a new transaction, while others have locked what it needs: it must change nothing but the
    database. Raises: LockNotAvailableError if they still have after LOCK_TIMEOUT; RuntimeError inside a transaction,
    which would keep its own locks.
    """
    client = Tortoise.get_connection(MAIN)
    if isinstance(client, TransactionalDBClient):
        raise RuntimeError("A transaction that gives way to others cannot be part of another one.")
    deadline = time.monotonic() + LOCK_TIMEOUT / 1000
    while True:
        try:
            async with transaction():
                if client.capabilities.dialect != "sqlite":
                    await query_rows(SET_LONGEST_WAIT, [])
                return await work()
        except LOCK_ERRORS:
            if time.monotonic() >= deadline:
                raise
        await asyncio.sleep((SHORTEST_PAUSE + randbelow(LONGEST_PAUSE - SHORTEST_PAUSE)) / 1000)
