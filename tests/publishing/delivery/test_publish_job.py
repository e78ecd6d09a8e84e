"""Publishing: each post at most once, none lost in silence, whatever the network and our processes do."""

import asyncio
from datetime import timedelta

import pytest
from tortoise.exceptions import DBConnectionError

from app.accounts.models import Account
from app.jobs import Job
from app.jobs.worker import Worker
from app.kernel import clock
from app.publishing.connections import authorised_client
from app.publishing.connections.connection import Connection
from app.publishing.delivery import network_limits
from app.publishing.delivery.publish_job import run_due_step
from app.publishing.networks.network import RateLimit, Sent
from app.publishing.posts import drafts, timeline
from app.publishing.posts.drafts import Draft, VariantDraft
from app.publishing.posts.post import Post
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
    outcomes = await asyncio.gather(*(run_due_step(variant.id) for _ in range(8)), return_exceptions=True)
    assert [str(each) for each in outcomes if isinstance(each, Exception) and type(each).__name__ != "ClaimLost"] == []
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


async def test_words_that_are_changed_while_a_variant_is_claimed_are_sent_whole_as_new_or_as_old(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = await connect(sari)
    [variant] = await plan(sari, connection, text="Kopi Gayo")
    client_for = authorised_client.client_for

    async def edit(*arguments: object) -> object:
        draft = Draft("Kopi Toraja", variants={connection.id: VariantDraft()})
        await drafts.save(await Post.get(id=variant.post_id), sari, None, draft, seen=None)
        return await client_for(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(authorised_client, "client_for", edit)
    await work()

    assert [post["text"] for post in server.posts] == ["Kopi Gayo"] == [(await again(variant)).text]


async def test_a_variant_that_is_changed_before_its_claim_is_sent_as_changed(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = await connect(sari)
    [variant] = await plan(sari, connection, text="Kopi Gayo")
    stopped_until = network_limits.stop_end

    async def edit(*arguments: object) -> object:
        monkeypatch.setattr(network_limits, "stop_end", stopped_until)
        draft = Draft("Kopi Gayo", variants={connection.id: VariantDraft("Kopi Toraja")})
        await drafts.save(await Post.get(id=variant.post_id), sari, None, draft, seen=None)
        return None

    monkeypatch.setattr(network_limits, "stop_end", edit)
    await work()

    assert [post["text"] for post in server.posts] == ["Kopi Toraja"]


async def test_another_post_with_the_same_words_is_not_taken_for_one_without_an_answer(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = await connect(sari)
    [first] = await plan(sari, connection)
    await work()
    first = await again(first)

    async def find(*_arguments: object) -> Sent:
        return Sent(first.external_id, first.permalink)

    monkeypatch.setattr(FlakyNetwork, "find", find)
    [second] = await plan(sari, connection)
    await PostVariant.filter(id=second.id).update(phase="sending", sent_at=clock.now(), fence=1)
    await work_until(moved, 2)

    assert (await again(second)).phase == "unconfirmed"


async def test_what_was_not_sent_is_given_back_once_though_writing_it_fails_at_first(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    flaky.limits = (RateLimit("posts", 3, 900),)
    server.trouble("500", "/posts")
    connection = await connect(sari)
    [variant] = await plan(sari, connection)
    record, tries = timeline.record_event, list[int]()

    async def away_once(*arguments: object, **options: object) -> None:
        if arguments[1] == "retry" and not tries:
            tries.append(1)
            raise DBConnectionError("away")
        await record(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(timeline, "record_event", away_once)
    await work()

    variant = await again(variant)
    assert (variant.phase, variant.tries, variant.sent_at) == ("retry", 1, None)
    assert [room.left for room in (await network_limits.limit_usages_by_connection([connection]))[connection.id]] == [3]


async def test_what_was_prepared_for_other_words_is_forgotten_also_where_nothing_is_prepared(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer
) -> None:
    [variant] = await plan(sari, await connect(sari), progress={"uploads": {"old": "1"}, "prepared_for": "other"})
    await work()
    assert "uploads" not in (await again(variant)).progress


@pytest.mark.parametrize("permalink", ["javascript:alert(1)", "https://example.com/" + "a" * 3000])
async def test_an_address_of_a_network_that_is_none_is_not_shown(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, monkeypatch: pytest.MonkeyPatch, permalink: str
) -> None:
    async def send(*_arguments: object) -> Sent:
        return Sent("1", permalink)

    monkeypatch.setattr(FlakyNetwork, "send", send)
    [variant] = await plan(sari, await connect(sari))
    await work()
    variant = await again(variant)
    assert (variant.phase, variant.permalink) == ("published", "")


async def test_a_pause_between_claim_and_fence_holds_for_the_reply(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    [variant] = await plan(sari, await connect(sari), reply="Tautan di sini")
    client_for = authorised_client.client_for

    async def pause(*arguments: object) -> object:
        if (await again(variant)).phase == "published":
            await Account.filter(id=sari.id).update(posts_paused_at=clock.now())
        return await client_for(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(authorised_client, "client_for", pause)
    await work()
    assert [(await again(variant)).reply_state, server.replies] == ["waiting", []]
    await Account.filter(id=sari.id).update(posts_paused_at=None)
    monkeypatch.setattr(authorised_client, "client_for", client_for)
    await run_due_step(variant.id)
    assert [(await again(variant)).reply_state, len(server.replies)] == ["published", 1]
