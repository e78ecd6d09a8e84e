"""The credits of a plan come with each UTC month and end with it."""

import asyncio
from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.gateway.catalogue.upstream import Upstream
from app.gateway.metering.balance import MICRO, PLAN, PLAN_ENDED, AiBalance, AiLedgerEntry
from app.gateway.metering.call import Outcome
from app.gateway.metering.plan_credits import grant_plan_credits, run_grants
from app.gateway.metering.reservation import reserve
from app.gateway.metering.settlement import settle
from app.gateway.upstreams.usage import Usage
from app.jobs import Job
from app.kernel import clock
from app.plans.plan_limits import PLANS
from tests.conftest import Clock
from tests.gateway.metering.calls import assert_books_agree, buy, call_of, used

PRO, STARTER, BUSINESS = (PLANS[name].ai_credits * MICRO for name in ("pro", "starter", "business"))
ALL_OF_STARTER = Usage(milliseconds=STARTER // 1_000)  # of what a request can cost
NEXT_MONTH = timedelta(days=31)


@pytest.fixture(autouse=True)
def middle_of_a_month(moved: Clock) -> None:
    moved.to(moved.now.replace(month=5, day=10))


async def entries(account: Account) -> list[tuple[str, int]]:
    return [(entry.kind, entry.amount) for entry in await AiLedgerEntry.filter(account_id=account.id).order_by("id")]


async def change_plan(account: Account, plan: str) -> None:
    await Account.filter(id=account.id).update(plan_name=plan)


async def test_a_plan_has_its_credits_once_a_month(dewi: Account) -> None:
    granted = await asyncio.gather(*(grant_plan_credits(dewi.id) for _ in range(20)))

    assert granted.count(True) == 1
    assert await entries(dewi) == [(PLAN, PRO)]
    assert (await AiBalance.of(dewi)).of_plan == PRO


async def test_what_is_left_ends_with_its_month_and_the_next_begins_anew(dewi: Account, moved: Clock) -> None:
    await settle(await reserve(call_of(dewi)), used(90, 5))
    await buy(dewi, 5_000)

    moved.on(NEXT_MONTH)
    assert await grant_plan_credits(dewi.id)

    assert [*await entries(dewi)][-2:] == [(PLAN_ENDED, 1_000 - PRO), (PLAN, PRO)]
    balance = await AiBalance.of(dewi)
    assert (balance.of_plan, balance.bought) == (PRO, 5_000)
    await assert_books_agree(dewi)


async def test_the_first_request_of_a_month_brings_it(dewi: Account, moved: Clock) -> None:
    await reserve(call_of(dewi))
    moved.on(NEXT_MONTH)

    await reserve(call_of(dewi))

    assert [kind for kind, _ in await entries(dewi)] == [PLAN, PLAN_ENDED, PLAN]
    await assert_books_agree(dewi)


async def test_what_a_request_has_reserved_does_not_end_under_it(dewi: Account, moved: Clock) -> None:
    await change_plan(dewi, "starter")
    all_of_it = await reserve(call_of(dewi, most=ALL_OF_STARTER))
    moved.on(NEXT_MONTH)
    await change_plan(dewi, "free")
    await grant_plan_credits(dewi.id)

    await settle(all_of_it, Outcome(200, ALL_OF_STARTER))

    balance = await AiBalance.of(dewi)
    assert (balance.left, balance.reserved) == (0, 0)
    await assert_books_agree(dewi)


async def test_who_moves_to_a_larger_plan_gets_the_difference_at_once(budi: Account) -> None:
    await grant_plan_credits(budi.id)
    await change_plan(budi, "pro")
    await reserve(call_of(budi, most=ALL_OF_STARTER + Usage(milliseconds=1)))

    await change_plan(budi, "business")
    await grant_plan_credits(budi.id)

    assert await entries(budi) == [(PLAN, STARTER), (PLAN, PRO - STARTER), (PLAN, BUSINESS - PRO)]


async def test_a_smaller_plan_takes_nothing_back_and_going_back_brings_nothing(dewi: Account) -> None:
    await grant_plan_credits(dewi.id)
    for plan in ("starter", "pro", "free", "pro"):
        await change_plan(dewi, plan)
        assert not await grant_plan_credits(dewi.id)

    assert await entries(dewi) == [(PLAN, PRO)]


async def test_a_plan_without_credits_only_begins_the_month(sari: Account, moved: Clock) -> None:
    assert await grant_plan_credits(sari.id)
    assert not await grant_plan_credits(sari.id)
    moved.on(NEXT_MONTH)
    assert await grant_plan_credits(sari.id)

    assert await entries(sari) == []


async def offer() -> None:
    """Sets an upstream up."""
    now = clock.now()
    await Upstream.create(name="stand-in", kind="openai", base_url="http://127.0.0.1", enabled_at=now, created_at=now)


async def test_every_hour_all_accounts_get_what_they_lack(
    dewi: Account, budi: Account, sari: Account, moved: Clock
) -> None:
    await offer()
    await run_grants(Job())
    moved.on(NEXT_MONTH)
    await change_plan(budi, "free")
    await run_grants(Job())
    await change_plan(dewi, "business")

    await run_grants(Job())

    assert await entries(dewi) == [(PLAN, PRO), (PLAN_ENDED, -PRO), (PLAN, PRO), (PLAN, BUSINESS - PRO)]
    assert await entries(budi) == [(PLAN, STARTER), (PLAN_ENDED, -STARTER)]
    assert await AiBalance.filter(account_id=sari.id).count() == 0


async def test_where_no_models_are_offered_nobody_gets_credits_by_the_clock(dewi: Account) -> None:
    await run_grants(Job())

    assert await entries(dewi) == []


async def test_an_account_that_will_be_deleted_gets_none_by_the_clock(dewi: Account) -> None:
    await offer()
    await Account.filter(id=dewi.id).update(delete_at=clock.now())

    await run_grants(Job())

    assert await entries(dewi) == []


async def test_an_account_that_was_deleted_meanwhile_gets_nothing(dewi: Account) -> None:
    id = dewi.id
    await dewi.delete()

    assert not await grant_plan_credits(id)
