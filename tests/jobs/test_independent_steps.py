"""A part of a job that fails does not keep the others from running, and all reasons are reported."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import pytest
from structlog.testing import capture_logs

from app import jobs
from app.jobs import Job
from app.jobs.independent_steps import StepsFailed, for_each, run_steps
from app.jobs.models import MOST_REASON
from app.jobs.worker import Worker


async def fail(_item: object = None) -> None:
    raise LookupError("rani@example.com")


WHERE = f"LookupError in fail (test_independent_steps.py:{fail.__code__.co_firstlineno + 1})"


def step(name: str, done: list[str], failing: set[str]) -> Callable[[], Coroutine[Any, Any, str]]:
    """A step that notes that it was run, and fails if its name is one of those."""

    async def run() -> str:
        done.append(name)
        if name in failing:
            await fail()
        return name.upper()

    return run


@pytest.mark.parametrize("failing", [{"a"}, {"b"}, {"c"}, {"a", "b"}, {"a", "b", "c"}])
async def test_every_step_runs_whichever_fails(failing: set[str]) -> None:
    done: list[str] = []
    with pytest.raises(StepsFailed) as failed:
        await run_steps({name: step(name, done, failing) for name in "abc"})
    assert done == ["a", "b", "c"]
    assert str(failed.value) == "; ".join(f"{name}: {WHERE}" for name in sorted(failing))


async def test_steps_and_items_give_back_their_results() -> None:
    assert await run_steps({name: step(name, [], set()) for name in "ab"}) == {"a": "A", "b": "B"}

    async def double(number: int) -> int:
        return 2 * number

    assert await for_each([1, 2], double) == [2, 4]


async def test_every_item_is_done_whichever_fails_and_failures_are_counted_by_reason() -> None:
    done = []

    async def work(number: int) -> None:
        done.append(number)
        if number % 2:
            await fail()

    with pytest.raises(StepsFailed) as failed:
        await for_each(range(6), work)
    assert str(failed.value) == f"{WHERE} 3 times"
    assert done == [0, 1, 2, 3, 4, 5]


async def test_a_cancelled_step_ends_all_of_them() -> None:
    async def cancelled() -> None:
        raise asyncio.CancelledError

    done: list[str] = []
    with pytest.raises(asyncio.CancelledError):
        await run_steps({"a": cancelled, "b": step("b", done, set())})
    assert not done


@pytest.mark.usefixtures("database")
async def test_a_job_whose_steps_fail_stores_the_reason_of_each_without_any_message() -> None:
    names = [f"step{at}" for at in range(20)]

    two: dict[str, Callable[[], Awaitable[object]]] = {"first": lambda: for_each(["rani"], fail), "last": fail}
    twenty: dict[str, Callable[[], Awaitable[object]]] = dict.fromkeys(names, fail)

    @jobs.handler("test.steps", most_tries=1)
    async def sweep(_job: Job) -> None:
        await run_steps(two)

    @jobs.handler("test.many", most_tries=1)
    async def sweep_many(_job: Job) -> None:
        await run_steps(twenty)

    for kind in ("test.steps", "test.many"):
        await jobs.enqueue(kind)
    await Worker().run_due()
    few, many = await Job.get(kind="test.steps"), await Job.get(kind="test.many")
    assert (few.state, few.reason) == ("failed", f"first: {WHERE}; last: {WHERE}")
    assert len(many.reason) < MOST_REASON and all(f"{name}: LookupError" in many.reason for name in names)


async def test_a_step_of_steps_is_logged_where_it_failed_and_not_again() -> None:
    async def fails() -> None:
        raise ValueError

    async def inner() -> None:
        await run_steps({"inside": fails})

    async def of_items() -> None:
        await for_each([1], lambda _: inner())

    with capture_logs() as logged, pytest.raises(StepsFailed):
        await run_steps({"steps": inner, "items": of_items})
    assert [(entry["event"], entry["step"]) for entry in logged] == 2 * [("step_raised", "inside")]
