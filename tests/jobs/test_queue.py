"""A job is in the queue exactly when its transaction is, once for its unique key, until it has ended."""

import asyncio
import json
from datetime import timedelta, timezone
from uuid import uuid4

import pytest

from app import jobs
from app.jobs import queue
from app.jobs.models import FAILED_KEPT, FINISHED_KEPT, MOST_PAYLOAD, Job
from app.jobs.worker import Worker, delete_old_jobs
from app.kernel import clock, db
from tests import counting
from tests.conftest import Clock

pytestmark = pytest.mark.usefixtures("database")
LEASE = timedelta(seconds=60)


@pytest.fixture(autouse=True)
def _kind() -> None:
    @jobs.handler("test.work")
    async def work(job: Job) -> None: ...


async def claimed() -> Job:
    """A job that a worker has claimed and begun."""
    job = await Job.claim(["test.work"], LEASE)
    assert job and await job.begin()
    return job


async def test_a_job_of_a_transaction_that_failed_is_not_there() -> None:
    async def fail() -> None:
        async with db.transaction():
            await jobs.enqueue("test.work")
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    assert not await Job.exists()


async def test_a_payload_comes_back_as_it_was() -> None:
    payload = {"link": str(uuid4()), "few": [1, None, True], "name": "木 & ‘é’"}
    await jobs.enqueue("test.work", payload)
    assert (await claimed()).payload == payload


async def test_a_payload_has_at_most_64_kilobytes() -> None:
    room = MOST_PAYLOAD - len(json.dumps({"text": ""}))
    await jobs.enqueue("test.work", {"text": "x" * room})
    with pytest.raises(jobs.PayloadTooLarge):
        await jobs.enqueue("test.work", {"text": "x" * (room + 1)})
    assert await Job.all().count() == 1


async def test_a_kind_that_nobody_registered_is_not_taken() -> None:
    with pytest.raises(KeyError):
        await jobs.enqueue("test.wrok")


async def test_a_claimed_job_is_the_row_as_it_is_stored_then() -> None:
    id = await jobs.enqueue("test.work", {"n": [1, "dua"]}, unique="fill")
    job = await Job.claim(["test.work"], LEASE)
    assert job and job.__dict__ == (await Job.get(id=id)).__dict__, "no second statement reads it"
    assert (job.state, job.tries, job.begun_at) == ("waiting", 0, None), "it is claimed but not begun"


async def test_a_job_is_claimed_by_one_statement_that_writes() -> None:
    await jobs.enqueue("test.work")
    with counting.queries() as asked:
        await claimed()
    assert [sql.split()[0] for sql in asked] == ["SELECT", "UPDATE", "UPDATE"], "whether one is due, claim, begin"


async def test_of_jobs_with_one_unique_key_one_waits_whoever_enqueues_it() -> None:
    ids = await asyncio.gather(*(jobs.enqueue("test.work", unique="fill") for _ in range(12)))
    assert len([id for id in ids if id]) == await Job.all().count() == 1


async def test_a_unique_key_that_is_taken_does_not_break_the_transaction_of_who_enqueues() -> None:
    await jobs.enqueue("test.work", unique="fill")
    async with db.transaction():
        assert await jobs.enqueue("test.work", unique="fill") is None
        assert await jobs.enqueue("test.work", unique="other")
    assert await Job.all().count() == 2


async def test_a_unique_key_is_free_once_its_job_has_ended() -> None:
    await jobs.enqueue("test.work", unique="fill")
    job = await claimed()
    assert await jobs.enqueue("test.work", unique="fill") is None, "it runs"
    assert await job.finish()
    assert await jobs.enqueue("test.work", unique="fill")


async def test_a_job_for_later_is_not_begun_before(moved: Clock) -> None:
    await jobs.enqueue("test.work", at=moved.now + timedelta(hours=1))
    assert await Job.claim(["test.work"], LEASE) is None
    moved.on(timedelta(hours=1))
    await claimed()


async def test_a_time_of_any_time_zone_is_the_same_moment(moved: Clock) -> None:
    jakarta = timezone(timedelta(hours=7))
    await jobs.enqueue("test.work", at=(moved.now - timedelta(hours=1)).astimezone(jakarta))
    await claimed()


async def test_the_job_that_is_due_longest_is_begun_first() -> None:
    now = clock.now()
    for minutes in (1, 3, 2):
        await jobs.enqueue("test.work", {"minutes": minutes}, at=now - timedelta(minutes=minutes))
    assert [(await claimed()).payload["minutes"] for _ in range(3)] == [3, 2, 1]


async def test_one_of_many_claims_a_job() -> None:
    for _ in range(5):
        await jobs.enqueue("test.work")
    claims = await asyncio.gather(*(Job.claim(["test.work"], LEASE) for _ in range(15)))
    ids = [job.id for job in claims if job]
    assert len(ids) == len(set(ids)) == 5


async def test_a_job_of_another_kind_is_left_alone() -> None:
    await jobs.enqueue("test.work")
    assert await Job.claim(["test.other"], LEASE) is None
    assert await Job.claim([], LEASE) is None


