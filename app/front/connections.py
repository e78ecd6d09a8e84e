"""All that is connected to a process: how many at most, and who is let go for doing nothing."""

from __future__ import annotations

import asyncio
import time
from typing import Protocol

from app.front.following import Following
from app.front.protocol_lane import Mode, ProtocolLane


class Server(Protocol):
    """Hypercorn, as far as a lane knows it."""

    def serve(self, lane: ProtocolLane, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Begins to read requests from `reader`; calls `lane.returned()` when one that was lent is answered."""


class Connections:
    """Everything that is connected, at most `most`; makes the protocol of each."""

    def __init__(self, following: Following, most: int, server: Server) -> None:
        self.following, self.most, self.server = following, most, server
        self.lanes: set[ProtocolLane] = set()
        self.refused = self.answered = 0
        self.draining = False

    def __call__(self) -> ProtocolLane:
        return ProtocolLane(self)

    async def keep(self) -> None:
        """Closes what is idle, too slow or does not read, for ever."""
        while True:
            await asyncio.sleep(1)
            now = time.monotonic()
            for lane in [*self.lanes]:
                if lane.stuck(now):
                    lane.transport.abort()  # close() would wait until all is sent
                elif lane.mode is Mode.OWN and lane.late(now):
                    lane.close()

    def drain(self) -> None:
        """Closes what is idle, and what comes from now on; hypercorn closes what it is answering when that is done."""
        self.draining = True
        if self.following.recording:
            self.following.recording.journal.flush()
        for lane in [lane for lane in self.lanes if lane.mode is Mode.OWN]:
            lane.close()
