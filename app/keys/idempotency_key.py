"""The table of idempotency keys: which request of an account runs or was answered under a key, and how.

While the request runs, `status` is empty and the row belongs to the request with the token `claim` until
`claimed_until`; a request whose process died loses it then. Key and request are stored as digests only, the answer is
encrypted. Rows are deleted a day after the request came.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock

KEPT_FOR = timedelta(hours=24)
CLAIMED_FOR = timedelta(seconds=60)  # much longer than any request takes once its body has arrived


class IdempotencyKey(Model):
    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="idempotency_keys", on_delete=fields.CASCADE
    )
    account_id: UUID
    digest = fields.CharField(64)
    fingerprint = fields.CharField(64)
    claim = fields.UUIDField()
    claimed_until = fields.DatetimeField()
    status: int | None = fields.SmallIntField(null=True)
    answer: str | None = fields.TextField(null=True)
    expires_at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "idempotency_keys"
        unique_together = (("account", "digest"),)

    @classmethod
    async def claim_for(cls, account: Account, digest: str, fingerprint: str) -> tuple[Self, bool]:
        """The row of a key, and whether the caller's request may run under it.

        One of any number of requests at once may. Another one may after 24 hours, and after the first one has lost its
        claim without an answer.
        """
        now, tries = clock.now(), 0
        times = {"claimed_until": now + CLAIMED_FOR, "expires_at": now + KEPT_FOR}
        values: dict[str, Any] = {"fingerprint": fingerprint, "claim": uuid4(), "status": None, "answer": None, **times}
        while True:
            tries += 1
            try:
                return await cls.create(account_id=account.id, digest=digest, **values), True
            except IntegrityError:
                if tries == 3:  # the account is being erased
                    raise
                key = cls.filter(account_id=account.id, digest=digest)
                lost = Q(expires_at__lte=now) | Q(status=None, claimed_until__lte=now)
                claimed = bool(await key.filter(lost).update(**values))
            if row := await key.first():  # it may be released between the statements
                return row, claimed

    def running(self) -> QuerySet[Self]:
        """This row as long as the request that was read with it may run."""
        return type(self).filter(id=self.id, claim=self.claim, status=None)

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """The keys whose day is over."""
        return cls.filter(expires_at__lte=clock.now())
