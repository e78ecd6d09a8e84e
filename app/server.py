"""`kliqs serve`: hypercorn under our own runner, the protocol lane before it, stopped cleanly by SIGINT and SIGTERM.

Hypercorn's command cuts requests that are under way; here each process stops taking connections, finishes what it
has, and ends open event streams. HTTP/2 in the clear, which hypercorn grants to anyone who asks, is refused.
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
from hypercorn.protocol import h11 as hypercorn_h11
from hypercorn.utils import wrap_app

from app.front.connections import Connections
from app.front.protocol_lane import Mode, ProtocolLane
from app.kernel import closing

HEAD_LIMIT, IDLE, GRACE, SPARE = 16 * 1024, 5, 10, 200
BACKLOG = 1024  # connections that wait to be taken
PARTS = ["self", "app", "loop", "config", "context", "state", "reader", "writer"]
log = structlog.get_logger()


def refuse_upgrades() -> None:
    """Makes hypercorn answer what asks for HTTP/2 in the clear as HTTP/1.1, like any other request."""
    if hasattr(hypercorn_h11.H11Protocol, "_check_protocol"):
        hypercorn_h11.H11Protocol._check_protocol = _no_upgrade  # type: ignore[method-assign]
    else:
        log.warning("hypercorn_unknown", note="h2c is not refused by this version")


async def _no_upgrade(self: Any, event: Any) -> None:
    """In place of hypercorn's check, which switches to HTTP/2 for `Upgrade: h2c` and for the HTTP/2 preface."""


def configured(bind: str) -> Hypercorn:
    """Hypercorn's settings for a `host:port`."""
    config = Hypercorn()
    config.bind = [bind]
    config.include_server_header = False
    config.h11_max_incomplete_size = HEAD_LIMIT
    config.keep_alive_timeout = IDLE
    config.backlog = BACKLOG
    config.graceful_timeout = GRACE
    config.accesslog = None
    config.errorlog = logging.getLogger("hypercorn.error")
    return config


@dataclass(frozen=True, slots=True)
class Serving:
    """How an app is served.

    `lane`: plain links are answered before hypercorn, where this version of it is known. `most` connections at once.
    `sock` is listened on instead of the configured address; when `lifeline` can be read, it is time to stop.
    """

    lane: bool = False
    most: int = 1_000
    sock: socket | None = None
    lifeline: int = -1


def run(app: Any, config: Hypercorn, how: Serving) -> None:
    """Serves an app until SIGINT or SIGTERM; what is under way then has GRACE seconds to end."""
    known = list(signature(TCPServer.__init__).parameters) == PARTS and hasattr(TCPServer, "protocol_send")
    refuse_upgrades()
    if how.lane and not known:
        log.warning("hypercorn_unknown", note="no protocol lane before this version")
    how = replace(how, most=_room_for(how.most))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(app, config, how if known else replace(how, lane=False)))


async def _serve(app: Any, config: Hypercorn, how: Serving) -> None:
    stop, loop = asyncio.Event(), asyncio.get_running_loop()

    def end() -> None:
        closing.begin()
        stop.set()

    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, end)
    if how.lifeline >= 0:
        loop.add_reader(how.lifeline, end)
    if how.sock is not None:
        config.bind = [f"fd://{how.sock.fileno()}"]
    if how.lane:
        await _serve_lane(app, config, how.most, stop)
    else:
        await serve(app, config, shutdown_trigger=stop.wait)


async def _serve_lane(app: Any, config: Hypercorn, most: int, stop: asyncio.Event) -> None:
    loop, server = asyncio.get_running_loop(), LaneServer(app, config)
    await server.begin()
    gc.collect()
    gc.freeze()  # what stays for good is looked at no more: no pause of the collector for it
    connections = Connections(app.extensions["following"], most, server)
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
        if self.tasks:
            await asyncio.wait(self.tasks, timeout=GRACE)
        await self.lifespan.wait_for_shutdown()
        self.living.cancel()
        with suppress(asyncio.CancelledError):
            await self.living


class _Connection(TCPServer):
    """Hypercorn's connection, which tells its lane when a lent request is answered."""

    lane: ProtocolLane

    async def protocol_send(self, event: Any) -> None:
        if isinstance(event, Updated) and event.idle and self.lane.mode is Mode.LENT:
            self.lane.returned()
        else:
            await super().protocol_send(event)


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
