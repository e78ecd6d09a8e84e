"""Endpoints: addresses of an account's own server, each with the events that are sent there.

The secret is encrypted, because the server signs with it; after a rotation the one before signs too, for 24 hours.
`off_at` is since when nothing is sent, `off_reason` why: by a member, because the endpoint answered that it is gone
(410), or because it failed for five days. What happens meanwhile is not written down. `failing_since` is the time of
the first attempt that failed since the last one that did not. `slow` endpoints, which failed or took long the last
time, are served by jobs of their own kind. `wants_visits` and `wants_expired` are whether `visit.batch` and
`link.expired` are among the events.

`batch_sent_at` is when the last `visit.batch` was written, `expired_until` up to when expired links were looked for.
`replayed_at` and `replay_total`: see replay.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock, encryption
from app.kernel.db import query_models, transaction
from app.kernel.model_columns import columns_of
from app.plans import quota
from app.webhooks import signing
from app.webhooks.endpoint_values import EndpointValues, check_values

OLD_SECRET_LASTS = timedelta(hours=24)
QUIET = ("frozen_at", "delete_at", "suspended_at")  # columns of accounts: while one is set, nothing is sent
LISTENING = f"""
    SELECT {{columns}} FROM webhook_endpoints e JOIN accounts a ON a.id = e.account_id
    WHERE e.account_id = $1 AND e.off_at IS NULL AND {" AND ".join(f"a.{column} IS NULL" for column in QUIET)}
    ORDER BY e.id"""  # noqa: S608 - our own names
BY_MEMBER, GONE, FAILING = "member", "gone", "failing"  # why an endpoint is off


class WebhookEndpoint(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="webhook_endpoints", on_delete=fields.CASCADE
    )
    account_id: UUID
    url = fields.CharField(2048)
    description = fields.CharField(200, default="")
    events: list[str] = fields.JSONField(default=list)
    wants_visits = fields.BooleanField(default=False)
    wants_expired = fields.BooleanField(default=False)
    secret = fields.TextField()
    last_four = fields.CharField(4)
    old_secret = fields.TextField(null=True)
    old_secret_until: datetime | None = fields.DatetimeField(null=True)
    slow = fields.BooleanField(default=False)
    failing_since: datetime | None = fields.DatetimeField(null=True)
    off_at: datetime | None = fields.DatetimeField(null=True)
    off_reason = fields.CharField(8, default="")
    batch_sent_at: datetime | None = fields.DatetimeField(null=True)
    expired_until: datetime = fields.DatetimeField()
    replayed_at: datetime | None = fields.DatetimeField(null=True)
    replay_total = fields.IntField(default=0)
    made_by: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="webhook_endpoints", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    made_by_id: UUID | None
    created_at: datetime = fields.DatetimeField()
    updated_at: datetime = fields.DatetimeField()

    class Meta:
        table = "webhook_endpoints"
        indexes = (("account", "created_at", "id"), ("wants_visits",), ("wants_expired",))

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The endpoints of an account."""
        return cls.filter(account_id=account.id)

    @classmethod
    def listening(cls) -> QuerySet[Self]:
        """The endpoints that get events now: those that are on, of accounts that are not frozen, suspended, ending."""
        return cls.filter(off_at=None, **{f"account__{column}": None for column in QUIET})

    @classmethod
    async def create_for(cls, account: Account, values: EndpointValues, made_by: UUID | None = None) -> Self:
        """Creates an endpoint with a new secret; `made_by` is the id of the user who creates it.

        Raises: those of `check_values`, WebhookLimitReached.
        """
        checked, now, id, secret = check_values(values), clock.now(), uuid4(), signing.new_secret()
        async with transaction():
            await quota.check_room_for_webhook(account, cls.owned_by(account).count)
            return await cls.create(
                id=id,
                account_id=account.id,
                made_by_id=made_by,
                expired_until=now,
                created_at=now,
                updated_at=now,
                **secret_columns(id, secret),
                **checked,
            )

    async def edit(self, values: EndpointValues) -> None:
        """Changes address, events and description. Raises: those of `check_values`."""
        checked = check_values(values)
        await self._write(**checked)

    async def turn_on(self) -> None:
        """Starts sending what happens from now on."""
        now = clock.now()
        values = {"off_at": None, "off_reason": "", "failing_since": None, "slow": False, "expired_until": now}
        await WebhookEndpoint.filter(id=self.id).exclude(off_at=None).update(**values, updated_at=now)
        await self.refresh_from_db()

    async def rotate_secret(self) -> None:
        """Replaces the secret; for 24 hours messages are signed with the one before, too, if it can still be read."""
        columns: dict[str, Any] = {"old_secret": None, "old_secret_until": None}
        with suppress(encryption.Undecipherable):
            old_secret = encryption.encrypt(self.read_secret(), secret_purpose(self.id, "old secret"))
            columns = {"old_secret": old_secret, "old_secret_until": clock.now() + OLD_SECRET_LASTS}
        await self._write(**columns, **secret_columns(self.id, signing.new_secret()))

    async def _write(self, **columns: Any) -> None:
        columns["updated_at"] = clock.now()
        await WebhookEndpoint.filter(id=self.id).update(**columns)
        await self.refresh_from_db()

    def read_secret(self) -> str:
        """Returns the secret. Raises: encryption.Undecipherable."""
        return encryption.decrypt(self.secret, secret_purpose(self.id, "secret"))

    def signing_secrets(self) -> list[str]:
        """Returns the secrets that messages are signed with, the newest first; without an old one that cannot be read.

        Raises: encryption.Undecipherable.
        """
        secrets = [self.read_secret()]
        if self.old_secret and self.old_secret_until and self.old_secret_until > clock.now():
            with suppress(encryption.Undecipherable):
                secrets.append(encryption.decrypt(self.old_secret, secret_purpose(self.id, "old secret")))
        return secrets

    @property
    def secret_outdated(self) -> bool:
        """Whether the secret was encrypted under another secret than the newest of KLIQS_SECRET_KEY."""
        return encryption.is_outdated(self.secret, secret_purpose(self.id, "secret"))

    @property
    def readable(self) -> bool:
        """Whether KLIQS_SECRET_KEY still has the secret under which this endpoint's was encrypted."""
        try:
            self.read_secret()
        except encryption.Undecipherable:
            return False
        return True

    @property
    def masked_secret(self) -> str:
        """The secret's last characters, by which its owner recognises it."""
        return f"{signing.SECRET_PREFIX}{'•' * 16}{self.last_four}"

    @property
    def both_secrets_valid(self) -> bool:
        """Whether the secret before the last rotation still signs."""
        return self.old_secret is not None and self.old_secret_until is not None and self.old_secret_until > clock.now()

    @property
    def host(self) -> str:
        """The host of the address, with its port if there is one."""
        return self.url.partition("://")[2].partition("/")[0].partition("?")[0]

    @property
    def path(self) -> str:
        """The address after the host."""
        return self.url.partition("://")[2].removeprefix(self.host) or "/"

    @property
    def state(self) -> str:
        """ "off", "failing" or "on"."""
        if self.off_at:
            return "off"
        return "failing" if self.failing_since else "on"


async def forget_old_secrets() -> None:
    """Deletes the secrets that were replaced more than 24 hours ago."""
    outdated = WebhookEndpoint.filter(old_secret_until__lt=clock.now())
    await outdated.update(old_secret=None, old_secret_until=None)


async def endpoints_for(account_id: UUID, event_type: str) -> Sequence[WebhookEndpoint]:
    """Returns the endpoints of an account that get events of a type now.

    Every change of an account asks for them, so the statement is written once: Tortoise takes longer to put it together
    than SQLite to run it.
    """
    sql = LISTENING.format(columns=columns_of(WebhookEndpoint, "e"))
    endpoints = await query_models(WebhookEndpoint, sql, [str(account_id)])
    return [endpoint for endpoint in endpoints if event_type in endpoint.events]


def secret_columns(id: UUID, secret: str) -> dict[str, Any]:
    """Returns what is stored of a secret."""
    return {"secret": encryption.encrypt(secret, secret_purpose(id, "secret")), "last_four": secret.rstrip("=")[-4:]}


def secret_purpose(id: UUID, name: str) -> str:
    """Returns the purpose for which a secret of the endpoint with this id is encrypted, by the secret's name."""
    return f"webhook {id} {name}"
