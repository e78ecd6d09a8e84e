"""The worker: claims due jobs and runs their handlers, inside a server process or by `kliqs jobs run`.

Any number of processes and machines may run a worker. In a process each kind has its own limit of simultaneous jobs, so
that a slow kind never delays another. A worker that stops waits GRACE seconds for its jobs to end, then cancels them
and releases them.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from functools import partial
from uuid import UUID

import structlog

from app.jobs import queue
from app.jobs.independent_steps import describe_without_message
from app.jobs.models import FAILED, FINISHED, MOST_REASON, Job, LeaseLost
from app.jobs.registry import KINDS, GiveUp, Kind, RetryLater, handler
from app.jobs.schedule import NIGHTLY
from app.kernel import db, event_bus, shutdown
from app.kernel.outage_log import log_outage
from app.kernel.problem_log import log_problem
from app.kernel.transient_errors import is_unavailable

LEASE, GRACE, MOMENT = 60.0, 5.0, 2.0  # seconds; requests have their own 10 before, a process is killed after 20
SOON, POLL, AFTER_TROUBLE = 0.05, 2.0, 10.0  # seconds between two reads: at first (then doubled), at most, on errors
DIED = "The process that ran it ended inside it."
CALLBACK_TRIES, CALLBACK_RAISED = 3, " What follows from its failure could not be written: {}."
log = structlog.get_logger()


class HandlerCancelled(Exception):
    """A handler ended as cancelled although nobody cancelled it: a failure, not a worker that stops."""


class Worker:
    """Runs jobs in this process. `outcomes` counts those that ended, `seconds` is how long handlers ran, by kind."""

    def __init__(self, *, lease: float = LEASE, grace: float = GRACE) -> None:
        self.lease, self.grace = timedelta(seconds=lease), grace
        self.outcomes: Counter[tuple[str, str]] = Counter()
        self.seconds: Counter[str] = Counter()
        self._running: dict[asyncio.Task[None], str] = {}
        self._scheduled: set[UUID] = set()

    async def run_due(self, only: str = "") -> int:
        """Runs due jobs, or only those of the kind `only`, one after the other until none is left; returns how many
        finished.
        """
        before = self._finished
        if not only:
            self._scheduled = await queue.enqueue_scheduled(self._scheduled)
        while job := await Job.claim([kind for kind in self._kinds() if only in ("", kind)], self.lease):
            await self.execute(job)
        return self._finished - before

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Context manager that runs jobs while the block runs."""
        news, ended = asyncio.Event(), asyncio.Event()

        async def hear() -> None:
            news.set()

        with event_bus.subscription(queue.ENQUEUED, hear):
            task = asyncio.create_task(self._run(news, ended), name="jobs")
            try:
                yield
            finally:
                ended.set()
                news.set()
                await asyncio.wait({task}, timeout=MOMENT)
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
                await self._stop()

    async def execute(self, job: Job) -> None:
        """Begins a claimed job, runs its handler and stores the outcome."""
        kind = KINDS[job.kind]
        begun = await _begin_or_release(job)
        try:
            if not begun:
                raise LeaseLost
            await self._handle(job, kind)
        except asyncio.CancelledError:
            await _give_back(job.expire() if kind.once else job.release(timedelta(), "", counted=False), job)
            raise
        except LeaseLost as lost:
            problem = describe_without_message(lost.__cause__) if lost.__cause__ else ""
            log.warning("job_lease_lost", job=str(job.id), kind=job.kind, problem=problem)
        except RetryLater as later:
            await self._retry(job, kind, str(later), later.after, counted=later.counted or _was_lost(job, kind))
        except GiveUp as given_up:
            await self._fail(job, kind, str(given_up))
        except Exception as error:
            log_problem("job_raised", error, job=str(job.id), kind=job.kind)
            again = not kind.once or _was_lost(job, kind)
            await (self._retry if again else self._fail)(job, kind, describe_without_message(error))
        else:
            await self._ended(job, FINISHED, job.finish)

    async def _handle(self, job: Job, kind: Kind) -> None:
        """Runs the handler of a job. Raises: those of the handler, LeaseLost, GiveUp when no tries are left."""
        if job.tries > kind.most_tries:
            raise GiveUp(DIED)
        if kind.lost and _was_lost(job, kind):
            await self._watch(job, kind.lost)
            raise GiveUp(DIED)
        await self._watch(job, kind.run)

    async def _watch(self, job: Job, run: Callable[[Job], Awaitable[None]]) -> None:
        """Renews the lease while a handler runs, and cancels the handler when the lease is lost.

        Raises what the handler raises, LeaseLost, HandlerCancelled.
        """
        task = asyncio.ensure_future(run(job))
        beat = self.lease.total_seconds() / 4
        begun = time.monotonic()
        until = begun + self.lease.total_seconds() - beat
        try:
            while not (await asyncio.wait({task}, timeout=beat))[0]:
                until = await self._renew(job, until)
            if task.cancelled():
                raise HandlerCancelled
            task.result()
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            self.seconds[job.kind] += time.monotonic() - begun  # type: ignore[assignment]

    async def _renew(self, job: Job, until: float) -> float:
        """Renews a lease; returns until when the handler may run, by the monotonic clock. Raises: LeaseLost.

        While the database does not answer, no other worker can claim the job, but the lease must not expire unnoticed.
        """
        begun, lease = time.monotonic(), self.lease.total_seconds()
        try:
            async with asyncio.timeout(lease / 4):
                renewed = await job.renew(self.lease)
        except Exception as error:
            if not is_unavailable(error) or time.monotonic() + lease / 4 >= until:
                raise LeaseLost from error
            return until
        if not renewed:
            raise LeaseLost
        return begun + lease * 3 / 4

    async def _retry(self, job: Job, kind: Kind, reason: str, after: float = 0, *, counted: bool = True) -> None:
        if counted and job.tries >= kind.most_tries:
            await self._fail(job, kind, reason)
            return
        wait = kind.wait(job.tries, after)
        if await self._insist(lambda: job.release(wait, reason, counted=counted)):
            log.warning("job_put_off", job=str(job.id), kind=job.kind, tries=job.tries, reason=reason)

    async def _fail(self, job: Job, kind: Kind, reason: str) -> None:
        """Marks a job as failed, together with what its kind writes then.

        If the callback of the kind raises CALLBACK_TRIES times, the job fails without it, and its reason says so.
        """
        write = partial(_fail_with_callback, job, kind, reason)
        for _ in range(CALLBACK_TRIES):
            try:
                failed = await self._ended(job, FAILED, write)
                break
            except Exception as error:
                log.exception("job_failed_callback_raised", job=str(job.id), kind=job.kind)
                if is_unavailable(error) and job.tries <= kind.most_tries:
                    raise  # tried again when the lease has expired
                raised = CALLBACK_RAISED.format(describe_without_message(error))
        else:
            reason = reason[: MOST_REASON - len(raised)] + raised
            failed = await self._ended(job, FAILED, partial(job.fail, reason))
        if failed:
            log.warning("job_failed", job=str(job.id), kind=job.kind, tries=job.tries, reason=reason)

    async def _ended(self, job: Job, outcome: str, write: Callable[[], Awaitable[bool]]) -> bool:
        if ended := await self._insist(write):
            self.outcomes[job.kind, outcome] += 1
        return ended

    async def _insist(self, write: Callable[[], Awaitable[bool]]) -> bool:
        """Stores the outcome of a job, for MOMENT longer when the worker stops, so that the job is not run again."""
        writing = asyncio.ensure_future(self._keep_writing(write))
        try:
            return await asyncio.shield(writing)
        except asyncio.CancelledError:
            await asyncio.wait({writing}, timeout=MOMENT)
            raise
        finally:
            writing.cancel()
            await asyncio.gather(writing, return_exceptions=True)

    async def _keep_writing(self, write: Callable[[], Awaitable[bool]]) -> bool:
        """Stores the outcome of a job; retries while the database does not answer, for half the duration of a lease."""
        until = time.monotonic() + self.lease.total_seconds() / 2
        while True:
            try:
                return await write()
            except Exception as error:
                if not is_unavailable(error) or time.monotonic() >= until:
                    raise
            await asyncio.sleep(SOON)

    async def _run(self, news: asyncio.Event, ended: asyncio.Event) -> None:
        def stopping() -> bool:
            return ended.is_set() or shutdown.is_draining()

        wait = SOON
        while not stopping():
            news.clear()
            try:
                self._scheduled = await queue.enqueue_scheduled(self._scheduled)
                while not stopping() and (job := await Job.claim(self._kinds(), self.lease)):
                    self._begin(job, news)
            except Exception as error:
                wait = AFTER_TROUBLE
                if is_unavailable(error):
                    log_outage("jobs_wait", error)
                else:
                    log.exception("jobs_stand_still")
            with suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await news.wait()
            wait = SOON if news.is_set() else min(wait * 2, POLL)  # a job may be committed after its news

    def _begin(self, job: Job, news: asyncio.Event) -> None:
        task = asyncio.create_task(self.execute(job), name=f"job {job.kind}")
        self._running[task] = job.kind

        def ended(task: asyncio.Task[None]) -> None:
            del self._running[task]
            news.set()
            if not task.cancelled() and (error := task.exception()):
                log.error("job_not_recorded", job=str(job.id), kind=job.kind, problem=type(error).__name__)

        task.add_done_callback(ended)

    async def _stop(self) -> None:
        """Waits for running jobs to end, then cancels the others, which releases them."""
        if running := list(self._running):
            await asyncio.wait(running, timeout=self.grace)
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)

    def _kinds(self) -> list[str]:
        """The kinds of which this process can begin another job now."""
        busy = Counter(self._running.values())
        return [kind.name for kind in KINDS.values() if busy[kind.name] < kind.at_once and kind.ready()]

    @property
    def _finished(self) -> int:
        return sum(count for (_, outcome), count in self.outcomes.items() if outcome == FINISHED)


