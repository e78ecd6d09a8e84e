"""A call without an answer: the post is looked for where that is possible, and never sent again by itself."""

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.publishing.posts.post_variant import PostVariant
from tests.conftest import Clock
from tests.networks.flaky import FlakyNetwork, FlakyServer
from tests.publishing.delivery.planned import again, connect, plan, work_until


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
