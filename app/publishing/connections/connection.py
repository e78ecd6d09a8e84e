"""An account at a social network that an account of Kliqs publishes to.

`tokens` is one ciphertext (token_store.py). `token_version` goes up with each refresh, and `refreshing_until` is the
lease of whoever refreshes, so that of fifty processes one makes the call. A `manual` connection has no tokens: Kliqs
reminds, and the person publishes. `details` are what the network's adapter needs and is no secret. `state` is one of
CONNECTED, NEEDS_RECONNECT and DISCONNECTED, `trouble` why a reconnect is needed. A disconnected connection stays as the
history of its posts; `revoke_state` says whether its tokens were taken back at the network: WAITING, DONE, FAILED, or
SHARED where another connection still needs them.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.media.references import register_usage

CONNECTED, NEEDS_RECONNECT, DISCONNECTED = "connected", "needs_reconnect", "disconnected"
WAITING, DONE, FAILED, SHARED = "waiting", "done", "failed", "shared"  # of `revoke_state`
# the SQL of the id by which Meta names a person, in the details of the connections that they made
PERSON = {"sqlite": "json_extract(details, '$.user_id')", "postgres": "details->>'user_id'"}

register_usage("SELECT 1 FROM connections WHERE picture_id = media.id")


class Connection(Model):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="connections", on_delete=fields.CASCADE
    )
    account_id: UUID
    network = fields.CharField(20)
    server = fields.CharField(255, default="")
    external_id = fields.CharField(255)
    username = fields.CharField(255, default="")
    display_name = fields.CharField(255, default="")
    picture_id: UUID | None = fields.UUIDField(null=True)
    kind = fields.CharField(16, default="person")
    manual = fields.BooleanField(default=False)
    scopes: list[str] = fields.JSONField(default=list)
    may_publish = fields.BooleanField(default=True)
    details: dict[str, Any] = fields.JSONField(default=dict)
    tokens = fields.TextField(default="")
    token_version = fields.IntField(default=0)
    access_ends_at: datetime | None = fields.DatetimeField(null=True)
    refresh_ends_at: datetime | None = fields.DatetimeField(null=True)
    refreshing_until: datetime | None = fields.DatetimeField(null=True)
    state = fields.CharField(16, default=CONNECTED)
    trouble = fields.CharField(60, default="")
    revoke_state = fields.CharField(8, default="")
    connected_by_id: UUID | None = fields.UUIDField(null=True)
    checked_at: datetime | None = fields.DatetimeField(null=True)
    reminded_at: datetime | None = fields.DatetimeField(null=True)
    paused_at: datetime | None = fields.DatetimeField(null=True)
    disconnected_at: datetime | None = fields.DatetimeField(null=True)
    created_at: datetime = fields.DatetimeField()
    version = fields.IntField(default=1)

    class Meta:
        table = "connections"
        # of those that are not disconnected, (account, network, server, external_id) is unique: see the migration
        indexes = (("account", "created_at", "id"), ("state", "access_ends_at"))

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The account's connections that are not disconnected."""
        return cls.filter(account=account, disconnected_at=None)

    @property
    def shown_name(self) -> str:
        """What people call the account."""
        return self.display_name or self.handle or self.external_id

    @property
    def handle(self) -> str:
        """The name with which the account is mentioned at its network, such as `@nusantara.kopi`; empty without one."""
        if not self.username:
            return ""
        server = f"@{self.server}" if self.server and "@" not in self.username else ""
        return f"@{self.username.removeprefix('@')}{server}"
