"""A queue fills the weekly times of a connection, one post each, however many people plan at once."""

import asyncio
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.kernel import clock, i18n
from app.plans.post_quota import PostLimitReached
from app.publishing.connections.connection import Connection
from app.publishing.planning.queue import NoSlots, next_free_time, next_free_times, plan_in_queue, take_next_slot
from app.publishing.planning.weekly_slots import Slot, TooManySlots, replace_slots, slots_of, times_after
from app.publishing.posts import monthly_post_count
from app.publishing.posts.phases import PLANNED
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant
from tests import world
from tests.world import sari

WEEKDAYS = [Slot(day, 9 * 60) for day in range(5)]


async def connection_of(account: Account) -> Connection:
    return await Connection.create(
        id=uuid4(), account=account, network="mastodon", external_id=str(uuid4()), manual=True, created_at=clock.now()
    )


async def variant_of(connection: Connection) -> PostVariant:
    now = clock.now()
    post = await Post.create(id=uuid4(), account_id=connection.account_id, created_at=now, updated_at=now)
    return await PostVariant.create(
        id=uuid4(),
        account_id=connection.account_id,
        post=post,
        connection=connection,
        network=connection.network,
        created_at=now,
        updated_at=now,
    )


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


async def test_slots_are_replaced_sorted_and_counted_once(database: str) -> None:
    connection = await connection_of(await sari())
    assert await replace_slots(connection, [Slot(4, 600), Slot(0, 60), Slot(4, 600)]) == [Slot(0, 60), Slot(4, 600)]
    await replace_slots(connection, [Slot(6, 1439)])
    assert await slots_of(connection.id) == [Slot(6, 1439)]
    with pytest.raises(TooManySlots):
        await replace_slots(connection, [Slot(day, minute) for day in range(7) for minute in range(11)])


@pytest.mark.parametrize(("language", "text"), [("id", "09.30"), ("en", "09:30")])
def test_a_weekly_time_is_written_as_people_of_the_language_write_it(language: str, text: str) -> None:
    with i18n.language_context(language):
        assert Slot(0, 570).time == text


def test_the_times_of_a_week_are_those_of_the_accounts_zone() -> None:
    times = times_after(WEEKDAYS, at("2026-11-27T09:00+07:00"), "Asia/Jakarta")
    assert next(times) == at("2026-11-30T09:00+07:00") and next(times) == at("2026-12-01T09:00+07:00")
    [*year] = times_after([Slot(0, 0)], at("2026-11-30T00:00+07:00"), "Asia/Jakarta")
    assert len(year) >= 51 and all(b - a == timedelta(days=7) for a, b in pairwise(year))


@pytest.mark.parametrize(
    ("day", "expected"), [("2026-03-28", ["2026-03-29T03:30+02:00"]), ("2026-10-24", ["2026-10-25T02:30+02:00"])]
)
def test_a_slot_in_an_hour_that_clocks_skip_or_repeat_comes_once(day: str, expected: list[str]) -> None:
    times = times_after([Slot(6, 150)], at(f"{day}T12:00+00:00"), "Europe/Berlin")
    assert [next(times)] == [at(text) for text in expected]
    assert next(times) - at(expected[0]) > timedelta(days=6)


async def test_twenty_posts_that_are_queued_at_once_get_twenty_slots(database: str) -> None:
    account = await sari()
    connection = await connection_of(account)
    await replace_slots(connection, WEEKDAYS)
    variants = [await variant_of(connection) for _ in range(20)]
    times = await asyncio.gather(*(take_next_slot(variant, account) for variant in variants))
    expected = times_after(WEEKDAYS, clock.now(), account.time_zone)
    assert sorted(times) == [next(expected) for _ in range(20)]


async def test_a_cancelled_post_frees_its_slot_and_no_slots_are_said(database: str) -> None:
    account = await sari()
    connection = await connection_of(account)
    with pytest.raises(NoSlots):
        await take_next_slot(await variant_of(connection), account)
    await replace_slots(connection, WEEKDAYS)
    variant = await variant_of(connection)
    first = await take_next_slot(variant, account)
    assert await next_free_time(connection.id, account.time_zone) == first
    await PostVariant.filter(id=variant.id).update(due_at=first, phase="planned")
    assert await next_free_time(connection.id, account.time_zone) != first
    await PostVariant.filter(id=variant.id).update(phase="cancelled")
    assert await next_free_time(connection.id, account.time_zone) == first
    assert await take_next_slot(await variant_of(connection), account) == first


