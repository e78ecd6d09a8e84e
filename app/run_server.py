"""Runs the app under the server, in this process or in several."""

import socket

from app import create_app, server
from app.kernel.config import Config
from app.ops.metrics import together
from app.processes import Processes, listening
from app.server import Serving


def run(config: Config, processes: int) -> int:
    """Until told to stop; returns the exit code."""
    if processes == 1:
        _work(config)
        return 0
    bury = together(config.metrics_dir) if config.metrics_token else int
    return Processes(processes, lambda *given: _work(config, *given), listening(config.bind), bury).run()


def _work(config: Config, sock: socket.socket | None = None, lifeline: int = -1) -> None:
    how = Serving(config.lane == "on", config.connections, sock, lifeline)
    server.run(create_app(config), server.configured(config.bind, config.keep_alive), how)
