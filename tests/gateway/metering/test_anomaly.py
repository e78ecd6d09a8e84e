"""A key that spends ten times its usual is paused, and its owners are told; they let it go on."""

from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.gateway.metering.limits_of_keys import AiKeyTerms
from app.gateway.metering.pauses import BY_OWNER, pause_key, resume_key
from app.gateway.metering.reaper import run_minutely
from app.gateway.metering.refusals import KeyPaused
from app.gateway.metering.reservation import reserve
from app.gateway.metering.settlement import settle
from app.gateway.upstreams.usage import Usage
from app.jobs import Job
from app.kernel import installation
from app.keys.models import ApiKey
from app.mail.models import OutgoingEmail
from tests.conftest import Clock
from tests.gateway.metering.calls import buy, call_of, key_of, used

RUPIAH = 10**6


@pytest.fixture
async def key(budi: Account, moved: Clock) -> ApiKey:
    moved.to(moved.now.replace(day=10, hour=12))
    installation.current().config = installation.current().config.model_copy(update={"gateway_anomaly_floor": 100})
    await buy(budi, 10**12)
    return await key_of(budi, "toko")


async def spend(account: Account, key: ApiKey, rupiah: int) -> None:
    tokens = rupiah * RUPIAH // 10
    limits = {"gateway_tokens": 10**12}
    installation.current().config = installation.current().config.model_copy(update=limits)
    await settle(await reserve(call_of(account, key, most=Usage(input=tokens))), used(tokens, 0))


async def paused(key: ApiKey) -> str:
    """Why the key is paused, after a minute's look."""
    await run_minutely(Job())
    terms = await AiKeyTerms.get_or_none(key_id=key.id)
    return terms.paused_why if terms and terms.paused_at else ""


async def a_week_of(account: Account, key: ApiKey, rupiah_an_hour: int, moved: Clock) -> None:
    for _ in range(8):
        await spend(account, key, rupiah_an_hour * 24)
        moved.on(timedelta(days=1))


async def test_ten_times_the_usual_hour_pauses_the_key_and_tells_the_owners(
    budi: Account, key: ApiKey, moved: Clock
) -> None:
    await a_week_of(budi, key, 20, moved)
    await spend(budi, key, 180)
    assert not await paused(key)

    await spend(budi, key, 20)

    assert await paused(key) == "anomaly"
    with pytest.raises(KeyPaused):
        await reserve(call_of(budi, key))
    [email] = await OutgoingEmail.filter(kind="ai_anomaly")
    assert (email.recipient, email.subject) == ("budi@example.com", "An API key is paused for AI models")
    assert "Rp200" in email.text
    assert not email.off_url
    assert await paused(key)
    assert await OutgoingEmail.filter(kind="ai_anomaly").count() == 1


async def test_many_sub_keys_below_the_floor_are_an_anomaly_of_their_parent(
    budi: Account, key: ApiKey, moved: Clock
) -> None:
    subs = [await key_of(budi, f"sub {number}", parent_id=key.id) for number in range(2)]
    await spend(budi, subs[0], 60)
    assert not await paused(key)

    await spend(budi, subs[1], 60)

    assert await paused(key) == "anomaly"
    with pytest.raises(KeyPaused):
        await reserve(call_of(budi, subs[0]))
    assert await OutgoingEmail.filter(kind="ai_anomaly").count() == 1


async def test_what_sub_keys_usually_spend_is_usual_for_their_parent(budi: Account, key: ApiKey, moved: Clock) -> None:
    sub = await key_of(budi, "sub", parent_id=key.id)
    await a_week_of(budi, sub, 20, moved)
    await spend(budi, sub, 180)

    assert not await paused(key) and not await paused(sub)


async def test_below_the_floor_nothing_is_an_anomaly(budi: Account, key: ApiKey) -> None:
    await spend(budi, key, 99)

    assert not await paused(key)


async def test_a_new_key_is_paused_above_the_floor(budi: Account, key: ApiKey) -> None:
    await spend(budi, key, 100)

    assert await paused(key) == "anomaly"


async def test_what_others_spend_pauses_no_key(budi: Account, key: ApiKey) -> None:
    other = await key_of(budi, "other")
    await spend(budi, other, 1_000)

    assert not await paused(key)
    assert await paused(other)


async def test_what_is_older_than_an_hour_is_no_anomaly(budi: Account, key: ApiKey, moved: Clock) -> None:
    await spend(budi, key, 1_000)
    moved.on(timedelta(minutes=61))

    assert not await paused(key)


async def test_a_key_that_its_owner_resumed_is_left_alone_for_a_day(budi: Account, key: ApiKey, moved: Clock) -> None:
    await spend(budi, key, 1_000)
    assert await paused(key)

    assert await resume_key(budi, key.id)
    assert not await resume_key(budi, key.id)

    await spend(budi, key, 1_000)
    assert not await paused(key)
    moved.on(timedelta(days=1, seconds=1))
    await spend(budi, key, 10_000)
    assert await paused(key)


async def test_nobody_resumes_a_key_of_another_account(budi: Account, dewi: Account, key: ApiKey) -> None:
    await pause_key(budi.id, key.id, BY_OWNER)

    assert not await resume_key(dewi, key.id)


async def test_a_key_that_is_paused_stays_paused_for_its_reason(budi: Account, key: ApiKey) -> None:
    assert await pause_key(budi.id, key.id, BY_OWNER)
    assert not await pause_key(budi.id, key.id, "anomaly")

    assert await paused(key) == BY_OWNER


async def test_pausing_keeps_the_terms_of_the_key(budi: Account) -> None:
    key = await key_of(budi, requests_per_minute=5, models=["small"])

    await pause_key(budi.id, key.id, BY_OWNER)

    terms = await AiKeyTerms.get(key_id=key.id)
    assert (terms.requests_per_minute, terms.models, terms.paused_why) == (5, ["small"], BY_OWNER)
