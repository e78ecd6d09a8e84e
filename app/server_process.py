"""One server process: hypercorn with the protocol lane in front of it; it stops cleanly on SIGINT and SIGTERM.

Hypercorn's own command cuts off running requests; here each process stops accepting connections, finishes its requests
and ends open event streams. Before that it can drain: it still accepts connections, and each response closes its
connection. Kliqs accepts every connection first (Connections), so idle connections are kept and closed by one rule,
whichever lane answers.
"""

import asyncio
import gc
import logging
import resource
import sys
from collections.abc import Awaitable, Callable, Coroutine
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
from app.front.lanes.direct_exchange import DirectExchange
from app.front.lanes.protocol_lane import MAX_HEAD_SECONDS, ProtocolLane
from app.kernel import installation, shutdown
from app.kernel.allocator_limits import limit_allocator, return_free_memory
from app.kernel.server_failure import ServerFailure
from app.stop_requests import REPLACE, Stop, StopRequests

HEAD_LIMIT, GRACE, SPARE = 16 * 1024, 10, 200
REPLACED_GRACE = 120  # seconds that requests may still take once another server has taken over
# seconds in which clients learn from a response that their connection closes, before idle ones are closed; a proxy has
# opened some of them for a request that is still on its way, and repeats no form
LINGER = 3.0
SETTLE = 0.05  # seconds to read what arrived before idle connections are closed
GARBAGE_THRESHOLD = 20_000  # new objects between two collections; 700, Python's own, costs 1 us of each visit taken in
SWITCH_INTERVAL = 0.0003  # seconds that a redirect waits for the thread that renders a page, and not Python's five
READY_SECONDS = 30.0  # for the answer of /readyz of a server that is to take over
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


async def _announce_nothing() -> None:
    """Announces the server to nobody."""


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """How an app is served.

    `lane` answers plain links before hypercorn. `most` is the number of simultaneous connections. `sock` is used
    instead of the configured address; the server stops when `lifeline`, a file descriptor, becomes readable.
    `draining` is the number of seconds for which the server goes on to accept connections after SIGTERM. `announce`
    runs when it is ready. `checked` lets it answer `/readyz` before it takes a connection, and fail if it cannot.
    `replace` is called for SIGUSR2, with the queue of requests to stop, and `stopping` at the first of these requests.
    """

    lane: bool = False
    most: int = 1_000
    sock: socket | None = None
    lifeline: int = -1
    draining: float = 0
    checked: bool = False
    announce: Callable[[], Awaitable[None]] = _announce_nothing
    replace: Callable[[StopRequests], None] | None = None
    stopping: Callable[[Stop], None] = lambda _: None


def serve_app(app: Any, config: Hypercorn, options: ServeOptions) -> None:
    """Serves an app until SIGINT or SIGTERM; running requests then have GRACE seconds to finish."""
    limit_allocator()
    sys.setswitchinterval(SWITCH_INTERVAL)
    parameters = list(signature(TCPServer.__init__).parameters)
    supported = parameters == TCP_SERVER_PARAMETERS and hasattr(TCPServer, "protocol_send")
    supported = hypercorn_patches.install() and supported
    options = replace(options, most=_room_for(options.most))
    here = installation.activated(app.extensions["installation"])  # for the lanes, which answer before the app does
    with here, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(app, config, options, supported))


async def _serve(app: Any, config: Hypercorn, options: ServeOptions, supported: bool) -> None:
    stops = StopRequests(options.lifeline)
    if options.replace is not None:
        stops.loop.add_signal_handler(REPLACE, options.replace, stops)
    if options.sock is not None:
        config.bind = [f"fd://{options.sock.fileno()}"]
    if supported and "redirects" in getattr(app, "extensions", ()):
        await _serve_connections(app, config, options, stops)
        return
    log.warning("hypercorn_alone", note="no protocol lane, and idle connections are closed early")
    config.keep_alive_timeout = MAX_HEAD_SECONDS  # hypercorn counts a slowly arriving head as idle

    async def wait_for_stop() -> None:
        await stops.first()
        shutdown.begin_shutdown()

    await options.announce()
    await serve(app, config, shutdown_trigger=wait_for_stop)


