"""A reservation ends once, with what the request cost; every sum has it, or none."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from tortoise.exceptions import OperationalError

from app.accounts.models import Account
from app.gateway.catalogue.price import Price
from app.gateway.metering import settlement as module
from app.gateway.metering.ai_request import HUNG_UP, AiRequest, AiUsage
from app.gateway.metering.balance import PLAN, AiBalance
from app.gateway.metering.budgets import set_budget
from app.gateway.metering.call import Outcome
from app.gateway.metering.ledger import add_entry
from app.gateway.metering.limits_of_keys import AiBudget
from app.gateway.metering.reservation import reserve
from app.gateway.metering.settlement import release, settle
from app.gateway.upstreams.usage import Usage
from app.kernel import db
from tests import world
from tests.conftest import Clock
from tests.gateway.metering.calls import MOST, assert_books_agree, buy, call_of, key_of, model_of, used

TRIED = [{"upstream": "stand-in", "status": 200, "ms": 5}]


@pytest.fixture(autouse=True)
async def bought(sari: Account) -> None:
    await buy(sari)


async def test_a_request_pays_what_it_used_and_the_rest_is_free_again(sari: Account) -> None:
    key = await key_of(sari)
    reservation = await reserve(call_of(sari, key))

    settlement = await settle(reservation, used(90, 5, tries=TRIED, first_ms=12, whole_ms=80))

    balance, request, sums = await AiBalance.of(sari), await AiRequest.get(), await AiUsage.get()
    assert (settlement.cost, settlement.estimated, settlement.new) == (1_000, False, True)
    assert (balance.left, balance.reserved) == (999_000, 0)
    assert (request.state, request.cost, request.status, request.tries) == ("settled", 1_000, 200, TRIED)
    assert (request.first_ms, request.whole_ms, request.usage) == (12, 80, {"input": 90, "output": 5})
    assert (sums.requests, sums.failed, sums.key_id, sums.model, sums.source) == (1, 0, str(key.id), "small", "api")
    assert (sums.input_tokens, sums.output_tokens, sums.cost) == (90, 5, 1_000)
    await assert_books_agree(sari)


async def test_settling_twice_is_settling_once(sari: Account) -> None:
    reservation = await reserve(call_of(sari))
    first = await settle(reservation, used(90, 5))

    again = await settle(reservation, used(100, 450))

    assert (again.cost, again.usage, again.new) == (first.cost, first.usage, False)
    assert (await AiUsage.get()).requests == 1
    await assert_books_agree(sari)


async def test_a_price_that_changes_meanwhile_changes_nothing_for_requests_under_way(sari: Account) -> None:
    reservation = await reserve(call_of(sari))
    dearer = await reserve(call_of(sari, model=model_of(price=Price({"input": 50, "output": 20}, 1_000))))

    assert (await settle(reservation, used(90, 5))).cost == 1_000
    assert (await settle(dearer, used(90, 5))).cost == 4_600


async def test_who_hangs_up_pays_the_input_and_what_was_delivered(sari: Account) -> None:
    reservation = await reserve(call_of(sari))

    settlement = await settle(reservation, Outcome(HUNG_UP, delivered=30, tries=TRIED, first_ms=3))

    assert (settlement.usage, settlement.estimated) == (Usage(input=100, output=10), True)
    assert settlement.cost == 1_200
    assert (await AiUsage.get()).failed == 0
    await assert_books_agree(sari)


async def test_who_hangs_up_pays_what_the_upstream_said_where_it_did(sari: Account) -> None:
    reservation = await reserve(call_of(sari))

    settlement = await settle(reservation, Outcome(HUNG_UP, Usage(input=5, output=10), delivered=300))

    assert (settlement.cost, settlement.estimated) == (250, False)


async def test_who_hangs_up_before_the_first_word_pays_the_input_once_it_was_sent(sari: Account) -> None:
    sent, unsent = await reserve(call_of(sari)), await reserve(call_of(sari))

    assert (await settle(sent, Outcome(HUNG_UP, tries=TRIED))).cost == 1_000
    assert (await settle(unsent, Outcome(HUNG_UP))).cost == 0


async def test_an_error_of_which_nothing_reached_the_client_costs_nothing(sari: Account) -> None:
    reservation = await reserve(call_of(sari))

    settlement = await settle(reservation, Outcome(502, error="provider_unavailable", tries=TRIED))

    assert settlement.cost == 0
    request = await AiRequest.get()
    assert (request.state, request.status, request.error) == ("released", 502, "provider_unavailable")
    assert ((await AiUsage.get()).requests, (await AiUsage.get()).failed) == (1, 1)
    await assert_books_agree(sari)


async def test_an_answer_that_breaks_off_pays_for_what_came(sari: Account) -> None:
    reservation = await reserve(call_of(sari))

    assert (await settle(reservation, Outcome(502, delivered=30, error="malformed"))).cost == 1_200


async def test_an_answer_without_a_usage_is_counted_by_us(sari: Account) -> None:
    reservation = await reserve(call_of(sari))

    settlement = await settle(reservation, Outcome(200, delivered=30))

    assert (settlement.cost, settlement.estimated) == (1_200, True)
    assert (await AiRequest.get()).estimated


async def test_pictures_without_a_usage_cost_their_full_price(sari: Account) -> None:
    most = Usage(images=2)
    await buy(sari, 20_000_000)
    reservation = await reserve(call_of(sari, most=most))

    assert (await settle(reservation, Outcome(200))).cost == reservation.reserved == 10_000_000


async def test_what_an_upstream_cannot_have_used_is_not_billed(sari: Account) -> None:
    reservation = await reserve(call_of(sari))

    settlement = await settle(reservation, Outcome(200, Usage(input=10**12), delivered=30))

    assert (settlement.cost, settlement.estimated) == (1_200, True)
    assert (await AiRequest.get()).error == "usage_not_believed"


async def test_releasing_costs_nothing(sari: Account) -> None:
    reservation = await reserve(call_of(sari))

    await release(reservation, 503, "no_route")

    assert (await AiRequest.get()).state == "released"
    assert (await AiBalance.of(sari)).available == 1_000_000


async def test_a_cost_beyond_the_reserve_is_paid_as_far_as_credits_reach(sari: Account) -> None:
    reservation = await reserve(call_of(sari))

    assert (await settle(reservation, used(2_000, 500))).cost == 30_000
    await assert_books_agree(sari)


async def test_no_balance_goes_below_zero_by_more_than_the_reserve_of_one_request(sari: Account) -> None:
    many = [await reserve(call_of(sari, most=Usage(input=100, output=1_200))) for _ in range(40)]
    assert (await AiBalance.of(sari)).available == 0

    settled = [await settle(reservation, used(2_000, 1_500)) for reservation in many]

    assert [settlement.cost for settlement in settled] == [50_000] + [25_000] * 39
    assert (await AiBalance.of(sari)).left == -25_000
    assert sorted({request.cost for request in await AiRequest.all()}) == [25_000, 50_000]
    await assert_books_agree(sari)


async def test_no_budget_is_passed_by_more_than_the_reserve_of_one_request(sari: Account) -> None:
    await set_budget(sari, 20_000)
    many = [await reserve(call_of(sari)) for _ in range(2)]

    settled = [await settle(reservation, used(9_000, 500)) for reservation in many]

    assert [settlement.cost for settlement in settled] == [20_000, 10_000]
    assert (await AiBudget.get()).used == 30_000
    await assert_books_agree(sari)


async def test_the_credits_of_the_plan_are_used_first(sari: Account) -> None:
    await add_entry(sari.id, PLAN, 1_500, "plan")
    for _ in range(2):
        await settle(await reserve(call_of(sari)), used(90, 5))

    balance = await AiBalance.of(sari)
    assert (balance.of_plan, balance.bought) == (0, 999_500)
    await assert_books_agree(sari)


async def test_a_request_counts_to_the_day_and_the_month_in_which_it_began(sari: Account, moved: Clock) -> None:
    moved.to(moved.now.replace(month=11, day=30, hour=23, minute=59))
    await set_budget(sari, 10**6)
    old = await reserve(call_of(sari))
    moved.on(timedelta(minutes=2))
    new = await reserve(call_of(sari))
    assert (await AiBudget.get()).reserved == 10_000

    await settle(old, used(90, 5))
    await settle(new, used(90, 0))

    budget, sums = await AiBudget.get(), await AiUsage.all().order_by("day")
    assert (budget.month.isoformat()[5:], budget.used, budget.reserved) == ("12-01", 900, 0)
    assert [(row.day.isoformat()[5:], row.cost) for row in sums] == [("11-30", 1_000), ("12-01", 900)]
    await assert_books_agree(sari)


async def test_a_busy_database_is_tried_again(sari: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    reservation, busy = await reserve(call_of(sari)), [True, True]

    async def query_rows(*arguments: Any) -> Any:
        if busy:
            busy.pop()
            raise OperationalError("database is locked")
        return await db.query_rows(*arguments)

    monkeypatch.setattr(module, "query_rows", query_rows)
    monkeypatch.setattr(module, "WAIT", 0)

    assert (await settle(reservation, used(90, 5))).cost == 1_000
    await assert_books_agree(sari)


async def test_what_fails_in_the_middle_of_a_settlement_leaves_nothing_of_it(
    sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    reservation = await reserve(call_of(sari))
    with monkeypatch.context() as broken:
        broken.setattr(module, "SUMS", "INSERT INTO nowhere VALUES ($1)")
        with pytest.raises(OperationalError):
            await settle(reservation, used(90, 5))

    assert (await AiBalance.of(sari)).available == 990_000
    assert (await settle(reservation, used(90, 5))).cost == 1_000
    await assert_books_agree(sari)


async def test_a_request_of_an_account_that_was_deleted_meanwhile_ends_quietly(sari: Account) -> None:
    reservation = await reserve(call_of(sari))
    await world.erase(sari)

    settlement = await settle(reservation, used(90, 5))

    assert (settlement.cost, settlement.new) == (0, False)


async def test_many_settlements_of_one_request_at_once_are_one(sari: Account) -> None:
    reservation = await reserve(call_of(sari, most=MOST))

    settled = await asyncio.gather(*(settle(reservation, used(90, number)) for number in range(30)))

    assert sum(settlement.new for settlement in settled) == 1
    assert len({settlement.cost for settlement in settled}) == 1
    await assert_books_agree(sari)
