"""API keys, which are shown once, stored as a peppered digest and can be revoked.

`made_by` is the user who made a key, None for those of before and once that user is deleted. When they leave the
account, or become a viewer of it, their keys end at `ends_at`, a week later, unless an owner keeps them.

`parent` is the key of which this one is a sub-key (app/gateway/key_terms): it takes none of the account's places, is
not listed among its keys, and ends with its parent.

`expires_at` is the end that a key was given, None for never. A key that was replaced (rotation.py) is valid for 24
hours after `replaced_at`; it is not one of the keys that are counted, because that of `replaced_by_id` took its place.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID, uuid4, uuid5

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock, text
from app.kernel.db import transaction
from app.kernel.refusal import Refusal
from app.keys.idempotency_key import IdempotencyKey
from app.keys.key_lookup import find_key, forget_key
from app.keys.key_terms import KeyTerms
from app.keys.logged_request import LoggedRequest
from app.keys.raw_key import PREFIX, key_columns, new_raw_key, raw_key_digests
from app.keys.refusals import (
    ExpiredApiKey,
    FormAlreadySubmitted,
    InvalidApiKey,
    KeyNameMissing,
    ReplacedApiKey,
    RevokedApiKey,
)
from app.keys.scopes import AI, EVERYTHING, includes_scope
from app.keys.usage import DailyUsage, KeyUsage, MonthlyUsage
from app.plans import quota

__all__ = [
    "ApiKey",
    "DailyUsage",
    "IdempotencyKey",
    "KeyUsage",
    "LoggedRequest",
    "MonthlyUsage",
]  # the tables of this package
MAX_NAME_LENGTH, UNUSED_AFTER = 60, timedelta(days=30)
ENDS_AFTER = timedelta(days=7)  # from when the person who made a key left the account
SOON = timedelta(days=7)  # before the end of a key, when its owners are reminded
OVERLAP = timedelta(hours=24)  # in which a key and the one that replaces it are both valid


def clean_key_name(name: str) -> str:
    """Returns the name of a key as it is stored. Raises: KeyNameMissing, TooLong."""
    if cleaned := text.clean_line(name, MAX_NAME_LENGTH, "name"):
        return cleaned
    raise KeyNameMissing


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
    scopes = fields.CharField(300, default=EVERYTHING)
    networks = fields.CharField(1000, default="")
    expires_at: datetime | None = fields.DatetimeField(null=True)
    expiry_mailed_at: datetime | None = fields.DatetimeField(null=True)
    replaced_at: datetime | None = fields.DatetimeField(null=True)
    replaced_by_id: UUID | None = fields.UUIDField(null=True, db_index=True)
    parent: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.ApiKey", related_name="sub_keys", on_delete=fields.CASCADE, null=True, db_index=True
    )
    parent_id: UUID | None

    class Meta:  # a partial index of active keys is written by hand in migration 51
        table = "api_keys"
        ordering = ("-created_at", "-id")
        indexes = (("account", "created_at", "id"), ("account", "parent", "created_at", "id"))

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """Returns the keys of an account, without sub-keys."""
        return cls.filter(account=account, parent_id=None)

    @classmethod
    def counted(cls, account: Account) -> QuerySet[Self]:
        """Returns the keys of an account that take one of its places."""
        return cls.owned_by(account).filter(revoked_at=None, replaced_at=None)

    @classmethod
    def ended_condition(cls) -> Q:
        """The condition for keys whose end is past, whether or not they are revoked yet; see `ended`."""
        now = clock.now()
        return Q(ends_at__lte=now) | Q(expires_at__lte=now) | Q(replaced_at__lte=now - OVERLAP)

    @classmethod
    async def issue(
        cls, account: Account, name: str, *, once: str = "", made_by: UUID | None = None, terms: KeyTerms | None = None
    ) -> tuple[Self, str]:
        """Creates a key; returns it and its raw text. The same `once` (a form token) makes only one key.

        `made_by` is the id of the user who makes it; without `terms` it may do everything, from everywhere, for ever.

        Raises: KeyNameMissing, TooLong, KeyLimitReached, FormAlreadySubmitted.
        """
        key, raw = cls.draft(account, name, once=once, made_by=made_by, terms=terms or KeyTerms())
        await cls.revoke_ended(account.id)
        try:
            async with transaction():
                await quota.count_new_key(account)
                await key.save(force_create=True)
        except IntegrityError:
            raise FormAlreadySubmitted from None
        return key, raw

    @classmethod
    def draft(
        cls, account: Account, name: str, *, once: str, made_by: UUID | None, terms: KeyTerms
    ) -> tuple[Self, str]:
        """Returns a new key that is not saved, and its raw text. Raises: KeyNameMissing, TooLong."""
        name = clean_key_name(name)
        raw = new_raw_key()
        key = cls(
            id=uuid5(account.id, once) if once else uuid4(),
            account_id=account.id,
            made_by_id=made_by,
            name=name,
            created_at=clock.now(),
            scopes=terms.scopes,
            networks=terms.networks,
            expires_at=terms.end_from(clock.now()),
            **key_columns(raw),
        )
        return key, raw

    @classmethod
    async def find(cls, raw: str) -> Self:
        """Returns the key with this raw text, valid or not, with its account and its parent loaded.

        Raises: InvalidApiKey.
        """
        key = await find_key(cls, raw_key_digests(raw))
        if key is None:
            raise InvalidApiKey
        return key

    @classmethod
    async def authenticate(cls, raw: str) -> Self:
        """Returns the valid key with this raw text, with its account loaded.

        Raises: InvalidApiKey, RevokedApiKey, ReplacedApiKey, ExpiredApiKey.
        """
        key = await cls.find(raw)
        key.check_valid()
        return key

    def check_valid(self) -> None:
        """Checks that the key is not over; of several reasons the earliest is told.

        Raises: RevokedApiKey, ReplacedApiKey, ExpiredApiKey.
        """
        ends: list[tuple[datetime | None, type[Refusal]]] = [
            (self.expires_at, ExpiredApiKey),
            (self.overlap_ends_at, ReplacedApiKey),
            (self.ends_at, RevokedApiKey),
            (self.revoked_at, RevokedApiKey),
        ]
        past = [(at, refusal) for at, refusal in ends if at is not None and at <= clock.now()]
        if past:
            raise min(past, key=lambda end: end[0])[1]
        if self.parent_id and self.parent:
            self.parent.check_valid()

    @property
    def overlap_ends_at(self) -> datetime | None:
        """When a key ends that was replaced; None for one that was not."""
        return self.replaced_at + OVERLAP if self.replaced_at else None

    @property
    def ended(self) -> bool:
        """Whether an end of the key is past, whether or not it is revoked yet."""
        ends = (self.ends_at, self.expires_at, self.overlap_ends_at)
        return any(at is not None and at <= clock.now() for at in ends)

    @property
    def expires_soon(self) -> bool:
        """Whether a valid key ends within a week."""
        return self.expires_at is not None and not self.ended and self.expires_at - clock.now() <= SOON

    @property
    def lifetime_days(self) -> int | None:
        """For how many days the key was made; None for ever."""
        return round((self.expires_at - self.created_at) / timedelta(days=1)) if self.expires_at else None

    @property
    def has_every_scope(self) -> bool:
        """Whether the key may do everything that spends nothing, also what the API learns later."""
        return EVERYTHING in self.scopes.split()

    @property
    def may_use_models(self) -> bool:
        """Whether the key may use AI models, which spends credits.

        A sub-key may as long as its parent, which must be loaded.
        """
        parent = self.parent if self.parent_id else None
        return self.has_scope(AI) and (parent is None or parent.may_use_models)

    def has_scope(self, scope: str) -> bool:
        """Whether the key may do what needs a scope."""
        return includes_scope(self.scopes, scope)

    @classmethod
    async def end_keys_of(cls, account_id: UUID, user_id: UUID) -> list[Self]:
        """Makes the active keys that a user made in an account end in a week; returns them.

        Call it in the transaction in which the user leaves, or becomes a viewer.
        """
        keys = cls.filter(account_id=account_id, made_by_id=user_id, revoked_at=None)
        await keys.filter(ends_at=None).update(ends_at=clock.now() + ENDS_AFTER)
        return await keys

    async def cancel_end(self) -> bool:
        """Lets a key go on that would end; False if it has ended or is revoked."""
        kept = ApiKey.filter(id=self.id, revoked_at=None, ends_at__gt=clock.now())
        return bool(await kept.update(ends_at=None))

    @classmethod
    async def revoke_ended(cls, account_id: UUID | None = None) -> None:
        """Revokes and uncounts the keys that are over: those of one account, or all of them."""
        ended = cls.filter(cls.ended_condition(), revoked_at=None)
        for key in await (ended.filter(account_id=account_id) if account_id else ended):
            await key.revoke()

    async def change_rights(self, terms: KeyTerms) -> bool:
        """Changes what the key may do and from where, at once; False if it is over."""
        valid = ApiKey.filter(id=self.id, revoked_at=None)
        return not self.ended and bool(await valid.update(scopes=terms.scopes, networks=terms.networks))

    async def mark_used(self) -> None:
        """Stores the time of the last use, with a precision of a minute."""
        if self.last_used_at != (current_minute := clock.now().replace(second=0, microsecond=0)):
            self.last_used_at = current_minute
            await self.save(update_fields=["last_used_at"])
            forget_key(self.digest)

    async def revoke(self) -> None:
        """Revokes the key permanently and uncounts it, unless it was replaced. A revoked key is left unchanged."""
        valid, now = ApiKey.filter(id=self.id, revoked_at=None), clock.now()
        async with transaction():
            await quota.lock_key_count(self.account_id)
            await ApiKey.filter(parent_id=self.id, revoked_at=None).update(revoked_at=now)
            if await valid.filter(replaced_at=None, parent_id=None).update(revoked_at=now):
                await quota.uncount_keys(await self.account)
            else:
                await valid.update(revoked_at=now)
        await self.refresh_from_db()

    @classmethod
    async def revoke_all(cls, account: Account) -> int:
        """Revokes all active keys of an account permanently; returns how many."""
        async with transaction():
            await quota.lock_key_count(account.id)
            valid, now = cls.owned_by(account).filter(revoked_at=None), clock.now()
            await cls.filter(account=account, revoked_at=None).exclude(parent_id=None).update(revoked_at=now)
            revoked = await valid.filter(replaced_at=None).update(revoked_at=now)
            await quota.uncount_keys(account, revoked)
            return revoked + await valid.update(revoked_at=now)

    @property
    def masked(self) -> str:
        """The first and last characters of the key, by which its owner recognises it."""
        return f"{PREFIX}{self.first_four}…{self.last_four}"

    @property
    def unused_days(self) -> int:
        """The whole days since the key was last used or created; 0 if they are fewer than 30 or the key is revoked."""
        idle = clock.now() - (self.last_used_at or self.created_at)
        return idle.days if idle >= UNUSED_AFTER and not self.revoked_at else 0
