"""How many requests one address may make, counted over all processes and machines.

Where KLIQS_REDIS_URL is set, Redis counts every request. Otherwise each process counts in memory; those that share a
PostgreSQL database tell each other (burst_exchange.py). While neither answers, each process allows its share of the
limit. decisions/shared-state.md says why.
"""

from __future__ import annotations

import math
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from limits import RateLimitItem, parse
from limits.aio.storage import RedisStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter

from app.kernel import db, installation, redis_link
from app.kernel.attempt_store import AttemptStore
from app.kernel.redis_link import RedisLink, RedisUnavailable
from app.web.burst_exchange import BurstExchange
from app.web.window_counts import BurstState, WindowCounts

EXTENSION = "burst_limit"  # the key of the app's BurstLimit in `app.extensions`
KEY_PREFIX = "kliqs:burst"
A = TypeVar("A")
Question = Callable[[SlidingWindowCounterRateLimiter, RateLimitItem, str], Awaitable[A]]


class BurstLimit:
    """The limit `burst`, such as 1200/minute, of an app that `processes` processes of this machine serve."""

    def __init__(self, burst: str, processes: int) -> None:
        self.processes = processes
        self._set(burst)
        self._exchange: BurstExchange | None = None
        self._over_redis: SlidingWindowCounterRateLimiter | None = None

    def change(self, burst: str) -> None:
        """Sets another limit, from the next request on; what was counted under the old one is forgotten."""
        if parse(burst) != self.whole:
            self._set(burst)
            if self._exchange is not None:
                self._exchange.change(self._of_all)

    def _set(self, burst: str) -> None:
        """Sets a limit and begins to count anew: what all processes allowed together, and what this one did alone."""
        self.whole, share = parse(burst), share_of_burst(burst, self.processes)
        self._of_all = WindowCounts(self.whole)
        self._of_share = self._of_all if share == self.whole else WindowCounts(share)

    async def allows(self, address: str) -> bool:
        """Counts a request and returns whether the address may make it."""
        try:
            return await self._ask_redis(_count, address)
        except RedisUnavailable:
            allowed = self._counts.hit(address)
            if allowed and self._exchange is not None:
                self._exchange.note(address)
            return allowed

    async def state(self, address: str) -> BurstState:
        """Returns what an address has left, without counting a request."""
        try:
            return await self._ask_redis(_state, address)
        except RedisUnavailable:
            return self._counts.state(address)

    @asynccontextmanager
    async def shared(self) -> AsyncGenerator[None]:
        """Context manager in which processes that have PostgreSQL and no Redis add up their counts."""
        if redis_link.current() is not None or db.client_outside_transaction().capabilities.dialect == "sqlite":
            yield
            return
        self._exchange = BurstExchange(self._of_all)
        try:
            async with self._exchange.running():
                yield
        finally:
            self._exchange = None

    @property
    def _counts(self) -> WindowCounts:
        """The counts in memory that hold now."""
        return self._of_all if self._exchange is not None and self._exchange.works else self._of_share

    async def _ask_redis(self, question: Question[A], address: str) -> A:
        """Returns what Redis answers, which gets to know no address. Raises: RedisUnavailable."""
        if (link := redis_link.current()) is None:
            raise RedisUnavailable
        try:
            name = await installation.current().resource(AttemptStore).hashed_today(f"burst\n{address}")
        except Exception:  # the salt of a new day is in the database, which does not answer
            raise RedisUnavailable from None
        limiter = self._over_redis = self._over_redis or _redis_limiter(link)
        return await link.ask(lambda: question(limiter, self.whole, name))


def share_of_burst(burst: str, processes: int) -> RateLimitItem:
    """Returns the part of a rate such as 1200/minute that one of so many processes allows; at least one request.

    The kernel spreads the connections of an address over the processes.
    """
    whole = parse(burst)
    return type(whole)(math.ceil(whole.amount / processes), whole.multiples)


async def _count(limiter: SlidingWindowCounterRateLimiter, item: RateLimitItem, name: str) -> bool:
    return await limiter.hit(item, name)


async def _state(limiter: SlidingWindowCounterRateLimiter, item: RateLimitItem, name: str) -> BurstState:
    window = await limiter.get_window_stats(item, name)
    return BurstState(item, window.remaining, window.reset_time - time.time())


def _redis_limiter(link: RedisLink) -> SlidingWindowCounterRateLimiter:
    """Returns a limiter that counts over the connections of a link."""
    pool = link.client.connection_pool
    return SlidingWindowCounterRateLimiter(
        RedisStorage("async+redis://", implementation="redispy", key_prefix=KEY_PREFIX, connection_pool=pool)  # type: ignore[arg-type]
    )
