"""What the operator sees of posts: how many wait, and which networks have stopped the app."""

from datetime import timedelta

from app.accounts.models import Account
from app.kernel import clock, installation
from app.ops.post_backlog_checks import check_post_backlog
from app.publishing.delivery import network_limits
from app.publishing.delivery.backlog import post_backlog
from tests.conftest import Clock
from tests.networks.flaky import FlakyNetwork, FlakyServer
from tests.publishing.delivery.planned import connect, plan, work


async def says() -> list[tuple[str, bool]]:
    config = installation.current().config
    return [(finding.says, finding.ok) async for finding in check_post_backlog(config)]


async def test_posts_that_are_due_and_not_begun_are_counted_and_reported(
    sari: Account, flaky: FlakyNetwork, moved: Clock
) -> None:
    await plan(sari, await connect(sari))
    await plan(sari, await connect(sari), at=clock.now() + timedelta(days=1))
    assert await says() == [("Posts go out in time.", True)]
    moved.on(timedelta(minutes=7))
    backlog = await post_backlog()
    assert (backlog.phases, backlog.waiting, round(backlog.oldest)) == ({"planned": 2}, 1, 420)
    [(words, good)] = await says()
    assert words.startswith("1 post is due and not begun, the oldest for 7 minutes") and not good
    await work()
    assert (await post_backlog()).phases == {"planned": 1, "published": 1}


async def test_what_is_paused_does_not_count_as_waiting(sari: Account, flaky: FlakyNetwork, moved: Clock) -> None:
    await plan(sari, await connect(sari))
    await Account.filter(id=sari.id).update(posts_paused_at=clock.now())
    moved.on(timedelta(minutes=7))
    assert (await post_backlog()).waiting == 0


async def test_the_operator_is_told_which_network_stopped_the_app_and_nobody_is_blamed(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    server.trouble("403", "/posts")
    await plan(sari, await connect(sari))
    await work()
    [_, (words, good)] = await says()
    assert words.startswith("flaky has stopped the app of this installation until") and not good
    moved.on(timedelta(hours=1))
    assert len(await says()) <= 2
    assert not await network_limits.stopped_apps()
