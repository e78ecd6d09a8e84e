"""Sub-keys: keys for one's own customers, made below a key, with smaller budgets and limits of their own.

A sub-key may use models and nothing else. What it spends counts to its own budgets and to those of its parent, and its
requests to the rates of both; it ends with its parent. It does not count to the number of keys that the account may
have, and it can make no sub-keys itself. Its raw text is shown once, as with every key.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.gateway.key_terms.model_rules import ModelRules, save_budget, save_rules
from app.gateway.metering.limits_of_keys import AiKeyTerms
from app.kernel import text
from app.kernel.db import transaction
from app.kernel.refusal import N_, Refusal
from app.keys.key_terms import KeyTerms
from app.keys.models import ApiKey
from app.keys.refusals import RevokedApiKey
from app.keys.scopes import AI
from app.plans import quota

MOST, MAX_CUSTOMER, MAX_DAYS = 1_000, 80, 3_650  # MOST: valid sub-keys of an account


class TooManySubKeys(Refusal):
    """The account has as many valid sub-keys as it may have. Facts: most."""

    code, says = "SUB_KEY_LIMIT_REACHED", N_("A workspace may have %(most)s sub-keys. End one first.")


class NoSubKeys(Refusal):
    """The key may not use models, or is a sub-key itself."""

    code, says = "NO_SUB_KEYS", N_("Only a key that may use AI models, and is no sub-key itself, can have sub-keys.")


class ReplacedKeyHasNone(Refusal):
    """Another key replaced the key; the budgets went to that one, and new sub-keys would not count to them."""

    code, says = "KEY_WAS_REPLACED", N_("This key was replaced. Make sub-keys with the key that took its place.")


@dataclass(frozen=True, slots=True)
class NewSubKey:
    """What a sub-key is to be. `budget` is micro-rupiah a month, `days` how long it lives; None for no bound.

    `customer` is for whom it is, in the owner's words. `networks` are stored as those of other keys.
    """

    name: str
    customer: str = ""
    budget: int | None = None
    days: int | None = None
    networks: str = ""
    rules: ModelRules = field(default_factory=ModelRules)


def sub_keys_of(key: ApiKey) -> QuerySet[ApiKey]:
    """The sub-keys of a key, ended ones too."""
    return ApiKey.filter(parent_id=key.id, account_id=key.account_id)


async def make_sub_key(parent: ApiKey, new: NewSubKey) -> tuple[ApiKey, str]:
    """Makes a sub-key; returns it and its raw text.

    Raises: NoSubKeys, TooManySubKeys, RevokedApiKey, ReplacedKeyHasNone, KeyNameMissing, TooLong, InvalidLimit,
    ContentDaysNotAllowed, InvalidBudget.
    """
    if parent.parent_id or not parent.may_use_models:
        raise NoSubKeys
    customer = text.clean_line(new.customer, MAX_CUSTOMER, "customer")
    account = await parent.account
    terms = KeyTerms(AI, new.networks, new.days)
    key, raw = ApiKey.draft(account, new.name, once="", made_by=None, terms=terms)
    key.parent_id = parent.id
    async with transaction():
        await _check_room(account, parent)
        await key.save(force_create=True)
        await AiKeyTerms.create(key_id=key.id, account_id=account.id, parent_id=parent.id, customer=customer)
        await save_rules(account, key.id, new.rules)
        await save_budget(account, key.id, new.budget)
    return key, raw


async def _check_room(account: Account, parent: ApiKey) -> None:
    """Checks, with the account's keys locked, that one more may be made.

    Raises: TooManySubKeys, RevokedApiKey, ReplacedKeyHasNone.
    """
    await quota.lock_key_count(account.id)
    now = await ApiKey.get_or_none(id=parent.id, revoked_at=None)
    if now is None:
        raise RevokedApiKey
    if now.replaced_at is not None:
        raise ReplacedKeyHasNone
    if await ApiKey.filter(account_id=account.id, revoked_at=None).exclude(parent_id=None).count() >= MOST:
        raise TooManySubKeys(most=MOST)


async def end_sub_key(parent: ApiKey, id: UUID) -> ApiKey | None:
    """Ends a sub-key at once, for good; None if the key has no such sub-key."""
    key = await sub_keys_of(parent).get_or_none(id=id)
    if key is not None:
        await key.revoke()
    return key
