"""`kliqs serve`: hypercorn's own server under our runner, stopped cleanly by SIGINT and SIGTERM.

Hypercorn's command cuts requests that are under way; here each process stops taking connections, finishes what it
has, and ends open event streams. HTTP/2 in the clear, which hypercorn grants to anyone who asks, is refused.
"""

import asyncio
import logging
import signal
from typing import Any

import structlog
import uvloop
from hypercorn.asyncio import serve
from hypercorn.config import Config as Hypercorn
from hypercorn.protocol import h11 as hypercorn_h11

HEAD_LIMIT, IDLE, GRACE = 16 * 1024, 5, 10
log = structlog.get_logger()


async def _no_upgrade(self: Any, event: Any) -> None:
    """In place of hypercorn's check, which switches to HTTP/2 for `Upgrade: h2c` and for the HTTP/2 preface.

    What asks for it is answered as HTTP/1.1, like any other request.
    """


def configured(bind: str) -> Hypercorn:
    """Hypercorn's settings for a `host:port`."""
    config = Hypercorn()
    config.bind = [bind]
    config.include_server_header = False
    config.h11_max_incomplete_size = HEAD_LIMIT
    config.keep_alive_timeout = IDLE
    config.graceful_timeout = GRACE
    config.accesslog = None
    config.errorlog = logging.getLogger("hypercorn.error")
    return config


def run(app: Any, bind: str) -> None:
    """Serves an ASGI app until SIGINT or SIGTERM; what is under way then has GRACE seconds to end."""
    if hasattr(hypercorn_h11.H11Protocol, "_check_protocol"):
        hypercorn_h11.H11Protocol._check_protocol = _no_upgrade  # type: ignore[method-assign]
    else:
        log.warning("hypercorn_unknown", note="h2c is not refused by this version")
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(app, bind))


async def _serve(app: Any, bind: str) -> None:
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)

    await serve(app, configured(bind), shutdown_trigger=stop.wait)
