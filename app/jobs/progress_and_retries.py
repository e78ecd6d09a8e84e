"""What long jobs have in common: they report their progress from time to time, and wait while something is away."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from app.jobs.models import Job
from app.jobs.registry import RetryLater
from app.kernel.transient_errors import is_unavailable

PROGRESS_INTERVAL, AFTER_TROUBLE = 0.5, 30.0  # seconds
Report = Callable[[int, int], Awaitable[None]]  # gets how much is done, and how much there is


class WorkDeleted(Exception):
    """What the job works on was deleted."""


def report_regularly(job: Job, store: Callable[[int, int], Awaitable[bool]]) -> Report:
    """Returns a function that stores the progress from time to time.

    `store` keeps it with what the job works on, and returns False when that was deleted. The function raises
    WorkDeleted then, and LeaseLost when another process has the job.
    """
    last = time.monotonic()

    async def report(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last > PROGRESS_INTERVAL:
            last = time.monotonic()
            await job.report_progress(done, total)
            if not await store(done, total):
                raise WorkDeleted

    return report


@contextmanager
def retry_when_unavailable(*busy: type[Exception]) -> Iterator[None]:
    """Turns errors of the block into RetryLater: those in `busy`, and uncounted those of a database or disk away."""
    try:
        yield
    except busy:
        raise RetryLater("Something that the job needs was busy.", after=AFTER_TROUBLE) from None
    except Exception as error:
        if not is_unavailable(error):
            raise
        raise RetryLater("The database or the disk was away.", after=AFTER_TROUBLE, counted=False) from error
