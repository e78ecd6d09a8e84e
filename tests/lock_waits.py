"""Work beside a test's own transaction, and whether it waits for a lock that the transaction holds."""

import asyncio
import contextvars
from collections.abc import Callable, Coroutine
from typing import Any

from app.kernel.db import query_rows
from tests.waiting import eventually

WAITING = """SELECT count(*) AS number FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'"""


class OutsideTransaction:
    """Runs tasks that are not part of a transaction; make it before the transaction begins."""

    def __init__(self) -> None:
        self._context = contextvars.copy_context()

    def start(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Starts a task that another connection serves."""
        return asyncio.get_running_loop().create_task(work, context=self._context.copy())

    async def until_somebody_waits(self, or_until: Callable[[], bool]) -> None:
        """Waits until a statement in the database waits for a lock of PostgreSQL, or `or_until` returns true."""

        async def somebody_waits() -> bool:
            [row] = await self.start(query_rows(WAITING, []))
            return or_until() or bool(row["number"])

        await eventually(somebody_waits)
