"""Plans a post in one of three ways: now, at a time, or in the next free slot of each of its connections."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from app.accounts.models import Account
from app.kernel.db import transaction
from app.publishing.planning.queue import leave_slots, plan_in_queue
from app.publishing.posts import planning_actions
from app.publishing.posts.post import Post

NOW, AT, SLOT = "now", "at", "slot"


async def plan_post(
    post: Post, account: Account, user_id: UUID | None, *, when: str, at: datetime | None, zone: str
) -> None:
    """Plans a saved post; `when` is NOW, AT (at the time `at`) or SLOT.

    Raises: those of `planning_actions.plan`, NoSlots.
    """
    zone = zone or account.time_zone
    if when == SLOT:
        await plan_in_queue(post, account, user_id, zone=zone)
        return
    async with transaction():
        await leave_slots(post, account)
        await planning_actions.plan(post, account, user_id, at=None if when == NOW else at, zone=zone)
