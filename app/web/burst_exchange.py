"""Lets the processes that share a PostgreSQL database add up how many requests an address made.

Each process decides in memory, so that no request waits for a statement. Up to a few times a second it adds to the
database how many requests it has allowed to the addresses that make many, and reads how many the others allowed. The
requests of an address that makes few stay in this process. An address is stored as an HMAC under the salt of the day
(attempt_store.py).
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from app.kernel import installation
from app.kernel.attempt_store import AttemptStore
from app.kernel.outage_log import log_outage
from app.web.window_counts import WindowCounts

INTERVAL, RETRY_AFTER = 0.25, 2.0  # seconds between two exchanges, and after one that failed
SHARED_PART = 20  # the requests of an address are shared from the twentieth part of the limit on


class BurstExchange:
    """Adds the requests that others allowed to the `counts` of this process.

    `works` is false while the database does not take part. `pending` counts what was allowed here and is not shared
    yet, `totals` what all processes together had allowed when an address was shared last; both are of the window
    `window`, a number that all processes have in common.
    """

    def __init__(self, counts: WindowCounts) -> None:
        self.works = True
        self.pending: Counter[str] = Counter()
        self.totals: dict[str, int] = {}
        self._due = asyncio.Event()
        self.change(counts)

    def change(self, counts: WindowCounts) -> None:
        """Begins anew with the counts for another limit."""
        self.counts, self.item, self.window = counts, counts.item, 0
        self.shared_from = max(1, self.item.amount // SHARED_PART)
        self.pending.clear()
        self.totals.clear()

    def note(self, address: str) -> None:
        """Counts a request that was allowed."""
        window = int(time.time() // self.item.get_expiry())
        if window != self.window:
            self.window = window
            self.pending.clear()
            self.totals.clear()
        self.pending[address] += 1
        if self._is_shared(address):
            self._due.set()

    async def exchange(self) -> None:
        """Shares what was allowed here, and adds what others allowed. Raises: those of the database."""
        window, store = self.window, installation.current().resource(AttemptStore)
        counts = {address: count for address, count in self.pending.items() if count and self._is_shared(address)}
        names = {address: await store.hashed_today(f"burst\n{window}\n{address}") for address in counts}
        ends_at = (window + 2) * self.item.get_expiry()
        totals = await store.add({names[address]: count for address, count in counts.items()}, ends_at)
        if window != self.window:
            return
        for address, count in counts.items():
            total = totals[names[address]]
            others = total - self.totals.get(address, 0) - count
            self.totals[address] = total
            self.pending[address] -= count
            if others > 0:
                self.counts.add(address, others)

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Context manager that exchanges in the background."""
        task = asyncio.create_task(self._run(), name="bursts")
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            await self._due.wait()
            self._due.clear()
            try:
                await self.exchange()
                self.works = True
            except Exception as problem:  # whatever the cause, it is tried again
                log_outage("bursts_counted_by_each_process", problem)
                self.works = False
                self._due.set()
            await asyncio.sleep(INTERVAL if self.works else RETRY_AFTER)

    def _is_shared(self, address: str) -> bool:
        return address in self.totals or self.pending[address] >= self.shared_from
