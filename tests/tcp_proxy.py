"""A network between a client and a server of a test, which can be silent: it takes everything and passes nothing on."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

CHUNK = 1 << 16


class Proxy:
    """Passes connections on `port` of this machine on to a Unix socket, in a thread of its own."""

    def __init__(self, target: Path) -> None:
        self.target, self.port = target, 0
        self._loop = asyncio.new_event_loop()
        self._passes = asyncio.Event()
        self._passes.set()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)

    def open(self) -> None:
        """Begins to listen."""
        self._thread.start()
        self._server = self._within(asyncio.start_server(self._connected, "127.0.0.1", 0))
        self.port = self._server.sockets[0].getsockname()[1]

    def be_silent(self) -> None:
        """Passes nothing on from now on, and still accepts what comes."""
        self._loop.call_soon_threadsafe(self._passes.clear)

    def pass_on(self) -> None:
        """Passes everything on again, also what was held back."""
        self._loop.call_soon_threadsafe(self._passes.set)

    def close(self) -> None:
        """Ends all connections."""
        self._within(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _within(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _end(self) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._tasks.add(task := asyncio.ensure_future(self._carry(reader, writer)))
        task.add_done_callback(self._tasks.discard)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        opened = [writer]
        try:
            await self._passes.wait()
            their_reader, their_writer = await asyncio.open_unix_connection(str(self.target))
            opened.append(their_writer)
            async with asyncio.TaskGroup() as pumps:
                pumps.create_task(self._pump(reader, their_writer))
                pumps.create_task(self._pump(their_reader, writer))
        except* OSError:
            pass  # one of both has gone
        finally:
            for one in opened:
                one.close()
            await asyncio.gather(*(one.wait_closed() for one in opened), return_exceptions=True)

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(CHUNK):
            await self._passes.wait()
            writer.write(data)
            await writer.drain()
        raise ConnectionResetError  # ends the other direction, too


@contextmanager
def proxied(url: str) -> Iterator[tuple[Proxy, str]]:
    """A proxy before the PostgreSQL server of a URL, and the URL through it."""
    parts = urlsplit(url)
    proxy = Proxy(Path(parse_qs(parts.query)["host"][0], ".s.PGSQL.5432"))
    proxy.open()
    try:
        yield proxy, f"asyncpg://postgres:@127.0.0.1:{proxy.port}{parts.path}"
    finally:
        proxy.close()
