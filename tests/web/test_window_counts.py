"""Requests in memory are counted as `limits` counts them, whose Redis takes its place where there is one."""

import random
from types import SimpleNamespace

import pytest
from limits import parse
from limits.aio.storage import MemoryStorage, memory
from limits.aio.strategies import SlidingWindowCounterRateLimiter

from app.web import window_counts
from app.web.window_counts import WindowCounts

ADDRESSES = ("203.0.113.77", "203.0.113.78", "2001:db8::")


async def test_the_same_requests_are_allowed_and_the_same_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    now, chance = SimpleNamespace(at=1_795_000_020.5), random.Random(7)  # noqa: S311
    clock = SimpleNamespace(time=lambda: now.at)
    monkeypatch.setattr(window_counts, "time", clock)
    monkeypatch.setattr(memory, "time", clock)
    monkeypatch.setattr("limits.aio.strategies.time", clock)
    item = parse("10/minute")
    counts, theirs = WindowCounts(item), SlidingWindowCounterRateLimiter(MemoryStorage())
    allowed = []
    for _ in range(2_000):
        address = chance.choice(ADDRESSES)
        allowed.append(counts.hit(address))
        assert allowed[-1] == await theirs.hit(item, address)
        window = await theirs.get_window_stats(item, address)
        state = counts.state(address)
        assert state.remaining == window.remaining
        assert state.seconds == pytest.approx(window.reset_time - now.at, abs=1e-3)
        now.at += chance.choice((*[0.5, 2] * 20, 30, 61, 125)) * chance.random()
    assert 400 < sum(allowed) < 1_800, "the limit is reached now and then"


def test_counts_of_windows_that_are_over_take_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    now = SimpleNamespace(at=1_795_000_020.0)
    monkeypatch.setattr(window_counts, "time", SimpleNamespace(time=lambda: now.at))
    counts = WindowCounts(parse("10/minute"))
    for number in range(5):
        now.at += 60
        for address in range(100):
            counts.hit(f"{number} {address}")
    assert len(counts._current) + len(counts._before) == 200
