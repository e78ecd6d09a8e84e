"""Publishing: each post at most once, none lost in silence, whatever the network and our processes do."""

import asyncio
from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.jobs import Job
from app.jobs.worker import Worker
from app.kernel import clock
from app.publishing.connections.connection import Connection
from app.publishing.delivery.publish_job import advance
from app.publishing.posts.post_variant import PostVariant
from tests.conftest import Clock
from tests.networks.flaky import FlakyNetwork, FlakyServer
from tests.publishing.delivery.planned import again, connect, events_of, plan, wake, work, work_until


async def test_a_post_that_is_due_is_published_once_with_its_address(sari: Account, flaky: FlakyNetwork) -> None:
    [variant] = await plan(sari, await connect(sari))
    await work()
    variant = await again(variant)
    assert (variant.phase, variant.permalink[-3:]) == ("published", variant.external_id[-3:])
    assert variant.published_at
    assert await events_of(variant) == ["sent", "published"]
    await work()
    assert not await Job.not_ended().filter(kind="posts.publish").exists()


async def test_nothing_is_published_before_its_time(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    [variant] = await plan(sari, await connect(sari))
    later = clock.now() + timedelta(hours=3)
    await PostVariant.filter(id=variant.id).update(due_at=later)  # moved, while its job is on its way
    await work()
    assert not server.requests
    assert (await Job.not_ended().get(unique_key=f"post variant {variant.id}")).due_at == later
    moved.to(later)
    await work()
    assert len(server.posts) == 1


async def test_a_cancelled_post_is_not_published(sari: Account, flaky: FlakyNetwork, server: FlakyServer) -> None:
    [variant] = await plan(sari, await connect(sari))
    await PostVariant.filter(id=variant.id).update(phase="cancelled", due_at=None)
    await work()
    assert not server.requests
    assert not await Job.not_ended().filter(kind="posts.publish").exists()


async def test_many_processes_that_begin_the_same_variant_send_it_once(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer
) -> None:
    [variant] = await plan(sari, await connect(sari))
    outcomes = await asyncio.gather(*(advance(variant.id) for _ in range(8)), return_exceptions=True)
    assert [str(each) for each in outcomes if isinstance(each, Exception) and type(each).__name__ != "Lost"] == []
    await work()
    assert len(server.posts) == 1
    assert (await again(variant)).phase == "published"


async def test_while_publishing_is_paused_nothing_is_sent_and_after_it_all_that_is_due(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    paused = await connect(sari, "paused", paused_at=clock.now())
    variants = await plan(sari, await connect(sari), paused)
    await Account.filter(id=sari.id).update(posts_paused_at=clock.now())
    await work_until(moved, 2)
    assert not server.requests
    await Account.filter(id=sari.id).update(posts_paused_at=None)
    moved.on(timedelta(minutes=1))
    await wake()
    assert [(await again(each)).phase for each in variants] == ["published", "planned"]
    await Connection.filter(id=paused.id).update(paused_at=None)
    await wake()
    assert (await again(variants[1])).phase == "published"


@pytest.mark.parametrize("column", ["frozen_at", "delete_at"])
async def test_nothing_of_a_frozen_or_leaving_account_is_sent(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, column: str
) -> None:
    await plan(sari, await connect(sari))
    await Account.filter(id=sari.id).update(**{column: clock.now()})
    await work()
    await wake()
    assert not server.requests


async def test_a_post_that_was_due_more_than_a_day_ago_waits_for_a_person(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    [variant] = await plan(sari, await connect(sari))
    moved.on(timedelta(hours=25))
    await work()
    assert ((await again(variant)).phase, (await again(variant)).trouble) == ("failed", "too_late")
    assert not server.requests


async def test_a_post_that_the_network_publishes_later_is_confirmed_by_reading(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    flaky.confirms, server.polls = True, 3
    [variant] = await plan(sari, await connect(sari))
    await work()
    assert (await again(variant)).phase == "confirming"
    await work_until(moved)
    assert (await again(variant)).phase == "published"
    assert len(server.posts) == 1


async def test_a_lost_job_is_made_again(sari: Account, flaky: FlakyNetwork, moved: Clock) -> None:
    [variant] = await plan(sari, await connect(sari))
    await Job.filter(kind="posts.publish").delete()
    moved.on(timedelta(seconds=30))
    await wake()
    assert (await again(variant)).phase == "published"


async def test_a_variant_whose_processes_die_again_and_again_fails_and_says_so(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer
) -> None:
    [variant] = await plan(sari, await connect(sari))
    await PostVariant.filter(id=variant.id).update(phase="preparing")
    await Job.filter(kind="posts.publish").update(tries=10)
    await Worker().run_due("posts.publish")
    assert ((await again(variant)).phase, (await again(variant)).trouble) == ("failed", "our_fault")


@pytest.mark.parametrize(("state", "end"), [("sending", "unconfirmed"), ("waiting", "failed")])
async def test_a_reply_whose_processes_die_again_and_again_ends_and_says_so(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, state: str, end: str
) -> None:
    [variant] = await plan(sari, await connect(sari))
    await PostVariant.filter(id=variant.id).update(phase="published", reply_state=state, external_id="1")
    await Job.filter(kind="posts.publish").update(tries=10)
    await Worker().run_due("posts.publish")
    assert (await again(variant)).reply_state == end
    assert await events_of(variant) == [f"reply_{end}"]
