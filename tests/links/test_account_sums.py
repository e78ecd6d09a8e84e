"""The sums above the list of links: exact for a few links, of the last minute for many."""

from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.links import account_sums
from app.links.account_sums import VisitSums, load_visit_sums
from app.links.models import Link
from tests import world
from tests.conftest import Clock


async def sums_of(account: Account) -> VisitSums:
    return await load_visit_sums(await Account.get(id=account.id))


async def make_followed_link(account: Account, clicks: int, scans: int) -> Link:
    link = await world.shorten(account)
    await Link.filter(id=link.id).update(followed=clicks + scans, scans=scans)
    return link


async def test_the_sums_are_of_all_links_of_the_account_and_of_no_other(sari: Account, budi: Account) -> None:
    assert await sums_of(sari) == (0, 0)
    await make_followed_link(sari, 3, 2)
    await make_followed_link(sari, 1, 0)
    await make_followed_link(budi, 5, 5)
    assert await sums_of(sari) == (4, 2)


async def test_of_many_links_visits_of_the_last_minute_may_be_missing(
    sari: Account, budi: Account, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(account_sums, "MANY", 1)
    link, _ = await make_followed_link(sari, 1, 0), await make_followed_link(sari, 1, 0)
    assert (await sums_of(sari), await sums_of(budi)) == ((2, 0), (0, 0))

    await Link.filter(id=link.id).update(followed=9)
    assert await sums_of(sari) == (2, 0), "the counters are not added up again"
    moved.to(moved.now + timedelta(minutes=1))
    assert await sums_of(sari) == (10, 0)


@pytest.fixture
async def link_of_two(sari: Account, monkeypatch: pytest.MonkeyPatch) -> Link:
    """A link that was clicked once, of an account with two links, which are many here; their sums are remembered."""
    monkeypatch.setattr(account_sums, "MANY", 1)
    link, _ = await make_followed_link(sari, 1, 0), await make_followed_link(sari, 2, 1)
    assert await sums_of(sari) == (3, 1)
    return link


async def test_of_many_links_one_less_is_seen_at_once(sari: Account, link_of_two: Link) -> None:
    await world.shorten(sari)
    assert await sums_of(sari) == (3, 1)
    await link_of_two.soft_delete(sari)
    assert await sums_of(sari) == (2, 1)


async def test_sums_are_exact_as_soon_as_the_links_are_few(sari: Account, link_of_two: Link) -> None:
    await link_of_two.soft_delete(sari)
    assert await sums_of(sari) == (2, 1)
    await make_followed_link(sari, 7, 0)
    assert await sums_of(sari) == (9, 1)
