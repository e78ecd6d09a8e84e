"""After a restore nothing goes out by itself that may have gone out after the backup was made."""

from datetime import timedelta

import pytest

from app.accounts.models import Account, Membership
from app.kernel import clock
from app.publishing.connections import connection_hooks
from app.publishing.delivery import after_restore, manual_actions
from app.publishing.posts import planning_actions
from app.publishing.posts.planning_actions import BeingPublished
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant
from tests import world
from tests.networks.flaky import FlakyNetwork, FlakyServer
from tests.publishing.delivery.planned import again, connect, plan, work


@pytest.mark.parametrize("phase", ["waiting", "planned", "retry", "claimed", "preparing", "needs_reconnect"])
async def test_what_was_due_before_a_restore_is_decided_by_a_person(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, phase: str
) -> None:
    connection = await connect(sari)
    [variant] = await plan(sari, connection, at=clock.now() - timedelta(minutes=1))
    await PostVariant.filter(id=variant.id).update(phase=phase)

    await after_restore.make_restored_posts_safe()
    await connection_hooks.resume_posts(connection)
    await work()

    assert ((await again(variant)).phase, server.posts) == ("unconfirmed", [])


async def test_what_waited_and_was_due_before_a_restore_goes_out_neither_by_an_approval_nor_unapproved(
    sari: Account, budi: Account, flaky: FlakyNetwork, server: FlakyServer
) -> None:
    owner, editor = await world.owner(sari), await world.owner(budi)
    await Membership.create(user=editor, account=sari, role="editor", created_at=clock.now())
    await Account.filter(id=sari.id).update(posts_need_approval=True)
    [variant] = await plan(sari, await connect(sari), at=clock.now() - timedelta(minutes=1), phase="waiting")
    await Post.filter(id=variant.post_id).update(submitted_at=clock.now())

    await after_restore.make_restored_posts_safe()
    post = await Post.get(id=variant.post_id)
    with pytest.raises(BeingPublished):
        await planning_actions.approve(post, owner.id)
    await manual_actions.send_unconfirmed_again(await again(variant), editor.id)
    await work()

    assert ((await again(variant)).phase, server.posts) == ("waiting", [])
    await planning_actions.approve(post, owner.id)
    await work()
    assert ((await again(variant)).phase, len(server.posts)) == ("published", 1)


async def test_an_owner_sends_what_waited_before_a_restore_by_one_decision(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer
) -> None:
    await Account.filter(id=sari.id).update(posts_need_approval=True)
    [variant] = await plan(sari, await connect(sari), at=clock.now() - timedelta(minutes=1), phase="waiting")
    await Post.filter(id=variant.post_id).update(submitted_at=clock.now())

    await after_restore.make_restored_posts_safe()
    await manual_actions.send_unconfirmed_again(await again(variant), (await world.owner(sari)).id)
    await work()

    assert ((await again(variant)).phase, len(server.posts)) == ("published", 1)


async def test_what_waits_for_a_time_to_come_goes_on_waiting_after_a_restore(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer
) -> None:
    [variant] = await plan(sari, await connect(sari), at=clock.now() + timedelta(hours=1), phase="waiting")
    await after_restore.make_restored_posts_safe()
    assert (await again(variant)).phase == "waiting"
