"""Undo makes a link what it was before a change, as a whole or not at all."""

import asyncio
from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.refusal import NotFound, Refusal
from app.links.history.models import LinkChange
from app.links.history.undo import ChangedSince, NothingToUndo, TimeIsOver, undo_to_before
from app.links.models import Link
from app.links.validation import Changes
from app.names.models import Name
from app.names.slug import NameTakenMeanwhile, SlugTaken
from app.plans.quota import LinkLimitReached
from tests import world
from tests.links.history.test_recording import TIMES, TOGETHER, VALUES, picture_of
from tests.subtests import as_subtests
from tests.world import DESTINATION


async def changes_of(link: Link) -> list[LinkChange]:
    return await LinkChange.of_link(link.id).order_by("id")


async def undo(account: Account, link: Link, at: int) -> None:
    """Goes back to before the change at an index of the history."""
    changes = await changes_of(link)
    await undo_to_before(account, link, changes[at].id, changes[-1].id)


@as_subtests("field", sorted(Changes.__annotations__.keys() - {"password"}))
async def test_every_field_can_be_undone(field: str, sari: Account) -> None:
    await Account.filter(id=sari.id).update(plan_name="business")  # which has room for a link for each field
    link = await world.shorten(await world.account_of("sari@example.com"), f"before-{field}".replace("_", "-"))
    value = VALUES[field][0] if field in VALUES else clock.now() + TIMES.get(field, timedelta())
    if field == "preview_picture_id":
        value = (await picture_of(sari)).id
    await link.edit(sari, **(TOGETHER if field in TOGETHER else {field: value}))
    await undo(sari, link, -1)
    changed, undone = (await changes_of(link))[1:]
    assert undone.values[field] == changed.values[field][::-1]
    assert undone.through == "undo"


async def test_undo_goes_back_to_any_point_and_can_be_undone_itself(sari: Account) -> None:
    link = await Link.shorten(sari, url=DESTINATION, slug="promo", title="one", tags=["sale"])
    await link.edit(sari, title="two", tags=["sale", "batik"])
    await link.edit(sari, url="https://example.org", slug="promo-2")
    await link.edit(sari, title="three", paused=True)
    await link.archive()
    await undo(sari, link, 1)
    await link.fetch_related("tags")
    assert (link.title, link.destination_url, link.short_code) == ("one", DESTINATION, "promo")
    assert (link.paused_at, link.archived_at, [tag.name for tag in link.tags]) == (None, None, ["sale"])
    assert len(await changes_of(link)) == 6, "the undo is one change"
    await undo(sari, link, -1)
    await link.fetch_related("tags")
    assert (link.title, link.short_code, {tag.name for tag in link.tags}) == ("three", "promo-2", {"sale", "batik"})
    assert link.paused_at and link.archived_at


async def test_a_deleted_link_comes_back_and_goes_again(sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    await link.soft_delete(sari)
    await undo(sari, link, -1)
    assert await Link.owned_by(sari).count() == await world.links_used(sari) == 1
    await undo(sari, link, -1)
    assert await Link.owned_by(sari).count() == await world.links_used(sari) == 0


async def test_undo_is_refused_where_a_name_is_taken_and_nothing_changes(sari: Account, budi: Account) -> None:
    link = await world.shorten(sari, "promo")
    await link.edit(sari, slug="promo-2", title="New")
    await Name.filter(folded="promo").delete()
    await world.shorten(budi, "promo")
    with pytest.raises(SlugTaken):
        await undo(sari, link, -1)
    assert ((await Link.get(id=link.id)).title, len(await changes_of(link))) == ("New", 2)
    await link.soft_delete(sari)
    await Name.filter(folded="promo-2").delete()
    with pytest.raises(NameTakenMeanwhile):
        await undo(sari, link, -1)
    assert (await Link.get(id=link.id)).deleted_at


async def test_undo_is_refused_where_the_plan_is_full(sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    await link.soft_delete(sari)
    await Account.filter(id=sari.id).update(links_limit=0)
    await sari.refresh_from_db()
    with pytest.raises(LinkLimitReached):
        await undo(sari, link, -1)
    assert await world.links_used(sari) == 0


async def test_undo_is_refused_when_the_link_changed_since_the_history_was_shown(sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    await link.edit(sari, title="one")
    seen = await changes_of(link)
    await link.edit(sari, title="two")
    with pytest.raises(ChangedSince):
        await undo_to_before(sari, link, seen[-1].id, seen[-1].id)
    assert (await Link.get(id=link.id)).title == "two"


async def test_of_twenty_undos_at_once_one_is_done(sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    await link.edit(sari, title="one")
    newest = (await changes_of(link))[-1].id
    copies = [await Link.get(id=link.id) for _ in range(20)]
    undos = (undo_to_before(sari, copy, newest, newest) for copy in copies)
    outcomes = await asyncio.gather(*undos, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes if outcome] == [ChangedSince] * 19
    assert len(await changes_of(link)) == 3


async def test_what_cannot_be_undone_says_so(sari: Account, budi: Account) -> None:
    link, other = await world.shorten(sari, "promo"), await world.shorten(budi, "other")
    await link.edit(sari, password="rahasia sekali")
    with pytest.raises(NothingToUndo):
        await undo(sari, link, -1)
    await other.edit(budi, title="x")
    for change in ((await changes_of(other))[-1], (await changes_of(link))[0]):  # a stranger's; the one that made it
        with pytest.raises(NotFound):
            await undo_to_before(sari, link, change.id, (await changes_of(link))[-1].id)


async def test_a_block_of_the_operator_is_not_the_owners_to_undo(sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    await link.edit(sari, title="New")
    await link.block("phishing")
    await undo(sari, link, 1)
    assert (link.title, bool(link.blocked_at)) == ("", True)


async def test_a_date_that_is_over_is_not_brought_back(sari: Account) -> None:
    link = await Link.shorten(sari, url=DESTINATION, slug="promo", expires_at=clock.now() + timedelta(days=1))
    await link.edit(sari, expires_at=None)
    change = (await changes_of(link))[-1]
    past = (clock.now() - timedelta(days=1)).isoformat()
    await LinkChange.filter(id=change.id).update(changed_fields=f'{{"expires_at": ["{past}", null]}}')
    with pytest.raises(TimeIsOver) as refused:
        await undo(sari, link, -1)
    assert refused.value.field == "expires_at"
    assert not isinstance(refused.value, NothingToUndo) and isinstance(refused.value, Refusal)


async def test_an_id_that_an_undo_takes_from_a_deleted_link_is_in_the_history_of_that(budi: Account) -> None:
    first = await Link.shorten(budi, url=DESTINATION, external_id="pesanan-17")
    await first.edit(budi, external_id=None)
    second = await Link.shorten(budi, url=DESTINATION, external_id="pesanan-17")
    await second.soft_delete(budi)
    change = await LinkChange.of_link(first.id).order_by("-id").first()
    assert change
    await undo_to_before(budi, first, change.id, change.id)
    assert (await Link.get(id=first.id)).external_id == "pesanan-17"
    lost = await LinkChange.of_link(second.id).order_by("-id").first()
    assert lost and lost.values == {"external_id": ["pesanan-17", None]}
