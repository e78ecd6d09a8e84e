"""Records visits before they are answered, without one transaction each.

All visits that arrive while a batch is being written make the next batch (group commit, no timer): each is written
durably before its redirect leaves. A database that is slow or locked delays the numbers, never a redirect: after
PATIENCE seconds the answer goes and the visit stays in the queue until it is written.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import structlog

from app.visits.visit import Visit

PATIENCE, RETRY_AFTER, MOST_WAITING = 0.5, 1.0, 100_000
log = structlog.get_logger()
Write = Callable[[list[Visit]], Awaitable[None]]


class Recorder:
    """Hands batches of visits to `write`, each visit exactly once as long as the process lives."""

    def __init__(self, write: Write) -> None:
        self.write = write
        self.waiting: list[Visit] = []
        self.dropped = 0
        self._arrived = asyncio.Event()
        self._written: asyncio.Future[None] | None = None
        self._writing = asyncio.Lock()

    async def record(self, visit: Visit) -> None:
        """Returns when the visit is written, or after PATIENCE seconds. Never raises."""
        if len(self.waiting) >= MOST_WAITING:
            self.dropped += 1
            return
        self.waiting.append(visit)
        self._written = self._written or asyncio.get_running_loop().create_future()
        self._arrived.set()
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(self._written), PATIENCE)

    async def flush(self) -> int:
        """Writes what is waiting; returns how many visits that were."""
        async with self._writing:
            return await self._flush()

    async def _flush(self) -> int:
        visits, written = self.waiting, self._written
        self.waiting, self._written = [], None
        if visits:
            try:
                await self.write(visits)
            except BaseException:
                self.waiting = visits + self.waiting
                self._written = self._chain(written)
                raise
        if written and not written.done():
            written.set_result(None)
        return len(visits)

    def _chain(self, written: "asyncio.Future[None] | None") -> "asyncio.Future[None] | None":
        """Those who wait for the failed batch go on waiting with those who came meanwhile."""
        later = self._written
        if later is None or written is None:
            return later or written

        def pass_on(_: "asyncio.Future[None]") -> None:
            if not written.done():
                written.set_result(None)

        later.add_done_callback(pass_on)
        return later

    async def run(self) -> None:
        """Writes batch after batch, for ever; a batch that fails is tried again."""
        while True:
            await self._arrived.wait()
            self._arrived.clear()
            try:
                while await self.flush():
                    pass
            except Exception:
                log.exception("visits_not_written", waiting=len(self.waiting))
                await asyncio.sleep(RETRY_AFTER)
                self._arrived.set()

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Runs beside a block and writes what is left at its end."""
        task = asyncio.create_task(self.run(), name="visits")
        try:
            yield
        finally:
            async with self._writing:  # a write cut off in its commit may have happened: it would be counted again
                task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            with suppress(Exception):
                await self.flush()
