"""Lets the app answer a request whose head the lane has read, and writes the answer, without hypercorn in between.

The app gets the same ASGI messages, and the client the same answer, as with hypercorn, whose parsing and checking of a
request takes as long as a statement of the database.
"""

from __future__ import annotations

import asyncio
from typing import Any, Protocol

from app.front.lanes.model_request import ModelRequest
from app.front.lanes.response_bytes import end_of_head

BROKEN = b"HTTP/1.1 500 \r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
CLOSE = b"connection: close\r\n"
BODILESS = {204, 304}
ASGI = {"spec_version": "2.1", "version": "3.0"}
Message = dict[str, Any]


class Connections(Protocol):
    """What is needed here of the connections of the process."""

    draining: bool
    announced: bytes


class Wire(Protocol):
    """What is needed here of the lane that has the connection."""

    transport: Any

    @property
    def connections(self) -> Connections:
        """The connections of the process."""

    async def drained(self) -> None:
        """Waits until the write buffer has room."""

    def end_exchange(self, *, close: bool) -> None:
        """Takes the connection back, or closes it."""


class DirectExchange:
    """One request and its answer."""

    def __init__(self, wire: Wire, request: ModelRequest) -> None:
        self.wire, self.request = wire, request
        self._body, self._missing = bytearray(), request.length
        self._arrived, self._gone = asyncio.Event(), False
        self._read = self._begun = self._chunked = self._closes = self._ended = False

    def take(self, data: bytes) -> bytes:
        """Takes what belongs to the body; returns the rest, which is the next request."""
        part, rest = data[: self._missing], data[self._missing :]
        self._body += part
        self._missing -= len(part)
        self._arrived.set()
        return rest

    def lose(self) -> None:
        """Notes that the client is gone: nothing more is written, and the app receives http.disconnect."""
        self._gone = True
        self._arrived.set()

    async def run(self, app: Any) -> None:
        """Calls the app. An answer that it does not finish is cut off, so that the client notices."""
        try:
            await app(self._scope(), self._receive, self._send)
        finally:
            if not self._ended:
                self._write(b"" if self._begun else BROKEN)
                self._end(close=True)

    def _scope(self) -> Message:
        """Returns what ASGI tells an app of a request, as hypercorn does."""
        return {
            "type": "http",
            "http_version": "1.1",
            "asgi": ASGI,
            "method": "POST",
            "scheme": "http",
            "path": self.request.path.decode("ascii"),
            "raw_path": self.request.path,
            "query_string": b"",
            "root_path": "",
            "headers": self.request.headers,
            "client": self._address("peername"),
            "server": self._address("sockname"),
            "state": {},
            "extensions": {},
        }

    def _address(self, end: str) -> tuple[str, int] | None:
        """Returns the host and port of one end of the connection; None where it has none."""
        address = self.wire.transport.get_extra_info(end)
        return address[:2] if isinstance(address, tuple) else None

    async def _receive(self) -> Message:
        """Returns what has arrived of the body; after its end it waits until the client is gone."""
        while not self._gone and not self._body and (self._missing or self._read):
            self._arrived.clear()
            await self._arrived.wait()
        if self._gone:
            return {"type": "http.disconnect"}
        body, self._body, self._read = bytes(self._body), bytearray(), not self._missing
        return {"type": "http.request", "body": body, "more_body": bool(self._missing)}

    async def _send(self, message: Message) -> None:
        """Writes a part of the answer, at the pace at which the client reads."""
        if message["type"] == "http.response.start":
            self._begin(message["status"], message["headers"])
            return
        body, more = message.get("body", b""), message.get("more_body", False)
        if self._chunked:
            body = (b"%x\r\n%b\r\n" % (len(body), body) if body else b"") + (b"" if more else b"0\r\n\r\n")
        self._write(body)
        await self.wire.drained()
        if not more:
            self._end(close=self._closes)

    def _begin(self, status: int, headers: list[tuple[bytes, bytes]]) -> None:
        """Writes the head; a body of unknown length follows in chunks (RFC 9112 §7.1)."""
        names = {name.lower() for name, _ in headers}
        announced = b"connection" in names  # by the app, which closes a connection with it
        # the rest of a body that was not read would be taken for a request
        self._closes = announced or self.wire.connections.draining or self._missing > 0
        self._begun, self._chunked = True, b"content-length" not in names and status not in BODILESS
        lines = [b"%b: %b\r\n" % line for line in headers]
        lines += [b"transfer-encoding: chunked\r\n"] * self._chunked + [CLOSE] * (self._closes and not announced)
        kept = b"" if self._closes else self.wire.connections.announced
        self._write(b"HTTP/1.1 %d \r\n%b%b" % (status, b"".join(lines), end_of_head(kept)))

    def _write(self, data: bytes) -> None:
        if data and not self._gone:
            self.wire.transport.write(data)

    def _end(self, *, close: bool) -> None:
        self._ended = True
        self.wire.end_exchange(close=close)
