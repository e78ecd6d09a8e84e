"""The links underneath a page: they take nothing of the plan, hold no names, and are made in a few statements."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from app.accounts.models import Account
from app.guests import claim
from app.links.models import Link
from app.names import models as names
from app.names.models import Name, TooManyNames
from app.ops import retention_sweep
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import Page
from tests import world
from tests.conftest import Clock
from tests.counting import queries

ROOM = 20


def shop(count: int, site: str = "example.com") -> Content:
    return Content(
        name="Rumah Kawung",
        blocks=tuple(
            Block.new("link", {"title": f"Barang {at}", "url": f"https://{site}/{at}", "note": ""})
            for at in range(count)
        ),
    )


async def held_by(account: Account) -> list[str]:
    return sorted(str(name) for name in await Name.filter(account_id=account.id).values_list("folded", flat=True))


@pytest.fixture
def few_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """A free account may hold 20 names, so that a test reaches the limit soon."""
    monkeypatch.setattr(names, "NAMES_PER_LINK", ROOM // 5)


async def test_a_free_page_publishes_however_often_its_blocks_are_replaced(sari: Account, few_names: None) -> None:
    page = await Page.make(sari, "rumahkawung", shop(15))
    for at in range(4):
        await page.change(shop(15, f"shop-{at}.example.com"), f"round {at}")
        await page.publish(sari)
    assert len(await held_by(sari)) == 16, "the page's own name, and those of the links that are there"
    assert await world.links_used(sari) == 0
    await page.change(Content(name="Rumah Kawung"), "empty")
    await page.publish(sari)
    assert await held_by(sari) == ["rumahkawung"]


async def test_a_page_may_have_more_links_than_its_owner_may_hold_names(sari: Account, few_names: None) -> None:
    page = await Page.make(sari, "rumahkawung", shop(ROOM * 2))
    await page.publish(sari)
    for at in range(ROOM // 5):
        await world.shorten(sari, f"link-{at}")
    assert await Link.filter(page_id=page.id, deleted_at=None).count() == ROOM * 2


async def test_names_that_people_choose_are_counted_as_before(sari: Account, few_names: None) -> None:
    page = await Page.make(sari, "rumahkawung", shop(30))
    await page.publish(sari)
    for at in range(ROOM - 1):
        await page.rename(sari, f"kawung-{at}")
    with pytest.raises(TooManyNames):
        await page.rename(sari, "one-too-many")


async def test_a_guests_page_is_claimed_whatever_its_links_are_called(
    sari: Account, few_names: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.accounts import guest as guests

    guest, token = await guests.open_guest("id", "198.51.100.7")
    page = await Page.make(guest, "warung", shop(30))
    await page.publish(guest)
    await claim.claim_into_account(token, sari)
    assert (await Page.get(id=page.id)).account_id == sari.id


async def test_a_deleted_page_holds_its_own_name_only_and_comes_back_with_its_links(sari: Account) -> None:
    page = await Page.make(sari, "rumahkawung", shop(3))
    await page.publish(sari)
    assert page.published is not None
    codes = page.published["codes"]
    await page.soft_delete()
    assert await held_by(sari) == ["rumahkawung"]
    taken = next(iter(codes.values()))
    await world.shorten(await world.budi(), taken)

    await page.restore(sari)

    after = (await Page.get(id=page.id)).published
    assert after is not None
    assert sum(after["codes"][key] != code for key, code in codes.items()) == 1, "one name went to somebody else"
    for key, code in after["codes"].items():
        link, _ = await Link.by_name(code)
        assert link is not None and link.page_block == key and link.account_id == sari.id


async def test_a_block_whose_name_was_taken_meanwhile_gets_another_and_keeps_its_clicks(sari: Account) -> None:
    page = await Page.make(sari, "rumahkawung", shop(1))
    await page.publish(sari)
    link = await Link.get(page_id=page.id)
    await Link.filter(id=link.id).update(followed=7)
    await page.change(Content(name="Rumah Kawung"), "empty")
    await page.publish(sari)
    await world.shorten(await world.budi(), link.short_code)
    await page.undo()
    await page.publish(sari)
    back = await Link.get(page_id=page.id)
    assert (back.id, back.followed) == (link.id, 7)
    assert back.short_code != link.short_code
    assert (await Link.by_name(back.short_code))[0] is not None


async def test_a_name_that_the_operator_barred_stays_barred(sari: Account) -> None:
    page = await Page.make(sari, "rumahkawung", shop(1))
    await page.publish(sari)
    link = await Link.get(page_id=page.id)
    await link.block("phishing")
    await page.change(Content(name="Rumah Kawung"), "empty")
    await page.publish(sari)
    name = await Name.get(folded=link.short_code)
    assert name.held_at is not None
    assert not name.is_claimable_by(await world.budi())
    await page.undo()
    await page.publish(sari)
    assert (await Name.get(folded=link.short_code)).held_at is None


async def test_what_was_deleted_long_ago_leaves_no_names_behind(sari: Account, moved: Clock) -> None:
    page = await Page.make(sari, "rumahkawung", shop(4))
    await page.publish(sari)
    await page.change(Content(name="Rumah Kawung"), "empty")
    await page.publish(sari)
    moved.on(timedelta(days=31))
    await retention_sweep.delete_expired()
    assert await held_by(sari) == ["rumahkawung"]


async def test_who_leaves_leaves_no_names_of_page_links_behind(sari: Account) -> None:
    page = await Page.make(sari, "rumahkawung", shop(4))
    await page.publish(sari)
    await world.shorten(sari, "promo")
    await world.erase(sari)
    assert sorted(str(name) for name in await Name.all().values_list("folded", flat=True)) == ["promo", "rumahkawung"]


async def test_drawn_names_that_somebody_takes_in_the_same_moment_are_drawn_again(
    sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = await world.shorten(await world.budi(), "abc2345")
    drawn = iter([[taken.short_code, "xyz2345"]])
    really = Name.random_free_names

    async def draw_many(count: int) -> list[str]:
        return next(drawn, None) or await really(count)

    monkeypatch.setattr(Name, "random_free_names", draw_many)
    page = await Page.make(sari, "rumahkawung", shop(2))
    await page.publish(sari)
    assert await Link.filter(page_id=page.id).count() == 2
    assert (await Link.by_name(taken.short_code))[0] is not None
    assert "abc2345" not in set((page.published or {})["codes"].values())


async def cost_of(page: Page, account: Account) -> int:
    with queries() as sent:
        await page.publish(account)
    return len(sent)


@pytest.mark.parametrize("change", ["new", "changed", "gone", "back", "same"])
async def test_publishing_costs_the_same_for_1_and_for_100_blocks(sari: Account, dewi: Account, change: str) -> None:
    costs = []
    for account, count in ((sari, 1), (dewi, 100)):
        page = await Page.make(account, f"page-{count}", shop(count))
        if change != "new":
            await _go_on(page, account, change)
        costs.append(await cost_of(page, account))
        assert page.published is not None
        assert len(page.published["codes"]) == (0 if change == "gone" else count)
        for key, code in page.published["codes"].items():
            link, _ = await Link.by_name(code)
            assert link is not None and link.page_block == key
    assert costs[0] == costs[1] <= 12, costs


async def _go_on(page: Page, account: Account, change: str) -> None:
    """Publishes, and makes the next publishing one that changes all links, lets them go, or brings them back."""
    await page.publish(account)
    blocks = page.content.blocks
    if change == "changed":
        moved: list[Any] = [
            block.with_values(block.values | {"url": f"https://other.example.com/{at}"}, [])
            for at, block in enumerate(blocks)
        ]
        await page.change(Content(name="Rumah Kawung", blocks=tuple(moved)), "changed")
    elif change in {"gone", "back"}:
        await page.change(Content(name="Rumah Kawung"), "gone")
        if change == "back":
            await page.publish(account)
            await page.undo()


async def test_of_many_publishings_at_once_each_link_is_made_once(sari: Account) -> None:
    page = await Page.make(sari, "rumahkawung", shop(20))
    copies = [await Page.get(id=page.id) for _ in range(4)]
    await asyncio.gather(*(copy.publish(sari) for copy in copies), return_exceptions=True)
    assert await Link.filter(page_id=page.id).count() == 20
    assert len(await held_by(sari)) == 21
