"""What an owner sets for a key with the scope `ai`: its models, limits, budgets, and whether content is kept.

A limit of a key can only be smaller than the operator's usual one. Budgets are rows of AiBudget.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from app.accounts.models import Account
from app.gateway.contents.content_store import delete_older
from app.gateway.metering import budgets
from app.gateway.metering.ledger import lock_balance
from app.gateway.metering.limits_of_keys import AiBudget, AiKeyTerms
from app.kernel import installation
from app.kernel.db import query_models, query_rows, transaction
from app.kernel.refusal import N_, Refusal
from app.keys.models import ApiKey

COPIED = (  # of the row of a key that is replaced
    "requests_per_minute",
    "tokens_per_minute",
    "streams",
    "of_models",
    "models",
    "content_days",
    "paused_at",
    "paused_why",
    "calm_until",
)
REQUESTS, TOKENS, STREAMS = "requests", "tokens", "streams"
LIMITS = (REQUESTS, TOKENS, STREAMS)  # in the order in which AiKeyTerms.of_models has them
CONTENT_DAYS = (0, 1, 7, 30, 90)  # for how many days content can be kept, as far as the operator allows
LOCK = """INSERT INTO ai_key_terms (key_id, account_id, customer, of_models, models, content_days, paused_why)
    VALUES ($1, $2, '', '{}', '[]', 0, '')
    ON CONFLICT (key_id) DO UPDATE SET content_days = ai_key_terms.content_days RETURNING *"""
SAVE = """INSERT INTO ai_key_terms (key_id, account_id, customer, of_models, models, content_days, paused_why,
        requests_per_minute, tokens_per_minute, streams)
    VALUES ($1, $2, '', $3, $4, $5, '', $6, $7, $8)
    ON CONFLICT (key_id) DO UPDATE SET of_models = excluded.of_models, models = excluded.models,
        content_days = excluded.content_days, requests_per_minute = excluded.requests_per_minute,
        tokens_per_minute = excluded.tokens_per_minute, streams = excluded.streams
    RETURNING key_id"""


class InvalidLimit(Refusal):
    """A limit is no whole number from 1 to the operator's usual one; the field is the limit's. Facts: most."""

    code = "INVALID_LIMIT"
    says = N_("Type a whole number from 1 to %(most)s, or leave it empty.")


class ContentDaysNotAllowed(Refusal):
    """Content cannot be kept for so long. Facts: most."""

    code, field = "INVALID_CONTENT_DAYS", "content_days"
    says = N_("Content can be kept for at most %(most)s days here.")


Limits = tuple[int | None, int | None, int | None]  # requests and tokens a minute, requests open at once; None: usual
USUAL: Limits = (None, None, None)


@dataclass(frozen=True, slots=True)
class ModelRules:
    """What is set for a key. `models` are those that it may use, () for all; `of_models` the limits of single ones."""

    models: tuple[str, ...] = ()
    limits: Limits = USUAL
    content_days: int = 0
    of_models: Mapping[str, Limits] = field(default_factory=dict)

    @classmethod
    def of_row(cls, row: AiKeyTerms | None) -> ModelRules:
        """Returns the rules in a row; the usual ones without one."""
        if row is None:
            return cls()
        limits = (row.requests_per_minute, row.tokens_per_minute, row.streams)
        of_models: dict[str, Any] = {model: tuple(values) for model, values in row.of_models.items()}
        return cls(tuple(row.models), limits, row.content_days, of_models)

    def check(self) -> ModelRules:
        """Returns these rules. Raises: InvalidLimit, ContentDaysNotAllowed."""
        for limits in (self.limits, *self.of_models.values()):
            for name, value in zip(LIMITS, limits, strict=True):
                check_limit(name, value)
        most = most_content_days()
        if not 0 <= self.content_days <= most:
            raise ContentDaysNotAllowed(most=most)
        return self

    def with_model(self, model: str, limits: Limits) -> ModelRules:
        """Returns these rules with other limits for one model; None for all three removes them."""
        others = {name: values for name, values in self.of_models.items() if name != model}
        return replace(self, of_models=others | ({model: limits} if limits != USUAL else {}))


def most_content_days() -> int:
    """Returns for how many days content may be kept at most."""
    return installation.current().config.gateway_content_days


def most_of_limit(name: str) -> int:
    """Returns the usual limit of a kind, which no key exceeds."""
    config = installation.current().config
    return {REQUESTS: config.gateway_requests, TOKENS: config.gateway_tokens, STREAMS: config.gateway_streams}[name]


def check_limit(name: str, value: int | None) -> None:
    """Checks a limit. Raises: InvalidLimit, whose field is the limit's name."""
    most = most_of_limit(name)
    if value is not None and not 1 <= value <= most:
        raise InvalidLimit(field=name, most=most)


