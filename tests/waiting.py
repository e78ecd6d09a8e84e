"""Waiting for what happens elsewhere: one deadline for all of it, as a machine of CI may be many times slower.

What is waited for comes within milliseconds where it comes at all: the deadline costs time only in a test that fails.
"""

import asyncio
import inspect
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

DEADLINE = 60.0  # seconds; half of pytest's own limit for a test, so that the reason is told
INTERVAL = 0.02  # seconds


def _pause() -> None:
    time.sleep(INTERVAL)


def wait_until(condition: Callable[[], Any], seconds: float = DEADLINE, pause: Callable[[], object] = _pause) -> Any:
    """Calls the condition until it returns something true, and returns that. Raises: AssertionError, after so long."""
    deadline = time.monotonic() + seconds
    while not (value := condition()):
        _check(condition, value, deadline)
        pause()
    return value


async def eventually(condition: Callable[[], Any], seconds: float = DEADLINE, interval: float = INTERVAL) -> Any:
    """Calls the condition, which may be a coroutine function, until it returns something true, and returns that.

    The loop goes on meanwhile; an `interval` of 0 calls it in each turn of the loop.
    Raises: AssertionError, after so long.
    """
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if inspect.isawaitable(value):
            value = await value
        if value:
            return value
        _check(condition, value, deadline)
        await asyncio.sleep(interval)


@contextmanager
def finishes(seconds: float = DEADLINE / 2) -> Iterator[None]:
    """Fails when the block, in the main thread, takes so long that its work must grow faster than its input.

    Pytest's own limit for the test goes on meanwhile and behind the block.
    """

    def give_up(*_: object) -> None:
        raise AssertionError(f"it was not done after {seconds} seconds")

    began, before = time.monotonic(), signal.signal(signal.SIGALRM, give_up)
    of_pytest, _ = signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if of_pytest:
            signal.setitimer(signal.ITIMER_REAL, max(INTERVAL, of_pytest - (time.monotonic() - began)))


def _check(condition: object, value: object, deadline: float) -> None:
    assert time.monotonic() < deadline, f"{getattr(condition, '__qualname__', condition)} was still {value!r}"
