"""Passwords: argon2id (19 MiB, t=2, p=1; OWASP Password Storage Cheat Sheet) in small thread pools.

Hashing takes tens of milliseconds of processor time. So it never runs on the event loop, and the queue of each pool is
limited.
"""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from argon2 import PasswordHasher, low_level
from argon2.exceptions import Argon2Error, InvalidHashError

from app.kernel import password_strength, text
from app.kernel.refusal import N_, Busy, Refusal

T = TypeVar("T")
MIN_LENGTH, MAX_BYTES, MAX_QUEUED = 8, 1024, 32
SIGN_IN, OWNERS, LINKS = "sign-in", "owners", "links"  # separate pools, so that guessing does not delay owners
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_pools = {
    SIGN_IN: ThreadPoolExecutor(2, "argon2-sign-in"),
    OWNERS: ThreadPoolExecutor(1, "argon2-owners"),
    LINKS: ThreadPoolExecutor(1, "argon2-links"),
}
_waiting = dict.fromkeys(_pools, 0)
# Of a random text that nobody knows; written down, because hashing would delay each start by 30 ms
PLACEHOLDER_HASH = "$argon2id$v=19$m=19456,t=2,p=1$u3RBbgZECcbecvkHoCdBUA$TWDfz+QWgYRovzMyTbNHMWgGGh7x0aoU3GXoyAtLbtM"


class WeakPassword(Refusal):
    """The password has too few characters."""

    code, field, says = "WEAK_PASSWORD", "password", N_("Use at least %(least)s characters.")


class CommonPassword(Refusal):
    """The password is among those that guessers try first."""

    code, field = "WEAK_PASSWORD", "password"
    says = N_("Too many people use that password, or one like it. A short sentence is good.")


class OwnWordsPassword(Refusal):
    """The password is made of the email address, the name, or the name of this service."""

    code, field = "WEAK_PASSWORD", "password"
    says = N_("That password is made of your name, your email or “kliqs”, which is guessed first. Choose other words.")


class LongPassword(Refusal):
    """The password has more than 1,024 bytes."""

    code, field, says = "WEAK_PASSWORD", "password", N_("That password is too long.")


def check_password(password: str, *, least: int = MIN_LENGTH) -> str:
    """Returns the password if its length is allowed. Raises: WeakPassword, LongPassword (over 1,024 bytes)."""
    if len(password) < least:
        raise WeakPassword(least=least)
    if _too_long(password):
        raise LongPassword
    return password


async def check_new_password(password: str, *context: str, lane: str = SIGN_IN) -> str:
    """Returns the password if somebody may choose it; `context` is what guessers know, such as the email and the name.

    Passwords that were chosen before are not checked. No request leaves this machine. Raises: those of
    `check_password`, OwnWordsPassword, CommonPassword, Busy.
    """
    words = password_strength.context_words(*context, "kliqs")
    if password_strength.is_made_of(_prepare(check_password(password)), words):
        raise OwnWordsPassword
    if await _in_pool(lane, password_strength.is_guessable, _prepare(password), words):
        raise CommonPassword
    return password


async def hash_password(password: str, lane: str = SIGN_IN) -> str:
    """Returns the argon2id hash of a password, computed in the pool `lane`. Raises: Busy if its queue is full."""
    return await _in_pool(lane, _hasher.hash, _prepare(password))


async def derive_digests(texts: Sequence[str], salt: bytes, length: int, lane: str = SIGN_IN) -> list[str]:
    """Returns argon2id digests of `length` bytes, in hex, of texts that are too short to be hashed fast.

    All have the same salt, so that one digest of what was typed is compared with all. Raises: Busy.
    """
    return await _in_pool(lane, _derive_all, texts, salt, length)


def _derive_all(texts: Sequence[str], salt: bytes, length: int) -> list[str]:
    costs = (_hasher.time_cost, _hasher.memory_cost, _hasher.parallelism, length, low_level.Type.ID)
    return [low_level.hash_secret_raw(text.encode(), salt, *costs).hex() for text in texts]


async def verify_password(password: str, against: str | None, lane: str = SIGN_IN) -> bool:
    """Whether the hash `against` was made from `password`. Raises: Busy if the queue of the pool is full.

    Without a hash (None or "") the answer is False and takes the same time. A password with characters beyond ASCII is
    tried in three forms: prepared as today, as it was typed, and decomposed (NFD), because older hashes were made from
    those.
    """
    if _too_long(password):
        password = ""
    typed = text.replace_surrogates(password)
    forms = dict.fromkeys((_prepare(password), typed, text.normalize(typed, MAX_BYTES, "NFD")))
    return await _in_pool(lane, _verify, list(forms), against)


def _verify(forms: list[str], against: str | None) -> bool:
    """Whether the hash was made from one of the forms of a password."""
    return any(_matches(form, against) for form in forms)


def _matches(password: str, against: str | None) -> bool:
    """Whether the hash was made from exactly this text; takes the same time without a hash."""
    try:
        return _hasher.verify(against or PLACEHOLDER_HASH, password) and bool(against)
    except (Argon2Error, InvalidHashError):
        return False


def _prepare(password: str) -> str:
    """Returns the form of a password that is hashed (RFC 8265 §4.2, OpaqueString): the same from every keyboard.

    Letters and their accents are composed (NFC), and every kind of blank becomes a space.
    """
    joined = text.normalize(password, MAX_BYTES)
    return "".join(" " if char.isspace() and not char.isascii() else char for char in joined)


def _too_long(password: str) -> bool:
    """Whether the password has more than 1,024 bytes in UTF-8."""
    return len(password) > MAX_BYTES or len(text.replace_surrogates(password).encode()) > MAX_BYTES


async def _in_pool(lane: str, work: Callable[..., T], *args: object) -> T:
    """Runs `work` in a thread of the pool `lane`. Raises: Busy if its queue is full."""
    if _waiting[lane] >= MAX_QUEUED:
        raise Busy
    _waiting[lane] += 1
    try:
        return await asyncio.get_running_loop().run_in_executor(_pools[lane], work, *args)
    finally:
        _waiting[lane] -= 1
