"""Clients that follow a link over connections that they keep, and count every request that was not answered."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from itertools import count

PAUSE = 0.04  # seconds between two requests of a client, so that a server that starts gets its share of the machine


class SteadyLoad:
    """`answered` are the marks of the requests that got their redirect, `refused` connections that nobody took, `cut`
    requests that a connection ended instead of answering.
    """

    def __init__(self, port: int, slug: str = "promo") -> None:
        self.port, self.slug, self.marks, self.answered = port, slug, count(1), set[int]()
        self.refused = self.cut = 0
        self.told_to_close = 0

    async def run(self, until: asyncio.Event) -> None:
        """Follows the link until the event is set."""
        while not until.is_set():
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            except OSError:
                self.refused += 1
                await asyncio.sleep(PAUSE)
                continue
            try:
                while not until.is_set() and await self._ask(reader, writer):
                    await asyncio.sleep(PAUSE)
            except (OSError, asyncio.IncompleteReadError):
                self.cut += 1
            finally:
                writer.close()

    async def _ask(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Makes one request; returns whether the connection stays open."""
        mark = next(self.marks)
        agent = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"
        path, host = f"/{self.slug}?utm_content={mark}", f"127.0.0.1:{self.port}"
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: {agent}\r\n\r\n".encode())
        answer = await reader.readuntil(b"\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 302 "), answer
        self.answered.add(mark)
        closes = b"\r\nconnection: close\r\n" in answer.lower()
        self.told_to_close += closes
        return not closes


@asynccontextmanager
async def under_load(port: int, clients: int = 12, slug: str = "promo") -> AsyncGenerator[SteadyLoad]:
    """So many clients for the length of a block."""
    load, until = SteadyLoad(port, slug), asyncio.Event()
    running = [asyncio.create_task(load.run(until)) for _ in range(clients)]
    try:
        yield load
    finally:
        until.set()
        await asyncio.gather(*running)
