"""A key is replaced without a gap: once, whatever happens at the same time, and within the limits of the account."""

import asyncio
from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.refusal import Refusal
from app.keys.key_terms import KeyTerms
from app.keys.models import OVERLAP, ApiKey
from app.keys.refusals import NotReplaceable, ReplacedApiKey, RevokedApiKey, StillReplacing
from app.keys.rotation import replace_key
from app.plans.quota import KeyLimitReached
from tests.conftest import Clock

TERMS = KeyTerms("links:read qr:write", "203.0.113.0/24", 90)


async def valid_keys() -> int:
    return sum(not key.revoked_at and not key.ended for key in await ApiKey.all())


async def keys_used(account: Account) -> int:
    return (await Account.get(id=account.id)).keys_used


async def test_both_keys_work_for_24_hours_and_then_only_the_new_one(sari: Account, moved: Clock) -> None:
    old, old_raw = await ApiKey.issue(sari, "bot-wa")
    new, new_raw = await replace_key(old)
    assert (old.replaced_by_id, old.overlap_ends_at) == (new.id, clock.now() + OVERLAP)
    moved.on(OVERLAP - timedelta(seconds=1))
    assert await ApiKey.authenticate(old_raw) and await ApiKey.authenticate(new_raw)
    moved.on(timedelta(seconds=1))
    with pytest.raises(ReplacedApiKey):
        await ApiKey.authenticate(old_raw)
    assert await ApiKey.authenticate(new_raw)
    await ApiKey.revoke_ended()
    with pytest.raises(ReplacedApiKey):
        await ApiKey.authenticate(old_raw)
    assert await keys_used(sari) == 1


async def test_the_new_key_takes_over_name_and_terms_and_has_its_whole_lifetime(sari: Account, moved: Clock) -> None:
    old, _ = await ApiKey.issue(sari, "bot-wa", terms=TERMS)
    moved.on(timedelta(days=80))
    new, _ = await replace_key(old)
    assert (new.name, new.scopes, new.networks) == ("bot-wa", TERMS.scopes, TERMS.networks)
    assert new.expires_at == clock.now() + timedelta(days=90)


async def test_the_old_key_can_be_revoked_before_and_is_not_uncounted_twice(sari: Account) -> None:
    old, old_raw = await ApiKey.issue(sari, "bot-wa")
    await replace_key(old)
    await asyncio.gather(*(old.revoke() for _ in range(5)))
    with pytest.raises(RevokedApiKey) as refused:
        await ApiKey.authenticate(old_raw)
    assert type(refused.value) is RevokedApiKey
    assert await keys_used(sari) == 1
    assert await ApiKey.revoke_all(sari) == 1
    assert await keys_used(sari) == 0


async def test_twenty_replacements_at_once_make_one_key(sari: Account) -> None:
    old, _ = await ApiKey.issue(sari, "bot-wa")
    results = await asyncio.gather(*(replace_key(old) for _ in range(20)), return_exceptions=True)
    assert sum(isinstance(result, NotReplaceable) for result in results) == 19
    assert await ApiKey.owned_by(sari).count() == 2
    assert await keys_used(sari) == 1


async def test_replacing_and_revoking_at_once_leaves_the_count_exact(sari: Account) -> None:
    for _ in range(5):
        key, _ = await ApiKey.issue(sari, "bot-wa")
        await asyncio.gather(replace_key(key), key.revoke(), return_exceptions=True)
    assert await keys_used(sari) == await ApiKey.counted(sari).count()


async def test_an_account_with_all_its_keys_can_replace_them_and_has_no_more_than_twice_as_many(sari: Account) -> None:
    keys = [(await ApiKey.issue(sari, f"key {n}"))[0] for n in range(10)]
    new = [(await replace_key(key))[0] for key in keys]
    assert await valid_keys() == 20
    with pytest.raises(KeyLimitReached):
        await ApiKey.issue(sari, "eleventh")
    for key in new:
        with pytest.raises(StillReplacing):
            await replace_key(key)
    await keys[0].revoke()
    await replace_key(new[0])
    assert await valid_keys() == 20


@pytest.mark.parametrize("end", ["revoked", "expired", "replaced"])
async def test_a_key_that_is_over_is_not_replaced(sari: Account, moved: Clock, end: str) -> None:
    key, _ = await ApiKey.issue(sari, "bot-wa", terms=TERMS)
    if end == "revoked":
        await key.revoke()
    elif end == "expired":
        moved.on(timedelta(days=90))
    else:
        await replace_key(key)
    before = await ApiKey.all().count()
    with pytest.raises(Refusal) as refused:
        await replace_key(key)
    assert isinstance(refused.value, NotReplaceable)
    assert await ApiKey.all().count() == before


async def test_a_new_key_has_the_rights_that_the_old_one_has_by_then(sari: Account) -> None:
    old, _ = await ApiKey.issue(sari, "bot")
    shown = await ApiKey.get(id=old.id)
    assert await old.change_rights(KeyTerms("links:read", "", None))
    new, _ = await replace_key(shown)
    assert new.scopes == "links:read"
