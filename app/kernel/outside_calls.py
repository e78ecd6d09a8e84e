"""Counts the calls of this process to what it depends on: storage, mail server, webhooks, AI models, Redis.

A call that fails is counted, and logged as an outage: one line a minute for each system. The line has the type of the
error alone, because messages of errors quote addresses and content.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Generator
from contextlib import contextmanager

from app.kernel import installation
from app.kernel.outage_log import log_outage

STORAGE, MAIL, WEBHOOKS, MODELS, REDIS = "storage", "mail", "webhooks", "models", "redis"
SYSTEMS = (STORAGE, MAIL, WEBHOOKS, MODELS, REDIS)
ANSWERED, REFUSED, FAILED = "answered", "refused", "failed"
OUTCOMES = (ANSWERED, REFUSED, FAILED)


class CallFailed(Exception):
    """A call that got no answer, or one that says nothing but that the system does not work."""


class OutsideCalls:
    """The number of calls by system and outcome, and the seconds that they took by system."""

    def __init__(self) -> None:
        self.outcomes: Counter[tuple[str, str]] = Counter()
        self.seconds: Counter[str] = Counter()

    def record(self, system: str, outcome: str, seconds: float, problem: str = "") -> None:
        """Counts a call that has ended; of one that failed, `problem` is logged."""
        self.outcomes[system, outcome] += 1
        self.seconds[system] += seconds  # type: ignore[assignment]
        if outcome == FAILED:
            log_outage(f"{system}_unavailable", CallFailed(problem))


def outside_calls() -> OutsideCalls:
    """Returns the counts of the current installation."""
    return installation.current().resource(OutsideCalls)


@contextmanager
def outside_call(system: str, is_failure: Callable[[Exception], bool]) -> Generator[None]:
    """Counts the block as one call to a system; a call that is cancelled is not counted.

    `is_failure` says of an exception whether the system does not work. Any other exception is an answer: it refused.
    """
    began = time.perf_counter()
    try:
        yield
    except Exception as error:
        outcome = FAILED if is_failure(error) else REFUSED
        outside_calls().record(system, outcome, time.perf_counter() - began, type(error).__name__)
        raise
    outside_calls().record(system, ANSWERED, time.perf_counter() - began)
