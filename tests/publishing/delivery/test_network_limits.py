"""Limits of networks: exact whatever happens at once, and what was not sent is given back."""

import asyncio

import pytest

from app.accounts.models import Account
from app.publishing.delivery import network_limits
from app.publishing.delivery.publish_job import run_due_step
from app.publishing.networks.errors import TemporaryFailure
from app.publishing.networks.network import RateLimit
from app.publishing.posts.post_variant import PostVariant
from tests.conftest import Clock
from tests.networks.flaky import FlakyNetwork, FlakyServer
from tests.publishing.delivery.planned import again, connect, plan, work, work_until


async def test_a_limit_is_exact_under_concurrency_and_what_is_over_waits_for_the_next_window(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    flaky.limits = (RateLimit("posts", 3, 900), RateLimit("app", 1_000, 86_400, app=True))
    connection = await connect(sari)
    for number in range(7):
        await plan(sari, connection, text=f"Kopi {number}")
    await asyncio.gather(*(run_due_step(variant.id) for variant in await PostVariant.all()))
    assert len(server.posts) == 3
    assert [room.left for room in (await network_limits.limit_usages_by_connection([connection]))[connection.id]] == [
        0,
        997,
    ]
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
    assert [room.left for room in (await network_limits.limit_usages_by_connection([connection]))[connection.id]] == [3]


async def test_a_limit_that_the_network_itself_reports_is_waited_for_and_is_nobodys_try(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = [TemporaryFailure("limit_reached", after=3_600)] * 6

    async def full(*_arguments: object) -> None:
        if left:
            raise left.pop()

    monkeypatch.setattr(FlakyNetwork, "prepare", full)
    [variant] = await plan(sari, await connect(sari))
    await work_until(moved, 9)
    assert ((await again(variant)).phase, (await again(variant)).tries) == ("published", 0)
