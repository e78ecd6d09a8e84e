"""Moves closed segments of a journal into the database, and those that ended processes left behind."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import structlog

from app.kernel.background import background_tasks, repeat
from app.kernel.outage_log import log_outage
from app.visits.recording import intake, journal_folders, user_agent
from app.visits.recording import journal as journals
from app.visits.recording.intake import MakeCounter, SegmentPart
from app.visits.recording.journal import Journal

PAUSE, RETRY_AFTER, SYNC_EVERY, ADOPT_EVERY = 0.25, 1.0, 1.0, 60.0  # seconds
BUSY_PAUSE, MANY_VISITS = 1.0, 1_000  # seconds; visits of one cycle, after which the next cycle waits that long
log = structlog.get_logger()
Work = Callable[[], Awaitable[object]]


async def do_nothing() -> None:
    """There is nothing to be done before the first segment."""


class Ingester:
    """Ingests the journal of its process, and the journals below `root` that ended processes left behind.

    `make_counter` makes what adds visits to the counters of their links (intake.py). `first` is done in the background
    before the first segment is ingested. `failing` is the last error while ingesting fails, `taken` the number of
    visits ingested so far, `taken_last` that of the last cycle.
    """

    def __init__(self, root: Path, journal: Journal, make_counter: MakeCounter, first: Work = do_nothing) -> None:
        self.root, self.journal, self.make_counter, self.first = root, journal, make_counter, first
        self.failing = ""
        self.taken = self.taken_last = 0
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Context manager that ingests in the background, and once more at its end."""
        syncing = repeat(self.journal.sync, SYNC_EVERY, "journal_not_synced")
        try:
            async with background_tasks(self._run(), syncing, name="visits"):
                yield
        finally:
            try:
                await self.cycle()
            except Exception as problem:  # the visits stay in the journal: the next start ingests them
                log.warning("visits_left_in_journal", problem=str(problem)[:200])

    async def _run(self) -> None:
        adopted_at = 0.0
        await self.first()
        while True:
            try:
                await self.cycle()
                if time.monotonic() > adopted_at + ADOPT_EVERY:
                    await self.adopt()
                    adopted_at = time.monotonic()
                self.failing = ""
                with suppress(TimeoutError):
                    async with asyncio.timeout(ADOPT_EVERY):  # wait_for() of Python 3.11 can lose a cancellation
                        await self._wait_for_visits()
            except Exception as problem:  # retried forever: the journal keeps visits that are not in the database
                self.failing = str(problem)[:200]
                log_outage("visits_not_taken_in", problem, waiting=self.journal.waiting)
                await asyncio.sleep(RETRY_AFTER)

    async def _wait_for_visits(self) -> None:
        """Waits for visits, and then for more of them. While many come the next cycle takes more at once, so that the
        counters of a link that many follow are changed less often.
        """
        await self.journal.written.wait()
        self.journal.written.clear()
        await asyncio.sleep(BUSY_PAUSE if self.taken_last >= MANY_VISITS else PAUSE)

    async def cycle(self) -> None:
        """Closes the current segment and ingests all closed ones."""
        async with self._turn:
            taken_before = self.taken
            with suppress(OSError):  # no space for another segment: ingesting the existing ones frees some
                self.journal.rotate()
            for segment in journals.list_segments(self.journal.folder):
                if journals.segment_number(segment) < self.journal.segment:
                    size = segment.stat().st_size
                    self.taken += await ingest_segment(self.journal.folder, segment, self.make_counter)
                    self.journal.taken(size)
            self.taken_last = self.taken - taken_before

    async def adopt(self) -> int:
        """Ingests the journals of ended processes; returns the number of visits."""
        return await ingest_all(self.root, self.make_counter)


async def ingest_all(root: Path, make_counter: MakeCounter) -> int:
    """Ingests every journal below `root` that no running process holds; returns the number of new visits."""
    return sum([await ingest_journal(folder, make_counter) for folder in journal_folders.list_journal_folders(root)])


async def ingest_journal(folder: Path, make_counter: MakeCounter) -> int:
    """Ingests a journal that no running process holds and returns the number of new visits; 0 when one holds it."""
    if (lock := journal_folders.lock_folder(folder)) is None:
        return 0
    try:
        return sum([await ingest_segment(folder, segment, make_counter) for segment in journals.list_segments(folder)])
    finally:
        os.close(lock)


async def ingest_segment(folder: Path, segment: Path, make_counter: MakeCounter) -> int:
    """Ingests a closed segment and deletes it; returns the number of new visits."""
    content = await asyncio.to_thread(_read_segment, segment)
    part = SegmentPart(journal_folders.journal_name(folder), journals.segment_number(segment), 0, content)
    new_visits = await intake.take_in(part, make_counter)
    await asyncio.to_thread(segment.unlink)
    return new_visits


def _read_segment(segment: Path) -> bytes:
    """Reads a segment; before the first visits it builds the patterns of user agents, which takes long."""
    content = segment.read_bytes()
    if content:
        user_agent.build_patterns()
    return content
