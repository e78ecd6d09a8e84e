"""The requests to stop that a server process gets, by signals and when its parent has ended."""

import asyncio
import signal
from contextlib import suppress
from enum import Enum, auto

from app.kernel import shutdown

REPLACE = signal.SIGUSR2  # as in nginx and gunicorn: begin a new server on the same socket
LEAVE = signal.SIGUSR1  # from the supervisor to its processes: a new server has taken over


class Stop(Enum):
    """Why a process ends: at once, after draining, or because another server has taken its place."""

    NOW = auto()
    DRAIN = auto()
    REPLACED = auto()


SIGNALS = {signal.SIGINT: Stop.NOW, signal.SIGTERM: Stop.DRAIN, LEAVE: Stop.REPLACED}


class StopRequests:
    """The requests to stop that this process got, in their order. To be created in a running event loop.

    `lifeline` is a file descriptor that becomes readable when the process is to stop at once, -1 for none.
    """

    def __init__(self, lifeline: int = -1) -> None:
        self._queue, self.loop = asyncio.Queue[Stop](), asyncio.get_running_loop()
        for number, stop in SIGNALS.items():
            self.loop.add_signal_handler(number, self.request, stop)
        if lifeline >= 0:
            self.loop.add_reader(lifeline, self._end_of_lifeline, lifeline)

    def request(self, stop: Stop) -> None:
        """Adds a request to stop."""
        shutdown.begin_draining()
        self._queue.put_nowait(stop)

    async def first(self) -> Stop:
        """Waits for the first request to stop, and returns its reason."""
        return await self._queue.get()

    async def pause(self, seconds: float) -> bool:
        """Waits so many seconds, or until the next request to stop; returns whether all of the time has passed."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._queue.get()
                return False
        return True

    def _end_of_lifeline(self, lifeline: int) -> None:
        self.loop.remove_reader(lifeline)
        self.request(Stop.NOW)
