"""Takes visits of a journal into the database, each exactly once, whoever has them and from wherever.

Rows and the journal position are saved in one transaction, the counters of links and their position in another (on
SQLite these are two files): an interruption between the two loses and repeats nothing. The counters are saved once for
several batches of rows, because each commit to the main database makes redirects read their links again. A visit that
two machines wrote down is left out the second time (repeated_requests.py). Parsing and counting yield to the event
loop, so that they delay no redirect.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Protocol, Self

import orjson
import structlog
from tortoise.exceptions import IntegrityError

from app.kernel import db, site
from app.kernel.yielding_transaction import run_yielding_transaction
from app.visits.recording import insert_visits, journal_position, repeated_requests
from app.visits.recording.counter_columns import VisitOfPerson, visits_of_people
from app.visits.recording.journal_position import Position, PositionMoved
from app.visits.recording.parse import parse_visit
from app.visits.recording.repeated_requests import RecordedRequest
from app.visits.visit import JournalEntry, Visit, milliseconds

BATCH_BYTES = 1 << 20  # bytes of a batch
SLICE, VISITS_PER_SLICE = 0.0005, 250  # seconds of parsing, and visits counted, in one turn of the event loop
MAX_COUNTED = 3_000  # rows of counters that are changed at once: others wait for the database meanwhile
log = structlog.get_logger()


class VisitCounter(Protocol):
    """Sums what visits add to the counters of links, QR codes and pages, until they are saved."""

    def __len__(self) -> int:
        """How many rows `save` changes."""

    def add(self, visits: Sequence[VisitOfPerson]) -> None:
        """Adds visits to the sums."""

    async def save(self) -> None:
        """Adds the sums to the counters; inside a transaction on the main database."""


MakeCounter = Callable[[], VisitCounter]


class PartMissing(Exception):
    """What comes before this part of a segment is neither here nor in the database."""


@dataclass(frozen=True, slots=True)
class SegmentPart:
    """The bytes of a segment of a journal from byte `first` on; they begin with a whole line."""

    journal: str
    segment: int
    first: int
    content: bytes

    @property
    def end(self) -> int:
        """The byte after the last one."""
        return self.first + len(self.content)

    def batch(self, *begins: int) -> tuple[list[bytes], int] | None:
        """Returns the next lines after the first of the positions `begins`, and the position after them.

        No batch crosses one of `begins`. None if there is nothing left. Raises: PartMissing.
        """
        if (start := min(begins)) >= self.end:
            return None
        if start < self.first:
            raise PartMissing("The visits before this part of a segment are missing.")
        boundaries = [boundary for boundary in (*begins, self.end) if start < boundary <= self.end]
        end = min(start + BATCH_BYTES, *boundaries, self.end)
        if end not in boundaries:
            end = self.first + (self.content.find(b"\n", end - 1 - self.first) + 1 or len(self.content))
        return self.content[start - self.first : end - self.first].splitlines(), end


@dataclass(slots=True)
class ParsedLines:
    """Visits and what was recorded of each, in the same order; `requests` has those with a key, by their index."""

    visits: list[Visit] = field(default_factory=list)
    seen: list[JournalEntry] = field(default_factory=list)
    requests: dict[int, RecordedRequest] = field(default_factory=dict)

    def without(self, places: Collection[int]) -> ParsedLines:
        """Returns those that are not taken from one of these places (RecordedRequest.taken_from)."""
        if not places:
            return self
        kept = [at for at in range(len(self.visits)) if at not in self.requests or self._place(at) not in places]
        return ParsedLines([self.visits[at] for at in kept], [self.seen[at] for at in kept])

    def _place(self, at: int) -> int:
        return self.requests[at].taken_from


@dataclass(slots=True)
class Positions:
    """How far a journal is ingested: its rows and its counters."""

    rows: Position
    counters: Position

    @classmethod
    async def load(cls, journal: str) -> Self:
        """Reads both."""
        rows = await journal_position.load_position(journal, db.visits_connection(), "visits")
        return cls(rows, await journal_position.load_position(journal, db.MAIN, "links"))

    def begins(self, segment: int) -> tuple[int, int]:
        """Returns the bytes of a segment from which its rows and its counters are to be ingested."""
        return self.rows.begins(segment), self.counters.begins(segment)


async def is_taken_in(journal: str, segment: int, end: int) -> bool:
    """Whether all of a segment before the byte `end` is in the database, rows and counters."""
    return min((await Positions.load(journal)).begins(segment)) >= end


async def take_in(part: SegmentPart, make_counter: MakeCounter) -> int:
    """Saves the visits of a part that are not in the database yet; returns how many rows are new.

    When another process saves the same visits meanwhile, this one goes on behind them. Raises: PartMissing.
    """
    new = 0
    while True:
        positions = await Positions.load(part.journal)
        intake = _PartIntake(part, positions, make_counter)
        try:
            await intake.run()
        except PositionMoved:
            new += intake.new
        else:
            return new + intake.new


class _PartIntake:
    """Saves what of a part comes behind `positions`. `new` is how many rows were saved.

    The visits before byte `counted` are in the counters or, not saved yet, in `counter`.
    """

    def __init__(self, part: SegmentPart, positions: Positions, make_counter: MakeCounter) -> None:
        self.part, self.positions, self.make_counter = part, positions, make_counter
        self.counted, self.counter, self.new = positions.counters.begins(part.segment), make_counter(), 0

    async def run(self) -> None:
        """Saves all rows and counters. Raises: PartMissing; PositionMoved when another process saves the same."""
        while batch := self.part.batch(self.positions.rows.begins(self.part.segment), self.counted):
            await self._take_batch(*batch)
            if len(self.counter) >= MAX_COUNTED:
                await self._save_counters()
        await self._save_counters()

    async def _take_batch(self, lines: list[bytes], end: int) -> None:
        segment, rows_from = self.part.segment, self.positions.rows.begins(self.part.segment)
        place = repeated_requests.place_of(self.part.journal, segment) + min(rows_from, self.counted)
        parsed = await _parse_lines(lines, self.positions.rows, place)
        if end > rows_from:
            parsed = await _save_rows(parsed, segment, end, self.positions)
            self.new += len(parsed.visits)
        else:
            parsed = parsed.without(await repeated_requests.find_repeats(parsed.requests.values()))
        if end > self.counted:
            await self._count(parsed)
            self.counted = end

    async def _count(self, parsed: ParsedLines) -> None:
        for start in range(0, len(parsed.visits), VISITS_PER_SLICE):
            of_slice = slice(start, start + VISITS_PER_SLICE)
            self.counter.add(visits_of_people(parsed.visits[of_slice], parsed.seen[of_slice]))
            await asyncio.sleep(0)

    async def _save_counters(self) -> None:
        if self.counted == self.positions.counters.begins(self.part.segment):
            return
        position = self.positions.counters.at(self.part.segment, self.counted)
        await run_yielding_transaction(partial(_save_counts, position, self.counter))
        self.positions.counters, self.counter = position, self.make_counter()


async def _save_counts(position: Position, counter: VisitCounter) -> None:
    """Saves counters and how far the journal is counted; inside a transaction. Raises: PositionMoved."""
    await position.save(db.MAIN)
    await counter.save()


async def _save_rows(parsed: ParsedLines, segment: int, end: int, positions: Positions) -> ParsedLines:
    """Saves rows and their position; returns what is saved, without repeats. Raises: PositionMoved."""
    try:
        return await _try_to_save_rows(parsed, segment, end, positions)
    except IntegrityError:  # another journal may have the same of the 1,024 node numbers
        positions.rows.change_node()
        visits = [visit._replace(id=positions.rows.next_id(milliseconds(visit.id))) for visit in parsed.visits]
        return await _try_to_save_rows(replace(parsed, visits=visits), segment, end, positions)


async def _try_to_save_rows(parsed: ParsedLines, segment: int, end: int, positions: Positions) -> ParsedLines:
    position = positions.rows.at(segment, end)
    async with db.transaction(db.visits_connection()):
        await position.save(db.visits_connection())
        parsed = parsed.without(await repeated_requests.remember(parsed.requests.values()))
        await insert_visits.insert_visit_rows(parsed.visits)
    positions.rows = position
    return parsed


async def _parse_lines(lines: list[bytes], position: Position, place: int) -> ParsedLines:
    """Parses complete lines to visits; `place` is that of the first one (repeated_requests.py).

    A line that a crash cut off is skipped: its request was never answered.
    """
    parsed, hosts = ParsedLines(), site.current().hosts
    slice_began = time.perf_counter()
    for line in lines:
        try:
            entry = JournalEntry(*orjson.loads(line))
            visit = parse_visit(entry, position.next_id(entry.at), hosts)
            if entry.request:
                parsed.requests[len(parsed.visits)] = RecordedRequest.of(entry, visit, place)
            parsed.visits.append(visit)
            parsed.seen.append(entry)
        except (TypeError, ValueError):
            log.warning("journal_line_skipped", bytes=len(line))
        place += len(line) + 1
        if time.perf_counter() - slice_began > SLICE:
            await asyncio.sleep(0)
            slice_began = time.perf_counter()
    return parsed
