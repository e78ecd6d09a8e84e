"""The three ways in, each behind a real socket in the test's loop: the protocol lane, the ASGI lane, Quart alone."""

import asyncio
import re
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from hypercorn.asyncio.tcp_server import TCPServer
from hypercorn.asyncio.worker_context import WorkerContext
from hypercorn.utils import wrap_app
from quart import Quart

from app import hypercorn_patches
from app.front.lanes.asgi_lane import AsgiLane
from app.front.lanes.connection_limits import Connections
from app.front.redirect_service import RedirectService
from app.server_process import LaneServer, hypercorn_config
from tests.tasks import background_task

VARYING = re.compile(rb"(?im)^(date|x-request-id): .*\r\n|5b1f[0-9a-f]+")


class Ways:
    """Sends the same bytes every way and gives back what came, without what differs from one answer to the next."""

    def __init__(self, ports: dict[str, int], connections: Connections) -> None:
        self.ports, self.connections = ports, connections

    async def answers(self, data: bytes) -> dict[str, bytes]:
        return {way: await self.answer(way, data) for way in self.ports}

    async def answer(self, way: str, data: bytes) -> bytes:
        """Everything that comes for these bytes until the other end closes."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.ports[way])
        writer.write(data)
        received = b""
        try:
            while chunk := await asyncio.wait_for(reader.read(65536), 3):
                received += chunk
        except (TimeoutError, ConnectionError):
            received += b"<silence>"
        writer.close()
        return VARYING.sub(b"", received)


@asynccontextmanager
async def ways(app: Quart) -> AsyncGenerator[Ways]:
    """All three, on an app whose `following` is there."""
    hypercorn_patches.install()
    loop, config = asyncio.get_running_loop(), hypercorn_config("127.0.0.1:0")
    following: RedirectService = app.extensions["redirects"]
    lane: Any = app.asgi_app.app  # type: ignore[attr-defined]
    assert isinstance(lane, AsgiLane)
    before, after = LaneServer(app, config), lane.app
    connections = Connections(following, 100, before)
    servers = [
        await loop.create_server(connections, "127.0.0.1", 0),
        await _hypercorn(lane, config),
        await _hypercorn(after, config),
    ]
    ports = [server.sockets[0].getsockname()[1] for server in servers]
    try:
        yield Ways(dict(zip(("protocol", "asgi", "quart"), ports, strict=True)), connections)
    finally:
        for server in servers:
            server.close()
        connections.drain()
        await before.context.terminated.set()
        if before.tasks:
            await asyncio.wait(before.tasks, timeout=6)


@asynccontextmanager
async def listening(app: Quart, **how: Any) -> AsyncGenerator[tuple[int, Connections]]:
    """The app as `kliqs serve` serves it, on the port that is given, with these settings of its connections."""
    hypercorn_patches.install()
    config = hypercorn_config("127.0.0.1:0", how.get("keep_alive", 75))
    server = LaneServer(app, config)
    connections = Connections(app.extensions["redirects"], how.pop("most", 100), server, **how)
    listener = await asyncio.get_running_loop().create_server(connections, "127.0.0.1", 0)
    try:
        async with background_task(connections.check_regularly()):
            yield listener.sockets[0].getsockname()[1], connections
    finally:
        listener.close()
        connections.drain()
        await server.context.terminated.set()
        if server.tasks:
            await asyncio.wait(server.tasks, timeout=6)


async def _hypercorn(app: Any, config: Any) -> asyncio.Server:
    wrapped, context = wrap_app(app, config.wsgi_max_body_size, "asgi"), WorkerContext(None)

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        loop: Any = asyncio.get_running_loop()
        await TCPServer(wrapped, loop, config, context, {}, reader, writer)

    return await asyncio.start_server(connected, "127.0.0.1", 0)
