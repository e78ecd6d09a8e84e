"""Notices that a database server has stopped to answer, and ends what waits for it.

A statement that takes long says nothing about the server: a report may take twenty seconds. So whenever something has
waited for SUSPICIOUS seconds, the server is asked on a connection of its own. If it does not answer there either, it is
silent: everything that waits ends with an error at once, and what comes is refused until the server answers again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from contextvars import Context

from tortoise.exceptions import DBConnectionError

from app.kernel.outage_log import log_outage

SUSPICIOUS, TICK, RETRY_INTERVAL = 1.5, 0.25, 0.5  # seconds
NO_ANSWER = "The database does not answer."


class ServerPulse:
    """Watches what waits for one server. `answers` asks the server and must return within a time of its own."""

    def __init__(self, answers: Callable[[], Awaitable[bool]]) -> None:
        self.silent = False
        self._answers = answers
        self._waiting: dict[object, tuple[float, Callable[[], object]]] = {}
        self._asked_at = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._asking: asyncio.Task[None] | None = None

    def check(self) -> None:
        """Raises DBConnectionError while the server is silent."""
        if self.silent:
            raise DBConnectionError(NO_ANSWER)

    @contextmanager
    def watch(self, end: Callable[[], object]) -> Generator[None]:
        """Watches the block, which waits for the server; `end` is called to end it when the server is silent."""
        loop, mark = asyncio.get_running_loop(), object()
        self._waiting[mark] = (loop.time(), end)
        if self._timer is None:
            self._timer = loop.call_later(TICK, self._look, context=Context())
        try:
            yield
        finally:
            self._waiting.pop(mark, None)

    async def close(self) -> None:
        """Stops watching."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._asking is not None:
            self._asking.cancel()
            await asyncio.gather(self._asking, return_exceptions=True)
            self._asking = None
        self.silent = False

    def _look(self) -> None:
        """Asks the server if something waits for long; looks again soon while anything waits."""
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(TICK, self._look) if self._waiting else None
        if self.silent:
            self._end_all()
            return
        since = max(self._asked_at, min((began for began, _ in self._waiting.values()), default=loop.time()))
        if self._asking is None and loop.time() >= since + SUSPICIOUS:
            self._asking = loop.create_task(self._ask(), name="database pulse")

    async def _ask(self) -> None:
        """Asks the server; if it is silent, again until it answers."""
        try:
            while not await self._answers():
                self.silent = True
                log_outage("database_silent", DBConnectionError(NO_ANSWER))
                self._end_all()
                await asyncio.sleep(RETRY_INTERVAL)
        finally:
            self.silent, self._asking = False, None
            self._asked_at = asyncio.get_running_loop().time()

    def _end_all(self) -> None:
        for _, end in [*self._waiting.values()]:
            end()
        self._waiting.clear()
