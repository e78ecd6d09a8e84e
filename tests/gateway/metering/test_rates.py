"""Requests and tokens of a minute, and requests that are open at once: by key, and by key with a model."""

from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.gateway.metering.budgets import set_budget
from app.gateway.metering.call import Outcome
from app.gateway.metering.limits_of_keys import AiKeyTerms, AiRate
from app.gateway.metering.refusals import KeyBudgetReached, RateLimited, TokensLimited, TooManyStreams
from app.gateway.metering.reservation import reserve
from app.gateway.metering.settlement import settle
from app.gateway.upstreams.usage import Usage
from tests.conftest import Clock
from tests.counting import queries
from tests.databases import PostgresTemplate, Template
from tests.gateway.metering.calls import assert_books_agree, buy, call_of, key_of, model_of, used


@pytest.fixture(autouse=True)
async def bought(dewi: Account, moved: Clock) -> None:
    moved.to(moved.now.replace(second=15, microsecond=0))
    await buy(dewi)


async def test_the_requests_of_a_minute_are_limited_and_the_refusal_says_until_when(
    dewi: Account, moved: Clock
) -> None:
    key = await key_of(dewi, requests_per_minute=2)
    for _ in range(2):
        await settle(await reserve(call_of(dewi, key)), used(1, 1))

    with pytest.raises(RateLimited) as refused:
        await reserve(call_of(dewi, key))

    assert (refused.value.status, refused.value.code, refused.value.retry_after) == (429, "rate_limit_exceeded", 45)
    moved.on(timedelta(seconds=45))
    await reserve(call_of(dewi, key))
    await assert_books_agree(dewi)


async def test_the_tokens_of_a_minute_are_limited_by_what_requests_may_use(dewi: Account) -> None:
    key = await key_of(dewi, tokens_per_minute=1_100)
    await reserve(call_of(dewi, key))
    await reserve(call_of(dewi, key))

    with pytest.raises(TokensLimited) as refused:
        await reserve(call_of(dewi, key))

    assert (refused.value.status, refused.value.type) == (429, "tokens")
    assert "1100 tokens" in str(refused.value)


@pytest.mark.parametrize("dialect", ["postgres"], indirect=True)
async def test_a_refusal_is_one_attempt_to_write_and_no_error_in_the_log_of_postgresql(
    dewi: Account, template: Template
) -> None:
    assert isinstance(template, PostgresTemplate)
    key = await key_of(dewi, streams=1)
    await reserve(call_of(dewi, key))
    other = await key_of(dewi, "other", tokens_per_minute=549)
    budget = await key_of(dewi, "budget")
    await set_budget(dewi, 9_999, str(budget.id))
    before = len(template.server.log.read_text())
    for refused, by in ((key, TooManyStreams), (other, TokensLimited), (budget, KeyBudgetReached)):
        with queries() as sent, pytest.raises(by):
            await reserve(call_of(dewi, refused))
        assert len(sent) < 7
    assert "ERROR" not in template.server.log.read_text()[before:]


async def test_tokens_that_were_not_used_are_free_again_in_their_minute(dewi: Account) -> None:
    key = await key_of(dewi, tokens_per_minute=600)
    await settle(await reserve(call_of(dewi, key)), used(40, 10))

    await reserve(call_of(dewi, key))

    assert (await AiRate.get()).tokens == 600


async def test_tokens_of_a_request_that_failed_are_free_again(dewi: Account) -> None:
    key = await key_of(dewi, tokens_per_minute=550)
    await settle(await reserve(call_of(dewi, key)), Outcome(502))

    await reserve(call_of(dewi, key))


async def test_a_request_that_ends_in_a_later_minute_changes_nothing_there(dewi: Account, moved: Clock) -> None:
    key = await key_of(dewi)
    old = await reserve(call_of(dewi, key))
    moved.on(timedelta(minutes=1))
    await reserve(call_of(dewi, key))

    await settle(old, used(1, 1))

    rate = await AiRate.get()
    assert (rate.requests, rate.tokens, rate.open) == (1, 550, 1)


async def test_requests_that_are_open_at_once_are_limited_however_long_they_take(dewi: Account, moved: Clock) -> None:
    key = await key_of(dewi, streams=1)
    reservation = await reserve(call_of(dewi, key))
    moved.on(timedelta(minutes=5))
    with pytest.raises(TooManyStreams) as refused:
        await reserve(call_of(dewi, key))
    assert (refused.value.status, refused.value.retry_after) == (429, 1)

    await settle(reservation, used(1, 1))

    await reserve(call_of(dewi, key))


async def test_a_model_of_a_key_can_have_smaller_limits(dewi: Account) -> None:
    key = await key_of(dewi, requests_per_minute=10, of_models={"small": [1, None, None], "large": [None, 500, None]})
    await reserve(call_of(dewi, key))
    with pytest.raises(RateLimited):
        await reserve(call_of(dewi, key))
    with pytest.raises(TokensLimited):
        await reserve(call_of(dewi, key, model=model_of(id="large")))
    await reserve(call_of(dewi, key, model=model_of(id="third")))
    await reserve(call_of(dewi, key, model=model_of(id="large"), most=Usage(input=500)))
    assert {(rate.model, rate.requests) for rate in await AiRate.all()} == {("", 3), ("small", 1), ("large", 1)}
    await assert_books_agree(dewi)


async def test_sub_keys_share_the_limits_of_their_parent(dewi: Account) -> None:
    parent = await key_of(dewi, "agency", requests_per_minute=3)
    children = [await key_of(dewi, f"customer {number}", parent_id=parent.id) for number in range(2)]
    for key in (*children, parent):
        await reserve(call_of(dewi, key))

    for key in (*children, parent):
        with pytest.raises(RateLimited):
            await reserve(call_of(dewi, key))


async def test_a_limit_of_nothing_allows_nothing(dewi: Account) -> None:
    key = await key_of(dewi, requests_per_minute=0)

    with pytest.raises(RateLimited):
        await reserve(call_of(dewi, key))


async def test_keys_do_not_count_for_each_other(dewi: Account) -> None:
    for number in range(2):
        await reserve(call_of(dewi, await key_of(dewi, f"key {number}", requests_per_minute=1)))


async def test_who_goes_on_asking_in_a_used_minute_is_refused_without_a_write(dewi: Account, moved: Clock) -> None:
    key = await key_of(dewi, requests_per_minute=1)
    await reserve(call_of(dewi, key))
    with pytest.raises(RateLimited):
        await reserve(call_of(dewi, key))

    with queries() as sent, pytest.raises(RateLimited) as refused:
        await reserve(call_of(dewi, key))

    assert len(sent) == 1
    assert refused.value.retry_after == 45
    moved.on(timedelta(seconds=45))
    await reserve(call_of(dewi, key))


async def test_a_limit_that_is_raised_holds_at_once(dewi: Account) -> None:
    key = await key_of(dewi, requests_per_minute=1)
    await reserve(call_of(dewi, key))
    with pytest.raises(RateLimited):
        await reserve(call_of(dewi, key))

    await AiKeyTerms.filter(key_id=key.id).update(requests_per_minute=2)

    await reserve(call_of(dewi, key))
