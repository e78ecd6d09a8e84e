"""After a restore nothing goes out by itself that may have gone out after the backup was made."""

from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.publishing.connections import connection_hooks
from app.publishing.delivery import after_restore
from app.publishing.posts.post_variant import PostVariant
from tests.networks.flaky import FlakyNetwork, FlakyServer
from tests.publishing.delivery.planned import again, connect, plan, work


@pytest.mark.parametrize("phase", ["planned", "retry", "claimed", "preparing", "needs_reconnect"])
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
