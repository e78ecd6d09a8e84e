"""Sub-keys spend from their own budgets and their parent's, end with it, and do nothing else than use models."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.gateway.key_terms import form_part as _form_part  # noqa: F401 - by which replacing a key reaches its rules
from app.gateway.key_terms import sub_keys
from app.gateway.key_terms.model_rules import (
    ContentDaysNotAllowed,
    InvalidLimit,
    ModelRules,
    read_rules,
    save_budget,
    save_rules,
)
from app.gateway.key_terms.sub_keys import (
    NewSubKey,
    NoSubKeys,
    ReplacedKeyHasNone,
    TooManySubKeys,
    end_sub_key,
    make_sub_key,
    sub_keys_of,
)
from app.gateway.metering.budgets import InvalidBudget
from app.gateway.metering.limits_of_keys import AiBudget, AiKeyTerms
from app.gateway.metering.pauses import BY_OWNER, pause_key
from app.gateway.metering.refusals import KeyBudgetReached, KeyPaused, TooManyStreams
from app.gateway.metering.reservation import reserve
from app.gateway.metering.settlement import release
from app.kernel.refusal import Refusal, TooLong
from app.keys.key_terms import KeyTerms
from app.keys.models import OVERLAP, ApiKey
from app.keys.refusals import ExpiredApiKey, NotReplaceable, ReplacedApiKey, RevokedApiKey
from app.keys.rotation import replace_key
from tests.conftest import Clock
from tests.gateway.metering.calls import buy, call_of

COST = 10_000  # micro-rupiah of a request of `call_of` at most


async def parent_of(account: Account, scopes: str = "ai") -> ApiKey:
    """A key that may have sub-keys."""
    return (await ApiKey.issue(account, "parent", terms=KeyTerms(scopes)))[0]


async def sub_key(parent: ApiKey, **wish: object) -> tuple[ApiKey, str]:
    """A sub-key of it."""
    return await make_sub_key(parent, NewSubKey("sub", **wish))  # type: ignore[arg-type]


async def test_a_sub_key_uses_models_and_nothing_else_and_takes_no_place(dewi: Account) -> None:
    parent = await parent_of(dewi, "* ai")
    _, raw = await sub_key(parent, customer="Toko Ani")
    found = await ApiKey.authenticate(raw)
    assert (found.scopes, found.may_use_models, found.has_scope("links:read")) == ("ai", True, False)
    assert (await AiKeyTerms.get(key_id=found.id)).customer == "Toko Ani"
    await dewi.refresh_from_db()
    assert dewi.keys_used == await ApiKey.counted(dewi).count() == 1
    assert [key.id for key in await ApiKey.owned_by(dewi)] == [parent.id], "it is not among the account's keys"
    await end_sub_key(parent, found.id)
    await dewi.refresh_from_db()
    assert dewi.keys_used == 1


async def test_what_a_sub_key_spends_counts_to_the_budgets_of_both(dewi: Account) -> None:
    await buy(dewi)
    parent = await parent_of(dewi)
    small, _ = await sub_key(parent, budget=COST)
    large, _ = await sub_key(parent, budget=10 * COST)
    await save_budget(dewi, parent.id, 2 * COST)
    await reserve(call_of(dewi, small))
    with pytest.raises(KeyBudgetReached):
        await reserve(call_of(dewi, small))
    await reserve(call_of(dewi, large))
    with pytest.raises(KeyBudgetReached):
        await reserve(call_of(dewi, large))
    with pytest.raises(KeyBudgetReached):
        await reserve(call_of(dewi, parent))
    assert (await AiBudget.get(key_id=str(parent.id))).reserved == 2 * COST


async def test_the_limits_and_the_pause_of_the_parent_hold_for_its_sub_keys(dewi: Account) -> None:
    await buy(dewi)
    parent = await parent_of(dewi)
    first, _ = await sub_key(parent)
    second, _ = await sub_key(parent)
    await save_rules(dewi, parent.id, ModelRules(limits=(None, None, 1)))
    begun = await reserve(call_of(dewi, first))
    with pytest.raises(TooManyStreams):
        await reserve(call_of(dewi, second))
    await release(begun, 500)
    await pause_key(dewi.id, parent.id, BY_OWNER)
    with pytest.raises(KeyPaused):
        await reserve(call_of(dewi, second))


async def test_a_sub_key_ends_with_its_parent(dewi: Account, moved: Clock) -> None:
    parent = await parent_of(dewi)
    _, raw = await sub_key(parent)
    await parent.revoke()
    with pytest.raises(RevokedApiKey):
        await ApiKey.authenticate(raw)

    passing, _ = await ApiKey.issue(dewi, "passing", terms=KeyTerms("ai", days=90))
    _, raw = await sub_key(passing)
    await ApiKey.authenticate(raw)
    moved.on(timedelta(days=90))
    with pytest.raises(ExpiredApiKey):
        await ApiKey.authenticate(raw)


async def test_all_keys_of_an_account_end_with_their_sub_keys(dewi: Account) -> None:
    await sub_key(await parent_of(dewi))
    assert await ApiKey.revoke_all(dewi) == 1, "those that take a place are counted"
    assert not await ApiKey.filter(revoked_at=None).exists()


async def test_a_parent_that_may_no_longer_use_models_takes_that_from_its_sub_keys(dewi: Account) -> None:
    parent = await parent_of(dewi, "* ai")
    _, raw = await sub_key(parent)
    await parent.change_rights(KeyTerms("*"))
    assert not (await ApiKey.authenticate(raw)).may_use_models


async def test_only_a_valid_key_for_models_that_is_no_sub_key_has_sub_keys(
    dewi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = await parent_of(dewi)
    _, raw = await sub_key(parent)
    with pytest.raises(NoSubKeys):
        await sub_key(await ApiKey.authenticate(raw))
    with pytest.raises(NoSubKeys):
        await sub_key((await ApiKey.issue(dewi, "x"))[0])
    monkeypatch.setattr(sub_keys, "MOST", 1)
    with pytest.raises(TooManySubKeys):
        await sub_key(parent)
    monkeypatch.setattr(sub_keys, "MOST", 9)
    await parent.revoke()
    with pytest.raises(RevokedApiKey):
        await sub_key(parent)
    assert await sub_keys_of(parent).count() == 1


async def test_a_wrong_wish_makes_no_sub_key(dewi: Account) -> None:
    parent = await parent_of(dewi)
    too_few, too_long = ModelRules(limits=(0, None, None)), ModelRules(content_days=400)
    wishes: list[tuple[dict[str, object], type[Refusal]]] = [
        ({"budget": -1}, InvalidBudget),
        ({"rules": too_long}, ContentDaysNotAllowed),
        ({"rules": too_few}, InvalidLimit),
        ({"customer": "x" * 81}, TooLong),
    ]
    for wish, refusal in wishes:
        with pytest.raises(refusal):
            await sub_key(parent, **wish)
    assert await sub_keys_of(parent).count() == await AiBudget.all().count() == 0


async def test_a_key_that_is_replaced_gives_its_rules_budgets_and_sub_keys_to_the_new_one(
    dewi: Account, moved: Clock
) -> None:
    await buy(dewi)
    old = await parent_of(dewi)
    await save_rules(dewi, old.id, ModelRules(("small",), (9, None, None), 7))
    await save_budget(dewi, old.id, 2 * COST)
    sub, raw = await sub_key(old)
    new, _ = await replace_key(old)
    assert await read_rules(new.id) == ModelRules(("small",), (9, None, None), 7)
    assert [budget.key_id for budget in await AiBudget.all()] == [str(new.id)]
    await reserve(call_of(dewi, old))
    await reserve(call_of(dewi, sub))
    with pytest.raises(KeyBudgetReached):
        await reserve(call_of(dewi, new))
    with pytest.raises(NotReplaceable):
        await replace_key(sub)
    with pytest.raises(ReplacedKeyHasNone):  # it would count to budgets that the new key has now
        await sub_key(old)

    moved.on(OVERLAP)
    with pytest.raises(ReplacedApiKey):
        (await ApiKey.get(id=old.id)).check_valid()
    await ApiKey.revoke_ended(dewi.id)
    await ApiKey.authenticate(raw)
    await new.revoke()
    with pytest.raises(RevokedApiKey):
        await ApiKey.authenticate(raw)
