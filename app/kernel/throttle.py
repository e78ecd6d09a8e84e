"""Limits on guessing: so many tries in so long, right answers refused too while limited.

Kept in this process's memory (`limits`), keyed by what is guessed at or by address; nothing is written down. In a demo
that is shown to everybody (KLIQS_READ_ONLY) nothing is counted: its passwords are no secret, and nobody shall be able
to close it to the others.
"""

import math
import time

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import FixedWindowRateLimiter

from app.kernel import installation
from app.kernel.refusal import TooManyAttempts


class Windows:
    """The attempts that an installation has counted, in memory."""

    def __init__(self) -> None:
        self.storage = MemoryStorage()
        self.limiter = FixedWindowRateLimiter(self.storage)  # the moving one raises KeyErrors in tasks nobody awaits


def _windows() -> Windows:
    return installation.current().resource(Windows)


class Throttle:
    """`most` attempts in `minutes` from the first, apart for each key."""

    def __init__(self, name: str, most: int, minutes: int) -> None:
        self.name = name
        self.item: RateLimitItem = RateLimitItemPerMinute(most, minutes)

    async def attempt(self, key: str) -> None:
        """Counts one attempt before it is judged. Refusals: TooManyAttempts, with seconds to wait."""
        if installation.current().counts_attempts and not await _windows().limiter.hit(self.item, self.name, key):
            raise await self._refusal(key)

    async def refusal(self, key: str) -> TooManyAttempts | None:
        """What the next attempt would raise, without counting one; None while some are left."""
        return None if await self.left(key) else await self._refusal(key)

    async def _refusal(self, key: str) -> TooManyAttempts:
        window = await _windows().limiter.get_window_stats(self.item, self.name, key)
        wait = max(1, math.ceil(window.reset_time - time.time()))
        return TooManyAttempts(retry_after=wait, minutes=math.ceil(wait / 60))

    async def left(self, key: str) -> int:
        """How many attempts remain."""
        return (await _windows().limiter.get_window_stats(self.item, self.name, key)).remaining

    async def take_back(self, key: str) -> None:
        """Uncounts one attempt: it was the right answer, and others go on counting."""
        if installation.current().counts_attempts:
            await _windows().storage.decr(self.item.key_for(self.name, key))

    async def forgive(self, key: str) -> None:
        """Forgets the attempts: the right answer came."""
        await _windows().limiter.clear(self.item, self.name, key)


async def forget_all() -> None:
    """Empties every window."""
    await _windows().storage.reset()
