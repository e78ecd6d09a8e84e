"""Rate limits on guessing, such as of passwords. While a limit is reached, correct answers are rejected too.

Attempts are counted by a key such as the user, the link or the IP address, once for all processes (attempt_store.py),
which never writes a key down. While the store does not answer, each process counts in its memory: a limit is then as
many times as large as there are processes, and nobody is kept out. In a public demo (KLIQS_READ_ONLY) nothing is
counted: its passwords are no secret, and nobody should be able to lock others out of it.
"""

import math
from collections.abc import Awaitable, Callable
from typing import TypeVar

from limits.aio.storage import MemoryStorage

from app.kernel import clock, installation
from app.kernel.attempt_store import Attempts, AttemptStore
from app.kernel.outage_log import log_outage
from app.kernel.refusal import TooManyAttempts

T = TypeVar("T")


class ProcessCounters:
    """The counters of this process in memory, with the methods of AttemptStore, for when that does not answer."""

    def __init__(self) -> None:
        self.storage = MemoryStorage()

    async def count(self, key: str, seconds: int) -> Attempts:
        """Counts an attempt; the first one begins a window of so many seconds."""
        return Attempts(await self.storage.incr(key, seconds), int(await self.storage.get_expiry(key)))

    async def read(self, key: str) -> Attempts:
        """Returns the attempts in the current window."""
        return Attempts(await self.storage.get(key), int(await self.storage.get_expiry(key)))

    async def take_back(self, key: str) -> None:
        """Uncounts one attempt."""
        if await self.storage.get(key):
            await self.storage.decr(key)

    async def delete(self, key: str) -> None:
        """Forgets the attempts of a key."""
        await self.storage.clear(key)


class Throttle:
    """Allows `most` attempts for each key in a window of `minutes`, which begins with the first attempt."""

    def __init__(self, name: str, most: int, minutes: int) -> None:
        self.name, self.most, self.seconds = name, most, minutes * 60

    async def attempt(self, key: str) -> None:
        """Counts an attempt; call it before checking the answer. A transaction that fails does not undo the count.

        Raises: TooManyAttempts, with the seconds to wait.
        """
        if not installation.current().counts_attempts:
            return
        counted = await _ask(lambda store: store.count(self._key(key), self.seconds))
        if counted.made > self.most:
            raise _refusal(counted)

    async def refusal(self, key: str) -> TooManyAttempts | None:
        """Returns what the next attempt would raise, without counting one; None while attempts are left."""
        attempts = await self._read(key)
        return _refusal(attempts) if attempts.made >= self.most else None

    async def attempts_left(self, key: str) -> int:
        """Returns how many attempts are left."""
        return max(0, self.most - (await self._read(key)).made)

    async def take_back(self, key: str) -> None:
        """Uncounts one attempt with a right answer; the wrong attempts of others stay counted."""
        await _ask(lambda store: store.take_back(self._key(key)))

    async def reset(self, key: str) -> None:
        """Resets the count for this key after a right answer."""
        await _ask(lambda store: store.delete(self._key(key)))

    async def _read(self, key: str) -> Attempts:
        return await _ask(lambda store: store.read(self._key(key)))

    def _key(self, key: str) -> str:
        return f"{self.name}\n{key}"


async def _ask(question: Callable[[AttemptStore | ProcessCounters], Awaitable[T]]) -> T:
    """Returns what the store answers, or what this process's own counters do while it does not answer."""
    try:
        return await question(installation.current().resource(AttemptStore))
    except Exception as problem:  # whatever is wrong with a database of counters: nobody is kept out for it
        log_outage("attempts_counted_by_each_process", problem)
        return await question(installation.current().resource(ProcessCounters))


def _refusal(attempts: Attempts) -> TooManyAttempts:
    """Returns the refusal with the time until the window ends."""
    seconds = max(1, attempts.ends_at - _now())
    return TooManyAttempts(retry_after=seconds, minutes=math.ceil(seconds / 60))


def _now() -> int:
    return int(clock.now().timestamp())
