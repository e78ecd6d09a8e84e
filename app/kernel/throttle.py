"""Rate limits on guessing, such as of passwords. While a limit is reached, correct answers are rejected too.

Attempts are counted in this process's memory (`limits`), by a key such as the account, the link or the IP address;
nothing is stored. In a public demo (KLIQS_READ_ONLY) nothing is counted: its passwords are no secret, and nobody should
be able to lock others out of it.
"""

import math
import time

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import FixedWindowRateLimiter

from app.kernel import installation
from app.kernel.refusal import TooManyAttempts


class Windows:
    """The counters of one installation, in memory."""

    def __init__(self) -> None:
        self.storage = MemoryStorage()
        # MovingWindowRateLimiter raises KeyError in tasks that are never awaited
        self.limiter = FixedWindowRateLimiter(self.storage)


def _windows() -> Windows:
    """Returns the counters of the current installation."""
    return installation.current().resource(Windows)


class Throttle:
    """Allows `most` attempts for each key in a window of `minutes`, which begins with the first attempt."""

    def __init__(self, name: str, most: int, minutes: int) -> None:
        self.name = name
        self.item: RateLimitItem = RateLimitItemPerMinute(most, minutes)

    async def attempt(self, key: str) -> None:
        """Counts an attempt; call it before checking the answer. Raises: TooManyAttempts, with the seconds to wait."""
        if installation.current().counts_attempts and not await _windows().limiter.hit(self.item, self.name, key):
            raise await self._refusal(key)

    async def refusal(self, key: str) -> TooManyAttempts | None:
        """Returns what the next attempt would raise, without counting one; None while attempts are left."""
        return None if await self.attempts_left(key) else await self._refusal(key)

    async def _refusal(self, key: str) -> TooManyAttempts:
        """Returns the refusal with the time until the window ends."""
        window = await _windows().limiter.get_window_stats(self.item, self.name, key)
        seconds = max(1, math.ceil(window.reset_time - time.time()))
        return TooManyAttempts(retry_after=seconds, minutes=math.ceil(seconds / 60))

    async def attempts_left(self, key: str) -> int:
        """Returns how many attempts are left."""
        return (await _windows().limiter.get_window_stats(self.item, self.name, key)).remaining

    async def take_back(self, key: str) -> None:
        """Uncounts one attempt with a right answer; the wrong attempts of others stay counted."""
        if installation.current().counts_attempts:
            await _windows().storage.decr(self.item.key_for(self.name, key))

    async def reset(self, key: str) -> None:
        """Resets the count for this key after a right answer."""
        await _windows().limiter.clear(self.item, self.name, key)


async def reset_all() -> None:
    """Resets all counts of the current installation."""
    await _windows().storage.reset()
