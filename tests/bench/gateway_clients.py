"""Clients of the bench of the gateway: one that streams a chat after the other, and many at once.

They read no more of HTTP than they must, so that what they cost is the same for everything that is measured.
"""

from __future__ import annotations

import asyncio
import json
import socket
import time
from dataclasses import dataclass

PATIENCE = 120.0  # seconds
END = b"\r\n0\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Target:
    """Where chats are sent: a port of this machine, a key, and what the model is called there."""

    port: int
    key: str
    model: str

    def request(self, tokens: int, pause: int = 0) -> bytes:
        """Returns a request for so many tokens, one each `pause` milliseconds, as it goes over the wire."""
        words = "Write as much as you are told to: " * 10 + f"{tokens} tokens each {pause}"
        messages = [{"role": "system", "content": "You are brief."}, {"role": "user", "content": words}]
        body = json.dumps({"model": self.model, "messages": messages, "stream": True, "max_tokens": 1000}).encode()
        head = (
            f"POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAuthorization: Bearer {self.key}\r\n"
            f"Accept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body


class OneByOne:
    """A client with one connection that is kept."""

    def __init__(self, target: Target) -> None:
        self.target = target
        self.connection = socket.create_connection(("127.0.0.1", target.port), timeout=PATIENCE)
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def stream(self, tokens: int) -> float:
        """Streams an answer whole; returns the milliseconds until its first event.

        Raises: RuntimeError if it is not a whole stream.
        """
        request, received, first = self.target.request(tokens), bytearray(), 0.0
        began = time.perf_counter()
        self.connection.sendall(request)
        while not received.endswith(END):
            data = self.connection.recv(65536)
            received += data
            if not first and b"data: " in received:
                first = (time.perf_counter() - began) * 1000
            if not data or (not first and received.endswith(b"}")):
                break
        check_whole(bytes(received), tokens)
        return first

    def close(self) -> None:
        """Closes the connection."""
        self.connection.close()


def check_whole(received: bytes, tokens: int) -> None:
    """Raises: RuntimeError if an answer is no whole stream of so many tokens."""
    if not received.endswith(END) or b"data: [DONE]" not in received or received.count(b"word") < tokens:
        raise RuntimeError(f"no whole stream: {received[:600]!r} … {received[-200:]!r}")


class _Reader(asyncio.Protocol):
    """A stream of many: when its first event came, and whether it has ended."""

    def __init__(self, request: bytes) -> None:
        self.request, self.received = request, bytearray()
        self.began = self.first = 0.0
        self.ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.began = time.perf_counter()
        transport.write(self.request)

    def data_received(self, data: bytes) -> None:
        self.received += data
        if not self.first and b"data: " in data:
            self.first = (time.perf_counter() - self.began) * 1000
        if self.received.endswith(END) and not self.ended.done():
            self.ended.set_result(None)

    def connection_lost(self, _: Exception | None) -> None:
        if not self.ended.done():
            self.ended.set_exception(RuntimeError(f"the connection was closed: {bytes(self.received[:400])!r}"))


async def stream_at_once(target: Target, number: int, tokens: int, pause: int) -> list[float]:
    """Streams so many answers at once; returns the milliseconds until the first event of each.

    Raises: RuntimeError if one is not whole.
    """
    loop, request = asyncio.get_running_loop(), target.request(tokens, pause)
    opened = [await loop.create_connection(lambda: _Reader(request), "127.0.0.1", target.port) for _ in range(number)]
    async with asyncio.timeout(PATIENCE):
        await asyncio.gather(*(reader.ended for _, reader in opened))
    for transport, reader in opened:
        check_whole(bytes(reader.received), tokens)
        transport.close()
    return [reader.first for _, reader in opened]
