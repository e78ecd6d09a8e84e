"""What runs by itself runs once in each period, over all workers, also when the period began while nobody was there."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from app import jobs
from app.jobs import HOURLY, MINUTELY, NIGHTLY, Job, RetryLater, Schedule
from app.jobs.worker import Worker
from tests.conftest import Clock

NOON = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)


@pytest.fixture
def runs(moved: Clock) -> list[datetime]:
    """When the kind `test.sweep` ran, which is hourly."""
    moved.to(NOON)
    runs: list[datetime] = []

    @jobs.handler("test.sweep", schedule=HOURLY)
    async def sweep(job: Job) -> None:
        runs.append(moved.now)

    return runs


@pytest.mark.parametrize(
    ("schedule", "now", "slot"),
    [
        (MINUTELY, NOON + timedelta(seconds=59, microseconds=5), NOON),
        (HOURLY, NOON, NOON),
        (HOURLY, NOON + timedelta(minutes=59), NOON),
        (NIGHTLY, NOON, datetime(2026, 11, 27, 20, tzinfo=UTC)),
        (NIGHTLY, NOON + timedelta(hours=8), datetime(2026, 11, 28, 20, tzinfo=UTC)),
        (Schedule(timedelta(days=7)), NOON, datetime(2026, 11, 26, tzinfo=UTC)),
    ],
)
def test_a_moment_is_in_one_period(schedule: Schedule, now: datetime, slot: datetime) -> None:
    assert schedule.slot(now) == slot
    assert schedule.job_id("a", now) == schedule.job_id("a", slot) != schedule.job_id("b", slot)
    assert schedule.job_id("a", slot - timedelta(microseconds=1)) != schedule.job_id("a", slot)


@pytest.mark.usefixtures("database")
async def test_a_run_happens_once_in_all_however_many_workers_look(moved: Clock, runs: list[datetime]) -> None:
    for _ in range(3):
        await asyncio.gather(*(Worker().run_due() for _ in range(6)))
        moved.on(timedelta(minutes=20))
    assert runs == [NOON]
    await asyncio.gather(*(Worker().run_due() for _ in range(6)))
    assert runs == [NOON, NOON + timedelta(hours=1)]


@pytest.mark.usefixtures("database")
async def test_a_period_that_nobody_was_there_for_is_made_up_for_once(moved: Clock, runs: list[datetime]) -> None:
    worker = Worker()
    await worker.run_due()
    moved.on(timedelta(days=2, minutes=7))
    assert await worker.run_due() == 1
    assert await worker.run_due() == 0
    assert runs == [NOON, NOON + timedelta(days=2, minutes=7)]


@pytest.mark.usefixtures("database")
async def test_a_run_waits_for_the_one_before_it(moved: Clock, runs: list[datetime]) -> None:
    worker, other = Worker(), Worker()
    await worker.run_due()
    await Job.filter(kind="test.sweep").update(ended_at=None, outcome="", due_at=NOON + timedelta(days=1))
    moved.on(timedelta(hours=1))
    assert (await worker.run_due(), await other.run_due()) == (0, 0)
    await Job.filter(kind="test.sweep").update(ended_at=moved.now, outcome="finished")
    assert (await worker.run_due(), await other.run_due()) == (1, 0)


@pytest.mark.usefixtures("database")
async def test_the_back_off_of_a_scheduled_kind_never_outlasts_its_next_run(moved: Clock) -> None:
    @jobs.handler("test.fails", schedule=MINUTELY, first_wait=timedelta(hours=3))
    async def fail(job: Job) -> None:
        raise RetryLater("It broke.")

    await Worker().run_due()
    assert (await Job.get()).due_at - moved.now <= timedelta(minutes=1) * 1.25
