"""A browser that has signed in to an account before: so that a letter goes out only when another one does, and so that
strangers who guess at the password do not keep the owner out who comes with it (guessing.py).

The browser carries a random token in a cookie of its own (browser.py), set when it signs in and never before. Here
stands its hash together with the account's id: no address, no user agent, and nothing that tells whether two accounts
share a browser. It is forgotten a year after the last sign-in, and when the password changes.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock, secrets
from app.kernel.db import rows

if TYPE_CHECKING:
    from app.accounts.models import Account

KNOWN_FOR, NO_ACCOUNT = timedelta(days=365), UUID(int=0)
MEET = """
    INSERT INTO known_browsers (account_id, digest, seen_at) VALUES ($1, $2, $3)
    ON CONFLICT (digest) DO NOTHING RETURNING id"""


class KnownBrowser(Model):
    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="browsers", on_delete=fields.CASCADE, db_index=True
    )
    account_id: UUID
    digest = fields.CharField(64, unique=True)
    seen_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "known_browsers"

    @classmethod
    async def meet(cls, account: Account, token: str) -> bool:
        """Knows the browser that carries a token from now on; whether it did not before."""
        digest, now = _digest(account.id, token), clock.now()
        if await cls.filter(digest=digest).update(seen_at=now):
            return False
        return bool(await rows(MEET, [str(account.id), digest, now]))

    @classmethod
    async def recognised(cls, account: Account | None, token: str) -> str:
        """The digest of the browser that carries a token, if it has signed in to the account before; else empty.

        Takes the same time for an account that does not exist.
        """
        digest = _digest(account.id if account else NO_ACCOUNT, token)
        since = clock.now() - KNOWN_FOR
        return digest if token and await cls.filter(digest=digest, seen_at__gte=since).exists() else ""

    @classmethod
    def forgotten(cls) -> QuerySet[Self]:
        """Those that have not signed in for a year."""
        return cls.filter(seen_at__lt=clock.now() - KNOWN_FOR)


def _digest(account_id: UUID, token: str) -> str:
    return secrets.digest(f"{account_id}:{token}")