async def read_rules(key_id: UUID) -> ModelRules:
    """Returns what is set for a key."""
    return ModelRules.of_row(await AiKeyTerms.get_or_none(key_id=key_id))


async def lock_rules(account: Account, key_id: UUID) -> ModelRules:
    """Returns what is set for a key of the account, and lets nobody change it until the caller's transaction ends.

    Whoever changes a part of the rules begins with this, so that changes at the same moment all hold. A transaction
    that also changes budgets locks the rules first.
    """
    [row] = await query_models(AiKeyTerms, LOCK, [str(key_id), str(account.id)])
    return ModelRules.of_row(row)


async def save_key_rules(account: Account, key_id: UUID, rules: ModelRules) -> None:
    """Sets what a key of the account may do, but for the limits of single models, which stay as they are.

    Raises: InvalidLimit, ContentDaysNotAllowed.
    """
    async with transaction():
        before = await lock_rules(account, key_id)
        await save_rules(account, key_id, replace(rules, of_models=before.of_models))


async def save_model_limits(account: Account, key_id: UUID, model: str, limits: Limits) -> None:
    """Sets the limits of a key for one model; None for all three removes them. All else stays as it is.

    Raises: InvalidLimit.
    """
    async with transaction():
        before = await lock_rules(account, key_id)
        await save_rules(account, key_id, before.with_model(model, limits))


async def save_rules(account: Account, key_id: UUID, rules: ModelRules) -> None:
    """Sets all that a key of the account may do, from its next request on.

    Raises: InvalidLimit, ContentDaysNotAllowed.
    """
    rules.check()
    of_models = {model: list(limits) for model, limits in rules.of_models.items()}
    values = [str(key_id), str(account.id), json.dumps(of_models), json.dumps(list(rules.models)), rules.content_days]
    await query_rows(SAVE, [*values, *rules.limits])
    await delete_older(key_id, rules.content_days)


async def read_budgets(account: Account, key_id: UUID) -> list[AiBudget]:
    """Returns the budgets of a key, that of all models first."""
    return await AiBudget.filter(account_id=account.id, key_id=str(key_id)).order_by("model")


async def save_budget(account: Account, key_id: UUID, most: int | None, model: str = "") -> None:
    """Sets the monthly budget of a key in micro-rupiah, of one model or of all; None removes it.

    Raises: InvalidBudget.
    """
    await budgets.save_budget(account, most, str(key_id), model)


async def move_to_key(account_id: UUID, old: UUID, new: UUID) -> None:
    """Gives a new key the rules, budgets and sub-keys of the one that it replaces.

    While both are valid, what the old one spends counts to the budgets and rates of the new one, as if it were its
    sub-key: so together they spend no more than one key. Call it in the transaction that replaces the key.
    """
    row = await AiKeyTerms.select_for_update().get_or_none(key_id=old)  # nobody changes what is copied
    await lock_balance(account_id)
    await AiBudget.filter(account_id=account_id, key_id=str(old)).update(key_id=str(new))
    await AiKeyTerms.filter(parent_id=old).update(parent_id=new)
    await ApiKey.filter(parent_id=old).update(parent_id=new)
    if row is None:
        await AiKeyTerms.create(key_id=old, account_id=account_id, parent_id=new)
        return
    await AiKeyTerms.create(key_id=new, account_id=account_id, **{name: getattr(row, name) for name in COPIED})
    await AiKeyTerms.filter(key_id=old).update(parent_id=new)
