"""Before hypercorn, on its own port: the plainest requests for plain live links are answered from the socket.

One whole head `GET|HEAD /name HTTP/1.1` without a body is parsed by httptools (llhttp) and answered here. Everything
else goes to hypercorn, bytes untouched. What has no body is lent, head by head, and the connection comes back when
hypercorn has answered; anything else is given for good, for unread bytes of a body would look like a request.
"""

from __future__ import annotations

import asyncio
import fcntl
import termios
import time
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from app.front.lanes.request_head import Head
from app.front.lanes.response_bytes import told
from app.front.redirect_service import simple_name
from app.kernel import clock, site
from app.web.limits import HEAD

if TYPE_CHECKING:
    from app.front.lanes.connections import Connections

HEAD_TIME, TAKING_TIME = 5.0, 30.0  # seconds
MARGIN = 2.0  # seconds that an idle connection is kept beyond what was announced: a request may be on its way
MOST_HELD_BACK, MOST_AT_ONCE = 64 * 1024, 16
END, KEPT, METHODS = b"\r\n\r\n", b"keep-alive", (b"GET", b"HEAD")
LOOSE_ENDS = (b"\n\n", b"\n\r\n")  # which end a head for h11 too
BUSY = b"HTTP/1.1 503 \r\nretry-after: 5\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"


class Mode(Enum):
    """Who has the connection: the lane, hypercorn for one request, or hypercorn for good."""

    OWN = auto()
    LENT = auto()
    GIVEN = auto()


