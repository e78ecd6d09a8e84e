"""Plans a post in one of three ways: now, at a time, or in the next free slot of each of its connections."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from app.accounts.models import Account
from app.kernel import clock
from app.publishing.planning.queue import leave_slot, take_next_slot
from app.publishing.posts import planning_verbs
from app.publishing.posts.phases import EDITABLE
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant

NOW, AT, SLOT = "now", "at", "slot"


async def plan_post(
    post: Post, account: Account, user_id: UUID | None, *, when: str, at: datetime | None, zone: str
) -> None:
    """Plans a saved post; `when` is NOW, AT (at the time `at`) or SLOT.

    Raises: those of `planning_verbs.plan`, NoSlots.
    """
    moment = None if when == NOW else at
    if when == SLOT:
        await planning_verbs.check_ready(await _editable(post), {})
        times = [await take_next_slot(variant, account) for variant in await _editable(post)]
        moment = min(times, default=clock.now())
    elif when == AT:
        for variant in await _editable(post):
            if variant.queued:
                await leave_slot(variant)
    await planning_verbs.plan(post, account, user_id, at=moment, zone=zone or account.time_zone)


async def _editable(post: Post) -> list[PostVariant]:
    """The variants of a post that are planned with it."""
    return await PostVariant.filter(post_id=post.id, phase__in=list(EDITABLE)).order_by("created_at", "id")
