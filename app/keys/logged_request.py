"""The request log: each API request whose key is known, for as long as the account's plan keeps it.

`route` is the path with names in braces, `path` what was requested, with its query. `network` is what is kept of the
caller's address: IPv4 /24, IPv6 /48. Of requests that change something `sent` and `answer` are the bodies, without
secrets (request_masking.py). `ms` is the duration in milliseconds.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.db import query_rows
from app.plans import quota
from app.plans.plan_limits import ALL_PLANS

LONGEST_PATH, LONGEST_BODY = 300, 4_000  # characters
SWEPT_AT_ONCE = 2_000  # rows that one statement deletes, so that others can write in between
DELETE_OUTDATED = """
    DELETE FROM api_requests WHERE id IN (
        SELECT r.id FROM api_requests r JOIN accounts a ON a.id = r.account_id
        WHERE r.created_at < $1 AND a.plan_name IN ({plans}) LIMIT {most})
    RETURNING id"""


class LoggedRequest(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="api_requests", on_delete=fields.CASCADE
    )
    account_id: UUID
    key: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.ApiKey", related_name="requests", on_delete=fields.CASCADE, db_index=True
    )
    key_id: UUID
    request_id = fields.CharField(20, db_index=True)
    method = fields.CharField(8)
    route = fields.CharField(120)
    path = fields.CharField(LONGEST_PATH)
    status = fields.SmallIntField()
    error = fields.CharField(40, default="")
    ms = fields.IntField()
    network = fields.CharField(43, default="")
    sent = fields.TextField(default="")
    answer = fields.TextField(default="")
    created_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "api_requests"
        indexes = (("account_id", "created_at", "id", "status"),)  # with the status, figures need no rows

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The requests of an account that its plan keeps: those that are older are on their way out."""
        return cls.filter(account_id=account.id, created_at__gte=clock.now() - kept_for(account))

    @property
    def counted(self) -> bool:
        """Whether the request counted towards the month's requests."""
        return self.status in range(200, 300)


def kept_for(account: Account) -> timedelta:
    """Returns for how long the plan of an account keeps its requests."""
    return timedelta(days=quota.plan_of(account).requests_kept)


async def delete_outdated() -> None:
    """Deletes the requests that are older than the plan of their account keeps them."""
    for days in {plan.requests_kept for plan in ALL_PLANS.values()}:
        names = [plan.name for plan in ALL_PLANS.values() if plan.requests_kept == days]
        places = ", ".join(f"${at}" for at in range(2, len(names) + 2))
        sql = DELETE_OUTDATED.format(plans=places, most=SWEPT_AT_ONCE)
        before = clock.now() - timedelta(days=days)
        while len(await query_rows(sql, [before, *names])) == SWEPT_AT_ONCE:
            pass
