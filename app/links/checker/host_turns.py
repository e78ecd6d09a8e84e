"""Lets this process ask each host one question at a time, with a pause in between."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

PAUSE, LONGEST_PAUSE = 2.0, 30.0  # seconds between two requests to a host
MAX_HOSTS = 1_000  # of which it is remembered when they were asked last


class HostTurns:
    """The turns at all hosts. `pause` is the shortest pause in seconds; a host may want a longer one."""

    def __init__(self) -> None:
        self.pause = PAUSE
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._answered_at: dict[str, float] = {}

    @asynccontextmanager
    async def turn(self, host: str, wanted_pause: float = 0) -> AsyncGenerator[None]:
        """Waits until nobody else asks the host and the pause is over; the block is one request to it."""
        lock = self._locks.get(host)
        if lock is None:
            lock = self._locks[host] = asyncio.Lock()
        async with lock:
            pause = max(self.pause, min(wanted_pause, LONGEST_PAUSE))
            await asyncio.sleep(max(0.0, self._answered_at.get(host, 0.0) + pause - time.monotonic()))
            try:
                yield
            finally:
                if host not in self._answered_at and len(self._answered_at) >= MAX_HOSTS:
                    self._answered_at.pop(next(iter(self._answered_at)))
                self._answered_at[host] = time.monotonic()
