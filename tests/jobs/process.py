"""A worker in a process of its own: `python -m tests.jobs.process URL LOG LEASE STUCK` works until its input ends.

After STUCK jobs every handler that it begins goes on for ever. It writes a line to LOG when a handler begins, ends or
is told of a loss, and when a job finishes; each line is written at once, so that it is there also when the process is
killed.
"""

import asyncio
import os
import random
import sys
from functools import partial
from itertools import count

from app import jobs
from app.jobs import Job
from app.jobs.registry import KINDS, Run
from app.jobs.worker import Worker
from app.kernel import db


def note(log: int, event: str, job: Job) -> None:
    """Appends `event id` to the log."""
    os.write(log, f"{event} {job.id}\n".encode())


def register(log: int, stuck: int) -> None:
    """The kinds `test.many`, which may be begun again, and `test.once`, which may not; no others."""
    KINDS.clear()
    begun = count()

    async def work(job: Job) -> None:
        note(log, "begun", job)
        await (asyncio.Event().wait() if next(begun) >= stuck else asyncio.sleep(random.random() / 50))  # noqa: S311
        note(log, "ended", job)

    jobs.handler("test.many", at_once=8)(work)
    jobs.handler("test.once", once=True, lost=_noting(log), at_once=2)(work)
    finish = Job.finish

    async def finish_and_note(job: Job) -> bool:
        finished = await finish(job)
        if finished:
            note(log, "finished", job)
        return finished

    Job.finish = finish_and_note  # type: ignore[assignment, method-assign]


def _noting(log: int) -> Run:
    async def lost(job: Job) -> None:
        note(log, "lost", job)

    return lost


async def main(url: str, log: str, lease: str, stuck: str) -> None:
    async with db.database_open(url):  # it imports the models, and with them kinds of jobs
        await db.ping()
        register(os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), int(stuck))
        print("ready", flush=True)
        read = partial(asyncio.get_running_loop().run_in_executor, None, sys.stdin.readline)
        await read()
        async with Worker(lease=float(lease)).running():
            await read()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:5]))
