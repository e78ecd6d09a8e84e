"""A connection that is being made: from the button to the answer of the network, for ten minutes.

Of `state` and of the browser's secret only hashes are stored. `state` is taken once (`used_at`). `secret` is a
ciphertext of the accounts and tokens among which the person still has to choose; see oauth_flow.py.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock

KEPT_FOR = timedelta(days=1)  # after it ended


class ConnectFlow(Model):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="connect_flows", on_delete=fields.CASCADE, db_index=True
    )
    account_id: UUID
    user_id: UUID = fields.UUIDField()
    session_id: UUID | None = fields.UUIDField(null=True)
    network = fields.CharField(20)
    server = fields.CharField(255, default="")
    reconnects_id: UUID | None = fields.UUIDField(null=True)
    state_digest = fields.CharField(64, unique=True)
    browser_digest = fields.CharField(64)
    secret = fields.TextField(default="")
    created_at: datetime = fields.DatetimeField()
    expires_at: datetime = fields.DatetimeField(db_index=True)
    used_at: datetime | None = fields.DatetimeField(null=True)
    finished_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "connect_flows"

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """Those that ended more than KEPT_FOR ago."""
        return cls.filter(expires_at__lt=clock.now() - KEPT_FOR)
