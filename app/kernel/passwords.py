"""Passwords: argon2id (19 MiB, t=2, p=1; OWASP Password Storage Cheat Sheet) in small pools of threads.

Hashing takes tens of milliseconds of processor time, so it never runs on the event loop, and only so many may wait.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from app.kernel import text
from app.kernel.refusal import N_, Busy, Refusal

T = TypeVar("T")
LEAST, MOST_BYTES, QUEUE = 8, 1024, 32
SIGN_IN, OWNERS, LINKS = "sign-in", "owners", "links"  # apart: strangers who guess, or links, keep no owner waiting
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_pools = {SIGN_IN: ThreadPoolExecutor(2, "argon2-sign-in"), OWNERS: ThreadPoolExecutor(1, "argon2-owners"),
          LINKS: ThreadPoolExecutor(1, "argon2-links")}
_waiting = dict.fromkeys(_pools, 0)
NOBODY = _hasher.hash("the password of nobody")


class WeakPassword(Refusal):
    code, field, says = "WEAK_PASSWORD", "password", N_("Use at least %(least)s characters.")


class LongPassword(Refusal):
    code, field, says = "WEAK_PASSWORD", "password", N_("That password is too long.")


def checked(password: str, *, least: int = LEAST) -> str:
    """The password itself, when it may be used. Refusals: WeakPassword, LongPassword (over 1,024 bytes)."""
    if len(password) < least:
        raise WeakPassword(least=least)
    if _too_long(password):
        raise LongPassword
    return password


async def hashed(password: str, lane: str = SIGN_IN) -> str:
    """The argon2id hash. Refusals: Busy when too many wait."""
    return await _in_pool(lane, _hasher.hash, _prepared(password))


async def verified(password: str, against: str | None, lane: str = SIGN_IN) -> bool:
    """Whether `password` made the hash; takes the same time when there is none, or "". Refusals: Busy.

    A password of other letters than ASCII's is tried as it is prepared today, and as hashes were made before that:
    as it was typed, and with its letters taken apart.
    """
    if _too_long(password):
        password = ""
    typed = text.whole(password)
    spellings = dict.fromkeys((_prepared(password), typed, text.normalized(typed, MOST_BYTES, "NFD")))
    return await _in_pool(lane, _verify, list(spellings), against)


def _verify(spellings: list[str], against: str | None) -> bool:
    return any(_made(spelling, against) for spelling in spellings)


def _made(password: str, against: str | None) -> bool:
    try:
        return _hasher.verify(against or NOBODY, password) and bool(against)
    except (Argon2Error, InvalidHashError):
        return False


def _prepared(password: str) -> str:
    """The form in which a password is hashed, the same from every keyboard (RFC 8265 §4.2, OpaqueString).

    Letters and their accents are put together (NFC), and every kind of blank is a space.
    """
    joined = text.normalized(password, MOST_BYTES)
    return "".join(" " if char.isspace() and not char.isascii() else char for char in joined)


def _too_long(password: str) -> bool:
    return len(password) > MOST_BYTES or len(text.whole(password).encode()) > MOST_BYTES


async def _in_pool(lane: str, work: Callable[..., T], *args: object) -> T:
    if _waiting[lane] >= QUEUE:
        raise Busy
    _waiting[lane] += 1
    try:
        return await asyncio.get_running_loop().run_in_executor(_pools[lane], work, *args)
    finally:
        _waiting[lane] -= 1
