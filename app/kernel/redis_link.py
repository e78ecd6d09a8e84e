"""The connection to the Redis that KLIQS_REDIS_URL names. Redis only makes things faster or more exact.

Nothing waits for it longer than TIMEOUT. After a call that failed, nobody calls for PAUSE seconds; then one caller
tries while the others go on without. So a Redis that hangs costs one time-out now and then, and one that is back is
used again by itself. Whether it refuses, hangs, is read-only or has no memory left makes no difference.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

import structlog

from app.kernel import installation
from app.kernel.outside_calls import REDIS, outside_call

if TYPE_CHECKING:
    from redis.asyncio import Redis

T = TypeVar("T")
TIMEOUT, PAUSE = 0.25, 2.0  # seconds
MAX_CONNECTIONS = 64  # of one process; beyond them a call fails at once
PROBE, PROBE_SECONDS = "kliqs:probe", 60
log = structlog.get_logger()


class RedisUnavailable(Exception):
    """Redis is not asked now, or did not answer. Whoever asked does without it."""


class RedisLink:
    """The connections of an installation to its Redis. `down` is true while the last call failed."""

    def __init__(self) -> None:
        self.down = False
        self._retry_at = 0.0
        self._client: Redis | None = None

    @property
    def client(self) -> Redis:
        """The client, which connects when it is used first; to be used inside of `ask` only."""
        if self._client is None:
            self._client = _open_client(installation.current().config.redis_url)
        return self._client

    async def ask(self, question: Callable[[], Awaitable[T]]) -> T:
        """Returns what `question` does, which uses `client`.

        Raises: RedisUnavailable, at once while a call has failed just before.
        """
        if self.down:
            if time.monotonic() < self._retry_at:
                raise RedisUnavailable
            self._retry_at = time.monotonic() + PAUSE  # the others go on without while this caller tries
        try:
            with outside_call(REDIS, lambda _: True):
                async with asyncio.timeout(TIMEOUT):
                    answer = await question()
        except Exception:
            self.down, self._retry_at = True, time.monotonic() + PAUSE
            raise RedisUnavailable from None
        if self.down:
            self.down = False
            log.info("redis_back")
        return answer

    async def answers(self) -> bool:
        """Whether Redis takes writes; the answer of the last call while none is made."""
        with suppress(RedisUnavailable):
            await self.ask(lambda: self.client.set(PROBE, 1, ex=PROBE_SECONDS))
        return not self.down

    async def close(self) -> None:
        """Closes the connections."""
        client, self._client = self._client, None
        if client is not None:
            with suppress(Exception):  # it may hang or be gone
                async with asyncio.timeout(TIMEOUT):
                    await client.aclose()


def current() -> RedisLink | None:
    """Returns the link of the running app; None where KLIQS_REDIS_URL is not set."""
    here = installation.current()
    return here.resource(RedisLink) if here.config.redis_url else None


@asynccontextmanager
async def redis_connected() -> AsyncGenerator[None]:
    """Context manager of the app while it is served: closes the connections to Redis at its end."""
    if (link := current()) is not None:
        _ = link.client  # imports the library now: that would use up the time of the first call
    try:
        yield
    finally:
        if (link := current()) is not None:
            await link.close()


def _open_client(url: str) -> Redis:
    from redis.asyncio import Redis
    from redis.asyncio.retry import Retry
    from redis.backoff import NoBackoff

    once_more = Retry(NoBackoff(), 1)  # a connection that was open when Redis restarted
    return Redis.from_url(
        url,
        socket_timeout=TIMEOUT,
        socket_connect_timeout=TIMEOUT,
        retry=once_more,
        max_connections=MAX_CONNECTIONS,
        client_name="kliqs",
    )