class ProtocolLane(asyncio.StreamReaderProtocol):
    """One connection. As a StreamReaderProtocol it is also what hypercorn's reader and writer stand on."""

    def __init__(self, connections: Connections) -> None:
        self.loop = asyncio.get_running_loop()
        self.reader = asyncio.StreamReader(limit=2**16, loop=self.loop)
        super().__init__(self.reader, loop=self.loop)
        self.connections, self.mode = connections, Mode.OWN
        self.head = Head(connections.following.wanted)
        self.held, self.peer = b"", ""
        self.since = self.taken = time.monotonic()
        self.unsent = 0
        self.started = self.ended = self.full = self.paused = self.going_on = False
        self.waiting = self.begun = False  # of a connection given to hypercorn: for the next head; some of it is there

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self.transport, self.peer = transport, (transport.get_extra_info("peername") or ("",))[0]
        busy = not self.connections.has_room()
        if busy or self.connections.draining:  # what is closed without a word is asked again by itself
            self.connections.refused += busy
            transport.write(BUSY * busy)
            transport.close()
            return
        self.connections.lanes.add(self)

    def connection_lost(self, problem: Exception | None) -> None:
        self.connections.lanes.discard(self)
        self.held = b""  # uvloop raises for every answer from here on
        super().connection_lost(problem)

    def data_received(self, data: bytes) -> None:
        if self.mode is Mode.GIVEN:
            self._note_head()
            self.reader.feed_data(data)
            return
        if not self.held:
            self.since = time.monotonic()
        self.held = self.held + data if self.held else data
        if not self.going_on:
            self._advance()
        if len(self.held) > MOST_HELD_BACK and not self.paused:
            self.paused = True
            self.transport.pause_reading()

    def eof_received(self) -> bool:
        self.ended = True
        if self.mode is Mode.OWN:
            self._advance()
        elif self.mode is Mode.GIVEN or not self.held:
            self.reader.feed_eof()
        return True

    def pause_writing(self) -> None:
        super().pause_writing()
        self.full = True

    def resume_writing(self) -> None:
        super().resume_writing()
        self.full, self.taken = False, time.monotonic()
        self._advance()

    @property
    def idle(self) -> bool:
        """Whether no part of a request has come, and nothing of an answer is left to be sent."""
        free = self.waiting and not self.begun if self.mode is Mode.GIVEN else self.mode is Mode.OWN and not self.held
        return free and not self.transport.get_write_buffer_size()

    def late(self, now: float) -> bool:
        """Whether a head takes too long, or the connection was idle for longer than was announced."""
        if self.idle:
            return now - self.since > self.connections.keep_alive + MARGIN
        reading = self.waiting if self.mode is Mode.GIVEN else self.mode is Mode.OWN
        return reading and now - self.since > HEAD_TIME

    def close_idle(self) -> bool:
        """Closes the connection unless bytes of a request have come; returns whether it did.

        Bytes that the system holds and nobody has read yet count: to close over them is to reset the connection.
        """
        if not self.idle or _unread(self.transport):
            return False
        self.close()
        return True

    def stuck(self, now: float) -> bool:
        """Whether the other end has taken nothing for too long of what waits to be sent; to be asked now and then."""
        unsent = self.transport.get_write_buffer_size()
        if not unsent or unsent < self.unsent:
            self.taken = now
        self.unsent = unsent
        return now - self.taken > TAKING_TIME

    def close(self) -> None:
        self.transport.close()

    def returned(self) -> None:
        """Hypercorn has answered what it was lent."""
        self.mode, self.since = Mode.OWN, time.monotonic()
        self.close() if self.connections.draining else self._advance()

    def hypercorn_waits(self, waits: bool) -> None:
        """Hypercorn begins to wait for a request, or has one now."""
        if self.mode is Mode.GIVEN:
            self.waiting, self.begun, self.since = waits, False, time.monotonic()
        elif waits and self.mode is Mode.LENT:
            self.returned()

    def _note_head(self) -> None:
        if self.waiting and not self.begun:
            self.begun, self.since = True, time.monotonic()

    def _advance(self) -> None:
        """Answers heads while whole ones are there for this lane to answer; a few at a time, then these leave first."""
        self.going_on = False
        for _ in range(MOST_AT_ONCE):
            if not self._took_one():
                break
        else:
            self.going_on = True
            self.loop.call_soon(self._advance)
            return
        if self.mode is Mode.OWN and len(self.held) <= MOST_HELD_BACK:
            self._read_on()
        if self.ended and self.mode is Mode.OWN and not self.full:
            self.loop.call_soon(self.close)  # behind the answers that leave at the end of this turn

    def _took_one(self) -> bool:
        """Answers or lends the next head; False when there is none, or not for this lane, or not now."""
        if not self.held or self.mode is not Mode.OWN or self.full:
            return False
        if not self.connections.lane:
            self._give()
            return False
        end = self.held.find(END) + len(END)
        if end < len(END):
            if len(self.held) > HEAD or any(loose in self.held for loose in LOOSE_ENDS):
                self._give()
            return False
        head = self.held[:end]
        if not self.head.read(head):
            self._give()
            return False
        self.held = self.held[end:]
        if self.held:
            self.since = time.monotonic()
        if not self._answered():
            self._lend(head)
        return True

    def _answered(self) -> bool:
        """Answers a plain live link or a rendered page; False for what hypercorn is to answer."""
        following, method, headers = self.connections.following, self.head.method, self.head.headers
        path, _, asked = self.head.target.partition(b"?")
        name = simple_name(path) if method in METHODS else None
        if name is None or following.lookup is None or following.recording is None or not self._staying():
            return False
        found, query, now = following.lookup.at_once(name), asked.decode("latin1"), clock.now()
        said = told(following, found, self.head, query, now, self.connections.announced) if found else b""
        if found is None or not said:
            return False
        visitor = following.visitor(method.decode(), self.peer, query, headers)
        following.recording.journal.add(following.line(found, visitor, now), self.transport.write, said)
        self.connections.answered += 1
        return True

    def _staying(self) -> bool:
        """Whether it asks our public host, and says nothing of the connection but that it wants to keep it."""
        headers = self.head.headers
        kept = headers.get(b"connection", KEPT).lower() == KEPT and not self.connections.draining
        return kept and site.is_public(headers.get(b"host", b""))

    def _lend(self, head: bytes) -> None:
        self.mode = Mode.LENT
        self._start()
        self.reader.feed_data(head)
        if self.ended and not self.held:
            self.reader.feed_eof()

    def _read_on(self) -> None:
        if self.paused:
            self.paused = False
            self.transport.resume_reading()

    def _give(self) -> None:
        self.mode, self.waiting, self.begun = Mode.GIVEN, True, bool(self.held)
        self._read_on()  # from here on the reader holds back by itself
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


def _unread(transport: Any) -> bool:
    """Whether the system holds bytes of this connection that were not read yet."""
    try:
        waiting = fcntl.ioctl(transport.get_extra_info("socket").fileno(), termios.FIONREAD, bytes(4))
    except (OSError, ValueError, AttributeError):  # it is closed already
        return False
    return any(waiting)
