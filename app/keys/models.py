"""API keys: shown once, stored as a peppered digest, revocable; and what an account used in a month.

A key is `kliqs_sk_live_`, 32 random base62 characters, and 6 more that are the CRC-32 of all before: a mistyped or
invented key is known offline, and secret scanners can verify one they find.
"""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Self
from uuid import UUID, uuid4, uuid5

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock, secrets, text
from app.kernel.db import rows, transaction
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal
from app.plans import quota
from app.plans.quota import Share
from app.plans.warning import REQUESTS, warn

PREFIX = "kliqs_sk_live_"
SHAPE = re.compile(rf"{PREFIX}[0-9A-Za-z]{{38}}")
LONGEST_NAME, UNUSED_AFTER = 60, timedelta(days=30)

document_code(
    "INVALID_API_KEY", 401, N_("The key is not one of ours."),
    N_("Copy the whole key again, or create a new one."))
document_code(
    "REVOKED_API_KEY", 401, N_("The key was revoked."),
    N_("Use another key."))
document_code(
    "API_LIMIT_REACHED", 429, N_("The requests of this month are used up."),
    N_("Wait for the first day of the next month, 00:00 UTC."))


class KeyNameMissing(Refusal):
    code, field, says = "NAME_MISSING", "name", N_("Give the key a name, such as production-server.")


class AlreadyIssued(Refusal):
    code = "ALREADY_ISSUED"
    says = N_("That form was sent before, and its key was shown then. Revoke it if you lost it.")


class InvalidApiKey(Refusal):
    code, says = "INVALID_API_KEY", N_("API key is invalid.")


class RevokedApiKey(Refusal):
    code, says = "REVOKED_API_KEY", N_("API key has been revoked.")


class ApiLimitReached(Refusal):
    code, says = "API_LIMIT_REACHED", N_("Monthly API request limit reached.")


def well_formed(raw: str) -> bool:
    """Whether a key could be one of ours: its shape and its checksum, nothing more."""
    return bool(SHAPE.fullmatch(raw)) and secrets.checksum(raw[:-6]) == raw[-6:]


class ApiKey(Model):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="api_keys", on_delete=fields.CASCADE, db_index=True
    )
    account_id: UUID
    name = fields.CharField(LONGEST_NAME)
    digest = fields.CharField(64, unique=True)
    first_four = fields.CharField(4)
    last_four = fields.CharField(4)
    created_at = fields.DatetimeField()
    last_used_at: datetime | None = fields.DatetimeField(null=True)
    revoked_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "api_keys"
        ordering = ("-created_at", "-id")

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        return cls.filter(account=account)

    @classmethod
    async def issue(cls, account: Account, name: str, *, once: str = "") -> tuple[Self, str]:
        """Makes a key; the raw one comes back this once. One `once` (a form's token) makes one key, however often sent.

        Refusals: KeyNameMissing, TooLong, KeyLimitReached, AlreadyIssued.
        """
        name = text.line(name, LONGEST_NAME, "name")
        if not name:
            raise KeyNameMissing
        raw = (body := PREFIX + secrets.base62(32)) + secrets.checksum(body)
        made = cls(
            id=uuid5(account.id, once) if once else uuid4(), account_id=account.id, name=name, created_at=clock.now(),
            digest=secrets.peppered("api-key", raw)[0], first_four=raw[len(PREFIX):][:4], last_four=raw[-4:],
        )
        try:
            async with transaction():
                await quota.take_key(account)
                await made.save(force_create=True)
        except IntegrityError:
            raise AlreadyIssued from None
        return made, raw

    @classmethod
    async def present(cls, raw: str) -> Self:
        """The key of this raw one, with its account. Refusals: InvalidApiKey, RevokedApiKey."""
        digests = secrets.peppered("api-key", raw) if well_formed(raw) else []
        key = await cls.get_or_none(digest__in=digests).select_related("account") if digests else None
        if key is None:
            raise InvalidApiKey
        if key.revoked_at:
            raise RevokedApiKey
        return key

    async def mark_used(self) -> None:
        """Notes the last use, to the minute."""
        if self.last_used_at != (minute := clock.now().replace(second=0, microsecond=0)):
            self.last_used_at = minute
            await self.save(update_fields=["last_used_at"])

    async def revoke(self) -> None:
        """Ends the key for good."""
        async with transaction():
            if await ApiKey.filter(id=self.id, revoked_at=None).update(revoked_at=clock.now()):
                await quota.give_keys_back(await self.account)
        await self.refresh_from_db()

    @classmethod
    async def revoke_all(cls, account: Account) -> int:
        """Ends every active key of an account for good; returns how many."""
        async with transaction():
            revoked = await cls.owned_by(account).filter(revoked_at=None).update(revoked_at=clock.now())
            await quota.give_keys_back(account, revoked)
        return revoked

    @property
    def masked(self) -> str:
        return f"{PREFIX}{self.first_four}…{self.last_four}"

    @property
    def unused_days(self) -> int:
        """Whole days since the key was last of use, when that is long enough to say so; else 0."""
        idle = clock.now() - (self.last_used_at or self.created_at)
        return idle.days if idle >= UNUSED_AFTER and not self.revoked_at else 0


class Usage(Model):
    """API requests counted in a UTC month, by account: the row the monthly limit is kept in."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="usage", on_delete=fields.CASCADE
    )
    account_id: UUID
    month = fields.CharField(7)
    requests = fields.IntField()

    class Meta:
        table = "api_usage"
        unique_together = (("account", "month"),)

    @classmethod
    async def share(cls, account: Account) -> Share:
        """How much of this month's requests is used."""
        usage = await cls.get_or_none(account_id=account.id, month=clock.month())
        return Share(usage.requests if usage else 0, quota.requests_limit(account))

    @classmethod
    @asynccontextmanager
    async def spending(cls, key: ApiKey) -> AsyncGenerator[Share]:
        """One transaction that counts one request; whatever raises inside it gives the request back.

        Refusals: ApiLimitReached, with the seconds to the month's end.
        """
        limit, month = quota.requests_limit(key.account), clock.month()
        async with transaction():
            counted = await rows(COUNT_ACCOUNT, [str(key.account_id), month, limit]) if limit > 0 else []
            if not counted:
                raise ApiLimitReached(retry_after=clock.seconds_left())
            await rows(COUNT_KEY, [str(key.id), month])
            await key.mark_used()
            await warn(key.account, REQUESTS, (used := int(counted[0]["requests"])) - 1, used, limit)
            yield Share(used, limit)


class KeyUsage(Model):
    """API requests counted in a UTC month, by key."""

    id = fields.BigIntField(primary_key=True)
    key: fields.ForeignKeyRelation[ApiKey] = fields.ForeignKeyField(
        "models.ApiKey", related_name="usage", on_delete=fields.CASCADE
    )
    key_id: UUID
    month = fields.CharField(7)
    requests = fields.IntField()

    class Meta:
        table = "api_key_usage"
        unique_together = (("key", "month"),)


COUNT_ACCOUNT = """
    INSERT INTO api_usage (account_id, month, requests) VALUES ($1, $2, 1)
    ON CONFLICT (account_id, month) DO UPDATE SET requests = api_usage.requests + 1 WHERE api_usage.requests < $3
    RETURNING requests"""
COUNT_KEY = """
    INSERT INTO api_key_usage (key_id, month, requests) VALUES ($1, $2, 1)
    ON CONFLICT (key_id, month) DO UPDATE SET requests = api_key_usage.requests + 1 RETURNING requests"""
