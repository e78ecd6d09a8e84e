"""Takes visits of a journal into the database, each exactly once, whoever has them and from wherever.

Rows and the journal position are saved in one transaction, the counters of links and their position in another (on
SQLite these are two files): an interruption between the two loses and repeats nothing. A visit that two machines wrote
down is left out the second time (repeated_requests.py). Parsing yields to the event loop, so that it delays no
redirect.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field, replace
from typing import Self

import orjson
import structlog
from tortoise.exceptions import IntegrityError

from app.kernel import db
from app.visits.recording import insert_visits, journal_position, repeated_requests
from app.visits.recording.journal_position import Position, PositionMoved
from app.visits.recording.parse import parse_visit
from app.visits.recording.repeated_requests import RecordedRequest
from app.visits.visit import JournalEntry, Visit, milliseconds

BATCH_BYTES = 1 << 20  # bytes of a batch
SLICE = 0.0005  # seconds
log = structlog.get_logger()
CountVisits = Callable[[list[Visit], list[JournalEntry]], Awaitable[None]]


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


async def take_in(part: SegmentPart, count: CountVisits) -> int:
    """Saves the visits of a part that are not in the database yet; returns how many rows are new.

    When another process saves the same visits meanwhile, this one goes on behind them. Raises: PartMissing.
    """
    positions, new = await Positions.load(part.journal), 0
    while batch := part.batch(*positions.begins(part.segment)):
        lines, end = batch
        rows_from, counters_from = positions.begins(part.segment)
        place = repeated_requests.place_of(part.journal, part.segment) + min(rows_from, counters_from)
        parsed = await _parse_lines(lines, positions.rows, place)
        try:
            if end > rows_from:
                parsed = await _save_rows(parsed, part.segment, end, positions)
                new += len(parsed.visits)
            else:
                parsed = parsed.without(await repeated_requests.find_repeats(parsed.requests.values()))
            if end > counters_from:
                positions.counters = await _save_counters(parsed, positions.counters.at(part.segment, end), count)
        except PositionMoved:
            positions = await Positions.load(part.journal)
    return new


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


async def _save_counters(parsed: ParsedLines, position: Position, count: CountVisits) -> Position:
    """Adds visits to the counters and saves their position, which is returned. Raises: PositionMoved."""
    async with db.transaction():
        await position.save(db.MAIN)
        await count(parsed.visits, parsed.seen)
    return position


async def _parse_lines(lines: list[bytes], position: Position, place: int) -> ParsedLines:
    """Parses complete lines to visits; `place` is that of the first one (repeated_requests.py).

    A line that a crash cut off is skipped: its request was never answered.
    """
    parsed = ParsedLines()
    slice_began = time.perf_counter()
    for line in lines:
        try:
            entry = JournalEntry(*orjson.loads(line))
            visit = parse_visit(entry, position.next_id(entry.at))
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
