"""Limits are exact: the plan's number, or the operator's, however many arrive at once."""

import asyncio

import pytest

from app.accounts.models import Account
from app.kernel.refusal import Refusal
from app.links.models import Link
from app.plans import quota
from app.plans.plan_limits import PLANS
from app.plans.quota import LinkLimitReached, QuotaUsage
from tests import world


@pytest.mark.parametrize(
    "plan, requests, links", [("free", 30, 5), ("starter", 1000, 50), ("pro", 10_000, 200), ("business", 30_000, 500)]
)
def test_each_plan_allows_what_it_promises(plan: str, requests: int, links: int) -> None:
    assert (PLANS[plan].requests, PLANS[plan].links) == (requests, links)


async def test_the_operators_numbers_go_before_the_plans(sari: Account) -> None:
    assert (quota.links_limit(sari), quota.requests_limit(sari)) == (5, 30)
    sari.links_limit, sari.requests_limit = 0, 7
    assert (quota.links_limit(sari), quota.requests_limit(sari)) == (0, 7)
    with pytest.raises(LinkLimitReached):
        await world.shorten(sari)


@pytest.mark.parametrize("used, full", [(0, False), (4, False), (5, True), (6, True)])
def test_a_limit_is_full_when_all_of_it_is_used(used: int, full: bool) -> None:
    assert QuotaUsage(used, 5).full is full


async def test_the_sixth_link_is_refused_and_takes_nothing(sari: Account) -> None:
    for _ in range(5):
        await world.shorten(sari)
    with pytest.raises(LinkLimitReached) as refused:
        await world.shorten(sari, "sixth")
    assert refused.value.code == "SHORTLINK_LIMIT_REACHED"
    assert str(refused.value) == "5 of 5 links used. Your links keep working."
    assert await world.links_used(sari) == 5
    assert (await Link.by_name("sixth")) == (None, False)


async def test_deleting_gives_the_slot_back_once(sari: Account) -> None:
    links = [await world.shorten(sari) for _ in range(5)]
    await links[0].soft_delete(sari)
    await links[0].soft_delete(sari)
    assert await world.links_used(sari) == 4
    await world.shorten(sari)
    with pytest.raises(LinkLimitReached):
        await world.shorten(sari)


async def test_a_refused_link_uses_no_slot(sari: Account, budi: Account) -> None:
    await world.shorten(budi, "promo")
    for slug, url in (
        ("promo", world.DESTINATION),
        ("admin", world.DESTINATION),
        ("", "nope"),
        ("x", world.DESTINATION),
    ):
        with pytest.raises(Refusal):
            await world.shorten(sari, slug, url)
    assert await world.links_used(sari) == 0


async def test_twenty_at_once_at_the_edge_make_one_link(sari: Account) -> None:
    for _ in range(4):
        await world.shorten(sari)
    results = await asyncio.gather(*(world.shorten(sari) for _ in range(20)), return_exceptions=True)
    assert sum(isinstance(link, Link) for link in results) == 1
    assert sum(isinstance(refusal, LinkLimitReached) for refusal in results) == 19
    assert await world.links_used(sari) == 5


async def test_deleting_and_restoring_at_once_keep_count(sari: Account) -> None:
    links = [await world.shorten(sari) for _ in range(5)]
    for _ in range(5):
        await asyncio.gather(*(link.soft_delete(sari) for link in links for _ in range(4)))
        assert await world.links_used(sari) == 0
        await asyncio.gather(*(link.restore(sari) for link in links for _ in range(4)))
        assert await world.links_used(sari) == 5


async def test_making_deleting_and_restoring_at_once_never_pass_the_limit(sari: Account) -> None:
    links = [await world.shorten(sari) for _ in range(5)]
    for link in links[:3]:
        await link.soft_delete(sari)
    works = [
        *(link.restore(sari) for link in links[:3]),
        *(link.soft_delete(sari) for link in links[3:]),
        *(world.shorten(sari) for _ in range(6)),
        *(link.restore(sari) for link in links),
    ]
    done = await asyncio.gather(*works, return_exceptions=True)
    assert {type(error) for error in done if isinstance(error, BaseException)} <= {LinkLimitReached}
    assert await world.links_used(sari) <= 5