async def _begin_or_release(job: Job) -> bool:
    """Records that a job begins; False when it is no longer this worker's. Whatever prevents that releases the job."""
    try:
        return await job.begin()
    except BaseException:
        await _give_back(job.release(timedelta(seconds=MOMENT), job.reason), job)  # it may be recorded already
        raise


def _was_lost(job: Job, kind: Kind) -> bool:
    """Whether a job may not be begun again, because a process died inside it."""
    return kind.once and job.lost_at is not None


async def _fail_with_callback(job: Job, kind: Kind, reason: str) -> bool:
    """Marks a job as failed and calls its kind's callback, in one transaction; False when another worker has it."""
    async with db.transaction():
        failed = await job.fail(reason)
        if failed and kind.failed:
            await kind.failed(job)
    return failed


async def _give_back(write: Awaitable[bool], job: Job) -> None:
    """Lets another worker claim a job at once; if that cannot be written, the job is free when its lease expires."""
    try:
        async with asyncio.timeout(MOMENT):
            await write
    except Exception as error:
        log.warning("job_not_given_back", job=str(job.id), kind=job.kind, problem=type(error).__name__)


@handler("jobs.forget_old", schedule=NIGHTLY)
async def delete_old_jobs(_job: Job) -> None:
    """Deletes jobs that ended long ago: finished and cancelled ones after 7 days, failed ones after 30."""
    await Job.past_retention().delete()