async def test_posts_that_are_added_to_two_queues_at_once_share_no_slot(database: str) -> None:
    account = await sari()
    owner, queues = await world.owner(account), [await connection_of(account), await connection_of(account)]
    for connection in queues:
        await replace_slots(connection, WEEKDAYS)
    posts = [await post_for(*(queues if number % 2 else reversed(queues))) for number in range(8)]

    await asyncio.gather(*(plan_in_queue(post, account, owner.id) for post in posts))

    expected = times_after(WEEKDAYS, clock.now(), account.time_zone)
    slots = [next(expected) for _ in posts]
    for connection in queues:
        rows = PostVariant.filter(connection_id=connection.id, phase=PLANNED, queued=True)
        assert sorted(await rows.values_list("due_at", flat=True)) == slots
    assert await next_free_times([one.id for one in queues], account.time_zone) == dict.fromkeys(
        (connection.id for connection in queues), next(expected)
    )


@pytest.mark.parametrize("full", [0, 1])
async def test_a_slot_that_is_taken_in_one_queue_is_free_in_another(database: str, full: int) -> None:
    account = await sari()
    queues = [await connection_of(account), await connection_of(account)]
    for connection in queues:
        await replace_slots(connection, WEEKDAYS)
    expected = times_after(WEEKDAYS, clock.now(), account.time_zone)
    first, second = next(expected), next(expected)
    variant = await variant_of(queues[full])
    await PostVariant.filter(id=variant.id).update(due_at=first, phase="planned")

    free = await next_free_times([one.id for one in queues], account.time_zone)

    assert free == {queues[full].id: second, queues[1 - full].id: first}


async def test_a_post_gets_a_slot_in_each_of_its_queues_or_none(database: str) -> None:
    account = await sari()
    owner, queues = await world.owner(account), [await connection_of(account), await connection_of(account)]
    await replace_slots(queues[0], WEEKDAYS)
    post = await post_for(*queues)

    with pytest.raises(NoSlots):
        await plan_in_queue(post, account, owner.id)

    assert set(await PostVariant.filter(post_id=post.id).values_list("phase", "queued")) == {("draft", False)}
    await replace_slots(queues[1], WEEKDAYS)
    await plan_in_queue(post, account, owner.id)
    before = set(await PostVariant.filter(post_id=post.id).values_list("connection_id", "due_at"))
    await plan_in_queue(post, account, owner.id)
    assert set(await PostVariant.filter(post_id=post.id).values_list("connection_id", "due_at")) == before


async def post_for(*connections: Connection) -> Post:
    variant = await variant_of(connections[0])
    await Post.filter(id=variant.post_id).update(text="Kopi")
    now = clock.now()
    for connection in connections[1:]:
        await PostVariant.create(
            id=uuid4(), account_id=connection.account_id, post_id=variant.post_id, connection=connection,
            network=connection.network, created_at=now, updated_at=now,
        )  # fmt: skip
    return await Post.get(id=variant.post_id)


async def test_a_post_that_the_month_has_no_room_for_takes_no_slot(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def is_full(*_arguments: object) -> None:
        raise PostLimitReached(limit=0)

    account = await sari()
    owner, connection = await world.owner(account), await connection_of(account)
    await replace_slots(connection, WEEKDAYS)
    post, first = await post_for(connection), await next_free_time(connection.id, account.time_zone)
    monkeypatch.setattr(monthly_post_count, "check_room_for_post", is_full)

    with pytest.raises(PostLimitReached):
        await plan_in_queue(post, account, owner.id)

    assert await PostVariant.filter(post_id=post.id).values_list("phase", "queued", "planned_at", "due_at") == [
        ("draft", False, None, None)
    ]
    monkeypatch.undo()
    await plan_in_queue(await post_for(connection), account, owner.id)
    assert await PostVariant.filter(due_at=first, phase=PLANNED).count() == 1
