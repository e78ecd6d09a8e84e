"""Guessing is limited: so many tries in so long, apart for each key; refused tries make the wait no longer."""

import time

import pytest

from app.kernel.refusal import TooManyAttempts
from app.kernel.throttle import Throttle


async def test_the_eleventh_attempt_is_refused_and_told_how_long_to_wait() -> None:
    throttle = Throttle("eleven", 10, 15)
    for _ in range(10):
        await throttle.attempt("sari")
    assert await throttle.attempts_left("sari") == 0
    with pytest.raises(TooManyAttempts) as refused:
        await throttle.attempt("sari")
    assert 14 * 60 < (refused.value.retry_after or 0) <= 15 * 60
    assert str(refused.value) == "Too many attempts. Try again in 15 minutes."


async def test_keys_and_throttles_are_apart() -> None:
    throttle, other = Throttle("one", 1, 15), Throttle("other", 1, 15)
    await throttle.attempt("sari")
    await throttle.attempt("budi")
    await other.attempt("sari")


async def test_a_right_answer_forgives() -> None:
    throttle = Throttle("forgiving", 1, 15)
    await throttle.attempt("sari")
    await throttle.reset("sari")
    await throttle.attempt("sari")


async def test_it_is_a_delay_and_never_a_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    throttle = Throttle("delay", 1, 15)
    await throttle.attempt("sari")
    for _ in range(5):
        with pytest.raises(TooManyAttempts):
            await throttle.attempt("sari")
    later = time.time() + 15 * 60 + 1
    monkeypatch.setattr(time, "time", lambda: later)
    await throttle.attempt("sari")