async def test_a_worker_that_lost_its_lease_can_write_nothing(moved: Clock) -> None:
    await jobs.enqueue("test.work")
    late = await claimed()
    moved.on(LEASE)
    new = await claimed()
    assert (new.id, new.fence, new.lost_at) == (late.id, late.fence + 1, moved.now)

    assert not await late.begin()
    assert not await late.finish()
    assert not await late.fail("")
    assert not await late.renew(LEASE)
    assert not await late.release(timedelta(), "")
    assert not await late.expire()
    with pytest.raises(jobs.LeaseLost):
        await late.report_progress(1, 2)

    assert await new.finish()
    assert not await new.finish(), "a job finishes once"


async def test_a_renewed_lease_is_nobody_elses(moved: Clock) -> None:
    await jobs.enqueue("test.work")
    job = await claimed()
    moved.on(LEASE / 2)
    assert await job.renew(LEASE)
    moved.on(LEASE * 0.9)
    assert await Job.claim(["test.work"], LEASE) is None


async def test_what_was_put_off_is_its_workers_no_more() -> None:
    await jobs.enqueue("test.work")
    job = await claimed()
    assert await job.release(timedelta(minutes=1), "busy")
    assert not await job.finish() and not await job.release(timedelta(), "")
    assert (await Job.get()).reason == "busy"


async def test_a_cancelled_job_is_not_begun() -> None:
    id = await jobs.enqueue("test.work", unique="fill")
    assert id and await jobs.cancel(id)
    assert await Job.claim(["test.work"], LEASE) is None
    assert (await Job.get()).state == "cancelled"
    assert not await jobs.cancel(id), "it has ended"
    assert await jobs.enqueue("test.work", unique="fill")


async def test_progress_is_there_to_be_seen_and_ends_with_a_cancelled_job() -> None:
    id = await jobs.enqueue("test.work")
    job = await claimed()
    await job.report_progress(3, 10)
    seen = await Job.get()
    assert (seen.done, seen.total, seen.state) == (3, 10, "running")
    assert id and await jobs.cancel(id)
    with pytest.raises(jobs.LeaseLost):
        await job.report_progress(4, 10)
    assert not await job.finish()


async def test_a_failed_job_is_tried_again_from_the_beginning() -> None:
    await jobs.enqueue("test.work")
    job = await claimed()
    assert not await jobs.retry(job.id), "it has not failed"
    await job.fail("It broke.")
    assert await jobs.retry(job.id)
    again = await claimed()
    assert (again.id, again.tries, again.lost_at, again.reason) == (job.id, 1, None, "It broke.")


async def test_a_failed_job_is_not_tried_again_beside_another_of_its_unique_key() -> None:
    await jobs.enqueue("test.work", unique="fill")
    job = await claimed()
    await job.fail("It broke.")
    await jobs.enqueue("test.work", unique="fill")
    assert not await jobs.retry(job.id)
    assert await Job.not_ended().count() == 1


async def test_finished_jobs_are_kept_7_days_and_failed_ones_30(moved: Clock) -> None:
    ids = [await jobs.enqueue("test.work") for _ in range(4)]
    await (await claimed()).finish()
    await (await claimed()).fail("It broke.")
    assert ids[2] and await jobs.cancel(ids[2])

    for after, left in ((FINISHED_KEPT, 4), (timedelta(seconds=1), 2), (FAILED_KEPT - FINISHED_KEPT, 1)):
        moved.on(after)
        await delete_old_jobs(Job())
        assert await Job.all().count() == left
    assert await Job.not_ended().count() == 1, "what waits is kept"


async def test_the_backlog_is_how_many_are_due_and_since_when(moved: Clock) -> None:
    assert await queue.backlog() == (0, 0.0)
    await jobs.enqueue("test.work")
    await jobs.enqueue("test.work", at=moved.now + timedelta(days=1))
    moved.on(timedelta(seconds=30))
    await jobs.enqueue("test.work")
    assert await queue.backlog() == (2, 30.0)
    await claimed()
    assert await queue.backlog() == (1, 0.0)


async def test_an_idle_worker_writes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    statements: list[str] = []
    rows = db.query_rows

    async def count(sql: str, *values: object) -> object:
        statements.append(sql)
        return await rows(sql, *values)  # type: ignore[arg-type]

    monkeypatch.setattr(db, "query_rows", count)
    assert await Worker().run_due() == 0
    assert statements == []


async def test_a_job_that_waits_for_later_is_brought_forward_where_that_is_wanted(moved: Clock) -> None:
    later = clock.now() + timedelta(hours=8)
    await jobs.enqueue("test.work", unique="one", at=later)
    assert await jobs.enqueue("test.work", unique="one") is None
    assert await Job.claim(["test.work"], LEASE) is None, "only where it is wanted"
    assert await jobs.enqueue("test.work", unique="one", at=later + timedelta(hours=1), sooner=True) is None
    assert (await Job.get(unique_key="one")).due_at == later, "never put off"
    assert await jobs.enqueue("test.work", unique="one", sooner=True) is None
    assert await claimed()


async def test_a_job_that_runs_is_not_brought_forward(moved: Clock) -> None:
    await jobs.enqueue("test.work", unique="one")
    job = await claimed()
    due = (await Job.get(id=job.id)).due_at
    await jobs.enqueue("test.work", unique="one", sooner=True)
    assert (await Job.get(id=job.id)).due_at == due
