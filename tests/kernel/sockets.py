"""HTTP servers of a test's own on real sockets, answering byte by byte, and names that lead to them."""

import asyncio
import socket
import ssl
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

from aiohttp.abc import AbstractResolver, ResolveResult

Answer = Callable[["Conversation"], Awaitable[None]]
GREETING = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"


class Conversation:
    """One connection: the request that came and what is written back."""

    def __init__(self, head: str, body: bytes, writer: asyncio.StreamWriter) -> None:
        self.head, self.body, self.writer = head, body, writer

    @property
    def line(self) -> str:
        """Method and target, such as `GET /path`."""
        return self.head.splitlines()[0].rpartition(" ")[0]

    def header(self, name: str) -> str | None:
        """The value of a request header, or nothing."""
        pairs = (line.partition(": ") for line in self.head.splitlines()[1:])
        return next((value for each, _, value in pairs if each.lower() == name.lower()), None)

    async def send(self, data: bytes) -> None:
        """Writes and waits until the system takes it; raises ConnectionError when the client has hung up."""
        self.writer.write(data)
        await self.writer.drain()


class Server:
    """What it answers is a function of the conversation; what it was asked is kept."""

    def __init__(self, answer: Answer) -> None:
        self.answer, self.port = answer, 0
        self.requests: list[Conversation] = []

    async def converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ssl.SSLError):
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                conversation = Conversation(head, b"", writer)
                conversation.body = await reader.readexactly(int(conversation.header("Content-Length") or 0))
                self.requests.append(conversation)
                await self.answer(conversation)
                writer.close()
                await writer.wait_closed()
        finally:
            writer.transport.abort()
            with suppress(ConnectionError, ssl.SSLError):
                await writer.wait_closed()


@asynccontextmanager
async def serving(
    answer: Answer | bytes, host: str = "127.0.0.1", port: int = 0, tls: ssl.SSLContext | None = None
) -> AsyncGenerator[Server]:
    """A server on this machine; bytes are answered to everybody. Conversations still open at the end are cut."""

    async def say(conversation: Conversation) -> None:
        await conversation.send(answer if isinstance(answer, bytes) else b"")

    server, tasks = Server(say if isinstance(answer, bytes) else answer), set[asyncio.Task[None]]()

    def begin(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(server.converse(reader, writer))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    listening = await asyncio.start_server(begin, host, port, ssl=tls)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class Names(AbstractResolver):
    """A name server of the test's own: `answers` by host, one list after the other, the last one for ever."""

    def __init__(self, **answers: list[list[str]]) -> None:
        self.answers = {name.replace("_", "."): lists for name, lists in answers.items()}

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        lists = self.answers.get(host) or self.answers.get("any")
        if not lists:
            raise OSError("no such host")
        addresses = lists.pop(0) if len(lists) > 1 else lists[0]
        return [
            ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=0)
            for address in addresses
        ]

    async def close(self) -> None: ...
