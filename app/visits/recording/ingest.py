"""Moves closed segments of a journal into the database, each visit exactly once.

Rows and the journal position are saved in one transaction, the counters of links and their position in another (on
SQLite these are two files): an interruption between the two loses and repeats nothing. Parsing yields to the event
loop, so that it delays no redirect.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import orjson
import structlog
from tortoise.exceptions import IntegrityError

from app.kernel import db
from app.kernel.outage_log import log_outage
from app.visits.recording import insert_visits, journal_folders, journal_position, user_agent
from app.visits.recording import journal as journals
from app.visits.recording.journal import Journal
from app.visits.recording.journal_position import Position
from app.visits.recording.parse import parse_visit
from app.visits.visit import JournalEntry, Visit, milliseconds

BATCH_BYTES = 1 << 20  # bytes of a batch
PAUSE, SLICE, RETRY_AFTER, ADOPT_EVERY = 0.25, 0.0005, 1.0, 60.0  # seconds
log = structlog.get_logger()
CountVisits = Callable[[list[Visit], list[JournalEntry]], Awaitable[None]]


class Ingester:
    """Ingests the journal of its process, and the journals below `root` that ended processes left behind.

    `count` adds visits to the counters of their links, inside a transaction on the main database. `failing` is the last
    error while ingesting fails, `taken` the number of visits ingested so far.
    """

    def __init__(self, root: Path, journal: Journal, count: CountVisits) -> None:
        self.root, self.journal, self.count = root, journal, count
        self.failing = ""
        self.taken = 0
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Context manager that ingests in the background, and once more at its end."""
        tasks = [asyncio.create_task(work(), name=f"visits {work.__name__}") for work in (self._run, self._sync)]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            try:
                await self.cycle()
            except Exception as problem:  # the visits stay in the journal: the next start ingests them
                log.warning("visits_left_in_journal", problem=str(problem)[:200])

    async def _run(self) -> None:
        adopted_at = 0.0
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

    async def _sync(self) -> None:
        while True:
            await asyncio.sleep(1)
            await self.journal.sync()

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
    name, number, new_visits = journal_folders.journal_name(folder), journals.segment_number(segment), 0
    rows = await journal_position.load_position(name, db.visits_connection(), "visits")
    counters = await journal_position.load_position(name, db.MAIN, "links")
    content = await asyncio.to_thread(_read_segment, segment)
    for lines, end in _batches(content, rows.begins(number), counters.begins(number)):
        seen, visits = await _parse_lines(lines, rows)
        if end > rows.begins(number):
            try:
                await _save_rows(visits, rows.at(number, end))
            except IntegrityError:  # another journal may have the same of the 1,024 node numbers
                rows.change_node()
                visits = [visit._replace(id=rows.next_id(milliseconds(visit.id))) for visit in visits]
                await _save_rows(visits, rows.at(number, end))
            new_visits += len(visits)
        if end > counters.begins(number):
            async with db.transaction():
                await counters.at(number, end).save(db.MAIN)
                await count(visits, seen)
    await asyncio.to_thread(segment.unlink)
    return new_visits


def _read_segment(segment: Path) -> bytes:
    """Reads a segment; before the first visits it builds the patterns of user agents, which takes long."""
    content = segment.read_bytes()
    if content:
        user_agent.build_patterns()
    return content


async def _save_rows(visits: list[Visit], position: Position) -> None:
    async with db.transaction(db.visits_connection()):
        await insert_visits.insert_visit_rows(visits)
        await position.save(db.visits_connection())


def _batches(content: bytes, *begins: int) -> Iterator[tuple[list[bytes], int]]:
    """Yields batches of lines from the first of `begins` on, each with the position after it; no batch crosses one of
    `begins`.
    """
    position = min(begins)
    boundaries = sorted(boundary for boundary in (*begins, len(content)) if boundary <= len(content))
    while position < len(content):
        end = min((position + BATCH_BYTES, *(boundary for boundary in boundaries if boundary > position)))
        if end not in boundaries:
            end = content.find(b"\n", end - 1) + 1 or len(content)
        yield content[position:end].splitlines(), end
        position = end


async def _parse_lines(lines: list[bytes], position: Position) -> tuple[list[JournalEntry], list[Visit]]:
    """Parses complete lines to visits. A line that a crash cut off is skipped: its request was never answered."""
    seen: list[JournalEntry] = []
    visits: list[Visit] = []
    slice_began = time.perf_counter()
    for line in lines:
        try:
            entry = JournalEntry(*orjson.loads(line))
            visits.append(parse_visit(entry, position.next_id(entry.at)))
            seen.append(entry)
        except (TypeError, ValueError):
            log.warning("journal_line_skipped", bytes=len(line))
        if time.perf_counter() - slice_began > SLICE:
            await asyncio.sleep(0)
            slice_began = time.perf_counter()
    return seen, visits
