"""How far a journal was taken in, kept by each database that takes from it, in the same transaction as what it took."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import Self

from app.kernel import db
from app.visits.visit import SEQUENCE_BITS

NODE_BITS, FAR_BACK = 10, 60_000
PLACE = "SELECT id, segment, bytes, last_id FROM journals WHERE journal = $1"
FIRST = (
    "INSERT INTO journals (journal, segment, bytes, last_id) VALUES ($1, 0, 0, 0) ON CONFLICT (journal) DO NOTHING"
)
MOVE = "UPDATE journals SET segment = $1, bytes = $2, last_id = $3 WHERE journal = $4"


@dataclass(slots=True)
class Position:
    """Everything before byte `bytes` of `segment` is taken in. `node` tells journals apart within an id."""

    reader: str
    node: int
    segment: int
    bytes: int
    last_id: int

    def begins(self, segment: int) -> int:
        """The byte of a segment from which on it is to be taken in."""
        if segment < self.segment:
            return 1 << 62
        return self.bytes if segment == self.segment else 0

    def at(self, segment: int, bytes: int) -> Self:
        """The position moved on."""
        return replace(self, segment=segment, bytes=bytes)

    def next_id(self, milliseconds: int) -> int:
        """An id for a visit at this time: greater than any before, and no other journal's (visit.py).

        Not greater after a clock that was ahead by minutes: all visits until then would have its time.
        """
        tick, least = milliseconds << (SEQUENCE_BITS - NODE_BITS), (self.last_id >> NODE_BITS) + 1
        if least - tick > FAR_BACK << (SEQUENCE_BITS - NODE_BITS):
            self.step_aside()
        else:
            tick = max(tick, least)
        self.last_id = tick << NODE_BITS | self.node
        return self.last_id

    def step_aside(self) -> None:
        """From here on ids are told apart by another number: some with this one are taken, or may be."""
        self.node = secrets.randbelow(1 << NODE_BITS)

    async def save(self, on: str) -> None:
        """Inside the transaction that takes."""
        await db.rows(MOVE, [self.segment, self.bytes, self.last_id, self.reader], on=on)


async def of(journal: str, on: str, what: str) -> Position:
    """Where a journal's reader of a kind (`visits` or `links`) stands."""
    reader = f"{journal}:{what}"
    found = await db.rows(PLACE, [reader], on=on)
    if not found:
        await db.rows(FIRST, [reader], on=on)
        found = await db.rows(PLACE, [reader], on=on)
    row = found[0]
    return Position(reader, row["id"] % (1 << NODE_BITS), row["segment"], row["bytes"], row["last_id"])
