"""What waits in tests gives back what it waited for, and says what it waited for in vain."""

import signal
from collections.abc import Iterator

import pytest

from tests.waiting import eventually, finishes, wait_until


@pytest.fixture
def values() -> Iterator[object]:
    return iter([None, 0, "there"])


def test_the_first_true_value_is_returned(values: Iterator[object]) -> None:
    assert wait_until(lambda: next(values), pause=lambda: None) == "there"


async def test_a_coroutine_function_is_awaited_each_time(values: Iterator[object]) -> None:
    async def look() -> object:
        return next(values)

    assert await eventually(look, interval=0) == "there"


async def test_what_never_comes_is_told_with_its_last_value() -> None:
    with pytest.raises(AssertionError, match=r"never.* was still 0"):
        wait_until(never, seconds=0)
    with pytest.raises(AssertionError, match=r"never.* was still 0"):
        await eventually(never, seconds=0)


def test_a_block_that_must_finish_leaves_the_limit_of_the_test_as_it_was() -> None:
    of_pytest, _ = signal.setitimer(signal.ITIMER_REAL, 1_000)
    try:
        with finishes():
            pass
        assert 900 < signal.getitimer(signal.ITIMER_REAL)[0] <= 1_000
    finally:
        signal.setitimer(signal.ITIMER_REAL, of_pytest)


def never() -> int:
    return 0
