"""What waits for a lock of PostgreSQL, asked from within a transaction that holds it."""

import asyncio
import contextvars
from collections.abc import Callable, Coroutine
from typing import Any

from app.kernel.db import query_rows

WAITING = """SELECT count(*) AS number FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'"""


class Outside:
    """Runs tasks that are not part of a transaction; make it before the transaction begins."""

    def __init__(self) -> None:
        self._context = contextvars.copy_context()

    def start(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Starts a task that another connection serves."""
        return asyncio.get_running_loop().create_task(work, context=self._context.copy())

    def waits_or(self, done: Callable[[], bool]) -> Callable[[], Coroutine[Any, Any, bool]]:
        """Returns the question whether somebody waits for a lock, or `done` is true."""

        async def ask() -> bool:
            [row] = await self.start(query_rows(WAITING, []))
            return done() or bool(row["number"])

        return ask
