"""Ten codes for people who lost their authenticator app; each is taken once.

A code has 60 random bits, so that a fast keyed hash is enough: nobody can try 2^60 codes, online or against a stolen
database, whose key is not in it. A slow password hash protects what people choose themselves; here it would only make
each attempt hash ten times.
"""

from __future__ import annotations

import secrets as random
from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.kernel import clock, secrets

COUNT, GROUPS, GROUP_LENGTH = 10, 3, 4
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base32: no i, l, o and u, 5 bits each
_MISREAD = str.maketrans({"o": "0", "i": "1", "l": "1", "-": "", " ": ""})
MOST_TYPED = 64  # characters that are looked at


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
    async def replace_all(cls, user_id: UUID) -> list[str]:
        """Ends the codes of a user and returns ten new ones; call it in a transaction."""
        codes, now = [_new_code() for _ in range(COUNT)], clock.now()
        await cls.filter(user_id=user_id).delete()
        await cls.bulk_create(
            [cls(user_id=user_id, digest=_digests(user_id, code)[0], created_at=now) for code in codes]
        )
        return codes

    @classmethod
    async def take(cls, user_id: UUID, typed: str) -> bool:
        """Takes a code of a user away, whatever case and hyphens it is typed with.

        Returns True for exactly one of several that do so at once.
        """
        digests = _digests(user_id, typed)
        return bool(await cls.filter(user_id=user_id, digest__in=digests).delete())

    @classmethod
    async def count_left(cls, user_id: UUID) -> int:
        """Returns how many codes of a user are left."""
        return await cls.filter(user_id=user_id).count()


def _new_code() -> str:
    groups = ("".join(random.choice(ALPHABET) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))
    return "-".join(groups)


def _digests(user_id: UUID, typed: str) -> list[str]:
    """The digests of a code under each of the server's secrets, newest first."""
    code = typed[:MOST_TYPED].strip().lower().translate(_MISREAD)
    return secrets.hmac_digests("recovery-code", f"{user_id}:{code}")
