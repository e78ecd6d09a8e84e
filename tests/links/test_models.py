"""A link: made, edited, paused, deleted and restored; how it answers, and how it counts."""

import asyncio
import json
from datetime import UTC, datetime, timedelta

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.refusal import NotFound, Refusal
from app.links.click_limit import admit_visit
from app.links.edit_columns import LinkEditedElsewhere
from app.links.lifecycle import RESTORABLE_FOR, State
from app.links.models import Link
from app.links.schedule import ExternalIdTaken
from app.links.validation import Changes, InvalidLinkTime
from app.names.models import HOLD_PERIOD
from app.names.slug import SlugTaken
from app.plans.quota import LinkLimitReached
from tests import world
from tests.conftest import Clock
from tests.counting import queries
from tests.world import DESTINATION


async def kept(link: Link) -> Link:
    return await Link.get(id=link.id)


async def test_a_link_is_made_as_it_is_described(sari: Account) -> None:
    expires = datetime(2099, 1, 1, tzinfo=UTC)
    stored_link = await Link.shorten(
        sari,
        via_api=True,
        url=DESTINATION,
        slug="promo",
        title="Promo",
        description="d",
        notes="n",
        expires_at=expires,
        click_limit=50,
        password="open",
        forward_query=False,
        redirect_status=301,
        tags=["sale"],
    )
    link = await kept(stored_link)
    assert (link.short_code, link.destination_url, link.title, link.description) == ("promo", DESTINATION, "Promo", "d")
    assert (link.notes, link.expires_at, link.click_limit, link.redirect_status) == ("n", expires, 50, 301)
    assert (link.via_api, link.forward_query, link.clicks, link.scans, link.version) == (True, False, 0, 0, 1)
    assert (link.short_url, link.display_url) == ("https://kliqs.test/promo", "kliqs.test/promo")
    assert await link.verify_password("open") and not await link.verify_password("Open")


async def test_a_plain_link_is_a_302_that_forwards_queries_and_is_live(sari: Account) -> None:
    link = await kept(await world.shorten(sari))
    assert (link.redirect_status, link.forward_query, link.state) == (302, True, State.LIVE)
    assert not await link.verify_password("")


async def test_a_strangers_link_is_not_found_through_its_owner(sari: Account, budi: Account) -> None:
    link = await world.shorten(sari)
    assert await Link.owned_by(sari).get_or_none(id=link.id) == link
    assert await Link.owned_by(budi).get_or_none(id=link.id) is None
    await link.soft_delete(sari)
    assert await Link.deleted_by(budi).count() == 0


async def test_following_a_name_is_one_read(sari: Account) -> None:
    await world.shorten(sari, "promo")
    with queries() as sql:
        await Link.by_name("promo")
    assert len(sql) == 1 and sql[0].startswith("SELECT")


async def test_an_edit_changes_what_is_given_and_keeps_the_rest(sari: Account, moved: Clock) -> None:
    link = await Link.shorten(sari, url=DESTINATION, slug="promo", title="Old", password="x")
    moved.on(timedelta(minutes=1))
    await link.edit(sari, seen=1, title="New")
    assert (link.title, link.destination_url, link.short_code, link.version) == ("New", DESTINATION, "promo", 2)
    assert link.updated_at == moved.now > link.created_at
    assert link.password_hash
    await link.edit(sari, password=None)
    assert link.password_hash is None


async def test_an_edit_of_what_changed_meanwhile_is_refused_and_changes_nothing(sari: Account) -> None:
    link = await world.shorten(sari)
    await link.edit(sari, seen=1, title="first")
    with pytest.raises(LinkEditedElsewhere):
        await link.edit(sari, seen=1, title="second", slug="other", tags=["x"])
    assert (await kept(link)).title == "first"
    assert await Link.by_name("other") == (None, False)
    await link.edit(sari, title="without looking")
    assert (await kept(link)).version == 3


