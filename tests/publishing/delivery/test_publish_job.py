"""Publishing: each post at most once, none lost in silence, whatever the network and our processes do."""

import asyncio
from datetime import timedelta

import pytest
from tortoise.exceptions import DBConnectionError

from app.accounts.models import Account
from app.jobs import Job
from app.jobs.worker import Worker
from app.kernel import clock
from app.publishing.connections import access
from app.publishing.connections.connection import Connection
from app.publishing.delivery import limits
from app.publishing.delivery.publish_job import advance
from app.publishing.delivery.upkeep import wake_variants
from app.publishing.networks.network import RateLimit, Sent
from app.publishing.posts import drafts, timeline
from app.publishing.posts.drafts import Draft, VariantDraft
from app.publishing.posts.post import Post
from app.publishing.posts.post_event import PostEvent
from app.publishing.posts.post_variant import PostVariant
from tests.conftest import Clock
from tests.networks.flaky import FlakyNetwork, FlakyServer
from tests.publishing.delivery.planned import again, connect, plan, work, work_until


async def events_of(variant: PostVariant) -> list[str]:
    return [event.what for event in await PostEvent.filter(variant_id=variant.id).order_by("id")]


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


async def test_back_off_is_kept_and_the_number_of_tries_bounded(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    server.trouble("500", "/posts", times=10)
    [variant] = await plan(sari, await connect(sari))
    waits = []
    for _ in range(3):
        await work()
        variant = await again(variant)
        assert variant.phase == "retry"
        assert variant.retry_at is not None
        waits.append((variant.retry_at - clock.now()).total_seconds())
        moved.to(variant.retry_at - timedelta(seconds=1))
        await advance(variant.id)  # a server that was restarted has no reason to be earlier
        moved.to(variant.retry_at)
    assert [60 <= waits[0] <= 75, 300 <= waits[1] <= 375, 1800 <= waits[2] <= 2250] == [True] * 3
    await work()
    variant = await again(variant)
    assert (variant.phase, variant.trouble, variant.trouble_code) == ("failed", "network_down", "500")
    assert len(server.arrivals("/posts", "POST")) == 4


async def test_retry_after_of_the_network_is_obeyed_by_all_posts_of_the_connection(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    server.trouble("429", "/posts", retry_after="5000")
    connection = await connect(sari)
    [first] = await plan(sari, connection)
    await work()
    [second] = await plan(sari, connection)
    moved.on(timedelta(seconds=4000))
    await work()
    assert len(server.arrivals("/posts")) == 1
    moved.on(timedelta(seconds=4000))
    await work()
    assert [(await again(each)).phase for each in (first, second)] == ["published", "published"]
    assert (await again(second)).tries == 0


async def test_a_refusal_for_good_fails_at_once_and_says_why(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer
) -> None:
    server.trouble("422", "/posts")
    [variant] = await plan(sari, await connect(sari))
    await work()
    variant = await again(variant)
    assert (variant.phase, variant.trouble, variant.sent_at) == ("failed", "refused", None)
    assert len(server.arrivals("/posts")) == 1
    assert (await PostEvent.get(variant_id=variant.id, what="failed")).status == 422


async def test_a_permission_that_ended_marks_the_connection_and_is_not_tried_again(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    server.trouble("401", "/posts")
    connection = await connect(sari)
    [variant] = await plan(sari, connection)
    await work_until(moved, 48)
    assert (await again(variant)).phase == "needs_reconnect"
    assert (await Connection.get(id=connection.id)).state == "needs_reconnect"
    assert len(server.arrivals("/posts")) == 1
    [other] = await plan(sari, connection)
    await work()
    assert (await again(other)).phase == "needs_reconnect"
    assert len(server.arrivals("/posts")) == 1


async def test_a_stop_of_the_whole_app_holds_everybody_up_and_is_nobodys_try(
    sari: Account, budi: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    server.trouble("403", "/posts")
    variants = [*await plan(sari, await connect(sari)), *await plan(budi, await connect(budi))]
    await work()
    assert len(server.arrivals("/posts")) == 1
    assert {(await again(each)).tries for each in variants} == {0}
    await work_until(moved, 1)
    assert [(await again(each)).phase for each in variants] == ["published", "published"]


async def test_after_a_commit_without_an_answer_the_post_is_found_at_the_network(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    server.trouble("commit then drop", "/posts", "POST")
    [variant] = await plan(sari, await connect(sari))
    await work_until(moved)
    assert (await again(variant)).phase == "published"
    assert len(server.posts) == 1


@pytest.mark.parametrize("trouble", ["commit then drop", "commit then not json", "drop"])
async def test_without_an_answer_and_without_a_way_to_look_a_person_decides(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock, trouble: str
) -> None:
    flaky.looks = False
    server.trouble(trouble, "/posts", "POST")
    [variant] = await plan(sari, await connect(sari))
    await work_until(moved, 100)
    variant = await again(variant)
    assert (variant.phase, variant.trouble) == ("unconfirmed", "no_answer")
    assert len(server.arrivals("/posts", "POST")) == 1


async def test_a_post_that_does_not_appear_is_looked_for_four_times_and_never_sent_again(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    server.trouble("commit then drop", "/posts", "POST")
    server.hidden = True
    [variant] = await plan(sari, await connect(sari))
    await work_until(moved, 100)
    assert ((await again(variant)).phase, (await again(variant)).trouble) == ("unconfirmed", "not_seen")
    assert len(server.arrivals("/posts", "GET")) == 4
    assert len(server.arrivals("/posts", "POST")) == 1


async def test_what_another_process_left_in_sending_is_never_sent_by_itself(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    flaky.looks = False
    [variant] = await plan(sari, await connect(sari))
    await PostVariant.filter(id=variant.id).update(phase="sending", sent_at=clock.now(), fence=1)
    await work_until(moved, 100)
    assert (await again(variant)).phase == "unconfirmed"
    assert not server.requests


async def test_a_process_that_lost_its_claim_cannot_pass_the_fence(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    [variant] = await plan(sari, await connect(sari))
    prepare = FlakyNetwork.prepare

    async def lose(*arguments: object) -> None:
        await PostVariant.filter(id=variant.id).update(fence=99)
        await prepare(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(FlakyNetwork, "prepare", lose)
    await work()
    assert not server.posts
    assert (await again(variant)).phase == "claimed"


async def test_many_processes_that_begin_the_same_variant_send_it_once(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer
) -> None:
    [variant] = await plan(sari, await connect(sari))
    outcomes = await asyncio.gather(*(advance(variant.id) for _ in range(8)), return_exceptions=True)
    assert [str(each) for each in outcomes if isinstance(each, Exception) and type(each).__name__ != "Lost"] == []
    await work()
    assert len(server.posts) == 1
    assert (await again(variant)).phase == "published"


async def test_a_limit_is_exact_under_concurrency_and_what_is_over_waits_for_the_next_window(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    flaky.limits = (RateLimit("posts", 3, 900), RateLimit("app", 1_000, 86_400, app=True))
    connection = await connect(sari)
    for number in range(7):
        await plan(sari, connection, text=f"Kopi {number}")
    await asyncio.gather(*(advance(variant.id) for variant in await PostVariant.all()))
    assert len(server.posts) == 3
    assert [room.left for room in await limits.room_left(connection)] == [0, 997]
    waiting = await PostVariant.filter(phase="retry")
    assert {(each.trouble, each.tries) for each in waiting} == {("limit_reached", 0)}
    await work_until(moved, 1)
    assert len(server.posts) == 7
    assert max(server.times.values()) == 1


async def test_what_was_not_sent_is_given_back_to_the_limit(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer
) -> None:
    flaky.limits = (RateLimit("posts", 3, 900),)
    connection = await connect(sari)
    server.trouble("500", "/posts")
    await plan(sari, connection)
    await work()
    assert [room.left for room in await limits.room_left(connection)] == [3]


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


async def wake() -> None:
    await wake_variants(Job(kind="posts.upkeep"))
    await work()


async def test_a_pause_between_claim_and_fence_holds(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    [variant] = await plan(sari, await connect(sari))

    async def pause(*_arguments: object) -> None:
        await Account.filter(id=sari.id).update(posts_paused_at=clock.now())

    monkeypatch.setattr(FlakyNetwork, "prepare", pause)
    await work()
    assert not server.posts
    assert (await again(variant)).phase == "planned"


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


async def test_the_first_reply_has_a_fence_of_its_own(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    [variant] = await plan(sari, await connect(sari), reply="Tautan di sini")
    await work_until(moved)
    assert [(await again(variant)).reply_state, len(server.replies)] == ["published", 1]
    await PostVariant.filter(id=variant.id).update(reply_state="sending")  # its process died inside the call
    moved.on(timedelta(minutes=1))
    await wake()
    assert [(await again(variant)).reply_state, len(server.replies)] == ["unconfirmed", 1]
    assert len(server.posts) == 1


async def test_a_reply_that_the_network_did_not_take_is_tried_again(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    server.trouble("500", "/posts/")
    [variant] = await plan(sari, await connect(sari), reply="Tautan di sini")
    await work_until(moved)
    assert [(await again(variant)).reply_state, len(server.replies), len(server.posts)] == ["published", 1, 1]


async def test_a_variant_whose_processes_die_again_and_again_fails_and_says_so(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer
) -> None:
    [variant] = await plan(sari, await connect(sari))
    await PostVariant.filter(id=variant.id).update(phase="preparing")
    await Job.filter(kind="posts.publish").update(tries=10)
    await Worker().run_due("posts.publish")
    assert ((await again(variant)).phase, (await again(variant)).trouble) == ("failed", "our_fault")


async def test_words_that_are_changed_while_a_variant_is_claimed_are_sent_whole_as_new_or_as_old(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = await connect(sari)
    [variant] = await plan(sari, connection, text="Kopi Gayo")
    client_for = access.client_for

    async def edit(*arguments: object) -> object:
        draft = Draft("Kopi Toraja", variants={connection.id: VariantDraft()})
        await drafts.save(await Post.get(id=variant.post_id), sari, None, draft, seen=None)
        return await client_for(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(access, "client_for", edit)
    await work()

    assert [post["text"] for post in server.posts] == ["Kopi Gayo"] == [(await again(variant)).text]


async def test_a_variant_that_is_changed_before_its_claim_is_sent_as_changed(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = await connect(sari)
    [variant] = await plan(sari, connection, text="Kopi Gayo")
    stopped_until = limits.stopped_until

    async def edit(*arguments: object) -> object:
        monkeypatch.setattr(limits, "stopped_until", stopped_until)
        draft = Draft("Kopi Gayo", variants={connection.id: VariantDraft("Kopi Toraja")})
        await drafts.save(await Post.get(id=variant.post_id), sari, None, draft, seen=None)
        return None

    monkeypatch.setattr(limits, "stopped_until", edit)
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
    record, tries = timeline.record, list[int]()

    async def away_once(*arguments: object, **options: object) -> None:
        if arguments[1] == "retry" and not tries:
            tries.append(1)
            raise DBConnectionError("away")
        await record(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(timeline, "record", away_once)
    await work()

    variant = await again(variant)
    assert (variant.phase, variant.tries, variant.sent_at) == ("retry", 1, None)
    assert [room.left for room in await limits.room_left(connection)] == [3]


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
    client_for = access.client_for

    async def pause(*arguments: object) -> object:
        if (await again(variant)).phase == "published":
            await Account.filter(id=sari.id).update(posts_paused_at=clock.now())
        return await client_for(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(access, "client_for", pause)
    await work()
    assert [(await again(variant)).reply_state, server.replies] == ["waiting", []]
    await Account.filter(id=sari.id).update(posts_paused_at=None)
    monkeypatch.setattr(access, "client_for", client_for)
    await advance(variant.id)
    assert [(await again(variant)).reply_state, len(server.replies)] == ["published", 1]
