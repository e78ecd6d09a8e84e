"""What a request may cost is reserved before it is sent, in credits, budgets and rates, or nowhere."""

from datetime import timedelta
from typing import Any

import pytest

from app.accounts.models import Account
from app.gateway.metering.ai_request import AiRequest
from app.gateway.metering.balance import CORRECTION, AiBalance
from app.gateway.metering.budgets import set_budget
from app.gateway.metering.call import Outcome
from app.gateway.metering.ledger import add_entry
from app.gateway.metering.limits_of_keys import AiBudget, AiKeyTerms, AiRate
from app.gateway.metering.refusals import (
    AccountPaused,
    BudgetReached,
    InsufficientCredit,
    KeyBudgetReached,
    KeyPaused,
    ModelNotAllowed,
    RateLimited,
    TokensLimited,
    TooManyStreams,
)
from app.gateway.metering.reservation import hold_until, load_reservation, renew, reserve
from app.gateway.metering.settlement import settle
from app.gateway.metering.terms_of_key import Terms
from app.kernel import clock, installation
from app.kernel.db import query_rows, transaction
from app.plans.plan_limits import PLANS
from tests.conftest import Clock
from tests.counting import queries
from tests.gateway.metering.calls import MOST, assert_books_agree, buy, call_of, key_of, model_of, used

BOUGHT = PLANS["pro"].ai_credits * 10**6


async def test_a_request_reserves_what_it_may_cost_and_keeps_the_price_of_that_moment(dewi: Account) -> None:
    key = await key_of(dewi)

    reservation = await reserve(call_of(dewi, key, end_user="abc"))

    request = await AiRequest.get(request_id=reservation.request_id)
    assert reservation.reserved == request.reserved == (await AiBalance.of(dewi)).reserved == 10_000
    assert (request.state, request.key_id, request.end_user, request.cost) == ("reserved", key.id, "abc", 0)
    assert request.price == {"prices": dict(call_of(dewi).model.price.prices), "rate": 1_000, "margin": 0}
    await assert_books_agree(dewi)


async def test_a_request_that_the_credits_do_not_cover_is_refused_and_leaves_nothing(budi: Account) -> None:
    budi.plan_name = "free"
    await budi.save()
    await buy(budi, 9_999)

    with pytest.raises(InsufficientCredit) as refused:
        await reserve(call_of(budi))

    assert (refused.value.status, refused.value.code) == (402, "insufficient_quota")
    assert await AiRequest.all().count() == await AiRate.all().count() == (await AiBalance.of(budi)).reserved == 0
    await buy(budi, 1)
    await reserve(call_of(budi))


async def test_an_account_that_never_had_credits_is_refused(sari: Account) -> None:
    with pytest.raises(InsufficientCredit):
        await reserve(call_of(sari))


async def test_the_credits_of_the_plan_come_with_the_first_request_that_needs_them(dewi: Account) -> None:
    await reserve(call_of(dewi))

    assert (await AiBalance.of(dewi)).of_plan == BOUGHT


async def test_a_request_with_the_workspaces_own_key_at_the_upstream_needs_no_credits(sari: Account) -> None:
    reservation = await reserve(call_of(sari, own_key=True))

    settlement = await settle(reservation, used(90, 5))

    assert (reservation.reserved, settlement.cost) == (0, 0)
    request = await AiRequest.get()
    assert (request.own_key, request.usage, request.state) == (True, {"input": 90, "output": 5}, "settled")
    await assert_books_agree(sari)


@pytest.mark.usefixtures("moved")  # a minute must not end meanwhile
async def test_its_own_key_counts_to_the_rates_all_the_same(sari: Account) -> None:
    key = await key_of(sari, requests_per_minute=1)
    await reserve(call_of(sari, key, own_key=True))

    with pytest.raises(RateLimited):
        await reserve(call_of(sari, key, own_key=True))


async def test_a_refused_budget_takes_no_credits_and_no_rate(dewi: Account) -> None:
    await set_budget(dewi, 10_000)
    await reserve(call_of(dewi))

    with pytest.raises(BudgetReached):
        await reserve(call_of(dewi))

    assert (await AiBalance.of(dewi)).reserved == 10_000
    assert (await AiRate.get()).requests == 1
    await assert_books_agree(dewi)


