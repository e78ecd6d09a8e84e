"""The protocol on the listening socket, before hypercorn: answers simple requests for live links directly.

One complete head `GET|HEAD /name HTTP/1.1` without a body is parsed by httptools (llhttp) and answered here. A request
to the API of models goes to the app without hypercorn (direct_exchange.py). All other bytes go to hypercorn unchanged.
A request without a body is lent: the lane gets the connection back after hypercorn's response. Any other request hands
the connection over for good, because the unread bytes of a body could be mistaken for a request.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from enum import Enum, auto
from typing import Any, Protocol

from app.front.lanes.direct_exchange import DirectExchange
from app.front.lanes.link_answer import answer_link
from app.front.lanes.model_request import BEGINNING, ModelRequest
from app.front.lanes.prepared_redirects import PreparedRedirects
from app.front.lanes.request_head import HeadParser
from app.front.lanes.unread_socket_bytes import has_unread_bytes
from app.front.redirect_service import RedirectService
from app.web.limits import MAX_HEAD

MAX_HEAD_SECONDS, MAX_STUCK_SECONDS = 5.0, 30.0  # seconds
IDLE_MARGIN = 2.0  # seconds an idle connection is kept beyond the announced time, for a request that is on its way
MAX_BUFFER, MAX_REQUESTS_PER_TURN = 64 * 1024, 16
HEAD_END = b"\r\n\r\n"
LENIENT_HEAD_ENDS = (b"\n\n", b"\n\r\n")  # h11 also ends a head at these
BUSY = b"HTTP/1.1 503 \r\nretry-after: 5\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"


class Owner(Protocol):
    """The interface of Connections that a lane uses: settings, counters and the set of open lanes."""

    service: RedirectService
    prepared: PreparedRedirects
    server: Any
    lane: bool
    lanes: set[Any]
    keep_alive: float
    draining: bool
    closing: bool
    refused: int
    answered: int
    announced: bytes

    def has_room(self) -> bool:
        """Whether one more connection may be open."""


class Mode(Enum):
    """Who reads the connection: the lane, the app for one request, hypercorn for one request, or until the end."""

    OWN = auto()
    DIRECT = auto()
    LENT = auto()
    HANDED_OVER = auto()


OWN, HANDED_OVER = Mode.OWN, Mode.HANDED_OVER  # a member of an enumeration takes ten times as long to look up


class ProtocolLane(asyncio.StreamReaderProtocol):
    """The protocol of one connection. It is a StreamReaderProtocol because hypercorn's reader and writer are built on
    it.
    """

    def __init__(self, connections: Owner) -> None:
        self.loop = asyncio.get_running_loop()
        self.reader = asyncio.StreamReader(limit=2**16, loop=self.loop)
        super().__init__(self.reader, loop=self.loop)
        self.connections, self.mode = connections, Mode.OWN
        self.head = HeadParser(connections.service.kept_names)
        self.buffer, self.peer = b"", ""
        self.idle_since = self.progress_at = time.monotonic()
        self.unsent = 0
        self.hypercorn_started = self.eof = self.write_paused = self.read_paused = self.continuing = False
        self.waiting = self.head_begun = False  # after hand-over: between two requests; part of a head came
        self.exchange: DirectExchange | None = None

    def connection_made(self, transport: Any) -> None:
        """Registers the connection. Answers 503 where there is no room, and closes it unanswered at the end."""
        super().connection_made(transport)
        self.transport, self.peer = transport, (transport.get_extra_info("peername") or ("",))[0]
        busy = not self.connections.has_room()
        if busy or self.connections.closing:  # clients repeat a request that is closed without an answer
            self.connections.refused += busy
            transport.write(BUSY * busy)
            transport.close()
            return
        self.connections.lanes.add(self)

    def connection_lost(self, problem: Exception | None) -> None:
        """Removes the connection and forgets unanswered bytes."""
        self.connections.lanes.discard(self)
        self.buffer = b""  # uvloop raises for every write from here on
        if self.exchange:
            self.exchange.lose()
        super().connection_lost(problem)

    def data_received(self, data: bytes) -> None:
        """Answers the requests in these bytes, or passes them to hypercorn."""
        if self.mode is OWN and not self.buffer and self._answer_at_once(data):
            return
        if self.mode is HANDED_OVER:
            self._note_head()
            self.reader.feed_data(data)
            return
        if self.exchange and not (data := self.exchange.take(data)):
            return
        if not self.buffer:
            self.idle_since = time.monotonic()
        self.buffer = self.buffer + data if self.buffer else data
        if not self.continuing:
            self._advance()
        if len(self.buffer) > MAX_BUFFER and not self.read_paused:
            self.read_paused = True
            self.transport.pause_reading()

    def eof_received(self) -> bool:
        """Notes that the client sends nothing more; returns True, so that responses can still be written."""
        self.eof = True
        if self.mode is Mode.OWN:
            self._advance()
        elif self.exchange:
            self.exchange.lose()
        elif self.mode is Mode.HANDED_OVER or not self.buffer:
            self.reader.feed_eof()
        return True

    def pause_writing(self) -> None:
        """Stops answering while the write buffer is full."""
        super().pause_writing()
        self.write_paused = True

    def resume_writing(self) -> None:
        """Answers the requests that waited for the write buffer."""
        super().resume_writing()
        self.write_paused, self.progress_at = False, time.monotonic()
        self._advance()

    @property
    def idle(self) -> bool:
        """Whether no byte of a request has come and no byte of a response is left to be sent."""
        own = self.mode is Mode.OWN and not self.buffer
        free = self.waiting and not self.head_begun if self.mode is Mode.HANDED_OVER else own
        return free and not self.transport.get_write_buffer_size()

    def is_late(self, now: float) -> bool:
        """Whether a head takes longer than MAX_HEAD_SECONDS seconds, or the connection is idle for longer than was
        announced.
        """
        if self.idle:
            return now - self.idle_since > self.connections.keep_alive + IDLE_MARGIN
        reading = self.waiting if self.mode is Mode.HANDED_OVER else self.mode is Mode.OWN
        return reading and now - self.idle_since > MAX_HEAD_SECONDS

    def close_if_idle(self) -> bool:
        """Closes the connection unless bytes of a request have come; returns whether it did.

        Bytes in the socket's receive buffer count too: closing over them would reset the connection.
        """
        if not self.idle or has_unread_bytes(self.transport):
            return False
        self.close()
        return True

    def is_stuck(self, now: float) -> bool:
        """Whether the client has read nothing of the waiting response for MAX_STUCK_SECONDS. To be called regularly."""
        unsent = self.transport.get_write_buffer_size()
        if not unsent or unsent < self.unsent:
            self.progress_at = now
        self.unsent = unsent
        return now - self.progress_at > MAX_STUCK_SECONDS

    def close(self) -> None:
        """Closes the connection after the write buffer is sent."""
        self.transport.close()

    def take_back_connection(self) -> None:
        """Takes the connection back: hypercorn has answered the request that was lent."""
        self.mode, self.idle_since = Mode.OWN, time.monotonic()
        self.close() if self.connections.closing else self._advance()

    def set_hypercorn_waiting(self, waits: bool) -> None:
        """Called when hypercorn starts to wait for a request (`waits`), or has received one."""
        if self.mode is Mode.HANDED_OVER:
            self.waiting, self.head_begun, self.idle_since = waits, False, time.monotonic()
        elif waits and self.mode is Mode.LENT:
            self.take_back_connection()

    def _note_head(self) -> None:
        if self.waiting and not self.head_begun:
            self.head_begun, self.idle_since = True, time.monotonic()

    def _answer_at_once(self, data: bytes) -> bool:
        """Answers or lends a request whose whole head, and nothing else, is in these bytes; otherwise returns False."""
        alone = data.endswith(HEAD_END) and data.find(HEAD_END) == len(data) - len(HEAD_END)
        if not alone or self.write_paused or not self.connections.lane or data.startswith(BEGINNING):
            return False
        self.idle_since = time.monotonic()
        if not self.head.read(data):
            self.buffer = data
            self._hand_over()
        elif not answer_link(self.connections, self.head, self.peer, self.transport.write):
            self._lend(data)
        return True

    def _advance(self) -> None:
        """Processes the requests in the buffer, a few in each turn of the loop, so that their responses leave before
        the next ones.
        """
        self.continuing = False
        for _ in range(MAX_REQUESTS_PER_TURN):
            if not self._process_one() or not self.buffer:
                break
        else:
            self.continuing = True
            self.loop.call_soon(self._advance)
            return
        if self.read_paused and self.mode is Mode.OWN and len(self.buffer) <= MAX_BUFFER:
            self._resume_reading()
        if self.eof and self.mode is Mode.OWN and not self.write_paused:
            self.loop.call_soon(self.close)  # after the responses, which leave at the end of this turn

    def _process_one(self) -> bool:
        """Answers or lends the next request; returns False while its head is not complete, or others have to answer."""
        if not self.buffer or self.mode is not Mode.OWN or self.write_paused:
            return False
        if not self.connections.lane:
            self._hand_over()
            return False
        end = self.buffer.find(HEAD_END) + len(HEAD_END)
        if end < len(HEAD_END):
            if len(self.buffer) > MAX_HEAD or any(ending in self.buffer for ending in LENIENT_HEAD_ENDS):
                self._hand_over()
            return False
        head = self.buffer[:end]  # the same object if nothing follows
        to_model = head.startswith(BEGINNING)
        if to_model or not self.head.read(head):
            self._answer_directly(head) if to_model else self._hand_over()
            return False
        if end == len(self.buffer):
            self.buffer = b""
        else:
            self.buffer, self.idle_since = self.buffer[end:], time.monotonic()
        if not answer_link(self.connections, self.head, self.peer, self.transport.write):
            self._lend(head)
        return True

    def _answer_directly(self, head: bytes) -> None:
        request = ModelRequest.read(head)
        if request is None:
            self._hand_over()
            return
        self.mode, self.exchange = Mode.DIRECT, DirectExchange(self, request)
        self.buffer = self.exchange.take(self.buffer[len(head) :])
        if self.eof:
            self.exchange.lose()
        self.connections.server.answer(self.exchange)

    async def drained(self) -> None:
        """Waits until the write buffer has room; at once for a connection that is lost."""
        with suppress(ConnectionError):
            await self._drain_helper()  # type: ignore[attr-defined]  # of asyncio's FlowControlMixin

    def end_exchange(self, *, close: bool) -> None:
        """Takes the connection back when the app has answered the request that it got directly, or closes it."""
        self.exchange = None
        self.close() if close else self.take_back_connection()

    def _lend(self, head: bytes) -> None:
        self.mode = Mode.LENT
        self._start_hypercorn()
        self.reader.feed_data(head)
        if self.eof and not self.buffer:
            self.reader.feed_eof()

    def _resume_reading(self) -> None:
        if self.read_paused:
            self.read_paused = False
            self.transport.resume_reading()

    def _hand_over(self) -> None:
        self.mode, self.waiting, self.head_begun = Mode.HANDED_OVER, True, bool(self.buffer)
        self._resume_reading()  # from here on the stream reader applies back-pressure
        self._start_hypercorn()
        self.reader.feed_data(self.buffer)
        self.buffer = b""
        if self.eof:
            self.reader.feed_eof()

    def _start_hypercorn(self) -> None:
        if not self.hypercorn_started:
            self.hypercorn_started = True
            writer = asyncio.StreamWriter(self.transport, self, self.reader, self.loop)
            self.connections.server.serve(self, self.reader, writer)
