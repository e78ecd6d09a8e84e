"""One server process: hypercorn with the protocol lane in front of it; it stops cleanly on SIGINT and SIGTERM.

Hypercorn's own command cuts off running requests; here each process stops accepting connections, finishes its requests
and ends open event streams. Kliqs accepts every connection first (Connections), so idle connections are kept and closed
by one rule, whichever lane answers.
"""

import asyncio
import gc
import logging
import resource
import signal
from contextlib import suppress
from dataclasses import dataclass, replace
from inspect import signature
from socket import socket
from typing import Any

import structlog
import uvloop
from hypercorn.asyncio import serve
from hypercorn.asyncio.lifespan import Lifespan
from hypercorn.asyncio.tcp_server import TCPServer
from hypercorn.asyncio.worker_context import WorkerContext
from hypercorn.config import Config as Hypercorn
from hypercorn.events import Updated
from hypercorn.utils import wrap_app

from app import hypercorn_patches
from app.front.lanes.connection_limits import Connections
from app.front.lanes.protocol_lane import MAX_HEAD_SECONDS, ProtocolLane
from app.kernel import installation, shutdown

HEAD_LIMIT, GRACE, SPARE = 16 * 1024, 10, 200
SETTLE = 0.05  # seconds to read what arrived before idle connections are closed
GARBAGE_THRESHOLD = 20_000  # new objects between two collections; 700, Python's own, costs 1 us of each visit taken in
BACKLOG = 1024  # connections that wait to be accepted
TCP_SERVER_PARAMETERS = ["self", "app", "loop", "config", "context", "state", "reader", "writer"]
log = structlog.get_logger()


def hypercorn_config(bind: str, keep_alive: float = 75) -> Hypercorn:
    """Returns hypercorn's settings for a `host:port`; an idle connection is kept for `keep_alive` seconds."""
    config = Hypercorn()
    config.bind = [bind]
    config.include_server_header = False
    config.h11_max_incomplete_size = HEAD_LIMIT
    config.keep_alive_timeout = keep_alive
    config.backlog = BACKLOG
    config.graceful_timeout = GRACE
    config.accesslog = None
    config.errorlog = logging.getLogger("hypercorn.error")
    return config


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """How an app is served.

    `lane` answers plain links before hypercorn. `most` is the number of simultaneous connections. `sock` is used
    instead of the configured address; the server stops when `lifeline`, a file descriptor, becomes readable.
    """

    lane: bool = False
    most: int = 1_000
    sock: socket | None = None
    lifeline: int = -1


def serve_app(app: Any, config: Hypercorn, options: ServeOptions) -> None:
    """Serves an app until SIGINT or SIGTERM; running requests then have GRACE seconds to finish."""
    parameters = list(signature(TCPServer.__init__).parameters)
    supported = parameters == TCP_SERVER_PARAMETERS and hasattr(TCPServer, "protocol_send")
    supported = hypercorn_patches.install() and supported
    options = replace(options, most=_room_for(options.most))
    here = installation.activated(app.extensions["installation"])  # for the lanes, which answer before the app does
    with here, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(app, config, options, supported))


async def _serve(app: Any, config: Hypercorn, options: ServeOptions, supported: bool) -> None:
    stop, loop = asyncio.Event(), asyncio.get_running_loop()

    def end() -> None:
        shutdown.begin_shutdown()
        stop.set()

    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, end)
    if options.lifeline >= 0:
        loop.add_reader(options.lifeline, end)
    if options.sock is not None:
        config.bind = [f"fd://{options.sock.fileno()}"]
    if supported and "redirects" in getattr(app, "extensions", ()):
        await _serve_connections(app, config, options, stop)
        return
    log.warning("hypercorn_alone", note="no protocol lane, and idle connections are closed early")
    config.keep_alive_timeout = MAX_HEAD_SECONDS  # hypercorn counts a slowly arriving head as idle
    await serve(app, config, shutdown_trigger=stop.wait)


async def _serve_connections(app: Any, config: Hypercorn, options: ServeOptions, stop: asyncio.Event) -> None:
    loop, server = asyncio.get_running_loop(), LaneServer(app, config)
    await server.begin()
    gc.collect()
    gc.freeze()  # permanent objects are no longer scanned, which shortens the collector's pauses
    gc.set_threshold(GARBAGE_THRESHOLD)
    connections = Connections(
        app.extensions["redirects"], options.most, server, config.keep_alive_timeout, lane=options.lane
    )
    app.extensions["connections"] = connections
    listening = [
        await loop.create_server(connections, sock=listening_socket, backlog=config.backlog)
        for listening_socket in config.create_sockets().insecure_sockets
    ]
    keeping = asyncio.create_task(connections.check_regularly(), name="connections")
    await stop.wait()
    for listening_socket in listening:
        listening_socket.close()
    keeping.cancel()
    await server.end(connections)


class LaneServer:
    """Does what `hypercorn.asyncio.run.worker_serve` does, with a protocol of Kliqs in front."""

    def __init__(self, app: Any, config: Hypercorn) -> None:
        self.app, self.config = wrap_app(app, config.wsgi_max_body_size, "asgi"), config
        self.loop, self.context, self.state = asyncio.get_running_loop(), WorkerContext(None), dict[str, Any]()
        self.lifespan = Lifespan(self.app, config, self.loop, self.state)
        self.tasks: set[asyncio.Task[None]] = set()

    def serve(self, lane: ProtocolLane, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Lets hypercorn serve a connection that its lane passed on (connections.Server)."""
        connection = _Connection(self.app, self.loop, self.config, self.context, self.state, reader, writer)
        connection.lane = lane
        task = self.loop.create_task(connection.run())
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def begin(self) -> None:
        """Runs the app's startup; raises the error of a startup that fails."""
        self.lifespan_task = self.loop.create_task(self.lifespan.handle_lifespan())
        await self.lifespan.wait_for_startup()
        if self.lifespan_task.done() and (problem := self.lifespan_task.exception()):
            raise problem

    async def end(self, connections: Connections) -> None:
        """Lets running requests finish within GRACE seconds, then shuts the app down."""
        await self.context.terminated.set()
        connections.drain()
        await asyncio.sleep(SETTLE)
        if self.tasks:
            await asyncio.wait(self.tasks, timeout=GRACE)
        await self.lifespan.wait_for_shutdown()
        self.lifespan_task.cancel()
        with suppress(asyncio.CancelledError):
            await self.lifespan_task


class _Connection(TCPServer):
    """Hypercorn's connection, except that its lane closes it when it is idle."""

    lane: ProtocolLane

    async def protocol_send(self, event: Any) -> None:
        """Tells the lane whether the connection is idle."""
        if isinstance(event, Updated):
            self.lane.set_hypercorn_waiting(event.idle)
        else:
            await super().protocol_send(event)

    async def _idle_timeout(self) -> None:
        """Does nothing: hypercorn's timer would close a connection despite new data; see ProtocolLane.late."""


def _room_for(connections: int) -> int:
    """Raises the limit of open files as far as the system allows; returns how many connections it is enough for."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = connections + SPARE
    if soft < needed:
        soft = needed if hard < 0 else min(needed, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    if soft < needed:
        log.warning("few_files", connections=(connections := max(16, soft - SPARE)))
    return connections
