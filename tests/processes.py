"""Processes that a test starts and that must not outlive it, however it ends."""

import asyncio
from collections.abc import AsyncGenerator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from multiprocessing.process import BaseProcess
from subprocess import Popen
from typing import Any

from tests.preloaded import ForkedProcess


@contextmanager
def killed_at_the_end(*processes: Popen[Any] | ForkedProcess | BaseProcess) -> Iterator[None]:
    """Kills what still runs of some processes when the block ends, waits for their end, and closes their pipes."""
    with ExitStack() as stack:
        for process in processes:
            if isinstance(process, Popen):
                stack.enter_context(process)
            else:
                stack.callback(process.join if isinstance(process, BaseProcess) else process.wait)
        for process in processes:
            stack.callback(process.kill)
        yield


@asynccontextmanager
async def process_running(*command: str, **options: Any) -> AsyncGenerator[asyncio.subprocess.Process]:
    """Starts a command with options of asyncio.create_subprocess_exec; kills it at the end if it still runs."""
    process = await asyncio.create_subprocess_exec(*command, **options)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
