"""The registry of the kinds of jobs, and the exceptions that a handler can raise. Packages register their own kinds."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from app.jobs.schedule import Schedule

if TYPE_CHECKING:
    from app.jobs.models import Job

Run = Callable[["Job"], Awaitable[None]]
JITTER = 0.25  # of a wait, added at random: jobs that failed in the same moment do not all come back in one
MOST_TRIES, FIRST_WAIT, LONGEST_WAIT = 10, timedelta(minutes=1), timedelta(hours=6)


class RetryLater(Exception):
    """Raised by a handler that cannot do its work now: the job is tried again later.

    The next try is after the usual back-off, and at least `after` seconds later. With `counted=False` this try does not
    count towards `most_tries`, because the job is not to blame (a full disk). `reason` is stored and shown to the
    operator, so it must contain no secrets.
    """

    def __init__(self, reason: str, *, after: float = 0, counted: bool = True) -> None:
        super().__init__(reason)
        self.after, self.counted = after, counted


class GiveUp(Exception):
    """Raised by a handler whose work can never be done: the job fails at once. The reason must contain no secrets."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How jobs of one kind are run.

    run: does a job. It must allow a second run after its process died during the first, unless the kind is `once`.
    once: a job whose process died during `run` is passed to `lost` instead of being begun again. After an exception it
    is tried again only if that is RetryLater, by which the handler says that nothing was done.
    lost: is run in place of `run` for such a job, which then counts as failed. If it raises it is run again, up to
    `most_tries` times.
    failed: is called in the transaction in which a job fails for good; it may only use the database. If it keeps
    raising, the job fails without it, and its reason says so.
    schedule: when jobs of the kind are enqueued automatically, with an empty payload; None for never.
    ready: is called before jobs of the kind are claimed in this process; while it returns False they wait.
    at_once: how many jobs of the kind run at the same time in one process; kinds never wait for each other.
    most_tries, first_wait, longest_wait: how often a job is tried, and how long it waits in between (see `wait`).
    """

    name: str
    run: Run
    once: bool
    lost: Run | None
    failed: Run | None
    schedule: Schedule | None
    ready: Callable[[], bool]
    at_once: int
    most_tries: int
    first_wait: timedelta
    longest_wait: timedelta

    def wait(self, tries: int, after: float = 0) -> timedelta:
        """Returns the wait after this number of tries: doubled each time, bounded, at least `after` seconds, with
        jitter.

        For a kind with a schedule the bound is its period, so that the wait ends before the next scheduled run.
        """
        longest = min(self.longest_wait, self.schedule.every) if self.schedule else self.longest_wait
        wait = min(self.first_wait * float(2 ** min(max(tries - 1, 0), 20)), longest)
        wait = max(wait, min(timedelta(seconds=after), self.longest_wait))
        return wait * (1 + JITTER * random.random())  # noqa: S311 - not a secret


KINDS: dict[str, Kind] = {}


def handler(
    name: str,
    *,
    once: bool = False,
    lost: Run | None = None,
    failed: Run | None = None,
    schedule: Schedule | None = None,
    ready: Callable[[], bool] = lambda: True,
    at_once: int = 1,
    most_tries: int = MOST_TRIES,
    first_wait: timedelta = FIRST_WAIT,
    longest_wait: timedelta = LONGEST_WAIT,
) -> Callable[[Run], Run]:
    """Registers the function that does jobs of a kind; see Kind for what each argument means.

    Raises: ValueError for a `once` kind without `lost`, and for a name that is registered already.
    """
    if once and lost is None:
        raise ValueError(f"{name} is marked once and needs a lost handler")

    def register(run: Run) -> Run:
        _add_kind(Kind(name, run, once, lost, failed, schedule, ready, at_once, most_tries, first_wait, longest_wait))
        return run

    return register


def _add_kind(kind: Kind) -> None:
    """Adds a kind to KINDS. Raises: ValueError when its name is registered already."""
    if kind.name in KINDS:
        raise ValueError(f"there is a handler for {kind.name} already")
    KINDS[kind.name] = kind
