"""How far a journal is ingested. Each database keeps its position, saved in the same transaction as the ingested
visits.

Several processes may ingest the same journal at once, one from the disk and another what was shipped. So a position is
saved by an UPDATE with the condition that nobody has moved it since it was loaded.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import Self

from app.kernel import db
from app.visits.visit import SEQUENCE_BITS

NODE_BITS, MAX_CLOCK_LEAD = 10, 60_000
SELECT_POSITION = "SELECT id, segment, bytes, last_id FROM journals WHERE journal = $1"
INSERT_POSITION = (
    "INSERT INTO journals (journal, segment, bytes, last_id) VALUES ($1, 0, 0, 0) ON CONFLICT (journal) DO NOTHING"
)
UPDATE_POSITION = """UPDATE journals SET segment = $1, bytes = $2, last_id = $3
    WHERE journal = $4 AND segment = $5 AND bytes = $6 RETURNING id"""


class PositionMoved(Exception):
    """Another process has ingested the same part of the journal."""


@dataclass(slots=True)
class Position:
    """All visits before byte `bytes` of `segment` are ingested. `node` tells journals apart in the ids of visits.

    `before` are the segment and byte of the position that this one replaces when it is saved.
    """

    reader: str
    node: int
    segment: int
    bytes: int
    last_id: int
    before: tuple[int, int] = (0, 0)

    def begins(self, segment: int) -> int:
        """Returns the byte of a segment from which it is to be ingested; a huge number for a finished segment."""
        if segment < self.segment:
            return 1 << 62
        return self.bytes if segment == self.segment else 0

    def at(self, segment: int, bytes: int) -> Self:
        """Returns the position at another place, to be saved in place of this one."""
        return replace(self, segment=segment, bytes=bytes, before=(self.segment, self.bytes))

    def next_id(self, milliseconds: int) -> int:
        """Returns an id for a visit at this time, in milliseconds: above all earlier ones of this journal, and
        different from those of other journals (visit.py).

        After the clock was ahead by more than a minute, ids start again at the true time with another node number.
        """
        tick, minimum = milliseconds << (SEQUENCE_BITS - NODE_BITS), (self.last_id >> NODE_BITS) + 1
        if minimum - tick > MAX_CLOCK_LEAD << (SEQUENCE_BITS - NODE_BITS):
            self.change_node()
        else:
            tick = max(tick, minimum)
        self.last_id = tick << NODE_BITS | self.node
        return self.last_id

    def change_node(self) -> None:
        """Changes the node number, because some ids with the current one are or may be in use."""
        self.node = secrets.randbelow(1 << NODE_BITS)

    async def save(self, on: str) -> None:
        """Saves a position that `at` returned; first in the transaction that saves the visits.

        Raises: PositionMoved when another process has saved one meanwhile; the transaction must be undone.
        """
        values = [self.segment, self.bytes, self.last_id, self.reader, *self.before]
        if not await db.query_rows(UPDATE_POSITION, values, on=on):
            raise PositionMoved(self.reader)


async def load_position(journal: str, on: str, what: str) -> Position:
    """Returns the position of a journal for `what`: `visits` for rows, `links` for counters."""
    reader = f"{journal}:{what}"
    rows = await db.query_rows(SELECT_POSITION, [reader], on=on)
    if not rows:
        await db.query_rows(INSERT_POSITION, [reader], on=on)
        rows = await db.query_rows(SELECT_POSITION, [reader], on=on)
    row = rows[0]
    return Position(reader, row["id"] % (1 << NODE_BITS), row["segment"], row["bytes"], row["last_id"])
