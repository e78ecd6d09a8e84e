"""`kliqs serve`: serves the app from this process (server_process.py) or from several (process_supervisor.py)."""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from app import server_process
from app.application import create_app
from app.handover import Handover, Startup
from app.kernel.config import Config
from app.ops.metrics import prepare_multiprocess
from app.process_supervisor import ProcessSupervisor
from app.server_process import GRACE, LINGER, REPLACED_GRACE, ServeOptions
from app.stop_requests import Stop, StopRequests

TRIAL = 2.0  # seconds that a new server serves beside the old one before it says that it is ready


def serve(config: Config, processes: int, startup: Startup, sock: socket.socket) -> int:
    """Serves until SIGINT or SIGTERM, or until a new server has taken over; returns the exit code."""
    server = ServerOf(config, processes, startup, Handover(sock, startup.pid_file, startup.manager))
    try:
        return server.run_alone() if processes == 1 else server.run_supervised()
    finally:
        startup.pid_file.remove()


@dataclass(frozen=True, slots=True)
class ServerOf:
    """The server of these settings, with so many processes, and how it replaces another one and is replaced."""

    config: Config
    processes: int
    startup: Startup
    handover: Handover

    def run_alone(self) -> int:
        """Serves from this process."""
        how = self._options(self._announce, self.handover.sock)
        self._serve(replace(how, replace=self._replace, stopping=self._notify_stopping))
        return 0

    def run_supervised(self) -> int:
        """Serves from child processes; returns the exit code. Raises: those of ProcessSupervisor.run."""
        bury = prepare_multiprocess(self.config.metrics_dir) if self.config.metrics_token else int
        seconds = {"draining": self.config.drain_seconds, "leaving": REPLACED_GRACE + round(LINGER) + GRACE}
        return ProcessSupervisor(self.processes, self._serve_child, self.startup, self.handover, bury, **seconds).run()

    def _serve_child(self, sock: socket.socket, lifeline: int, announce: Callable[[], None]) -> None:
        async def announce_after_trial() -> None:
            await self._stand_trial()
            announce()

        self._serve(replace(self._options(announce_after_trial, sock), lifeline=lifeline))

    def _serve(self, options: ServeOptions) -> None:
        """Serves in this process, which may be one of several."""
        config = self.config
        server_process.serve_app(
            create_app(config, self.processes), server_process.hypercorn_config(config.bind, config.keep_alive), options
        )

    def _options(self, announce: Callable[[], Awaitable[None]], sock: socket.socket) -> ServeOptions:
        return ServeOptions(
            self.config.lane == "on",
            self.config.connections,
            sock,
            draining=self.config.drain_seconds,
            checked=self.startup.replaces_another,
            announce=announce,
        )

    async def _stand_trial(self) -> None:
        if self.startup.replaces_another:
            await asyncio.sleep(TRIAL)

    async def _announce(self) -> None:
        await self._stand_trial()
        self.startup.announce()
        if (conversation := self.startup.conversation) is not None:
            loop = asyncio.get_running_loop()

            def take_over() -> None:
                loop.remove_reader(conversation)
                self.startup.take_over()

            loop.add_reader(conversation, take_over)

    def _replace(self, stops: StopRequests) -> None:
        """Begins a new server, and ends this one when the new one is ready."""
        if (successor := self.handover.begin()) is None:
            return

        def finish() -> None:
            stops.loop.remove_reader(successor.conversation)
            if self.handover.finish(successor):
                stops.request(Stop.REPLACED)

        stops.loop.add_reader(successor.conversation, finish)

    def _notify_stopping(self, stop: Stop) -> None:
        if stop is not Stop.REPLACED:
            self.startup.manager.notify_stopping()
            self.handover.abandon()
