"""Takes closed segments of a journal into the database, each visit exactly once.

Rows and the journal's position move in one transaction, the counters of links and their position in another (on SQLite
they are in different files): whatever is cut off in between goes on where it was. Parsing is done in slices, so that
no redirect waits for it.
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
from app.visits import insert_visits, journal_folders, journal_position
from app.visits import journal as journals
from app.visits.journal import Journal
from app.visits.journal_position import Position
from app.visits.parse import facts
from app.visits.visit import Seen, Visit, milliseconds
from app.visits.zones import zones_of

PIECE, EVERY, SLICE, AGAIN_AFTER, ADOPT_EVERY = 1 << 20, 0.25, 0.0005, 1.0, 60.0
log = structlog.get_logger()
Count = Callable[[list[Visit], list[Seen]], Awaitable[None]]


class Ingester:
    """Reads the journal of its process, and those that dead processes left in the same `root`.

    `count` adds visits to the counters of their links, inside a transaction on the main database.
    """

    def __init__(self, root: Path, journal: Journal, count: Count) -> None:
        self.root, self.journal, self.count = root, journal, count
        self.failing = ""
        self.taken = 0
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Ingests beside a block, and what is left at its end."""
        tasks = [asyncio.create_task(work(), name=f"visits {work.__name__}") for work in (self._run, self._sync)]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            try:
                await self.cycle()
            except Exception as problem:  # it is in the journal: the next start takes it in
                log.warning("visits_left_in_journal", problem=str(problem)[:200])

    async def _run(self) -> None:
        adopted = 0.0
        while True:
            try:
                await self.cycle()
                if time.monotonic() > adopted + ADOPT_EVERY:
                    await self.adopt()
                    adopted = time.monotonic()
                self.failing = ""
                with suppress(TimeoutError):
                    async with asyncio.timeout(ADOPT_EVERY):  # wait_for() of Python 3.11 can lose a cancellation
                        await self._something()
            except Exception as problem:  # tried again for ever: the journal holds what the database does not take
                self.failing = str(problem)[:200]
                log.warning("visits_not_taken_in", problem=self.failing, waiting=self.journal.waiting)
                await asyncio.sleep(AGAIN_AFTER)

    async def _something(self) -> None:
        await self.journal.written.wait()
        self.journal.written.clear()
        await asyncio.sleep(EVERY)

    async def _sync(self) -> None:
        while True:
            await asyncio.sleep(1)
            await self.journal.sync()

    async def cycle(self) -> None:
        """Closes the segment under way and takes in everything that is closed."""
        async with self._turn:
            with suppress(OSError):  # no room for another segment: taking in those there are makes some
                self.journal.rotate()
            for segment in journals.segments(self.journal.folder):
                if journals.number(segment) < self.journal.segment:
                    size = segment.stat().st_size
                    self.taken += await take(self.journal.folder, segment, self.count)
                    self.journal.taken(size)

    async def adopt(self) -> int:
        """Takes in what processes that ended left behind; returns how many visits that were."""
        return await take_all(self.root, self.count)


async def take_all(root: Path, count: Count) -> int:
    """Takes in every journal below `root` that no living process has; returns how many visits are new."""
    return sum([await take_left(folder, count) for folder in journal_folders.every(root)])


async def take_left(folder: Path, count: Count) -> int:
    """Takes in a whole journal that nobody writes; none of one that a living process has."""
    if (held := journal_folders.hold(folder)) is None:
        return 0
    try:
        return sum([await take(folder, segment, count) for segment in journals.segments(folder)])
    finally:
        os.close(held)


async def take(folder: Path, segment: Path, count: Count) -> int:
    """Takes a closed segment in and deletes it; returns how many of its visits are new."""
    name, number, new = journal_folders.name(folder), journals.number(segment), 0
    rows, counters = await journal_position.of(name, db.visits(), "visits"), await journal_position.of(name, db.MAIN, "links")
    content = await asyncio.to_thread(segment.read_bytes)
    for lines, end in _batches(content, rows.begins(number), counters.begins(number)):
        seen, visits = await _parsed(lines, rows)
        if end > rows.begins(number):
            try:
                await _keep(visits, seen, rows.at(number, end))
            except IntegrityError:  # a journal's number in its ids is one of 1,024: another one may have it too
                rows.step_aside()
                visits = [visit._replace(id=rows.next_id(milliseconds(visit.id))) for visit in visits]
                await _keep(visits, seen, rows.at(number, end))
            new += len(visits)
        if end > counters.begins(number):
            async with db.transaction():
                await counters.at(number, end).save(db.MAIN)
                await count(visits, seen)
    await asyncio.to_thread(segment.unlink)
    return new


async def _keep(visits: list[Visit], seen: list[Seen], reached: Position) -> None:
    zones = await zones_of({one.account for one in seen})
    async with db.transaction(db.visits()):
        await insert_visits.insert(visits, zones)
        await reached.save(db.visits())


def _batches(content: bytes, *begins: int) -> Iterator[tuple[list[bytes], int]]:
    """Lines from the first of `begins` on, each time with the byte behind them; none reaches across another of them."""
    begin, marks = min(begins), sorted(mark for mark in (*begins, len(content)) if mark <= len(content))
    while begin < len(content):
        stop = min((begin + PIECE, *(mark for mark in marks if mark > begin)))
        if stop not in marks:
            stop = content.find(b"\n", stop - 1) + 1 or len(content)
        yield content[begin:stop].splitlines(), stop
        begin = stop


async def _parsed(lines: list[bytes], reached: Position) -> tuple[list[Seen], list[Visit]]:
    """Whole lines as visits; one that a crash cut short was never answered."""
    seen: list[Seen] = []
    visits: list[Visit] = []
    began = time.perf_counter()
    for line in lines:
        try:
            one = Seen(*orjson.loads(line))
            visits.append(facts(one, reached.next_id(one.at)))
            seen.append(one)
        except (TypeError, ValueError):
            log.warning("journal_line_skipped", bytes=len(line))
        if time.perf_counter() - began > SLICE:
            await asyncio.sleep(0)
            began = time.perf_counter()
    return seen, visits
