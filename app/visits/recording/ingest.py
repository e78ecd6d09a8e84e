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
from app.visits.recording.intake import CountVisits, SegmentPart
from app.visits.recording.journal import Journal

PAUSE, RETRY_AFTER, SYNC_EVERY, ADOPT_EVERY = 0.25, 1.0, 1.0, 60.0  # seconds
log = structlog.get_logger()
Work = Callable[[], Awaitable[object]]


async def do_nothing() -> None:
    """There is nothing to be done before the first segment."""


class Ingester:
    """Ingests the journal of its process, and the journals below `root` that ended processes left behind.

    `count` adds visits to the counters of their links, inside a transaction on the main database. `first` is done in
    the background before the first segment is ingested. `failing` is the last error while ingesting fails, `taken` the
    number of visits ingested so far.
    """

    def __init__(self, root: Path, journal: Journal, count: CountVisits, first: Work = do_nothing) -> None:
        self.root, self.journal, self.count, self.first = root, journal, count, first
        self.failing = ""
        self.taken = 0
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
        await self.journal.written.wait()
        self.journal.written.clear()
        await asyncio.sleep(PAUSE)

    async def cycle(self) -> None:
        """Closes the current segment and ingests all closed ones."""
        async with self._turn:
            with suppress(OSError):  # no space for another segment: ingesting the existing ones frees some
                self.journal.rotate()
            for segment in journals.list_segments(self.journal.folder):
                if journals.segment_number(segment) < self.journal.segment:
                    size = segment.stat().st_size
                    self.taken += await ingest_segment(self.journal.folder, segment, self.count)
                    self.journal.taken(size)

    async def adopt(self) -> int:
        """Ingests the journals of ended processes; returns the number of visits."""
        return await ingest_all(self.root, self.count)


async def ingest_all(root: Path, count: CountVisits) -> int:
    """Ingests every journal below `root` that no running process holds; returns the number of new visits."""
    return sum([await ingest_journal(folder, count) for folder in journal_folders.list_journal_folders(root)])


async def ingest_journal(folder: Path, count: CountVisits) -> int:
    """Ingests a journal that no running process holds and returns the number of new visits; 0 when one holds it."""
    if (lock := journal_folders.lock_folder(folder)) is None:
        return 0
    try:
        return sum([await ingest_segment(folder, segment, count) for segment in journals.list_segments(folder)])
    finally:
        os.close(lock)


async def ingest_segment(folder: Path, segment: Path, count: CountVisits) -> int:
    """Ingests a closed segment and deletes it; returns the number of new visits."""
    content = await asyncio.to_thread(_read_segment, segment)
    part = SegmentPart(journal_folders.journal_name(folder), journals.segment_number(segment), 0, content)
    new_visits = await intake.take_in(part, count)
    await asyncio.to_thread(segment.unlink)
    return new_visits


def _read_segment(segment: Path) -> bytes:
    """Reads a segment; before the first visits it builds the patterns of user agents, which takes long."""
    content = segment.read_bytes()
    if content:
        user_agent.build_patterns()
    return content
