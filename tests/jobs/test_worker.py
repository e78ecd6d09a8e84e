"""A worker begins each job once, tries again what failed, and lets go of what it must not go on with."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from structlog.testing import capture_logs
from tortoise.exceptions import OperationalError

from app import jobs
from app.accounts.models import Account
from app.jobs import GiveUp, Job, RetryLater, queue
from app.jobs.models import MOST_REASON
from app.jobs.registry import JITTER, MOST_TRIES
from app.jobs.worker import DIED, Worker
from app.kernel import clock, db, shutdown
from tests.conftest import Clock

pytestmark = pytest.mark.usefixtures("database")
LEASE = timedelta(seconds=60)
FIRST, LONGEST = timedelta(minutes=1), timedelta(minutes=5)


class Work:
    """A handler that notes which jobs it began, and what was lost or failed; it raises or waits as a test wants."""

    def __init__(self) -> None:
        self.begun: list[Any] = []
        self.ended: list[Any] = []
        self.lost: list[Any] = []
        self.failed: list[Any] = []
        self.stopped: list[Any] = []
        self.error: BaseException | None = None
        self.go_on = asyncio.Event()
        self.go_on.set()

    async def run(self, job: Job) -> None:
        self.begun.append(job.payload.get("n"))
        try:
            await self.go_on.wait()
        except asyncio.CancelledError:
            self.stopped.append(clock.now())
            raise
        if self.error:
            raise self.error
        self.ended.append(job.payload.get("n"))

    async def lose(self, job: Job) -> None:
        self.lost.append(job.payload.get("n"))
        if self.error:
            raise self.error

    async def fail(self, job: Job) -> None:
        self.failed.append(job.payload.get("n"))


@pytest.fixture
def work() -> Work:
    work = Work()
    jobs.handler("test.work", failed=work.fail, most_tries=4, first_wait=FIRST, longest_wait=LONGEST)(work.run)
    return work


@pytest.fixture
def once() -> Work:
    work = Work()
    jobs.handler("test.once", once=True, lost=work.lose, failed=work.fail, first_wait=FIRST)(work.run)
    return work


async def until(true: Callable[[], Any]) -> None:
    """Waits for what happens beside a test."""
    async with asyncio.timeout(30):
        while not true():
            await asyncio.sleep(0.01)


async def until_row(**values: Any) -> None:
    """Waits for the one job to have these values."""
    async with asyncio.timeout(30):
        while not await Job.filter(**values).exists():
            await asyncio.sleep(0.01)


async def died(kind: str) -> None:
    """A process began a job of this kind and died inside it, a lease ago."""
    job = await Job.claim([kind], LEASE)
    assert job and await job.begin() and await job.expire()


async def test_each_job_is_begun_once_by_workers_side_by_side(work: Work) -> None:
    for n in range(40):
        await jobs.enqueue("test.work", {"n": n})
    assert sum(await asyncio.gather(*(Worker().run_due() for _ in range(5)))) == 40
    assert sorted(work.begun) == list(range(40))
    assert {(job.state, job.tries) for job in await Job.all()} == {("finished", 1)}


async def test_jobs_are_run_beside_a_block_as_soon_as_they_are_enqueued(work: Work) -> None:
    async with Worker().running():
        async with db.transaction():
            await jobs.enqueue("test.work", {"n": 1})
        await until_row(outcome="finished")
        await jobs.enqueue("test.work", {"n": 2})
        await until(lambda: work.ended == [1, 2])


async def test_a_process_that_drains_begins_no_job(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutdown, "_draining", True)
    await jobs.enqueue("test.work", {"n": 1})
    async with Worker().running():
        await asyncio.sleep(0.1)  # three times the first pause of a worker
    assert (await Job.get()).state == "waiting"


async def test_a_slow_kind_delays_no_other(work: Work, once: Work) -> None:
    work.go_on.clear()
    async with Worker(grace=0).running():
        for n in range(3):
            await jobs.enqueue("test.work", {"n": n})
        await until(lambda: work.begun)
        await jobs.enqueue("test.once", {"n": 9})
        await until(lambda: once.ended == [9])
        assert work.begun == [0], "one of the kind at a time"


async def test_what_fails_is_tried_again_later_and_later_and_then_kept_with_its_reason(
    work: Work, moved: Clock
) -> None:
    work.error = RetryLater("The bank did not answer.")
    await jobs.enqueue("test.work", {"n": 1})
    for wait in (FIRST, 2 * FIRST, 4 * FIRST):
        await Worker().run_due()
        job = await Job.get()
        assert job.state == "waiting" and wait <= job.due_at - moved.now <= wait * (1 + JITTER)
        moved.on(job.due_at - moved.now)
    assert not work.failed
    worker = Worker()
    await worker.run_due()
    job = await Job.get()
    assert (job.state, job.tries, job.reason) == ("failed", 4, "The bank did not answer.")
    assert work.failed == [1] and worker.outcomes == {("test.work", "failed"): 1}
    moved.on(timedelta(days=1))
    assert await Worker().run_due() == 0 and len(work.begun) == 4


async def test_back_off_grows_no_longer_than_its_bound_and_is_spread(work: Work) -> None:
    from app.jobs.registry import KINDS

    waits = {KINDS["test.work"].wait(tries) for tries in range(4, 60)}
    assert len(waits) > 1, "what failed in one moment does not come back in one"
    assert all(LONGEST * 0.8 <= wait <= LONGEST * (1 + JITTER) for wait in waits)
    assert KINDS["test.work"].wait(1, after=200) >= timedelta(seconds=200)


async def test_what_can_never_be_done_is_not_tried_again(work: Work) -> None:
    work.error = GiveUp("The page is gone.")
    await jobs.enqueue("test.work")
    await Worker().run_due()
    assert ((await Job.get()).state, (await Job.get()).reason) == ("failed", "The page is gone.")
    assert work.failed == [None]


async def test_a_try_that_is_nobodys_fault_is_not_counted(work: Work, moved: Clock) -> None:
    work.error = RetryLater("The disk is full.", after=30, counted=False)
    await jobs.enqueue("test.work")
    for _ in range(9):
        await Worker().run_due()
        moved.on(2 * LONGEST)
    assert ((await Job.get()).state, (await Job.get()).tries) == ("waiting", 0)


async def test_the_message_of_an_unforeseen_exception_is_kept_nowhere(work: Work) -> None:
    work.error = ValueError("password=hunter2 rani@example.com")
    await jobs.enqueue("test.work")
    await Worker().run_due()
    [row] = await db.query_rows("SELECT * FROM jobs", [])
    assert "hunter2" not in str(row) and "rani" not in str(row)
    assert row["reason"].startswith("ValueError in run (test_worker.py:")


async def test_a_cancellation_that_nobody_asked_for_is_a_failure_like_any_other(work: Work) -> None:
    work.error = asyncio.CancelledError()
    await jobs.enqueue("test.work")
    await Worker().run_due()
    job = await Job.get()
    assert (job.state, job.tries) == ("waiting", 1) and job.due_at > clock.now()
    assert job.reason.startswith("HandlerCancelled")


async def test_a_reason_is_bounded(work: Work) -> None:
    work.error = GiveUp("x" * 10_000)
    await jobs.enqueue("test.work")
    await Worker().run_due()
    assert (await Job.get()).reason == "x" * MOST_REASON


async def test_when_a_job_fails_and_what_follows_from_it_cannot_be_written_for_now_neither_is(work: Work) -> None:
    away = [OperationalError("database is locked")]

    async def write(job: Job) -> None:
        if away:
            raise away[0]
        await work.fail(job)

    jobs.handler("test.breaks", failed=write, most_tries=2)(work.run)
    work.error = GiveUp("The page is gone.")
    await jobs.enqueue("test.breaks")
    with pytest.raises(OperationalError):
        await Worker(lease=0).run_due()
    assert (await Job.get()).state == "running", "its lease runs out and it is tried again"
    away.clear()
    await Worker().run_due()
    assert ((await Job.get()).state, work.failed) == ("failed", [None])


@pytest.mark.parametrize("error", [LookupError("hunter2"), OperationalError("database is locked")])
@pytest.mark.parametrize("once", [False, True])
async def test_a_job_whose_failed_callback_always_raises_ends_as_failed_with_both_reasons(
    work: Work, moved: Clock, error: Exception, once: bool
) -> None:
    callbacks = []

    async def raise_always(job: Job) -> None:
        callbacks.append(job.id)
        raise error

    jobs.handler("test.breaks", once=once, lost=work.lose if once else None, failed=raise_always, most_tries=3)(
        work.run
    )
    work.error = GiveUp("x" * 1_000)
    await jobs.enqueue("test.breaks")
    async with asyncio.timeout(30):
        while await Job.not_ended().exists():
            with suppress(OperationalError):
                await Worker(lease=0).run_due()
            moved.on(timedelta(hours=1))
    job = await Job.get()
    assert job.state == "failed" and len(work.begun) <= (1 if once else 3) and len(callbacks) < 12
    assert job.reason.startswith("x" if isinstance(error, LookupError) else DIED)
    assert f"could not be written: {type(error).__name__} in raise_always" in job.reason and "hunter2" not in job.reason
    assert await Worker().run_due() == 0, "it is not tried again"


@pytest.mark.parametrize("error", [RuntimeError(), RetryLater("The disk is full.", counted=False)])
async def test_a_lost_handler_that_always_raises_is_not_called_for_ever(
    once: Work, moved: Clock, error: Exception
) -> None:
    await jobs.enqueue("test.once", {"n": 1})
    await died("test.once")
    once.error = error
    for _ in range(30):
        await Worker().run_due()
        moved.on(timedelta(days=1))
    job = await Job.get()
    assert (once.begun, job.state, job.tries) == ([], "failed", MOST_TRIES)
    assert len(once.lost) == MOST_TRIES - 1 and once.failed == [1]
    assert job.reason.startswith(str(error) or "RuntimeError in lose")


async def test_a_job_whose_process_died_before_its_handler_began_is_claimed_as_if_nobody_had(
    work: Work, once: Work, moved: Clock
) -> None:
    for kind in ("test.work", "test.once"):
        await jobs.enqueue(kind, {"n": 1})
        assert await Job.claim([kind], LEASE)
    assert await Worker().run_due() == 0, "their leases are not over"
    moved.on(LEASE)
    assert await Worker().run_due() == 2
    assert (work.begun, once.begun, once.lost) == ([1], [1], [])
    assert {(job.state, job.tries, job.lost_at) for job in await Job.all()} == {("finished", 1, None)}


@pytest.mark.parametrize("written", [False, True])
@pytest.mark.parametrize("error", [OperationalError("database is locked"), asyncio.CancelledError()])
async def test_a_handler_whose_beginning_could_not_be_recorded_does_not_begin_and_is_not_lost(
    once: Work, moved: Clock, monkeypatch: pytest.MonkeyPatch, error: BaseException, written: bool
) -> None:
    begin = Job.begin

    async def break_off(job: Job) -> bool:
        if written:
            await job._mine().update(begun_at=clock.now(), tries=job.tries + 1)
        raise error

    monkeypatch.setattr(Job, "begin", break_off)
    await jobs.enqueue("test.once", {"n": 1})
    with pytest.raises(type(error)):
        await Worker().run_due()
    assert once.begun == [] and ((await Job.get()).state, (await Job.get()).tries) == ("waiting", 0)
    monkeypatch.setattr(Job, "begin", begin)
    moved.on(LEASE / 2)
    assert await Worker().run_due() == 1
    assert (once.begun, once.lost) == ([1], [])


async def test_a_worker_whose_lease_ended_before_it_began_does_not_begin(once: Work, moved: Clock) -> None:
    await jobs.enqueue("test.once", {"n": 1})
    late = await Job.claim(["test.once"], LEASE)
    moved.on(LEASE)
    assert await Worker().run_due() == 1
    assert late
    await Worker().execute(late)
    assert (once.begun, once.lost, (await Job.get()).state) == ([1], [], "finished")


async def test_a_job_whose_process_died_inside_it_is_begun_again(work: Work) -> None:
    await jobs.enqueue("test.work", {"n": 1})
    await died("test.work")
    assert await Worker().run_due() == 1
    assert work.ended == [1] and (await Job.get()).tries == 2


async def test_a_job_that_kills_every_process_is_given_up(work: Work) -> None:
    await jobs.enqueue("test.work", {"n": 1})
    for _ in range(4):
        await died("test.work")
    await Worker().run_due()
    assert work.begun == [] and work.failed == [1]
    assert ((await Job.get()).state, (await Job.get()).reason) == ("failed", DIED)


async def test_a_job_marked_once_whose_process_died_inside_it_is_handed_to_its_lost_handler(once: Work) -> None:
    await jobs.enqueue("test.once", {"n": 1})
    await died("test.once")
    await Worker().run_due()
    assert (once.begun, once.lost, once.failed) == ([], [1], [1])
    assert ((await Job.get()).state, (await Job.get()).reason) == ("failed", DIED)


async def test_a_lost_handler_that_breaks_is_called_again_and_never_the_other(once: Work, moved: Clock) -> None:
    await jobs.enqueue("test.once", {"n": 1})
    await died("test.once")
    once.error = RuntimeError()
    await Worker().run_due()
    moved.on(timedelta(hours=1))
    once.error = None
    await Worker().run_due()
    assert (once.begun, once.lost) == ([], [1, 1]) and (await Job.get()).state == "failed"


async def test_a_job_marked_once_is_not_begun_again_after_an_exception(once: Work, moved: Clock) -> None:
    once.error = RuntimeError()
    await jobs.enqueue("test.once", {"n": 1})
    await Worker().run_due()
    moved.on(timedelta(days=1))
    await Worker().run_due()
    assert (once.begun, once.lost, (await Job.get()).state) == ([1], [], "failed")


async def test_a_job_marked_once_is_begun_again_when_its_handler_says_that_nothing_was_done(
    once: Work, moved: Clock
) -> None:
    once.error = RetryLater("Busy.")
    await jobs.enqueue("test.once", {"n": 1})
    await Worker().run_due()
    once.error = None
    moved.on(timedelta(hours=1))
    await Worker().run_due()
    assert (once.begun, once.lost, once.ended) == ([1, 1], [], [1])


def test_a_kind_marked_once_needs_a_lost_handler_and_a_name_is_taken_once(work: Work) -> None:
    with pytest.raises(ValueError, match="lost"):
        jobs.handler("test.other", once=True)
    with pytest.raises(ValueError, match="already"):
        jobs.handler("test.work")(work.run)


async def test_a_lease_is_renewed_while_a_handler_runs(work: Work) -> None:
    work.go_on.clear()
    await jobs.enqueue("test.work", {"n": 1})
    async with Worker(lease=4).running():
        await until(lambda: work.begun)
        first = await Job.get()
        await until_row(due_at__gt=first.due_at)
        assert (await Job.get()).fence == first.fence
        work.go_on.set()
        await until(lambda: work.ended)
        await until_row(outcome="finished")


async def test_a_handler_whose_job_is_cancelled_is_stopped(work: Work) -> None:
    work.go_on.clear()
    id = await jobs.enqueue("test.work", {"n": 1})
    worker = Worker(lease=2)
    async with worker.running():
        await until(lambda: work.begun)
        assert id and await jobs.cancel(id)
        await until(lambda: not worker._running)
    assert work.ended == [] and (await Job.get()).state == "cancelled" and not worker.outcomes


async def test_a_handler_is_stopped_before_its_lease_runs_out_unnoticed(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(job: Job, lease: timedelta) -> bool:
        raise OperationalError("database is locked")

    work.go_on.clear()
    await jobs.enqueue("test.work", {"n": 1})
    worker = Worker(lease=4)
    async with worker.running():
        await until(lambda: work.begun)
        monkeypatch.setattr(Job, "renew", away)
        await until(lambda: work.stopped)
    assert work.stopped < [(await Job.get()).due_at], "nobody else could have begun it yet"


async def test_a_worker_whose_schedule_waits_for_its_last_run_looks_seldom(
    moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, looks, enqueue_scheduled = Work(), list[int](), queue.enqueue_scheduled
    work.go_on.clear()
    jobs.handler("test.often", schedule=jobs.MINUTELY)(work.run)

    async def look(known: set[UUID]) -> set[UUID]:
        looks.append(len(known))
        return await enqueue_scheduled(known)

    monkeypatch.setattr(queue, "enqueue_scheduled", look)
    async with Worker(grace=0).running():
        await until(lambda: work.begun)
        moved.on(timedelta(minutes=1))
        await asyncio.sleep(0.2)
        before = len(looks)
        await asyncio.sleep(1)
    assert len(looks) - before <= 5


async def test_why_a_lease_could_not_be_renewed_is_logged(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(job: Job, lease: timedelta) -> bool:
        raise LookupError("hunter2")

    monkeypatch.setattr(Job, "renew", broken)
    work.go_on.clear()
    await jobs.enqueue("test.work", {"n": 1})
    with capture_logs() as logs:
        await Worker(lease=0.4).run_due()
    [lost] = [line for line in logs if line["event"] == "job_lease_lost"]
    assert lost["problem"].startswith("LookupError in broken") and "hunter2" not in str(lost)


async def test_what_came_of_a_job_is_written_when_the_database_is_back(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish, tries = Job.finish, []

    async def away_twice(job: Job) -> bool:
        tries.append(job.id)
        if len(tries) < 3:
            raise OperationalError("database is locked")
        return await finish(job)

    monkeypatch.setattr(Job, "finish", away_twice)
    await jobs.enqueue("test.work", {"n": 1})
    assert await Worker().run_due() == 1
    assert len(tries) == 3 and work.begun == [1]


async def test_a_worker_that_stops_lets_a_running_job_end(work: Work) -> None:
    work.go_on.clear()
    await jobs.enqueue("test.work", {"n": 1})
    async with Worker(grace=30).running():
        await until(lambda: work.begun)
        asyncio.get_running_loop().call_later(0.1, work.go_on.set)
    assert work.ended == [1] and (await Job.get()).state == "finished"


async def test_a_worker_that_stops_still_writes_down_what_came_of_a_job(
    once: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish, finishing = Job.finish, asyncio.Event()

    async def slowly(job: Job) -> bool:
        finishing.set()
        await asyncio.sleep(0.3)
        return await finish(job)

    monkeypatch.setattr(Job, "finish", slowly)
    await jobs.enqueue("test.once", {"n": 1})
    async with Worker(grace=0.05).running():
        await finishing.wait()
    assert (await Job.get()).state == "finished"
    await Worker().run_due()
    assert (once.ended, once.lost) == ([1], [])


async def test_a_worker_that_stops_gives_back_what_does_not_end_as_if_it_had_not_been_tried(work: Work) -> None:
    work.go_on.clear()
    await jobs.enqueue("test.work", {"n": 1})
    async with Worker(grace=0.05).running():
        await until(lambda: work.begun)
    assert ((await Job.get()).state, (await Job.get()).tries, work.ended) == ("waiting", 0, [])
    work.go_on.set()
    assert await Worker().run_due() == 1


async def test_a_job_marked_once_that_a_stopping_worker_cut_off_is_lost_not_begun_again(once: Work) -> None:
    once.go_on.clear()
    await jobs.enqueue("test.once", {"n": 1})
    async with Worker(grace=0.05).running():
        await until(lambda: once.begun)
    await Worker().run_due()
    assert (once.begun, once.lost) == ([1], [1])


async def test_a_kind_that_is_not_ready_waits_and_uses_up_no_try() -> None:
    open_now, work = [False], Work()
    jobs.handler("test.shut", ready=lambda: open_now[0])(work.run)
    await jobs.enqueue("test.shut", {"n": 1})
    assert await Worker().run_due() == 0
    open_now[0] = True
    assert await Worker().run_due() == 1
    assert (await Job.get()).tries == 1


async def test_a_kind_that_this_version_does_not_know_is_left_to_another(work: Work) -> None:
    from app.jobs.registry import KINDS

    await jobs.enqueue("test.work")
    kind = KINDS.pop("test.work")
    assert await Worker().run_due() == 0 and (await Job.get()).state == "waiting"
    KINDS["test.work"] = kind
    assert await Worker().run_due() == 1


async def test_a_handler_writes_in_transactions_of_its_own(sari: Account) -> None:
    @jobs.handler("test.rename")
    async def rename(job: Job) -> None:
        async with db.transaction():
            await Account.filter(id=sari.id).update(name="Dewi")
            raise GiveUp("No.")

    await jobs.enqueue("test.rename")
    await Worker().run_due()
    assert (await Account.get(id=sari.id)).name == sari.name
    assert (await Job.get()).state == "failed"
