"""A page: changed, undone, published with its links underneath, renamed, deleted and brought back."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.links.models import Link
from app.names.models import Name
from app.names.slug import NameTakenMeanwhile, ReservedSlug, SlugTaken
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import NothingToUndo, Page, PageEditedElsewhere, PageNameRequired
from app.pages.revision_history import Revision
from app.plans.quota import PageLimitReached
from tests import world

SHOP = {"title": "Belanja", "url": "https://shopee.co.id/rumahkawung", "note": ""}


def content(name: str = "Rumah Kawung", *urls: str) -> Content:
    """A page with a link block for each address."""
    return Content(name=name, blocks=tuple(Block.new("link", SHOP | {"url": url}) for url in urls))


async def opened(account: Account, *urls: str, slug: str = "rumahkawung") -> Page:
    return await Page.make(account, slug, content("Rumah Kawung", *urls))


async def test_a_page_claims_its_name_in_the_namespace_of_links(sari: Account, budi: Account) -> None:
    link = await world.shorten(budi, "kopi")
    with pytest.raises(SlugTaken):
        await Page.make(sari, link.short_code.upper(), content())
    with pytest.raises(ReservedSlug):
        await Page.make(sari, "dashboard", content())
    page = await opened(sari)
    with pytest.raises(SlugTaken):
        await world.shorten(budi, "RumahKawung")
    assert await Page.owned_by(sari).count() == 1, "nothing is half-made"
    assert (await Name.get(folded="rumahkawung")).page_id == page.id


async def test_a_page_takes_nothing_of_the_plans_links(sari: Account) -> None:
    page = await opened(sari, "https://example.com/1", "https://example.com/2")
    await page.publish(sari)
    assert await world.links_used(sari) == 0
    assert await Link.filter(page_id=page.id).count() == 2


@pytest.mark.parametrize("plan", ["free", "starter"])
async def test_at_the_edge_of_the_plan_exactly_so_many_pages_are_made(sari: Account, plan: str) -> None:
    await Account.filter(id=sari.id).update(plan_name=plan)
    sari.plan_name = plan
    tries = [Page.make(sari, f"page-{at}", content()) for at in range(6)]
    answers = await asyncio.gather(*tries, return_exceptions=True)
    refused = [answer for answer in answers if isinstance(answer, PageLimitReached)]
    assert await Page.owned_by(sari).count() == {"free": 1, "starter": 3}[plan] == 6 - len(refused)


async def test_who_changes_an_older_version_is_told_and_nothing_is_lost(sari: Account) -> None:
    page = await opened(sari)
    other = await Page.get(id=page.id)
    await page.change(content("Mine"), "profile", seen=1)
    with pytest.raises(PageEditedElsewhere):
        await other.change(content("Theirs"), "profile", seen=1)
    assert (await Page.get(id=page.id)).content.name == "Mine"


async def test_of_changes_at_once_one_wins_and_the_others_are_told(sari: Account) -> None:
    page = await opened(sari)
    copies = [await Page.get(id=page.id) for _ in range(5)]
    answers = await asyncio.gather(
        *(copy.change(content(f"Name {at}"), f"tab {at}", seen=1) for at, copy in enumerate(copies)),
        return_exceptions=True,
    )
    assert sum(answer is None for answer in answers) == 1
    assert {type(answer) for answer in answers} == {type(None), PageEditedElsewhere}
    assert (await Page.get(id=page.id)).version == 2
    assert await Revision.filter(page_id=page.id).count() == 1


async def test_a_change_to_what_a_page_is_already_writes_nothing_and_cannot_be_undone(sari: Account) -> None:
    page = await opened(sari)
    for seen in (None, 1):
        await page.change(content(), "profile", seen=seen)
    assert (await Page.get(id=page.id)).version == 1 and not await Revision.filter(page_id=page.id).exists()
    with pytest.raises(PageEditedElsewhere):
        await page.change(content(), "profile", seen=0)


async def test_undo_takes_back_one_change_after_the_other(sari: Account) -> None:
    page = await opened(sari)
    await page.change(content("Second"), "profile")
    await page.change(replace(page.content, bio="With words"), "block:x")
    await page.undo()
    assert (page.content.name, page.content.bio) == ("Second", "")
    await page.undo()
    assert page.content.name == page.title == "Rumah Kawung"
    with pytest.raises(NothingToUndo):
        await page.undo()


async def test_what_is_typed_in_one_go_is_undone_in_one(sari: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    page = await opened(sari)
    for letters in ("K", "Ka", "Kaw"):
        await page.change(content(letters), "profile")
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(minutes=2))
    await page.change(content("Kawung"), "profile")
    await page.undo()
    assert page.content.name == "Kaw"
    await page.undo()
    assert page.content.name == "Rumah Kawung"


async def test_only_what_was_published_is_shown(sari: Account) -> None:
    page = await opened(sari, "https://example.com/1")
    assert not page.live
    await page.publish(sari)
    await page.change(content("Later"), "profile")
    assert page.live
    assert page.has_unpublished_changes
    assert page.published is not None
    assert page.published["content"]["name"] == "Rumah Kawung"


async def test_a_page_without_a_name_does_not_go_live(sari: Account) -> None:
    page = await Page.make(sari, "nameless", content(" "))
    with pytest.raises(PageNameRequired):
        await page.publish(sari)
    assert not (await Page.get(id=page.id)).live


async def test_the_link_underneath_a_block_keeps_its_code_and_its_clicks_when_its_destination_changes(
    sari: Account,
) -> None:
    page = await opened(sari, "https://example.com/before")
    await page.publish(sari)
    [block] = page.content.blocks
    link = await Link.get(page_id=page.id)
    await Link.filter(id=link.id).update(followed=7)
    changed = replace(block, values=block.values | {"url": "https://example.com/after"})
    await page.change(page.content.with_replaced(changed), "block")
    assert (await Link.get(id=link.id)).destination_url == "https://example.com/before", "not yet published"
    await page.publish(sari)
    [now] = await Link.filter(page_id=page.id)
    assert (now.id, now.short_code, now.followed) == (link.id, link.short_code, 7)
    assert now.destination_url == "https://example.com/after"
    assert page.published is not None
    assert page.published["codes"] == {block.id: link.short_code}


async def test_a_block_that_is_gone_leads_nowhere_and_does_again_when_it_is_back(sari: Account) -> None:
    page = await opened(sari, "https://example.com/1", "https://example.com/2")
    await page.publish(sari)
    gone = page.content.blocks[0]
    code = (await Link.get(page_id=page.id, page_block=gone.id)).short_code
    await page.change(page.content.without(gone.id), "delete")
    await page.publish(sari)
    assert (await Link.by_name(code))[0] is None
    await page.undo()
    await page.publish(sari)
    back, _ = await Link.by_name(code)
    assert back is not None
    assert back.destination_url == "https://example.com/1"


async def test_publishing_twice_at_once_makes_each_link_once(sari: Account) -> None:
    page = await opened(sari, *(f"https://example.com/{at}" for at in range(5)))
    copies = [await Page.get(id=page.id) for _ in range(3)]
    answers = await asyncio.gather(*(copy.publish(sari) for copy in copies), return_exceptions=True)
    assert any(answer is None for answer in answers)
    assert {type(answer) for answer in answers} <= {type(None), PageEditedElsewhere}
    assert await Link.filter(page_id=page.id).count() == 5


async def test_a_renamed_page_holds_its_old_name(sari: Account, budi: Account) -> None:
    page = await opened(sari)
    await page.rename(sari, "Kawung-Baru")
    assert (await Page.get(id=page.id)).slug == "Kawung-Baru"
    old = await Name.get(folded="rumahkawung")
    assert (old.page_id, old.held_at is None) == (None, False)
    with pytest.raises(SlugTaken):
        await world.shorten(budi, "rumahkawung")
    await page.rename(sari, "RumahKawung")
    assert (await Name.get(folded="rumahkawung")).page_id == page.id


async def test_a_deleted_page_comes_back_with_its_name_and_its_links(sari: Account, budi: Account) -> None:
    page = await opened(sari, "https://example.com/1")
    await page.publish(sari)
    code = (await Link.get(page_id=page.id)).short_code
    await page.soft_delete()
    assert (await Link.by_name(code))[0] is None
    with pytest.raises(SlugTaken):
        await world.shorten(budi, "rumahkawung")
    again = await Page.deleted_by(sari).get()
    await again.restore(sari)
    assert again.live
    assert (await Link.by_name(code))[0] is not None
    assert (await Name.get(folded="rumahkawung")).held_at is None


async def test_a_stranger_finds_nothing(sari: Account, budi: Account) -> None:
    page = await opened(sari)
    assert await Page.owned_by(budi).get_or_none(id=page.id) is None


async def test_a_page_whose_name_was_given_away_says_so_when_it_is_brought_back(budi: Account) -> None:
    page = await Page.make(budi, "warung", content("Warung"))
    await page.soft_delete()
    await Link.shorten(budi, url="https://example.com", slug="warung")
    with pytest.raises(NameTakenMeanwhile, match="warung is taken by another"):
        await page.restore(budi)
    assert await Page.deleted_by(budi).filter(id=page.id).exists()
