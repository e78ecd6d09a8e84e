"""The first reply of a post, behind a fence of its own."""

from datetime import timedelta

from app.accounts.models import Account
from app.publishing.posts.post_variant import PostVariant
from tests.conftest import Clock
from tests.networks.flaky import FlakyNetwork, FlakyServer
from tests.publishing.delivery.planned import again, connect, plan, wake, work_until


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
