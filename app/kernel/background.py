"""Work in the background of a server: tasks that end with a block, and work that is done again and again.

`repeat` is for all that a process reads or writes regularly: an outage, or a fault of the work, must not end it without
anybody noticing.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import Any, Never

from app.kernel.problem_log import log_problem


@asynccontextmanager
async def background_tasks(*works: Coroutine[Any, Any, object], name: str) -> AsyncGenerator[None]:
    """Context manager that runs coroutines as tasks while its block runs, and cancels them at its end."""
    tasks = [asyncio.create_task(work, name=name) for work in works]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def kept_current(
    read: Callable[[], Awaitable[object]], seconds: float, failed: str, *, sooner: asyncio.Event | None = None
) -> AsyncGenerator[None]:
    """Context manager that calls `read` once, and then as `repeat` does while its block runs.

    Raises: those of the first call.
    """
    await read()
    async with background_tasks(repeat(read, seconds, failed, sooner=sooner), name=failed):
        yield


async def repeat(
    work: Callable[[], Awaitable[object]],
    seconds: float,
    failed: str,
    *,
    at_once: bool = False,
    sooner: asyncio.Event | None = None,
) -> Never:
    """Calls `work` every so many seconds until the task is cancelled, and as soon as the event `sooner` is set.

    It begins with a pause, unless `at_once`. What `work` raises is logged as the event `failed`: an outage in one line
    a minute, a fault of ours with its traceback. Then it is called again at the usual time.
    """
    sooner = sooner or asyncio.Event()
    if not at_once:
        await _pause(seconds, sooner)
    while True:
        sooner.clear()
        try:
            await work()
        except Exception as error:
            log_problem(failed, error)
        await _pause(seconds, sooner)


async def _pause(seconds: float, sooner: asyncio.Event) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):  # wait_for() of Python 3.11 can lose a cancellation
            await sooner.wait()
