"""Before hypercorn, on its own port: the plainest requests for plain live links are answered from the socket.

One whole head `GET|HEAD /name HTTP/1.1` without a body is parsed by httptools (llhttp) and answered here. Everything
else goes to hypercorn, bytes untouched. What has no body is lent, head by head, and the connection comes back when
hypercorn has answered; anything else is given for good, for unread bytes of a body would look like a request.
"""

from __future__ import annotations

import asyncio
import time
from enum import Enum, auto
from typing import Any, Protocol

from app.front.following import Following, serves, simple_name
from app.front.head import Head
from app.front.reply import reply
from app.kernel import clock
from app.web.limits import HEAD

HEAD_TIME, IDLE_TIME, MOST_HELD_BACK = 5.0, 5.0, 64 * 1024
END, KEPT, METHODS = b"\r\n\r\n", b"keep-alive", (b"GET", b"HEAD")
BUSY = b"HTTP/1.1 503 \r\nretry-after: 5\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"


class Mode(Enum):
    """Who has the connection: the lane, hypercorn for one request, or hypercorn for good."""

    OWN = auto()
    LENT = auto()
    GIVEN = auto()


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

    def __call__(self) -> ProtocolLane:
        return ProtocolLane(self)

    async def keep(self) -> None:
        """Closes what is idle or too slow, for ever."""
        while True:
            await asyncio.sleep(1)
            now = time.monotonic()
            for lane in [lane for lane in self.lanes if lane.mode is Mode.OWN and lane.late(now)]:
                lane.close()

    def drain(self) -> None:
        """Closes what is idle; hypercorn closes what it is answering when that is done."""
        if self.following.recording:
            self.following.recording.journal.flush()
        for lane in [lane for lane in self.lanes if lane.mode is Mode.OWN]:
            lane.close()


class ProtocolLane(asyncio.StreamReaderProtocol):
    """One connection. As a StreamReaderProtocol it is also what hypercorn's reader and writer stand on."""

    def __init__(self, connections: Connections) -> None:
        self.loop = asyncio.get_running_loop()
        self.reader = asyncio.StreamReader(limit=2**16, loop=self.loop)
        super().__init__(self.reader, loop=self.loop)
        self.connections, self.mode = connections, Mode.OWN
        self.head = Head(connections.following.wanted)
        self.held, self.peer, self.since = b"", "", time.monotonic()
        self.started = self.ended = self.full = False

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self.transport = transport
        self.peer = (transport.get_extra_info("peername") or ("",))[0]
        if len(self.connections.lanes) >= self.connections.most:
            self.connections.refused += 1
            transport.write(BUSY)
            transport.close()
            return
        self.connections.lanes.add(self)

    def connection_lost(self, problem: Exception | None) -> None:
        self.connections.lanes.discard(self)
        super().connection_lost(problem)

    def data_received(self, data: bytes) -> None:
        if self.mode is Mode.GIVEN:
            self.reader.feed_data(data)
            return
        if not self.held:
            self.since = time.monotonic()
        self.held = self.held + data if self.held else data
        if self.mode is Mode.OWN:
            self._advance()
        elif len(self.held) > MOST_HELD_BACK:
            self.transport.pause_reading()

    def eof_received(self) -> bool:
        self.ended = True
        if self.mode is Mode.OWN:
            self.loop.call_soon(self.close)  # behind the answers that leave at the end of this turn
        elif self.mode is Mode.GIVEN or not self.held:
            self.reader.feed_eof()
        return True

    def pause_writing(self) -> None:
        super().pause_writing()
        self.full = True

    def resume_writing(self) -> None:
        super().resume_writing()
        self.full = False
        if self.mode is Mode.OWN:
            self._advance()

    def late(self, now: float) -> bool:
        """Whether nothing came for too long, or a head takes too long."""
        return now - self.since > (HEAD_TIME if self.held else IDLE_TIME)

    def close(self) -> None:
        self.transport.close()

    def returned(self) -> None:
        """Hypercorn has answered what it was lent."""
        self.mode, self.since = Mode.OWN, time.monotonic()
        self.transport.resume_reading()
        self._advance()
        if self.ended and self.mode is Mode.OWN:
            self.loop.call_soon(self.close)

    def _advance(self) -> None:
        """Answers heads as long as whole ones are there and this lane is the one to answer."""
        while self.held and self.mode is Mode.OWN and not self.full:
            end = self.held.find(END) + len(END)
            if end < len(END):
                if len(self.held) > HEAD:
                    self._give()
                return
            head = self.held[:end]
            if not self.head.read(head):
                self._give()
                return
            self.held = self.held[end:]
            if self.held:
                self.since = time.monotonic()
            if not self._answered():
                self._lend(head)

    def _answered(self) -> bool:
        """Answers a plain live link; False for what hypercorn is to answer."""
        following, method, headers = self.connections.following, self.head.method, self.head.headers
        path, _, asked = self.head.target.partition(b"?")
        name = simple_name(path) if method in METHODS else None
        if name is None or following.lookup is None or following.recording is None or not self._staying():
            return False
        found, query, now = following.lookup.at_once(name), asked.decode("latin1"), clock.now()
        given = following.passed(found, query, now) if found else None
        if found is None or found.target is None or given is None:
            return False
        visitor = following.visitor(method.decode(), self.peer, query, headers)
        following.recording.journal.add(following.noted(found.target, visitor, now), self.transport.write, reply(given))
        self.connections.answered += 1
        return True

    def _staying(self) -> bool:
        """Whether it asks our public host, and says nothing of the connection but that it wants to keep it."""
        headers = self.head.headers
        return headers.get(b"connection", KEPT).lower() == KEPT and serves(headers.get(b"host", b""))

    def _lend(self, head: bytes) -> None:
        self.mode = Mode.LENT
        self._start()
        self.reader.feed_data(head)
        if self.ended and not self.held:
            self.reader.feed_eof()

    def _give(self) -> None:
        self.mode = Mode.GIVEN
        self._start()
        self.reader.feed_data(self.held)
        self.held = b""
        if self.ended:
            self.reader.feed_eof()

    def _start(self) -> None:
        if not self.started:
            self.started = True
            writer = asyncio.StreamWriter(self.transport, self, self.reader, self.loop)
            self.connections.server.serve(self, self.reader, writer)
