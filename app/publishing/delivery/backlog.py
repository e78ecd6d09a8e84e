"""Counts the posts in each phase and those that are overdue, for the metrics and the operator."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from tortoise.functions import Count

from app.kernel import clock
from app.publishing.posts.phases import CLAIMABLE
from app.publishing.posts.post_variant import PostVariant

LATE = timedelta(minutes=5)


class PostBacklog(NamedTuple):
    """The number of variants by phase, how many are due and not begun, and the seconds since the oldest was due."""

    phases: dict[str, int]
    waiting: int
    oldest: float


async def post_backlog() -> PostBacklog:
    """Returns the current backlog. What is paused, or waits for its network, does not count as waiting."""
    rows = await PostVariant.all().annotate(number=Count("id")).group_by("phase").values("phase", "number")
    due = PostVariant.filter(
        phase__in=list(CLAIMABLE),
        due_at__lte=clock.now(),
        retry_at=None,
        account__posts_paused_at=None,
        account__frozen_at=None,
        account__delete_at=None,
        account__suspended_at=None,
        connection__paused_at=None,
        post__deleted_at=None,
    )
    first = await due.order_by("due_at").first()
    oldest = (clock.now() - first.due_at).total_seconds() if first and first.due_at else 0.0
    return PostBacklog({row["phase"]: row["number"] for row in rows}, await due.count(), oldest)
