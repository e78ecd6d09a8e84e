"""Passwords: argon2id (19 MiB, t=2, p=1; OWASP Password Storage Cheat Sheet) in small pools of threads.

Hashing takes tens of milliseconds of processor time, so it never runs on the event loop, and only so many may wait.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from app.kernel.refusal import N_, Busy, Refusal
from app.kernel.text import whole

T = TypeVar("T")
LEAST, MOST_BYTES, QUEUE = 8, 1024, 32
SIGN_IN, LINKS = "sign-in", "links"  # apart, so that nobody who protects links keeps others from signing in
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_pools = {SIGN_IN: ThreadPoolExecutor(2, "argon2-sign-in"), LINKS: ThreadPoolExecutor(1, "argon2-links")}
_waiting = {SIGN_IN: 0, LINKS: 0}
NOBODY = _hasher.hash("the password of nobody")


class WeakPassword(Refusal):
    code, field, says = "WEAK_PASSWORD", "password", N_("Use at least %(least)s characters.")


class LongPassword(Refusal):
    code, field, says = "WEAK_PASSWORD", "password", N_("That password is too long.")


def checked(password: str, *, least: int = LEAST) -> str:
    """The password itself, when it may be used. Refusals: WeakPassword, LongPassword (over 1,024 bytes)."""
    if len(password) < least:
        raise WeakPassword(least=least)
    if len(whole(password).encode()) > MOST_BYTES:
        raise LongPassword
    return password


async def hashed(password: str, lane: str = SIGN_IN) -> str:
    """The argon2id hash. Refusals: Busy when too many wait."""
    return await _in_pool(lane, _hasher.hash, whole(password))


async def verified(password: str, against: str | None, lane: str = SIGN_IN) -> bool:
    """Whether `password` made the hash; takes the same time when there is none, or "". Refusals: Busy."""
    if len(whole(password).encode()) > MOST_BYTES:
        password = ""
    return await _in_pool(lane, _verify, whole(password), against)


def _verify(password: str, against: str | None) -> bool:
    try:
        return _hasher.verify(against or NOBODY, password) and bool(against)
    except (Argon2Error, InvalidHashError):
        return False


async def _in_pool(lane: str, work: Callable[..., T], *args: object) -> T:
    if _waiting[lane] >= QUEUE:
        raise Busy
    _waiting[lane] += 1
    try:
        return await asyncio.get_running_loop().run_in_executor(_pools[lane], work, *args)
    finally:
        _waiting[lane] -= 1