@pytest.mark.usefixtures("moved")  # a minute must not end meanwhile
async def test_a_refused_rate_takes_no_credits_and_no_budget(dewi: Account) -> None:
    key = await key_of(dewi, requests_per_minute=1)
    await set_budget(dewi, 10**6)
    await reserve(call_of(dewi, key))

    with pytest.raises(RateLimited):
        await reserve(call_of(dewi, key))

    assert (await AiBalance.of(dewi)).reserved == (await AiBudget.get()).reserved == 10_000
    await assert_books_agree(dewi)


@pytest.mark.parametrize("paused", ["frozen_at", "delete_at"])
async def test_a_frozen_account_and_one_that_will_be_deleted_make_no_requests(dewi: Account, paused: str) -> None:
    setattr(dewi, paused, clock.now())

    with pytest.raises(AccountPaused) as refused:
        await reserve(call_of(dewi))

    assert refused.value.status == 403


async def test_a_paused_balance_makes_no_requests_though_it_has_credits(dewi: Account) -> None:
    await buy(dewi)
    await AiBalance.filter(account_id=dewi.id).update(paused_at=clock.now())

    with pytest.raises(AccountPaused):
        await reserve(call_of(dewi))


async def test_a_paused_key_makes_no_requests_and_neither_do_its_sub_keys(dewi: Account) -> None:
    parent = await key_of(dewi, "agency", paused_at=clock.now())
    child = await key_of(dewi, "customer", parent_id=parent.id)

    for key in (parent, child):
        with pytest.raises(KeyPaused) as refused:
            await reserve(call_of(dewi, key))
        assert refused.value.status == 403


async def test_a_key_uses_only_its_models_and_a_sub_key_only_those_of_both(dewi: Account) -> None:
    parent = await key_of(dewi, "agency", models=["small", "large"])
    child = await key_of(dewi, "customer", parent_id=parent.id, models=["small", "secret"])
    await reserve(call_of(dewi, parent, model=model_of(id="large")))
    await reserve(call_of(dewi, child, model=model_of(id="small")))

    for key, model in ((parent, "secret"), (child, "large"), (child, "secret")):
        with pytest.raises(ModelNotAllowed) as refused:
            await reserve(call_of(dewi, key, model=model_of(id=model)))
        assert (refused.value.status, refused.value.code) == (404, "model_not_found")
        assert model in str(refused.value)


async def test_a_renewal_is_written_every_ten_seconds_with_what_was_delivered(dewi: Account, moved: Clock) -> None:
    reservation = await reserve(call_of(dewi))
    moved.on(timedelta(seconds=9))
    assert await renew(reservation, 5)
    assert (await AiRequest.get()).delivered == 0

    moved.on(timedelta(seconds=1))
    assert await renew(reservation, 8)

    request = await AiRequest.get()
    assert (request.delivered, request.alive_at) == (8, moved.now)


async def test_a_renewal_tells_when_the_request_was_ended_meanwhile(dewi: Account, moved: Clock) -> None:
    reservation = await reserve(call_of(dewi))
    await settle(reservation, Outcome(0, error="server_died"))
    moved.on(timedelta(seconds=10))

    assert not await renew(reservation, 8)
    assert not await hold_until(reservation.id, clock.now())


async def test_a_reservation_can_be_ended_by_another_process(dewi: Account) -> None:
    parent = await key_of(dewi, "agency")
    child = await key_of(dewi, "customer", parent_id=parent.id)
    await set_budget(dewi, 10**6, key_id=str(parent.id))
    reservation = await reserve(call_of(dewi, child))

    loaded = await load_reservation(reservation.id)

    assert loaded is not None
    loaded.limits = reservation.limits
    assert loaded == reservation
    assert loaded.most == MOST
    await settle(loaded, used(90, 5))
    assert (await AiBudget.get()).used == 1_000
    assert await load_reservation(reservation.id) is None
    await assert_books_agree(dewi)


