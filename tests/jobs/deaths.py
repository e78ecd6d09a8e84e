"""Processes that are killed at each step of a job: `python -m tests.jobs.deaths URL LOG`.

For each step of STEPS a process claims the job of the kind `test.<step>` and kills itself there. A line in LOG says
that its handler began.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from app import jobs
from app.jobs import Job
from app.jobs.registry import KINDS
from app.jobs.worker import Worker
from app.kernel import db

BEFORE = ("claimed", "beginning")  # the handler has not begun
INSIDE = ("begun", "inside", "finishing")  # it counts as begun, and nobody knows how far it came
STEPS = (*BEFORE, *INSIDE, "finished")


def die() -> None:
    """Kills this process, which can do nothing about it."""
    os.kill(os.getpid(), signal.SIGKILL)


def dying(method: Callable[..., Awaitable[Any]], *, after: bool) -> Callable[..., Awaitable[Any]]:
    """A method that kills the process before or after it does its work."""

    async def die_beside(*arguments: Any) -> Any:
        if after:
            await method(*arguments)
        die()

    return die_beside


async def work_until_death(url: str, log: int, step: str) -> None:
    """Does the job of a step, and ends there."""

    async def work(job: Job) -> None:
        os.write(log, f"{job.id}\n".encode())
        if step == "inside":
            die()

    async def lost(job: Job) -> None:
        raise AssertionError("no process died before this one")

    async with db.database_open(url):  # it imports the models, and with them kinds of jobs
        KINDS.clear()
    jobs.handler(f"test.{step}", once=True, lost=lost)(work)
    mortal: Any = Job
    if step == "claimed":
        mortal.claim = dying(Job.claim, after=True)
    elif step in ("beginning", "begun"):
        mortal.begin = dying(Job.begin, after=step == "begun")
    elif step in ("finishing", "finished"):
        mortal.finish = dying(Job.finish, after=step == "finished")
    async with db.database_open(url):
        await Worker().run_due()


def main(url: str, log: str) -> None:
    """Begins a process for each step and waits for their deaths."""
    file = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    children = {}
    for step in STEPS:
        child = os.fork()
        if not child:
            asyncio.run(work_until_death(url, file, step))
            os._exit(0)
        children[child] = step
    for child, step in children.items():
        assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL, step


if __name__ == "__main__":
    main(*sys.argv[1:3])
