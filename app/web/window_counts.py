"""Counts in memory how many requests each address made: a sliding window, as `limits` keeps it in Redis.

The requests of the current window count, and of those of the window before, the share that is still within its length.
Windows begin at the same moments in all processes. The memory of `limits` itself looks through all addresses for each
request; here the counts of a window that is over are dropped as a whole.
"""

from __future__ import annotations

import time
from collections import Counter
from math import floor
from typing import NamedTuple

from limits import RateLimitItem


class BurstState(NamedTuple):
    """What an address has left: `remaining` requests of the limit `item`, and the seconds until it has all again."""

    item: RateLimitItem
    remaining: int
    seconds: float


class WindowCounts:
    """The counts for one limit."""

    def __init__(self, item: RateLimitItem) -> None:
        self.item, self._length = item, item.get_expiry()
        self._window = 0  # the number of the current window since 1970
        self._current, self._before = Counter[str](), Counter[str]()

    def hit(self, address: str) -> bool:
        """Counts a request unless the limit is reached; returns whether it was counted."""
        left = self._seconds_left()
        if floor(self._weighted(address, left)) + 1 > self.item.amount:
            return False
        self._current[address] += 1
        return True

    def add(self, address: str, count: int) -> None:
        """Counts requests that were allowed elsewhere."""
        self._seconds_left()
        self._current[address] += count

    def state(self, address: str) -> BurstState:
        """Returns what an address has left."""
        left = self._seconds_left()
        remaining = max(0, self.item.amount - floor(self._weighted(address, left)))
        seconds = left if address in self._current else 0.0
        if before := self._before.get(address):
            oldest = left % (self._length / before)  # until the next of the window before is out of sight
            seconds = min(seconds, oldest) if seconds else oldest
        return BurstState(self.item, remaining, seconds)

    def _weighted(self, address: str, left: float) -> float:
        """Returns the requests of an address that count now, `left` seconds before the window ends."""
        return self._before.get(address, 0) * left / self._length + self._current.get(address, 0)

    def _seconds_left(self) -> float:
        """Begins a new window where the last one is over; returns the seconds until the current one ends."""
        now = time.time()
        window = int(now // self._length)
        if window != self._window:
            self._before = self._current if window == self._window + 1 else Counter()
            self._current, self._window = Counter(), window
        return (window + 1) * self._length - now
