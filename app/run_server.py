"""Serves the app from this process or from several."""

import socket
from functools import partial

from app import create_app, server
from app.kernel.config import Config
from app.ops.metrics import together
from app.processes import Processes, listening
from app.server import Serving


def run(config: Config, processes: int) -> int:
    """Serves until SIGINT or SIGTERM; returns the exit code."""
    if processes == 1:
        _serve(config)
        return 0
    bury = together(config.metrics_dir) if config.metrics_token else int
    return Processes(processes, partial(_serve, config), listening(config.bind), bury).run()


def _serve(config: Config, sock: socket.socket | None = None, lifeline: int = -1) -> None:
    """Serves in this process, on `sock` if there is one."""
    options = Serving(config.lane == "on", config.connections, sock, lifeline)
    server.run(create_app(config), server.configured(config.bind, config.keep_alive), options)
