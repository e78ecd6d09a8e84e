"""All open connections of a process: limits their number, and closes idle and stuck ones."""

from __future__ import annotations

import asyncio
import heapq
import time
from operator import attrgetter
from typing import Protocol

from app.front.lanes.direct_exchange import DirectExchange
from app.front.lanes.prepared_redirects import PreparedRedirects
from app.front.lanes.protocol_lane import Mode, ProtocolLane
from app.front.redirect_service import RedirectService

CHECK_INTERVAL = 1.0  # seconds between two checks for idle connections
RESERVED_SHARE, CLOSED_SHARE = 20, 100  # `most` divided by these: connections kept free, and idle ones closed at once
MAX_SEARCH_SHARE = 0.1  # the largest share of the time spent on searching idle ones


class Server(Protocol):
    """The interface of hypercorn that the lane uses."""

    def serve(self, lane: ProtocolLane, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Starts to read requests from `reader`.

        Calls `lane.take_back_connection()` after each response to a request that the lane lent.
        """

    def answer(self, exchange: DirectExchange) -> None:
        """Lets the app answer a request whose head a lane has read."""


class Connections:
    """The protocol factory of the listening socket: creates a ProtocolLane for each connection, at most `most` at a
    time.

    Idle connections are kept for `keep_alive` seconds; `announced` is the Keep-Alive header line that tells it to
    clients. When almost `most` are open, those idle for longest are closed earlier. With `lane=False` hypercorn answers
    every request. `prepared` are the redirects that need no computing.

    While `draining`, each response tells its client to close the connection; hypercorn gives all of them then. When
    `closing`, new connections are refused.
    """

    def __init__(
        self, service: RedirectService, most: int, server: Server, keep_alive: float = 75, *, lane: bool = True
    ) -> None:
        self.service, self.most, self.server, self.lane = service, most, server, lane
        self.keep_alive, self.announced = keep_alive, b"keep-alive: timeout=%d\r\n" % keep_alive
        self.prepared = PreparedRedirects()
        self.lanes: set[ProtocolLane] = set()
        self.refused = self.answered = 0
        self.draining = self.closing = False
        self.next_search_at = 0.0

    def __call__(self) -> ProtocolLane:
        return ProtocolLane(self)

    def has_room(self) -> bool:
        """Whether one more connection may be open; closes idle ones first when almost all places are taken."""
        if len(self.lanes) >= self.most - self.most // RESERVED_SHARE:
            self._close_longest_idle()
        return len(self.lanes) < self.most

    def _close_longest_idle(self) -> None:
        """Closes the connections that are idle for longest. The next search is delayed in proportion to the time this
        one took, so that searches never take more than MAX_SEARCH_SHARE of the time.
        """
        started_at = time.monotonic()
        if started_at < self.next_search_at:
            return
        idle = [lane for lane in self.lanes if lane.idle]
        for lane in heapq.nsmallest(max(1, self.most // CLOSED_SHARE), idle, key=attrgetter("idle_since")):
            if lane.close_if_idle():
                self.lanes.discard(lane)  # the transport reports the loss only in the next turn of the loop
        self.next_search_at = (now := time.monotonic()) + (now - started_at) / MAX_SEARCH_SHARE

    async def check_regularly(self) -> None:
        """Runs `close_stale` every second until it is cancelled."""
        while True:
            await asyncio.sleep(CHECK_INTERVAL)
            self.close_stale(time.monotonic())

    def close_stale(self, now: float) -> None:
        """Closes connections that are idle for too long, send a head too slowly, or do not read. `now` is a time of the
        monotonic clock.
        """
        for lane in [*self.lanes]:
            if lane.is_stuck(now):
                lane.transport.abort()  # close() would wait until all is sent
            elif lane.is_late(now) and not lane.close_if_idle() and not lane.idle:
                lane.close()

    def drain(self) -> None:
        """Closes idle connections now, and refuses new ones.

        A connection with a request under way is closed after its response.
        """
        self.draining = self.closing = True
        if self.service.recording:
            self.service.recording.journal.flush()
        for lane in [*self.lanes]:
            if not lane.close_if_idle() and lane.mode is Mode.OWN and lane.buffer:
                lane.close()
