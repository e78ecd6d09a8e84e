"""Real processes share the jobs of one database; one of them is killed in the midst of its work.

Others are killed at each step of a job that must not be begun twice.
"""

import asyncio
import os
import random
import sys
from asyncio.subprocess import PIPE, Process
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app import jobs
from app.jobs import Job
from app.jobs.worker import DIED, Worker
from app.jobs.worker import LEASE as WORKER_LEASE
from app.kernel import clock, db
from app.kernel.package_files import ROOT
from tests.conftest import Clock
from tests.databases import ON_POSTGRES
from tests.forked_code import begin_module
from tests.jobs import deaths
from tests.processes import killed_at_the_end, process_running
from tests.waiting import eventually

MANY, ONCE, LEASE, STUCK = 200, 30, 15.0, 10


@pytest.fixture(autouse=True)
def _kinds() -> None:
    async def nowhere(job: Job) -> None:
        raise AssertionError("jobs are run by the processes")

    jobs.handler("test.many")(nowhere)
    jobs.handler("test.once", once=True, lost=nowhere)(nowhere)


@asynccontextmanager
async def worker_running(url: str, log: Path, stuck: int) -> AsyncGenerator[Process]:
    """A worker that waits for a line; it ends no job after so many."""
    command = (sys.executable, "-m", "tests.jobs.process", url, str(log), str(LEASE), str(stuck))
    async with process_running(*command, cwd=ROOT, stdin=PIPE, stdout=PIPE, env=dict(os.environ)) as process:
        assert process.stdout and await process.stdout.readline() == b"ready\n"
        yield process


def say(process: Process) -> None:
    """Gives a process a line."""
    assert process.stdin
    process.stdin.write(b"\n")


def events(*logs: Path) -> dict[str, Counter[str]]:
    """By event, how often each job had it."""
    counts = {event: Counter[str]() for event in ("begun", "ended", "finished", "lost")}
    for log in logs:
        for line in log.read_text().splitlines() if log.exists() else []:
            event, id = line.split()
            counts[event][id] += 1
    return counts


async def enqueue_all() -> tuple[set[str], set[str]]:
    """The ids of the jobs that may be begun again, and of those that may not."""
    kinds = ["test.many"] * MANY + ["test.once"] * ONCE
    random.shuffle(kinds)
    ids: dict[str, set[str]] = {"test.many": set(), "test.once": set()}
    async with db.transaction():
        for kind in kinds:
            ids[kind].add(str(await jobs.enqueue(kind)))
    return ids["test.many"], ids["test.once"]


async def becomes_stuck(log: Path, once: set[str]) -> None:
    """Waits until the process with this log is stuck inside jobs of either kind."""

    def is_stuck() -> bool:
        seen = events(log)
        inside = seen["begun"].keys() - seen["ended"].keys()
        return len(seen["ended"]) >= STUCK and bool(inside & once and inside - once)

    await eventually(is_stuck)


async def all_ended() -> bool:
    """Whether no job is left."""
    return not await Job.not_ended().exists()


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.usefixtures("database")
@ON_POSTGRES
async def test_of_many_jobs_in_four_processes_one_of_them_killed_each_finishes_once(
    database: str, tmp_path: Path
) -> None:
    logs = [tmp_path / f"{n}.log" for n in range(4)]
    async with AsyncExitStack() as stack:
        workers = [worker_running(database, log, STUCK if log is logs[0] else MANY * 2) for log in logs]
        processes = await asyncio.gather(*map(stack.enter_async_context, workers))
        many, once = await enqueue_all()
        say(processes[0])
        await becomes_stuck(logs[0], once)
        for process in processes[1:]:
            say(process)
        await eventually(lambda: events(*logs[1:])["ended"])
        processes[0].kill()
        await processes[0].wait()
        of_killed = events(logs[0])
        died_inside = of_killed["begun"].keys() - of_killed["finished"].keys()
        await Job.not_ended().filter(id__in=died_inside).update(due_at=clock.now())  # their leases have expired
        await eventually(all_ended, 200)
        for process in processes[1:]:
            say(process)
            assert await process.wait() == 0

    seen = events(*logs)
    rows = {str(job.id): job for job in await Job.all()}
    assert rows.keys() == many | once, "none is lost"
    assert {rows[id].outcome for id in many} == {"finished"}
    assert max(seen["finished"].values()) == 1, "none finishes twice"
    assert died_inside & once and died_inside & many
    twice = {id for id, times in seen["begun"].items() if times > 1}
    assert twice <= died_inside & many, "a handler begins twice only where its process died inside it"
    assert {rows[id].outcome for id in once - seen["lost"].keys()} == {"finished"}
    assert seen["lost"].keys() <= once - seen["finished"].keys()
    assert died_inside & once <= seen["lost"].keys()
    assert {rows[id].reason for id in seen["lost"]} <= {DIED}


@pytest.mark.slow
@ON_POSTGRES
async def test_a_job_marked_once_is_begun_again_or_lost_by_whether_its_process_died_before_its_handler_began(
    database: str, dialect: str, tmp_path: Path, moved: Clock
) -> None:
    begun, lost = Counter[str](), Counter[str]()

    async def work(job: Job) -> None:
        begun[job.kind.removeprefix("test.")] += 1

    async def lose(job: Job) -> None:
        lost[job.kind.removeprefix("test.")] += 1

    for step in deaths.STEPS:
        jobs.handler(f"test.{step}", once=True, lost=lose)(work)
    steps = {str(await jobs.enqueue(f"test.{step}")): step for step in deaths.STEPS}
    log = tmp_path / "begun.log"
    parent = begin_module("tests.jobs.deaths", database, str(log), output=tmp_path / "deaths.out")
    with killed_at_the_end(parent):
        assert await asyncio.to_thread(parent.wait) == 0, "each process died where it should"

    moved.to(datetime.now(UTC) + timedelta(seconds=2 * WORKER_LEASE))
    await Worker().run_due()
    first = Counter(steps[line] for line in log.read_text().split())
    assert begun == Counter(deaths.BEFORE), "nothing had begun: it is done now"
    assert lost == Counter(deaths.INSIDE), "it may have been done: it is never begun again"
    assert not begun & first and first == Counter(("inside", "finishing", "finished"))
    moved.on(timedelta(days=1))
    assert await Worker().run_due() == 0 and not await Job.not_ended().exists()
