"""Ten codes for people who lost their authenticator app; each is taken once.

A code has 60 random bits. Fewer than 112 want a slow hash (OWASP ASVS 5.0, 6.5.2), so the row has the argon2id digest
of the code's HMAC: a stolen database is worth nothing without the server's secret, and little with it. The codes of a
user share a random salt, so that what is typed is hashed once and not ten times. Rows of before have the HMAC itself.
"""

from __future__ import annotations

import secrets as random
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.kernel import clock, passwords, secrets
from app.kernel.db import transaction

COUNT, GROUPS, GROUP_LENGTH = 10, 3, 4
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base32: no i, l, o and u, 5 bits each
_MISREAD = str.maketrans({"o": "0", "i": "1", "l": "1", "-": "", " ": ""})
MOST_TYPED = 64  # characters that are looked at
SLOW, SALT_BYTES, DIGEST_BYTES = "$", 8, 23  # a digest is SLOW, then salt and hash in hex: 63 characters
TransactionHook = Callable[[], Awaitable[None]]


class NewCodes(NamedTuple):
    """Ten new codes, and their digests in the same order."""

    codes: list[str]
    digests: list[str]


class RecoveryCode(Model):
    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="recovery_codes", on_delete=fields.CASCADE, db_index=True
    )
    user_id: UUID
    digest = fields.CharField(64, unique=True)
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "recovery_codes"

    @classmethod
    async def make(cls, user_id: UUID) -> NewCodes:
        """Makes ten codes for a user; hashing them takes a moment, so call it before the transaction. Raises: Busy."""
        codes, salt = [_new_code() for _ in range(COUNT)], random.token_bytes(SALT_BYTES)
        keyed = [_keyed_digests(user_id, code)[0] for code in codes]
        return NewCodes(codes, await _slow_digests(keyed, salt, passwords.OWNERS))

    @classmethod
    async def replace_all(cls, user_id: UUID, new: NewCodes) -> None:
        """Ends the codes of a user and stores the new ones; call it in a transaction."""
        now = clock.now()
        await cls.filter(user_id=user_id).delete()
        await cls.bulk_create([cls(user_id=user_id, digest=digest, created_at=now) for digest in new.digests])

    @classmethod
    async def take(cls, user_id: UUID, typed: str, also: TransactionHook | None = None) -> bool:
        """Takes a code of a user away, whatever case and hyphens it is typed with.

        `also` is awaited in the same transaction if the code is right. Returns True for exactly one of
        several that do so at once. Raises: Busy.
        """
        stored: Any = await cls.filter(user_id=user_id).values_list("digest", flat=True)
        digests = await _digests(user_id, typed, stored)
        async with transaction():
            taken = bool(await cls.filter(user_id=user_id, digest__in=digests).delete())
            if taken and also is not None:
                await also()
        return taken

    @classmethod
    async def count_left(cls, user_id: UUID) -> int:
        """Returns how many codes of a user are left."""
        return await cls.filter(user_id=user_id).count()


def _new_code() -> str:
    groups = ("".join(random.choice(ALPHABET) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))
    return "-".join(groups)


async def _digests(user_id: UUID, typed: str, stored: Iterable[str]) -> list[str]:
    """The digests that a typed text may have among those that are stored; none of a text that is no code."""
    if len(_plain(typed)) != GROUPS * GROUP_LENGTH:
        return []
    digests = keyed = _keyed_digests(user_id, typed)
    for salt in {digest[1 : 1 + 2 * SALT_BYTES] for digest in stored if digest.startswith(SLOW)}:
        digests = digests + await _slow_digests(keyed, bytes.fromhex(salt), passwords.SIGN_IN)
    return digests


async def _slow_digests(keyed: list[str], salt: bytes, lane: str) -> list[str]:
    """The digests as they are stored. Raises: Busy."""
    slow = await passwords.derive_digests(keyed, salt, DIGEST_BYTES, lane)
    return [f"{SLOW}{salt.hex()}{digest}" for digest in slow]


def _keyed_digests(user_id: UUID, typed: str) -> list[str]:
    """The HMAC of a code under each of the server's secrets, newest first."""
    return secrets.hmac_digests("recovery-code", f"{user_id}:{_plain(typed)}")


def _plain(typed: str) -> str:
    """A typed code without hyphens and blanks, with letters that are misread put right."""
    return typed[:MOST_TYPED].strip().lower().translate(_MISREAD)
