"""One namespace: a name belongs to one account; let go, it is held for a year for all but its owner."""

import asyncio
from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.links.models import Link
from app.names import slug as slugs
from app.names.models import HOLD_PERIOD, Name, TooManyNames
from app.names.slug import ReservedSlug, SlugTaken
from tests import world
from tests.conftest import Clock


async def test_a_name_is_taken_once_in_any_case(sari: Account, budi: Account) -> None:
    await world.shorten(sari, "Promo")
    for account, slug in ((budi, "promo"), (budi, "PROMO"), (sari, "promo"), (sari, "Promo")):
        with pytest.raises(SlugTaken) as refused:
            await world.shorten(account, slug)
        assert refused.value.code == "SLUG_ALREADY_EXISTS"


async def test_a_name_is_shown_as_typed_and_found_in_any_case_and_width(sari: Account) -> None:
    link = await world.shorten(sari, " Promo-11 ")
    assert (await Link.get(id=link.id)).short_code == "Promo-11"
    for spelling in ("Promo-11", "promo-11", "PROMO-11", "ｐｒｏｍｏ-11"):
        assert await Link.by_name(spelling) == (link, True)


@pytest.mark.parametrize(
    "path", ["nothing", "", "\x00", "%", "_", "\ud800", "é", "x" * 100_000, "' OR 1=1 --", "a/b", "..", "p\x00"]
)
async def test_an_unknown_name_is_nothing_however_odd(sari: Account, path: str) -> None:
    await world.shorten(sari, "promo")
    assert await Link.by_name(path) == (None, False)


async def test_a_deleted_name_is_held_and_known(sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    await link.soft_delete(sari)
    assert await Link.by_name("promo") == (None, True)


async def test_its_owner_takes_a_held_name_back_at_once(sari: Account) -> None:
    await (await world.shorten(sari, "promo")).soft_delete(sari)
    again = await world.shorten(sari, "PROMO")
    assert await Link.by_name("promo") == (again, True)
    assert (await Name.get(folded="promo")).shown == "PROMO"


async def test_nobody_else_gets_a_held_name_for_a_year(sari: Account, budi: Account, moved: Clock) -> None:
    await (await world.shorten(sari, "promo")).soft_delete(sari)
    moved.on(HOLD_PERIOD)
    assert not (await Name.get(folded="promo")).is_claimable_by(budi)
    with pytest.raises(SlugTaken):
        await world.shorten(budi, "promo")
    moved.on(timedelta(seconds=1))
    assert (await Name.get(folded="promo")).is_claimable_by(budi)
    link = await world.shorten(budi, "promo")
    assert await Link.by_name("promo") == (link, True)
    assert not (await Name.get(folded="promo")).is_claimable_by(sari)


async def test_a_live_name_is_never_free_however_old(sari: Account, budi: Account, moved: Clock) -> None:
    await world.shorten(sari, "promo")
    moved.on(HOLD_PERIOD * 10)
    name = await Name.get(folded="promo")
    assert not name.is_claimable_by(budi) and not name.is_claimable_by(sari)
    with pytest.raises(SlugTaken):
        await world.shorten(budi, "promo")


async def test_a_name_stays_held_when_its_link_is_gone_for_good(sari: Account, budi: Account) -> None:
    link = await world.shorten(sari, "promo")
    await link.soft_delete(sari)
    await Link.filter(id=link.id).delete()
    assert await Link.by_name("promo") == (None, True)
    with pytest.raises(SlugTaken):
        await world.shorten(budi, "promo")
    assert await world.shorten(sari, "promo")


async def test_an_empty_slug_is_drawn(sari: Account) -> None:
    link = await world.shorten(sari, "  ")
    assert len(link.short_code) == 7 and set(link.short_code) <= set(slugs.ALPHABET)
    assert await Link.by_name(link.short_code) == (link, True)


async def test_a_collision_is_drawn_again(sari: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    await world.shorten(sari, "aaaaaaa")
    drawn = iter(["aaaaaaa", "aaaaaaa", "Kliqs", "bbbbbbb"])
    monkeypatch.setattr(slugs, "random_slug", lambda length=7: next(drawn))
    monkeypatch.setattr(SlugTaken, "__init__", lambda self, name: super(SlugTaken, self).__init__(name=name, other=""))
    link = await world.shorten(sari)
    assert link.short_code == (await Link.get(id=link.id)).short_code == "bbbbbbb"
    assert await world.links_used(sari) == 2


async def test_drawn_slugs_grow_as_the_space_fills(sari: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    def crowded(length: int = 7) -> str:
        return "a" * length

    monkeypatch.setattr(slugs, "random_slug", crowded)
    assert [len((await world.shorten(sari)).short_code) for _ in range(4)] == [7, 8, 9, 10]


async def test_reserved_words_are_no_names(sari: Account) -> None:
    with pytest.raises(ReservedSlug):
        await world.shorten(sari, "Dashboard")
    assert await Link.by_name("dashboard") == (None, False)


async def test_fifty_at_once_for_one_name_make_one_link(database: str) -> None:
    crowd = await world.crowd(10)
    results = await asyncio.gather(*(world.shorten(crowd[n % 10], "same") for n in range(50)), return_exceptions=True)
    won = [link for link in results if isinstance(link, Link)]
    assert len(won) == 1
    assert sum(isinstance(refusal, SlugTaken) for refusal in results) == 49
    assert sum([await world.links_used(account) for account in crowd]) == 1
    assert await Link.by_name("same") == (won[0], True)


async def test_twenty_at_once_for_a_held_name_make_one_link(sari: Account, moved: Clock) -> None:
    await (await world.shorten(sari, "promo")).soft_delete(sari)
    moved.on(HOLD_PERIOD * 2)
    crowd = await world.crowd(20)
    results = await asyncio.gather(*(world.shorten(account, "promo") for account in crowd), return_exceptions=True)
    [won] = [link for link in results if isinstance(link, Link)]
    assert sum(isinstance(refusal, SlugTaken) for refusal in results) == 19
    assert (await Name.get(folded="promo")).account_id == won.account_id


async def test_the_names_of_a_blocked_link_go_to_no_other(sari: Account, budi: Account) -> None:
    link = await Link.shorten(sari, url="https://example.com", slug="blocked", aliases=["also"])
    await link.block("phishing")
    await link.edit(sari, slug="renamed", aliases=[])
    await link.soft_delete(sari)
    for slug in ("blocked", "also"):
        for account in (sari, budi):
            with pytest.raises(SlugTaken):
                await Link.shorten(account, url="https://evil.example.com", slug=slug)
    await link.unblock()
    assert (await Link.shorten(sari, url="https://example.com", slug="also")).short_code == "also"


async def test_names_cannot_be_hoarded(sari: Account) -> None:
    link = await Link.shorten(sari, url="https://example.com", slug="first")
    for turn in range(49):
        await link.edit(sari, aliases=[f"turn-{turn}-{number}" for number in range(10)])
    with pytest.raises(TooManyNames):
        await link.edit(sari, aliases=[f"last-{number}" for number in range(10)])
    assert await Name.filter(account=sari).count() == 491
