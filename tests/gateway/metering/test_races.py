"""Two hundred at once: no balance, budget or rate is passed, and everything that is reserved is ended once."""

import asyncio
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from app.accounts.models import Account
from app.gateway.metering.ai_request import HUNG_UP, AiRequest
from app.gateway.metering.balance import PAID_BACK, AiBalance
from app.gateway.metering.budgets import set_budget
from app.gateway.metering.call import Outcome, Reservation
from app.gateway.metering.ledger import add_entry
from app.gateway.metering.limits_of_keys import AiBudget, AiRate
from app.gateway.metering.plan_credits import grant_plan_credits
from app.gateway.metering.reaper import reap
from app.gateway.metering.reservation import reserve
from app.gateway.metering.settlement import settle
from app.kernel import installation, sqlite_connections
from app.kernel.refusal import Refusal
from tests.conftest import Clock
from tests.gateway.metering.calls import assert_books_agree, buy, call_of, key_of, used

AT_ONCE = 200
DEAD = timedelta(seconds=61)


@pytest.fixture(autouse=True)
def _many_may_be_open(moved: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_connections, "PATIENCE", 60)  # a busy machine writes 200 one after another too slowly
    config = installation.current().config
    installation.current().config = config.model_copy(update={"gateway_requests": 10_000, "gateway_streams": 10_000})


async def at_once(account: Account, **changes: Any) -> tuple[list[Reservation], Counter[str]]:
    """What 200 requests at once reserved, and how many were refused for which reason."""
    requests = (reserve(call_of(account, **changes)) for _ in range(AT_ONCE))
    outcomes = await asyncio.gather(*requests, return_exceptions=True)
    refused = Counter(type(outcome).__name__ for outcome in outcomes if isinstance(outcome, Refusal))
    reserved = [outcome for outcome in outcomes if isinstance(outcome, Reservation)]
    assert len(reserved) + refused.total() == AT_ONCE, [each for each in outcomes if isinstance(each, Exception)][:1]
    return reserved, refused


async def test_credits_for_37_requests_are_reserved_by_37_of_200(sari: Account) -> None:
    await buy(sari, 379_999)

    reserved, refused = await at_once(sari)

    assert (len(reserved), refused) == (37, {"InsufficientCredit": 163})
    assert (await AiBalance.of(sari)).available == 9_999
    await assert_books_agree(sari)


async def test_the_first_200_requests_of_a_month_get_the_plans_credits_once(dewi: Account) -> None:
    reserved, _ = await at_once(dewi)

    assert len(reserved) == AT_ONCE
    await assert_books_agree(dewi)


@pytest.mark.parametrize("of_key", [True, False])
async def test_a_budget_for_37_requests_is_reserved_by_37_of_200(sari: Account, of_key: bool) -> None:
    await buy(sari, 10**7)
    key = await key_of(sari)
    await set_budget(sari, 379_999, str(key.id) if of_key else "", "" if of_key else "small")

    reserved, refused = await at_once(sari, key=key, source="api")

    assert (len(reserved), refused.total()) == (37, 163)
    assert (await AiBudget.get()).reserved == 370_000
    await assert_books_agree(sari)


@pytest.mark.parametrize(
    ("terms", "refusal"),
    [
        ({"requests_per_minute": 37}, "RateLimited"),
        ({"tokens_per_minute": 550 * 37 + 549}, "TokensLimited"),
        ({"streams": 37}, "TooManyStreams"),
        ({"of_models": {"small": [37, None, None]}}, "RateLimited"),
    ],
)
async def test_a_rate_for_37_requests_is_reserved_by_37_of_200(
    sari: Account, terms: dict[str, Any], refusal: str
) -> None:
    await buy(sari, 10**7)
    key = await key_of(sari, **terms)

    reserved, refused = await at_once(sari, key=key, source="api")

    assert (len(reserved), refused) == (37, {refusal: 163})
    assert {rate.open for rate in await AiRate.all()} == {37}
    await assert_books_agree(sari)


async def test_200_at_once_are_settled_twice_each_and_pay_once(sari: Account, moved: Clock) -> None:
    await buy(sari, 10**7)
    await set_budget(sari, 10**7)
    reserved, _ = await at_once(sari)
    outcomes = [used(90, 5), Outcome(HUNG_UP, delivered=30, first_ms=1), Outcome(502), Outcome(200, delivered=3)]

    work = [settle(each, outcomes[number % 4]) for number, each in enumerate([*reserved, *reserved])]
    settled = await asyncio.gather(*work)

    assert sum(settlement.new for settlement in settled) == AT_ONCE
    costs = [cost for settlement in settled if settlement.new for cost in [settlement.cost]]
    assert (await AiBalance.of(sari)).left == 10**7 - sum(costs)
    assert (await AiBudget.get()).used == sum(costs) == 50 * (1_000 + 1_200 + 1_020)
    await assert_books_agree(sari)


async def test_everything_at_once_ends_with_books_that_agree(dewi: Account, moved: Clock) -> None:
    """Requests, settlements, the reaper, purchases, refunds, budgets and the plan's credits meet."""
    keys = [await key_of(dewi, f"key {number}") for number in range(3)]
    await buy(dewi, 200_000)
    first = [await reserve(call_of(dewi, keys[number % 3])) for number in range(30)]
    moved.on(DEAD)
    work = [
        *(reserve(call_of(dewi, keys[number % 3])) for number in range(60)),
        *(settle(reservation, used(90, 5)) for reservation in first),
        *(reap() for _ in range(3)),
        *(add_entry(dewi.id, PAID_BACK, -70_000, f"refund {number}") for number in range(4)),
        *(buy(dewi, 10_000) for _ in range(5)),
        *(set_budget(dewi, 300_000, str(key.id)) for key in (*keys, *keys)),
        *(grant_plan_credits(dewi.id) for _ in range(5)),
    ]

    outcomes = await asyncio.gather(*work, return_exceptions=True)

    assert not [each for each in outcomes if isinstance(each, Exception) and not isinstance(each, Refusal)]
    assert not await AiRequest.filter(state="reserved", id__in=[each.id for each in first]).exists()
    await assert_books_agree(dewi)
