"""One attempt: uploads are kept, errors mean what the network said, and nothing passes the fence that may not."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from app.accounts.models import Account
from app.jobs.worker import Worker
from app.kernel import clock
from app.publishing.connections.connection import Connection
from app.publishing.delivery import attempt, manual_actions
from app.publishing.delivery.publish_job import run_due_step
from app.publishing.networks.errors import NetworkError, PostRefused, TemporaryFailure
from app.publishing.networks.network import Progress, Sent
from app.publishing.networks.post_content import MediaFile, PostContent
from app.publishing.posts.post_event import PostEvent
from app.publishing.posts.post_variant import PostVariant
from tests import world
from tests.conftest import Clock
from tests.networks.flaky import FlakyNetwork, FlakyServer
from tests.publishing.delivery.planned import again, connect, events_of, plan, work, work_until


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
        await run_due_step(variant.id)  # a server that was restarted has no reason to be earlier
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


def picture(id: str, size: int = 1_000) -> MediaFile:
    """A file of a post, whose bytes nobody reads."""

    async def read(first: int, length: int) -> AsyncIterator[bytes]:
        yield bytes(length)

    return MediaFile(id, "image", "image/jpeg", size, read)


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> list[MediaFile]:
    """The files of every variant, which a test changes."""
    attached = [picture("1"), picture("2")]

    async def content(variant: PostVariant) -> PostContent:
        return PostContent(str(variant.id), variant.text or "Kopi", tuple(attached))

    monkeypatch.setattr(attempt, "prepare_content", content)
    return attached


async def test_what_was_uploaded_before_a_crash_is_not_uploaded_again(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock, files: list[MediaFile]
) -> None:
    server.polls = 3
    [variant] = await plan(sari, await connect(sari))
    await work()
    assert (await again(variant)).phase == "preparing"
    await PostVariant.filter(id=variant.id).update(phase="claimed", retry_at=None)  # its process died
    await work_until(moved)
    assert (await again(variant)).phase == "published"
    assert len(server.arrivals("/uploads", "POST")) == 2
    assert await events_of(variant) == ["uploaded", "sent", "published"]


async def test_what_was_uploaded_for_other_words_or_files_is_not_used(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock, files: list[MediaFile]
) -> None:
    server.trouble("500", "/posts")
    await plan(sari, await connect(sari))
    await work()
    files[:] = [picture("3")]  # somebody changed the post
    await work_until(moved)
    [post] = server.posts
    assert post["media"] == [list(server.uploads)[2]]


async def test_large_files_go_through_jobs_of_their_own(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, files: list[MediaFile]
) -> None:
    files[:] = [picture("1", attempt.LARGE + 1)]
    [variant] = await plan(sari, await connect(sari))
    await Worker().run_due("posts.publish")
    assert not server.requests
    await Worker().run_due("posts.upload")
    assert (await again(variant)).phase == "published"


async def test_no_token_is_stored_with_the_words_of_a_network(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = "EAAG" + "x7" * 20

    def refuse(_self: FlakyServer, status: int) -> web.Response:
        return web.json_response({"error": "190", "message": f"bad {secret}"}, status=status)

    monkeypatch.setattr(FlakyServer, "refuse", refuse)
    server.trouble("422", "/posts")
    [variant] = await plan(sari, await connect(sari))
    await work()
    stored = await PostVariant.get(id=variant.id)
    event = await PostEvent.get(variant_id=variant.id, what="failed")
    assert secret not in stored.trouble_detail + event.detail
    assert "bad" in event.detail and stored.trouble_code == "190"


@pytest.mark.parametrize(
    ("error", "kept"),
    [
        (PostRefused("upload_ended"), {}),
        (PostRefused("post_refused"), {"session": 1}),
        (TemporaryFailure("upload_lost"), {"session": 1}),
    ],
    ids=["ended", "refused", "lost"],
)
async def test_what_has_ended_at_a_network_is_prepared_anew_and_all_else_is_kept_for_the_next_try(
    sari: Account,
    flaky: FlakyNetwork,
    server: FlakyServer,
    monkeypatch: pytest.MonkeyPatch,
    error: NetworkError,
    kept: dict[str, int],
) -> None:
    [variant] = await plan(sari, await connect(sari))
    seen = list[dict[str, Any]]()

    async def prepare(_client: object, _target: object, _content: object, progress: Progress) -> None:
        seen.append(dict(progress.values))
        progress.values["session"] = len(seen)
        await progress.save()

    async def send(*_: object) -> Sent:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(flaky, "prepare", prepare)
        patched.setattr(flaky, "send", send)
        await work()
        await manual_actions.publish_now(await again(variant), (await world.owner(sari)).id)
        await work()

    assert seen == [{}, kept]
