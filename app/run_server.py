"""Serves the app from this process or from several."""

import socket
from functools import partial

from app import hypercorn_server
from app.application import create_app
from app.hypercorn_server import ServeOptions
from app.kernel.config import Config
from app.ops.metrics import prepare_multiprocess
from app.prefork import ProcessSupervisor, listen


def serve(config: Config, processes: int) -> int:
    """Serves until SIGINT or SIGTERM; returns the exit code."""
    if processes == 1:
        _serve(config)
        return 0
    bury = prepare_multiprocess(config.metrics_dir) if config.metrics_token else int
    return ProcessSupervisor(processes, partial(_serve, config), listen(config.bind), bury).run()


def _serve(config: Config, sock: socket.socket | None = None, lifeline: int = -1) -> None:
    """Serves in this process, on `sock` if there is one."""
    options = ServeOptions(config.lane == "on", config.connections, sock, lifeline)
    hypercorn_server.serve_app(
        create_app(config), hypercorn_server.hypercorn_config(config.bind, config.keep_alive), options
    )
