"""Logs an outage once a minute, however many requests and tasks meet it."""

import time

import structlog

from app.kernel import installation

INTERVAL = 60.0  # seconds between two lines about the same outage
log = structlog.get_logger()


class OutageLog:
    """Remembers for each event when it may be logged again, and how often it was met since its last line."""

    def __init__(self) -> None:
        self._next: dict[str, float] = {}
        self._met: dict[str, int] = {}

    def report(self, event: str, error: BaseException, **facts: object) -> None:
        """Logs the event with its error and how many were not logged since the last line, unless that was just now."""
        now = time.monotonic()
        if now < self._next.get(event, now):
            self._met[event] = self._met.get(event, 0) + 1
            return
        self._next[event] = now + INTERVAL
        problem = {"problem": str(error)[:200], "error": type(error).__name__}
        log.warning(event, **problem, **facts, not_logged=self._met.pop(event, 0))


def log_outage(event: str, error: BaseException, **facts: object) -> None:
    """Logs that something which Kliqs needs is away: the first time at once, then one line a minute for each event.

    `event` is a constant of the code that met the outage; `facts` stand in the line beside the error.
    """
    installation.current().resource(OutageLog).report(event, error, **facts)
