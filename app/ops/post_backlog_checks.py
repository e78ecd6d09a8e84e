"""What `kliqs doctor` says of posts that are to be published."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from app.kernel.clock import format_rfc3339
from app.kernel.config import Config
from app.ops.counts import count_of
from app.ops.finding import Finding
from app.publishing.delivery.backlog import LATE, post_backlog
from app.publishing.delivery.network_limits import stopped_apps


async def check_post_backlog(config: Config) -> AsyncGenerator[Finding]:
    """Yields whether posts go out in time, and which networks have stopped our app; nothing with publishing off."""
    if not config.publishing:
        return
    backlog = await post_backlog()
    if backlog.oldest > LATE.total_seconds():
        minutes = int(backlog.oldest // 60)
        yield Finding(
            f"{count_of(backlog.waiting, 'post is', 'posts are')} due and not begun, the oldest for "
            f"{count_of(minutes, 'minute', 'minutes')}: is kliqs serve running?",
            False,
        )
    else:
        yield Finding("Posts go out in time.")
    for stop in await stopped_apps():
        if stop.stopped_until:
            until = format_rfc3339(stop.stopped_until)
            yield Finding(
                f"{stop.key} has stopped the app of this installation until {until}: look at it there.", False
            )
