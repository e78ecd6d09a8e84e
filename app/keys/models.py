"""API keys, which are shown once, stored as a peppered digest and can be revoked; and the monthly API usage.

A key is `kliqs_sk_live_`, 32 random base62 characters, and 6 more that are the CRC-32 of everything before them. So a
mistyped or invented key is recognised without the database, and secret scanners can verify a key that they find.

`made_by` is the user who made a key, None for those of before and once that user is deleted. When they leave the
account, or become a viewer of it, their keys end at `ends_at`, a week later, unless an owner keeps them.
"""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID, uuid4, uuid5

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock, secrets, text
from app.kernel.db import query_rows, transaction
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal
from app.keys.idempotency_key import IdempotencyKey
from app.plans import quota
from app.plans.limit_emails import REQUESTS, warn_about_limit
from app.plans.quota import QuotaUsage

PREFIX = "kliqs_sk_live_"
PATTERN = re.compile(rf"{PREFIX}[0-9A-Za-z]{{38}}")
MAX_NAME_LENGTH, UNUSED_AFTER = 60, timedelta(days=30)
ENDS_AFTER = timedelta(days=7)  # from when the person who made a key left the account

__all__ = ["ApiKey", "IdempotencyKey", "KeyUsage", "MonthlyUsage"]  # the tables of this package

document_code(
    "INVALID_API_KEY", 401, N_("The key is not one of ours."), N_("Copy the whole key again, or create a new one.")
)
document_code("REVOKED_API_KEY", 401, N_("The key was revoked."), N_("Use another key."))
document_code(
    "API_LIMIT_REACHED",
    429,
    N_("The requests of this month are used up."),
    N_("Wait for the first day of the next month, 00:00 UTC."),
)


class KeyNameMissing(Refusal):
    """The name of the key is empty."""

    code, field, says = "NAME_MISSING", "name", N_("Give the key a name, such as production-server.")


class FormAlreadySubmitted(Refusal):
    """The same form was submitted before and made its key then."""

    code = "ALREADY_ISSUED"
    says = N_("That form was sent before, and its key was shown then. Revoke it if you lost it.")


class InvalidApiKey(Refusal):
    """There is no such key."""

    code, says = "INVALID_API_KEY", N_("API key is invalid.")


class RevokedApiKey(Refusal):
    """The key was revoked."""

    code, says = "REVOKED_API_KEY", N_("API key has been revoked.")


class ApiLimitReached(Refusal):
    """The account's API requests of this month are used up."""

    code, says = "API_LIMIT_REACHED", N_("Monthly API request limit reached.")


def is_well_formed_key(raw: str) -> bool:
    """Whether a text has the form and the checksum of a key. It does not check that the key exists."""
    return bool(PATTERN.fullmatch(raw)) and secrets.crc32_base62(raw[:-6]) == raw[-6:]


def _key_columns(raw: str) -> dict[str, str]:
    """What is stored of a raw key."""
    return {
        "digest": secrets.hmac_digests("api-key", raw)[0],
        "first_four": raw[len(PREFIX) :][:4],
        "last_four": raw[-4:],
    }