async def test_of_ten_edits_of_one_version_one_is_kept(sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    copies = [await kept(link) for _ in range(10)]
    done = await asyncio.gather(
        *(copy.edit(sari, seen=1, title=f"{n}", slug=f"promo-{n}") for n, copy in enumerate(copies)),
        return_exceptions=True,
    )
    assert done.count(None) == 1
    assert sum(isinstance(refusal, LinkEditedElsewhere) for refusal in done) == 9
    link = await kept(link)
    assert (link.version, link.short_code) == (2, f"promo-{link.title}")


async def test_a_deleted_link_cannot_be_edited(sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    await link.soft_delete(sari)
    with pytest.raises(NotFound):
        await link.edit(sari, slug="other")


async def test_a_deleted_link_comes_back_as_it_was(sari: Account) -> None:
    link = await Link.shorten(sari, url=DESTINATION, slug="promo", aliases=["sale"], tags=["x"])
    await link.soft_delete(sari)
    assert link.state is (await kept(link)).state is State.DELETED
    assert await Link.owned_by(sari).count() == 0
    assert await world.links_used(sari) == 0
    await link.restore(sari)
    assert link.state is (await kept(link)).state is State.LIVE
    for name in ("promo", "sale"):
        assert await Link.by_name(name) == (link, True)
    assert await link.tags.all().count() == 1
    assert await world.links_used(sari) == 1


async def test_it_can_be_brought_back_for_30_days(sari: Account, moved: Clock) -> None:
    link = await world.shorten(sari)
    await link.soft_delete(sari)
    moved.on(RESTORABLE_FOR - timedelta(seconds=1))
    assert await Link.deleted_by(sari).count() == 1
    moved.on(timedelta(seconds=1))
    assert await Link.deleted_by(sari).count() == 0


async def test_deleting_twice_keeps_the_first_moment(sari: Account, moved: Clock) -> None:
    link = await world.shorten(sari)
    await link.soft_delete(sari)
    first = moved.now
    moved.on(timedelta(days=1))
    await link.soft_delete(sari)
    assert (await kept(link)).deleted_at == first


async def test_restoring_a_live_link_takes_no_second_slot(sari: Account) -> None:
    link = await world.shorten(sari)
    await link.restore(sari)
    assert await world.links_used(sari) == 1


async def test_without_a_free_slot_nothing_comes_back(sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    await link.soft_delete(sari)
    for _ in range(5):
        await world.shorten(sari)
    with pytest.raises(LinkLimitReached):
        await link.restore(sari)
    assert await Link.by_name("promo") == (None, True)
    assert (await kept(link)).state is State.DELETED
    assert await world.links_used(sari) == 5


@pytest.mark.parametrize("taker", ["sari", "budi"])
async def test_a_link_whose_name_is_gone_does_not_come_back(
    sari: Account, budi: Account, moved: Clock, taker: str
) -> None:
    link = await Link.shorten(sari, url=DESTINATION, slug="promo", aliases=["sale"])
    await link.soft_delete(sari)
    moved.on(HOLD_PERIOD * 2 if taker == "budi" else timedelta(0))
    other = await world.shorten({"sari": sari, "budi": budi}[taker], "promo")
    with pytest.raises(SlugTaken):
        await link.restore(sari)
    assert await Link.by_name("promo") == (other, True)
    assert await Link.by_name("sale") == (None, True)
    assert (await kept(link)).state is State.DELETED


async def test_a_link_comes_back_without_an_alias_that_is_gone(sari: Account) -> None:
    link = await Link.shorten(sari, url=DESTINATION, slug="promo", aliases=["sale"])
    await link.soft_delete(sari)
    other = await world.shorten(sari, "sale")
    await link.restore(sari)
    assert await Link.by_name("promo") == (link, True)
    assert await Link.by_name("sale") == (other, True)


async def test_it_expires_to_the_second(sari: Account, moved: Clock) -> None:
    end = datetime(2027, 1, 1, tzinfo=UTC)
    moved.to(end - timedelta(seconds=1))
    link = await kept(await Link.shorten(sari, url=DESTINATION, expires_at=end))
    states = [link.state]
    moved.to(end)
    states.append(link.state)
    await link.edit(sari, expires_at=None)
    assert [*states, link.state] == [State.LIVE, State.EXPIRED, State.LIVE]


async def test_states_are_told_in_their_order(sari: Account, moved: Clock) -> None:
    link = await Link.shorten(
        sari, url=DESTINATION, password="x", click_limit=1, expires_at=moved.now + timedelta(hours=1)
    )
    states = [link.state]
    assert await admit_visit(link.id)
    states.append((await kept(link)).state)
    moved.on(timedelta(hours=1))
    states.append((await kept(link)).state)
    for verb in (link.pause, lambda: link.block("malware"), lambda: link.soft_delete(sari)):
        await verb()
        states.append((await kept(link)).state)
    assert states == [State.LOCKED, State.USED_UP, State.EXPIRED, State.PAUSED, State.BLOCKED, State.DELETED]


async def test_states_are_set_and_unset_and_keep_their_first_moment(sari: Account, moved: Clock) -> None:
    link, first = await world.shorten(sari), moved.now
    verbs = (link.pause, link.archive, lambda: link.block("spam"))
    for verb in (*verbs, *verbs):
        await verb()
        moved.on(timedelta(minutes=1))
    now = await kept(link)
    assert [now.paused_at, now.archived_at, now.blocked_at] == [first + timedelta(minutes=n) for n in range(3)]
    assert now.blocked_why == "spam"
    for undo in (link.resume, link.unarchive, link.unblock):
        await undo()
    now = await kept(link)
    assert (now.paused_at, now.archived_at, now.blocked_at, now.blocked_why) == (None, None, None, "")
    assert now.version == 1


async def test_a_limit_of_clicks_lets_exactly_so_many_through(sari: Account) -> None:
    link = await Link.shorten(sari, url=DESTINATION, click_limit=50)
    passed = await asyncio.gather(*(admit_visit(link.id) for _ in range(200)))
    assert passed.count(True) == 50
    link = await kept(link)
    assert (link.admitted, link.state) == (50, State.USED_UP)
    await link.edit(sari, click_limit=51)
    assert await admit_visit(link.id) and not await admit_visit(link.id)


async def test_a_new_limit_begins_with_those_who_came_already(sari: Account) -> None:
    link = await world.shorten(sari)
    await Link.filter(id=link.id).update(followed=7)
    await link.edit(sari, click_limit=9)
    assert [await admit_visit(link.id) for _ in range(3)] == [True, True, False]
    await link.edit(sari, click_limit=10, title="raised")
    assert [await admit_visit(link.id) for _ in range(2)] == [True, False]


@pytest.mark.parametrize("url", ["nope", "javascript:alert(1)", "https://kliqs.test/x"])
async def test_a_refused_link_leaves_nothing_behind(sari: Account, url: str) -> None:
    with pytest.raises(Refusal):
        await world.shorten(sari, "promo", url)
    assert await Link.all().count() == 0
    assert await Link.by_name("promo") == (None, False)


async def test_a_link_that_is_paused_again_stays_paused_since_the_first_time(sari: Account, moved: Clock) -> None:
    link = await world.shorten(sari, "promo")
    await link.edit(sari, paused=True)
    since = link.paused_at
    moved.on(timedelta(hours=1))
    await link.edit(sari, paused=True)
    assert link.paused_at == since
    await link.edit(sari, paused=False)
    await link.edit(sari, paused=True)
    assert link.paused_at == moved.now


async def test_a_link_keeps_where_else_it_leads(sari: Account) -> None:
    rules = [{"id": "r1", "when": [{"kind": "country", "values": ["ID"]}], "to": [{"url": "https://id.example/"}]}]
    now = clock.now().replace(microsecond=0)
    link = await Link.shorten(
        sari,
        url="https://example.com",
        rules=rules,
        ios_url="myapp://a",
        android_url="https://app.example/a",
        opens_at=now + timedelta(hours=1),
        fallback_url="https://over.example",
        next_url="https://next.example",
        next_url_at=now + timedelta(days=1),
        append_path=True,
        external_id=" sku-1 ",
    )
    link = await kept(link)
    assert [rule["id"] for rule in json.loads(link.rules or "")] == ["r1"]
    assert (link.ios_url, link.android_url, link.append_path) == ("myapp://a", "https://app.example/a", True)
    assert (link.opens_at, link.next_url_at) == (now + timedelta(hours=1), now + timedelta(days=1))
    assert (link.fallback_url, link.next_url) == ("https://over.example", "https://next.example")
    assert link.external_id == "sku-1"
    await link.edit(sari, rules=None, ios_url="", opens_at=None, next_url="", next_url_at=None, external_id=None)
    link = await kept(link)
    assert (link.rules, link.ios_url, link.opens_at, link.next_url, link.external_id) == (None, "", None, "", None)
    assert link.android_url == "https://app.example/a"


async def test_times_of_a_link_fit_each_other_whichever_is_set_last(sari: Account) -> None:
    now = clock.now()
    link = await Link.shorten(sari, url="https://example.com", expires_at=now + timedelta(days=1))
    changes: list[Changes] = [
        {"opens_at": now + timedelta(days=2)},
        {"next_url": "https://next.example"},
        {"next_url_at": now},
    ]
    for change, field in zip(changes, ("opens_at", "next_url_at", "next_url"), strict=True):
        with pytest.raises(Refusal) as refused:
            await link.edit(sari, **change)
        assert refused.value.field == field
    assert (await kept(link)).opens_at is (await kept(link)).next_url_at is None
    with pytest.raises(InvalidLinkTime):
        await link.edit(sari, opens_at=now + timedelta(days=365 * 101))


async def test_an_external_id_is_of_one_link_of_an_account(sari: Account, budi: Account) -> None:
    first = await Link.shorten(sari, url="https://example.com", external_id="sku-1")
    await Link.shorten(budi, url="https://example.com", external_id="sku-1")
    for attempt in (
        Link.shorten(sari, url="https://example.com", external_id="sku-1"),
        (await Link.shorten(sari, url="https://example.com")).edit(sari, external_id="sku-1"),
    ):
        with pytest.raises(ExternalIdTaken):
            await attempt
    await first.edit(sari, external_id="sku-1", title="Kopi")
    assert (await kept(first)).title == "Kopi"
