"""Calls the current installation's storage of files from tasks: in threads of its own, so that a storage that is slow
delays nothing that needs none of its files.
"""

from __future__ import annotations

import asyncio
import contextvars
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import ParamSpec, TypeVar

from app.kernel import installation
from app.kernel.file_storage import FileStorage, StorageUnavailable
from app.kernel.outside_calls import STORAGE, outside_call

P = ParamSpec("P")
R = TypeVar("R")
AT_ONCE, MOST_WAITING, LONGEST_WAIT = 16, 64, 3.0  # calls; the last in seconds
ASK_AGAIN, PATIENCE = 10.0, 2.0  # seconds
PIECE = 256 * 1024  # bytes of one read of a stream


def current() -> FileStorage:
    """Returns the storage of the current installation."""
    return installation.current().storage


class StorageProbe:
    """Whether the storage answered when it was last asked, which it is at most once in ASK_AGAIN seconds."""

    def __init__(self) -> None:
        self.asked_at, self.answers = float("-inf"), True

    async def ask(self) -> bool:
        """Returns whether the storage answers, within PATIENCE."""
        if time.monotonic() - self.asked_at > ASK_AGAIN:
            self.asked_at = time.monotonic()
            try:
                async with asyncio.timeout(PATIENCE):
                    await call(current().find, "work/readiness")
                self.answers = True
            except OSError:  # TimeoutError is one
                self.answers = False
        return self.answers


async def storage_answers() -> bool:
    """Whether the current installation's storage answers; asked for the readiness of this process."""
    return await installation.current().resource(StorageProbe).ask()


class StorageThreads:
    """The threads of an installation in which its storage is used."""

    def __init__(self) -> None:
        self.pool = ThreadPoolExecutor(AT_ONCE, "storage")
        self.waiting = 0

    async def run(self, call: Callable[[], R]) -> R:
        """Runs a call in a thread. Raises: StorageUnavailable when too many calls wait for a slow storage."""
        if self.waiting >= AT_ONCE + MOST_WAITING:
            raise StorageUnavailable("The storage of files is slow: too many calls wait for it.")
        self.waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self.pool, _unless_late(call))
        finally:
            self.waiting -= 1


def _unless_late(call: Callable[[], R]) -> Callable[[], R]:
    """Returns the call; it raises StorageUnavailable if it had to wait for a thread for LONGEST_WAIT."""
    context, asked_at = contextvars.copy_context(), time.monotonic()

    def run() -> R:
        if time.monotonic() - asked_at > LONGEST_WAIT:
            raise StorageUnavailable("The storage of files is slow: no thread became free in time.")
        return context.run(call)

    return run


async def call(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Runs a method of a storage, or a function that uses one, without blocking the event loop."""
    threads = installation.current().resource(StorageThreads)
    with outside_call(STORAGE, _is_unavailable):
        return await threads.run(lambda: function(*args, **kwargs))


def _is_unavailable(error: Exception) -> bool:
    """Whether an error of a call says that the storage does not work."""
    return isinstance(error, StorageUnavailable)


async def stream(key: str, first: int, length: int, piece: int = PIECE) -> AsyncIterator[bytes]:
    """Yields a range of a file in pieces, each read when it is asked for: memory does not grow with the file."""
    file = await call(current().open, key)
    try:
        await call(file.seek, first)
        while length > 0 and (data := await call(file.read, min(piece, length))):
            length -= len(data)
            yield data
    finally:
        await call(file.close)


@asynccontextmanager
async def local_copy(key: str) -> AsyncGenerator[Path]:
    """Makes a file readable for other programs during a block: yields a path, of the file or of a copy of it.

    Raises: FileNotFoundError, StorageUnavailable.
    """
    copy = current().local_copy(key)
    path = await call(copy.__enter__)
    try:
        yield path
    finally:
        await call(copy.__exit__, None, None, None)
