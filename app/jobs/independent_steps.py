"""Runs the independent parts of a job: one that fails does not keep the others from running.

The reasons of all failures are reported together at the end.
"""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from app.jobs.models import MOST_REASON
from app.jobs.registry import RetryLater
from app.kernel.problem_log import log_problem

T = TypeVar("T")
Item = TypeVar("Item")


class StepsFailed(RetryLater):
    """Some steps of a job raised; the others were run. The message names each failed step and its reason."""


async def run_steps(steps: Mapping[str, Callable[[], Awaitable[T]]]) -> dict[str, T]:
    """Runs all steps, one after the other, and returns their results by the same names.

    Raises: StepsFailed at the end, when at least one of them raised.
    """
    results: dict[str, T] = {}
    failures: dict[str, Exception] = {}
    for name, step in steps.items():
        try:
            results[name] = await step()
        except Exception as error:
            _log_once("step_raised", error, step=name)
            failures[name] = error
    if failures:
        reason = "; ".join(f"{name}: {describe_without_message(error)}" for name, error in failures.items())
        if len(reason) > MOST_REASON:
            reason = "; ".join(f"{name}: {type(error).__name__}" for name, error in failures.items())
        raise StepsFailed(reason)
    return results


async def for_each(items: Iterable[Item], work: Callable[[Item], Awaitable[T]]) -> list[T]:
    """Does the work for every item, one after the other, and returns the results.

    Raises: StepsFailed at the end, when it raised for at least one item. The message counts the items by the reason for
    which they failed; it names none of them.
    """
    results: list[T] = []
    failures = Counter[str]()
    for item in items:
        try:
            results.append(await work(item))
        except Exception as error:
            _log_once("item_raised", error)
            failures[describe_without_message(error)] += 1
    if failures:
        raise StepsFailed(
            ", ".join(reason + f" {number} times" * (number > 1) for reason, number in failures.most_common())
        )
    return results


def _log_once(event: str, error: Exception, **facts: object) -> None:
    """Logs why a step failed; the steps inside a step have logged their own failures."""
    if not isinstance(error, StepsFailed):
        log_problem(event, error, **facts)


def describe_without_message(error: BaseException) -> str:
    """Returns the type of an exception and where it was raised, without its message, which may contain personal data.

    For example `IntegrityError in _drop_files (orphans.py:76)`. Of a StepsFailed it returns the message, which contains
    only such descriptions.
    """
    if isinstance(error, StepsFailed):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)
    where = f" in {frames[-1].name} ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return type(error).__name__ + where
