"""The API requests that count: by account and key in a UTC month, and by key on a UTC day, which is kept for a year."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol, Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.db import Rows, query_in_turn, query_rows, transaction
from app.keys.refusals import ApiLimitReached
from app.plans import quota
from app.plans.limit_emails import REQUESTS, warn_about_limit
from app.plans.quota import QuotaUsage

DAYS_KEPT_FOR = timedelta(days=365)
COUNT_ACCOUNT = """
    INSERT INTO api_usage (account_id, month, requests) VALUES ($1, $2, $3)
    ON CONFLICT (account_id, month) DO UPDATE SET requests = api_usage.requests + $3
    WHERE api_usage.requests + $3 <= $4 RETURNING requests"""
COUNT_KEY = """
    INSERT INTO api_key_usage (key_id, month, requests) VALUES ($1, $2, $3)
    ON CONFLICT (key_id, month) DO UPDATE SET requests = api_key_usage.requests + $3 RETURNING requests"""
COUNT_DAY = """
    INSERT INTO key_usage (key_id, day, requests) VALUES ($1, $2, $3)
    ON CONFLICT (key_id, day) DO UPDATE SET requests = key_usage.requests + $3"""


@dataclass(slots=True)
class ItemCount:
    """How many items of a request may be counted, and how many of them are `done`, which whoever does them sets."""

    used: int
    limit: int
    done: int = 0

    @property
    def room(self) -> int:
        """How many requests of the month are left."""
        return max(0, self.limit - self.used)

    @property
    def usage(self) -> QuotaUsage:
        """The usage of the month once the items are counted."""
        return QuotaUsage(self.used + self.done, self.limit)


class CountedKey(Protocol):
    """What is needed here of an API key."""

    id: UUID
    account_id: UUID
    account: Any

    async def mark_used(self) -> None:
        """Stores the time of the last use; last in a transaction, as a key is locked after its account."""


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
    async def counted_request(cls, key: CountedKey) -> AsyncGenerator[QuotaUsage]:
        """Counts one API request in a transaction; if the block raises, the request is uncounted.

        Raises: ApiLimitReached, with the seconds until the month ends.
        """
        limit = quota.requests_limit(key.account)
        async with transaction():
            yield QuotaUsage(await cls._count(key, 1, limit), limit)
            await key.mark_used()

    @classmethod
    @asynccontextmanager
    async def count_each_item(cls, key: CountedKey) -> AsyncGenerator[ItemCount]:
        """Counts one API request for each item that is done, in a transaction; if the block raises, none.

        The month is locked first, so that what is left stays true. The block must not do more than `room` items.
        """
        limit, month = quota.requests_limit(key.account), [str(key.account_id), clock.month_key()]
        async with transaction():
            [locked] = await query_rows(COUNT_ACCOUNT, [*month, 0, 2**31 - 1])
            yield (count := ItemCount(int(locked["requests"]), limit))
            if count.done:
                await cls._count(key, count.done, limit)
                await key.mark_used()

    @classmethod
    async def _count(cls, key: CountedKey, count: int, limit: int) -> int:
        """Counts requests of a key; returns how many the account made in the month. Raises: ApiLimitReached."""
        month, counted = clock.month_key(), Rows()
        if limit >= count:
            counted, *_ = await query_in_turn(
                (COUNT_ACCOUNT, [str(key.account_id), month, count, limit]),
                (COUNT_KEY, [str(key.id), month, count]),
                (COUNT_DAY, [str(key.id), clock.now().date(), count]),
                required=1,
            )
        if not counted:
            raise ApiLimitReached(retry_after=clock.seconds_to_month_end())
        used = int(counted[0]["requests"])
        await warn_about_limit(key.account, REQUESTS, used - count, used, limit)
        return used


class KeyUsage(Model):
    """API requests counted in a UTC month, by key."""

    id = fields.BigIntField(primary_key=True)
    key: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.ApiKey", related_name="usage", on_delete=fields.CASCADE
    )
    key_id: UUID
    month = fields.CharField(7)
    requests = fields.IntField()

    class Meta:
        table = "api_key_usage"
        unique_together = (("key", "month"),)


class DailyUsage(Model):
    id = fields.BigIntField(primary_key=True)
    key: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.ApiKey", related_name="days", on_delete=fields.CASCADE
    )
    key_id: UUID
    day = fields.DateField(db_index=True)
    requests = fields.IntField()

    class Meta:
        table = "key_usage"
        unique_together = (("key", "day"),)

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """The days that are older than a year, to be deleted."""
        return cls.filter(day__lt=clock.now().date() - DAYS_KEPT_FOR)


async def daily_requests(key_id: UUID, days: int) -> list[tuple[date, int]]:
    """Returns the requests of a key on each of the latest UTC days, the oldest first; today is the last."""
    today = clock.now().date()
    first = today - timedelta(days=days - 1)
    rows: list[Any] = await DailyUsage.filter(key_id=key_id, day__gte=first).values_list("day", "requests")
    counted = dict(rows)
    return [(day, counted.get(day, 0)) for day in (first + timedelta(days=number) for number in range(days))]
