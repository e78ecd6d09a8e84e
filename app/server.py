"""`kliqs serve`: hypercorn under our own runner, the protocol lane before it, stopped cleanly by SIGINT and SIGTERM.

Hypercorn's command cuts requests that are under way; here each process stops taking connections, finishes what it
has, and ends open event streams. Every connection is ours first (Connections): however a link is followed, idle
connections are kept and closed by the same rule.
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
from app.front.lanes.connections import Connections
from app.front.lanes.protocol_lane import HEAD_TIME, ProtocolLane
from app.kernel import installation, shutdown

HEAD_LIMIT, GRACE, SPARE = 16 * 1024, 10, 200
SETTLE = 0.05  # seconds, in which what came before the end of idle connections is read
BACKLOG = 1024  # connections that wait to be taken
PARTS = ["self", "app", "loop", "config", "context", "state", "reader", "writer"]
log = structlog.get_logger()


def configured(bind: str, keep_alive: float = 75) -> Hypercorn:
    """Hypercorn's settings for a `host:port`; an idle connection is kept for `keep_alive` seconds."""
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
class Serving:
    """How an app is served.

    `lane`: plain links are answered before hypercorn. `most` connections at once. `sock` is listened on instead of the
    configured address; when `lifeline` can be read, it is time to stop.
    """

    lane: bool = False
    most: int = 1_000
    sock: socket | None = None
    lifeline: int = -1


def run(app: Any, config: Hypercorn, how: Serving) -> None:
    """Serves an app until SIGINT or SIGTERM; what is under way then has GRACE seconds to end."""
    known = list(signature(TCPServer.__init__).parameters) == PARTS and hasattr(TCPServer, "protocol_send")
    known = hypercorn_patches.install() and known
    how = replace(how, most=_room_for(how.most))
    here = installation.activated(app.extensions["installation"])  # for the lanes, which answer before the app does
    with here, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(app, config, how, known))


async def _serve(app: Any, config: Hypercorn, how: Serving, known: bool) -> None:
    stop, loop = asyncio.Event(), asyncio.get_running_loop()

    def end() -> None:
        shutdown.begin()
        stop.set()

    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, end)
    if how.lifeline >= 0:
        loop.add_reader(how.lifeline, end)
    if how.sock is not None:
        config.bind = [f"fd://{how.sock.fileno()}"]
    if known and "following" in getattr(app, "extensions", ()):
        await _serve_connections(app, config, how, stop)
        return
    log.warning("hypercorn_alone", note="no protocol lane, and idle connections are closed early")
    config.keep_alive_timeout = HEAD_TIME  # hypercorn counts a head that trickles in as idle
    await serve(app, config, shutdown_trigger=stop.wait)


async def _serve_connections(app: Any, config: Hypercorn, how: Serving, stop: asyncio.Event) -> None:
    loop, server = asyncio.get_running_loop(), LaneServer(app, config)
    await server.begin()
    gc.collect()
    gc.freeze()  # what stays for good is looked at no more: no pause of the collector for it
    connections = Connections(app.extensions["following"], how.most, server, config.keep_alive_timeout, lane=how.lane)
    app.extensions["connections"] = connections
    listening = [await loop.create_server(connections, sock=each, backlog=config.backlog)
                 for each in config.create_sockets().insecure_sockets]
    keeping = asyncio.create_task(connections.keep(), name="connections")
    await stop.wait()
    for each in listening:
        each.close()
    keeping.cancel()
    await server.end(connections)


class LaneServer:
    """What `hypercorn.asyncio.run.worker_serve` does, with a protocol of ours at the door."""

    def __init__(self, app: Any, config: Hypercorn) -> None:
        self.app, self.config = wrap_app(app, config.wsgi_max_body_size, "asgi"), config
        self.loop, self.context, self.state = asyncio.get_running_loop(), WorkerContext(None), dict[str, Any]()
        self.lifespan = Lifespan(self.app, config, self.loop, self.state)
        self.tasks: set[asyncio.Task[None]] = set()

    def serve(self, lane: ProtocolLane, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """See connections.Server."""
        connection = _Connection(self.app, self.loop, self.config, self.context, self.state, reader, writer)
        connection.lane = lane
        task = self.loop.create_task(connection.run())
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def begin(self) -> None:
        """Runs the app's start; raises what it raises."""
        self.living = self.loop.create_task(self.lifespan.handle_lifespan())
        await self.lifespan.wait_for_startup()
        if self.living.done() and (problem := self.living.exception()):
            raise problem

    async def end(self, connections: Connections) -> None:
        """Lets what is under way end, then the app."""
        await self.context.terminated.set()
        connections.drain()
        await asyncio.sleep(SETTLE)
        if self.tasks:
            await asyncio.wait(self.tasks, timeout=GRACE)
        await self.lifespan.wait_for_shutdown()
        self.living.cancel()
        with suppress(asyncio.CancelledError):
            await self.living


class _Connection(TCPServer):
    """Hypercorn's connection, which leaves it to its lane to close it when it is idle."""

    lane: ProtocolLane

    async def protocol_send(self, event: Any) -> None:
        if isinstance(event, Updated):
            self.lane.hypercorn_waits(event.idle)
        else:
            await super().protocol_send(event)

    async def _idle_timeout(self) -> None:
        """In place of hypercorn's timer, which closes whatever has come meanwhile: see ProtocolLane.late."""


def _room_for(connections: int) -> int:
    """Makes room for as many open files as the system allows; returns how many connections that is enough for."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + SPARE
    if soft < wanted:
        soft = wanted if hard < 0 else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    if soft < wanted:
        log.warning("few_files", connections=(connections := max(16, soft - SPARE)))
    return connections