async def test_headers_tell_what_is_left_of_the_tightest_limits(dewi: Account, moved: Clock) -> None:
    moved.to(moved.now.replace(second=20, microsecond=0))
    key = await key_of(dewi, requests_per_minute=100, tokens_per_minute=10_000, of_models={"small": [10, None, None]})

    reservation = await reserve(call_of(dewi, key))

    assert reservation.limits is not None
    limits = reservation.limits
    assert (limits.limit_requests, limits.remaining_requests) == (10, 9)
    assert (limits.limit_tokens, limits.remaining_tokens, limits.reset) == (10_000, 9_450, 40)


@pytest.mark.usefixtures("moved")  # a minute must not end meanwhile
async def test_the_dashboard_has_the_usual_limits(dewi: Account) -> None:
    config = installation.current().config
    installation.current().config = config.model_copy(update={"gateway_requests": 1})
    await reserve(call_of(dewi))

    with pytest.raises(RateLimited):
        await reserve(call_of(dewi))


async def test_what_costs_nothing_needs_no_credits_even_where_some_are_owed(sari: Account) -> None:
    await add_entry(sari.id, CORRECTION, -5_000, "chargeback", may_owe=True)

    await reserve(call_of(sari, own_key=True))

    with pytest.raises(InsufficientCredit):
        await reserve(call_of(sari))


async def test_on_postgresql_only_reservations_do_not_wait_for_the_disk(dewi: Account, dialect: str) -> None:
    reservation = await reserve(call_of(dewi))
    async with transaction():
        await settle(reservation, used(90, 5))
        if dialect == "postgres":
            assert (await query_rows("SHOW synchronous_commit", []))[0]["synchronous_commit"] == "on"
    assert (await AiRequest.get()).cost == 1_000


async def test_a_request_costs_one_statement_on_postgresql_with_terms_at_hand_and_five_after(
    dewi: Account, dialect: str
) -> None:
    key = await key_of(dewi, "server", streams=5)
    await set_budget(dewi, 10**6)
    await settle(await reserve(call_of(dewi, key)), used(90, 5))

    terms = await Terms.read(dewi, key)
    with queries() as before:
        reservation = await reserve(call_of(dewi, key, terms=terms))
    with queries() as after:
        await settle(reservation, used(90, 5))

    assert (len(before), len(after)) == ({"postgres": 1, "sqlite": 4}[dialect], 5)


@pytest.mark.usefixtures("moved")  # a minute must not end meanwhile
async def test_a_refused_request_leaves_nothing_whatever_refuses_it(dewi: Account) -> None:
    key = await key_of(dewi, "server", streams=1, tokens_per_minute=1_000, models=[])
    await buy(dewi)
    await reserve(call_of(dewi, key))
    before = await _all_sums()
    for limits, refusal in (
        ({}, TooManyStreams),
        ({"streams": 2, "tokens_per_minute": 600}, TokensLimited),
        ({"streams": 2, "tokens_per_minute": 2_000, "requests_per_minute": 1}, RateLimited),
        ({"requests_per_minute": 9}, KeyBudgetReached),
    ):
        await AiKeyTerms.filter(key_id=key.id).update(**limits)
        if refusal is KeyBudgetReached:
            await set_budget(dewi, 9_999, str(key.id))
            before = await _all_sums()
        with pytest.raises(refusal):
            await reserve(call_of(dewi, key))
        assert await _all_sums() == before


async def _all_sums() -> list[Any]:
    return [
        await AiBalance.all().values("reserved", "bought", "of_plan"),
        await AiBudget.all().values("used", "reserved"),
        await AiRate.all().values("requests", "tokens", "open"),
        await AiRequest.all().count(),
    ]


async def test_a_process_whose_clock_is_behind_goes_on_in_the_month_that_another_one_began(
    dewi: Account, moved: Clock
) -> None:
    await set_budget(dewi, 10**6)
    moved.to(december := clock.start_of_next_month(moved.now))
    await reserve(call_of(dewi))
    moved.on(-timedelta(seconds=1))
    behind = await reserve(call_of(dewi))
    budget = await set_budget(dewi, 10**6)
    assert (budget.month, budget.reserved, behind.created_at) == (december.date(), 20_000, december)
    await assert_books_agree(dewi)

    await settle(behind, used(90, 5))

    budget = await AiBudget.get()
    assert (budget.used, budget.reserved) == (1_000, 10_000)
    await assert_books_agree(dewi)
