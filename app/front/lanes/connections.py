"""All that is connected to a process: how many at most, and who is let go for doing nothing."""

from __future__ import annotations

import asyncio
import heapq
import time
from operator import attrgetter
from typing import Protocol

from app.front.lanes.protocol_lane import Mode, ProtocolLane
from app.front.redirect_service import Following

EVERY = 1.0  # seconds between two looks at who is idle
NEAR, BATCH = 20, 100  # parts of `most`: how many places are kept free, and how many idle ones are closed at once
SEARCHING = 0.1  # the part of the time that may go into looking for idle ones


class Server(Protocol):
    """Hypercorn, as far as a lane knows it."""

    def serve(self, lane: ProtocolLane, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Begins to read requests from `reader`; calls `lane.returned()` when one that was lent is answered."""


class Connections:
    """Everything that is connected, at most `most`; makes the protocol of each.

    An idle connection is kept for `keep_alive` seconds, which is announced to the client. When nearly as many are open
    as may be, the longest idle ones are closed before that. Without `lane` hypercorn answers everything.
    """

    def __init__(
        self, following: Following, most: int, server: Server, keep_alive: float = 75, *, lane: bool = True
    ) -> None:
        self.following, self.most, self.server, self.lane = following, most, server, lane
        self.keep_alive = keep_alive
        self.lanes: set[ProtocolLane] = set()
        self.refused = self.answered = 0
        self.draining = False
        self.search_again = 0.0

    def __call__(self) -> ProtocolLane:
        return ProtocolLane(self)

    @property
    def announced(self) -> bytes:
        """The line of a head that says how long an idle connection is kept."""
        return b"keep-alive: timeout=%d\r\n" % self.keep_alive

    def has_room(self) -> bool:
        """Whether one more connection may be open; makes room for it where it can."""
        if len(self.lanes) >= self.most - self.most // NEAR:
            self._close_longest_idle()
        return len(self.lanes) < self.most

    def _close_longest_idle(self) -> None:
        """Closes some; where few are idle, the search is not repeated for every connection that comes."""
        began = time.monotonic()
        if began < self.search_again:
            return
        idle = [lane for lane in self.lanes if lane.idle]
        for lane in heapq.nsmallest(max(1, self.most // BATCH), idle, key=attrgetter("since")):
            if lane.close_idle():
                self.lanes.discard(lane)  # at once: the transport tells it only in the next turn
        self.search_again = (now := time.monotonic()) + (now - began) / SEARCHING

    async def keep(self) -> None:
        """Closes what is idle, too slow or does not read, for ever."""
        while True:
            await asyncio.sleep(EVERY)
            self.look(time.monotonic())

    def look(self, now: float) -> None:
        """Closes what is idle, too slow or does not read at this moment (of the monotonic clock)."""
        for lane in [*self.lanes]:
            if lane.stuck(now):
                lane.transport.abort()  # close() would wait until all is sent
            elif lane.late(now) and not lane.close_idle() and not lane.idle:
                lane.close()

    def drain(self) -> None:
        """Closes what is idle, and what comes from now on.

        What is being answered, and what has come already, is closed with its answer.
        """
        self.draining = True
        if self.following.recording:
            self.following.recording.journal.flush()
        for lane in [*self.lanes]:
            if not lane.close_idle() and lane.mode is Mode.OWN and lane.held:
                lane.close()