class ApiKey(Model):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="api_keys", on_delete=fields.CASCADE
    )
    account_id: UUID
    name = fields.CharField(MAX_NAME_LENGTH)
    digest = fields.CharField(64, unique=True)
    first_four = fields.CharField(4)
    last_four = fields.CharField(4)
    created_at = fields.DatetimeField()
    last_used_at: datetime | None = fields.DatetimeField(null=True)
    revoked_at: datetime | None = fields.DatetimeField(null=True)
    made_by: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="api_keys", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    made_by_id: UUID | None
    ends_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "api_keys"
        ordering = ("-created_at", "-id")
        indexes = (("account", "created_at", "id"),)  # a partial one of active keys is written by hand in migration 15

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """Returns the keys of an account."""
        return cls.filter(account=account)

    @classmethod
    async def issue(
        cls, account: Account, name: str, *, once: str = "", made_by: UUID | None = None
    ) -> tuple[Self, str]:
        """Creates a key; returns it and its raw text. The same `once` (a form token) makes only one key.

        `made_by` is the id of the user who makes it.

        Raises: KeyNameMissing, TooLong, KeyLimitReached, AlreadyIssued.
        """
        name = text.clean_line(name, MAX_NAME_LENGTH, "name")
        if not name:
            raise KeyNameMissing
        raw = (body := PREFIX + secrets.random_base62(32)) + secrets.crc32_base62(body)
        id = uuid5(account.id, once) if once else uuid4()
        key = cls(
            id=id, account_id=account.id, made_by_id=made_by, name=name, created_at=clock.now(), **_key_columns(raw)
        )
        await cls.revoke_ended(account.id)
        try:
            async with transaction():
                await quota.count_new_key(account)
                await key.save(force_create=True)
        except IntegrityError:
            raise FormAlreadySubmitted from None
        return key, raw

    @classmethod
    async def authenticate(cls, raw: str) -> Self:
        """Returns the key with this raw text, with its account loaded. Raises: InvalidApiKey, RevokedApiKey."""
        digests = secrets.hmac_digests("api-key", raw) if is_well_formed_key(raw) else []
        key = await cls.get_or_none(digest__in=digests).select_related("account") if digests else None
        if key is None:
            raise InvalidApiKey
        if key.revoked_at or key.ended:
            raise RevokedApiKey
        return key

    @property
    def ended(self) -> bool:
        """Whether the week is over that a key has after the person who made it left."""
        return self.ends_at is not None and self.ends_at <= clock.now()

    @classmethod
    async def end_keys_of(cls, account_id: UUID, user_id: UUID) -> list[Self]:
        """Makes the active keys that a user made in an account end in a week; returns them.

        Call it in the transaction in which the user leaves, or becomes a viewer.
        """
        keys = cls.filter(account_id=account_id, made_by_id=user_id, revoked_at=None)
        await keys.filter(ends_at=None).update(ends_at=clock.now() + ENDS_AFTER)
        return await keys

    async def keep(self) -> bool:
        """Lets a key go on that would end; False if it has ended or is revoked."""
        kept = ApiKey.filter(id=self.id, revoked_at=None, ends_at__gt=clock.now())
        return bool(await kept.update(ends_at=None))

    @classmethod
    async def revoke_ended(cls, account_id: UUID | None = None) -> None:
        """Revokes and uncounts the keys whose week is over: those of one account, or all of them."""
        ended = cls.filter(ends_at__lte=clock.now(), revoked_at=None)
        for key in await (ended.filter(account_id=account_id) if account_id else ended):
            await key.revoke()

    async def mark_used(self) -> None:
        """Stores the time of the last use, with a precision of a minute."""
        if self.last_used_at != (current_minute := clock.now().replace(second=0, microsecond=0)):
            self.last_used_at = current_minute
            await self.save(update_fields=["last_used_at"])

    async def revoke(self) -> None:
        """Revokes the key permanently and uncounts it. A revoked key is left unchanged."""
        async with transaction():
            if await ApiKey.filter(id=self.id, revoked_at=None).update(revoked_at=clock.now()):
                await quota.uncount_keys(await self.account)
        await self.refresh_from_db()

    @classmethod
    async def revoke_all(cls, account: Account) -> int:
        """Revokes all active keys of an account permanently; returns how many."""
        async with transaction():
            revoked = await cls.owned_by(account).filter(revoked_at=None).update(revoked_at=clock.now())
            await quota.uncount_keys(account, revoked)
        return revoked

    @property
    def masked(self) -> str:
        """The first and last characters of the key, by which its owner recognises it."""
        return f"{PREFIX}{self.first_four}…{self.last_four}"

    @property
    def unused_days(self) -> int:
        """The whole days since the key was last used or created; 0 if they are fewer than 30 or the key is revoked."""
        idle = clock.now() - (self.last_used_at or self.created_at)
        return idle.days if idle >= UNUSED_AFTER and not self.revoked_at else 0


class MonthlyUsage(Model):
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
    async def usage_of(cls, account: Account) -> QuotaUsage:
        """Returns how much of this month's API requests an account has used."""
        usage = await cls.get_or_none(account_id=account.id, month=clock.month_key())
        return QuotaUsage(usage.requests if usage else 0, quota.requests_limit(account))

    @classmethod
    @asynccontextmanager
    async def counted_request(cls, key: ApiKey) -> AsyncGenerator[QuotaUsage]:
        """Counts one API request in a transaction; if the block raises, the request is uncounted.

        Raises: ApiLimitReached, with the seconds until the month ends.
        """
        limit, month = quota.requests_limit(key.account), clock.month_key()
        async with transaction():
            counted = await query_rows(COUNT_ACCOUNT, [str(key.account_id), month, limit]) if limit > 0 else []
            if not counted:
                raise ApiLimitReached(retry_after=clock.seconds_to_month_end())
            await query_rows(COUNT_KEY, [str(key.id), month])
            await key.mark_used()
            await warn_about_limit(key.account, REQUESTS, (used := int(counted[0]["requests"])) - 1, used, limit)
            yield QuotaUsage(used, limit)


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
