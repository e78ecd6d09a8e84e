"""Passkeys of users, and the challenges that their browsers have to sign.

`rp_id` is the host that a passkey was made for (relying_party.py), `public_key` its COSE key and `credential_id` its
identifier, both as base64url. `user_handle` is a random value of the user that the passkey returns at a sign-in.
`sign_count` is the authenticator's counter of signatures, 0 where it has none. `backed_up` is whether the passkey is
copied to the user's other devices.

A challenge is stored as its hash. It belongs to a `purpose` and to one browser, whose secret in the cookie is stored as
a hash, too (challenge_cookie.py). It is answered once, within five minutes.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.user import User
from app.kernel import clock, secrets, site
from app.kernel.db import query_models
from app.sign_in.passkeys.relying_party import relying_party_ids

CHALLENGE_LIFETIME = timedelta(minutes=5)
CONSUME = """
    DELETE FROM webauthn_challenges WHERE digest = $1 AND purpose = $2 AND browser_digest = $3 RETURNING *"""


class Passkey(Model):
    id = fields.UUIDField(primary_key=True)
    user: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="passkeys", on_delete=fields.CASCADE, db_index=True
    )
    user_id: UUID
    rp_id = fields.CharField(253)
    credential_id = fields.CharField(1364, unique=True)
    public_key = fields.TextField()
    user_handle = fields.CharField(43)
    sign_count = fields.BigIntField(default=0)
    name = fields.CharField(60)
    backed_up = fields.BooleanField(default=False)
    created_at: datetime = fields.DatetimeField()
    last_used_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "webauthn_credentials"

    @classmethod
    def owned_by(cls, user_id: UUID) -> QuerySet[Self]:
        """The passkeys of a user, the oldest first."""
        return cls.filter(user_id=user_id).order_by("created_at", "id")

    @property
    def usable(self) -> bool:
        """Whether the installation still has the host that the passkey was made for."""
        return self.rp_id in relying_party_ids(site.current())

    async def record_use(self, sign_count: int, *, backed_up: bool) -> bool:
        """Records a verified signature; returns False if its counter did not grow, as with a copied passkey.

        A counter of 0 that stays 0 is one that the authenticator does not keep.
        """
        rows = Passkey.filter(id=self.id)
        rows = rows.filter(sign_count__lt=sign_count) if sign_count else rows.filter(sign_count=0)
        return bool(await rows.update(sign_count=sign_count, backed_up=backed_up, last_used_at=clock.now()))


class PasskeyChallenge(Model):
    id = fields.BigIntField(primary_key=True)
    digest = fields.CharField(64, unique=True)
    purpose = fields.CharField(16)
    browser_digest = fields.CharField(64)
    user: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="passkey_challenges", on_delete=fields.CASCADE, null=True, db_index=True
    )
    user_id: UUID | None
    user_handle = fields.CharField(43, default="")
    expires_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "webauthn_challenges"

    @classmethod
    async def issue(cls, purpose: str, browser: str, user_id: UUID | None = None, user_handle: str = "") -> str:
        """Stores a new challenge of 256 bits for a browser with this secret; returns it as base64url."""
        challenge = secrets.new_token()
        await cls.create(
            digest=secrets.sha256_hex(challenge),
            purpose=purpose,
            browser_digest=secrets.sha256_hex(browser),
            user_id=user_id,
            user_handle=user_handle,
            expires_at=clock.now() + CHALLENGE_LIFETIME,
        )
        return challenge

    @classmethod
    async def consume(cls, challenge: str, purpose: str, browser: str, user_id: UUID | None = None) -> Self | None:
        """Deletes a challenge that is answered and returns it.

        None if it was answered before, is late, or was issued for something else, another browser or another user.
        """
        values = [secrets.sha256_hex(challenge), purpose, secrets.sha256_hex(browser)]
        for issued in await query_models(cls, CONSUME, values):
            if issued.user_id == user_id and issued.expires_at > clock.now():
                return issued
        return None

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """The challenges that were not answered in time, to be deleted."""
        return cls.filter(expires_at__lt=clock.now())


async def _end_of_unproved(user_id: UUID) -> None:
    """Deletes what was added before a user proved that their address is theirs."""
    await Passkey.filter(user_id=user_id).delete()
    await PasskeyChallenge.filter(user_id=user_id).delete()


User.unproved_way_hooks.append(_end_of_unproved)