async def _serve_connections(app: Any, config: Hypercorn, options: ServeOptions, stops: StopRequests) -> None:
    loop, server = asyncio.get_running_loop(), LaneServer(app, config)
    await server.begin()
    gc.collect()
    return_free_memory()
    gc.freeze()  # permanent objects are no longer scanned, which shortens the collector's pauses
    gc.set_threshold(GARBAGE_THRESHOLD)
    connections = Connections(
        app.extensions["redirects"], options.most, server, config.keep_alive_timeout, lane=options.lane
    )
    app.extensions["connections"] = connections
    if options.checked:
        await check_readiness(connections)
    listening = [
        await loop.create_server(connections, sock=listening_socket, backlog=config.backlog)
        for listening_socket in ([options.sock] if options.sock else config.create_sockets().insecure_sockets)
    ]
    tasks = [asyncio.create_task(connections.check_regularly()), asyncio.create_task(_announced(options, stops))]
    grace = await _stop_accepting(stops, options, server, connections, listening)
    for task in tasks:
        task.cancel()
    await server.end(connections, grace)


async def _announced(options: ServeOptions, stops: StopRequests) -> None:
    """Says that the server is ready; stops it if that fails."""
    try:
        await options.announce()
    except Exception:
        log.exception("not_announced")
        stops.request(Stop.NOW)


async def _stop_accepting(
    stops: StopRequests,
    options: ServeOptions,
    server: "LaneServer",
    connections: Connections,
    listening: list[asyncio.Server],
) -> float:
    """Waits for a request to stop, then drains the process and closes its listening sockets.

    Returns how many seconds running requests may still take.
    """
    stop = await stops.first()
    options.stopping(stop)
    drains, lingers = stop is Stop.DRAIN and options.draining > 0, stop is Stop.REPLACED
    if drains or lingers:
        server.context.draining = connections.draining = True  # type: ignore[attr-defined]
    if drains:
        log.info("draining", seconds=options.draining)
        lingers = await stops.pause(options.draining)
    shutdown.begin_shutdown()
    for listening_socket in listening:
        listening_socket.close()
    if lingers:
        await stops.pause(LINGER)
    return REPLACED_GRACE if stop is Stop.REPLACED else GRACE


async def check_readiness(connections: Connections) -> None:
    """Asks `/readyz` over a connection of its own. Raises: ServerFailure when the answer is another than 200."""
    probe = await asyncio.get_running_loop().create_server(connections, "127.0.0.1", 0)
    async with asyncio.timeout(READY_SECONDS):
        reader, writer = await asyncio.open_connection(*probe.sockets[0].getsockname())
        writer.write(b"GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        answer = await reader.read(-1)
    writer.close()
    probe.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    if b" 200 " not in head.partition(b"\r\n")[0]:
        raise ServerFailure(
            f"The new server says at /readyz that it is not ready: {body.decode(errors='replace')[:500]}"
        )


class LaneServer:
    """Does what `hypercorn.asyncio.run.worker_serve` does, with a protocol of Kliqs in front."""

    def __init__(self, app: Any, config: Hypercorn) -> None:
        self.asgi, self.app, self.config = app, wrap_app(app, config.wsgi_max_body_size, "asgi"), config
        self.loop, self.context, self.state = asyncio.get_running_loop(), WorkerContext(None), dict[str, Any]()
        self.lifespan = Lifespan(self.app, config, self.loop, self.state)
        self.tasks: set[asyncio.Task[None]] = set()

    def serve(self, lane: ProtocolLane, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Lets hypercorn serve a connection that its lane passed on (connections.Server)."""
        connection = _Connection(self.app, self.loop, self.config, self.context, self.state, reader, writer)
        connection.lane = lane
        self._run(connection.run())

    def answer(self, exchange: DirectExchange) -> None:
        """Lets the app answer a request whose head its lane has read (connections.Server)."""
        self._run(exchange.run(self.asgi))

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        """Runs what `end` waits for."""
        task = self.loop.create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def begin(self) -> None:
        """Runs the app's startup; raises the error of a startup that fails."""
        self.lifespan_task = self.loop.create_task(self.lifespan.handle_lifespan())
        await self.lifespan.wait_for_startup()
        if self.lifespan_task.done() and (problem := self.lifespan_task.exception()):
            raise problem

    async def end(self, connections: Connections, grace: float) -> None:
        """Lets running requests finish within so many seconds, then shuts the app down."""
        await self.context.terminated.set()
        connections.drain()
        await asyncio.sleep(SETTLE)
        if self.tasks:
            await asyncio.wait(self.tasks, timeout=grace)
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
