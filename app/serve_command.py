"""`kliqs serve`: serves the app from this process (server_process.py) or from several (process_supervisor.py)."""

import socket
from functools import partial

from app import server_process
from app.application import create_app
from app.kernel.config import Config
from app.ops.metrics import prepare_multiprocess
from app.process_supervisor import ProcessSupervisor, listen
from app.server_process import ServeOptions


def serve(config: Config, processes: int) -> int:
    """Serves until SIGINT or SIGTERM; returns the exit code."""
    if processes == 1:
        _serve(config, processes)
        return 0
    bury = prepare_multiprocess(config.metrics_dir) if config.metrics_token else int
    return ProcessSupervisor(processes, partial(_serve, config, processes), listen(config.bind), bury).run()


def _serve(config: Config, processes: int, sock: socket.socket | None = None, lifeline: int = -1) -> None:
    """Serves in this process, one of so many, on `sock` if there is one."""
    options = ServeOptions(config.lane == "on", config.connections, sock, lifeline)
    server_process.serve_app(
        create_app(config, processes), server_process.hypercorn_config(config.bind, config.keep_alive), options
    )
