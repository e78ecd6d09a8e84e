"""Moves what a post has at one time to another time: an entry of the calendar."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from tortoise.queryset import QuerySet

from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import NotFound
from app.kernel.time_parser import MAX_DISTANCE, InvalidTime, parse_time
from app.publishing.posts import planning_actions
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant


async def move_entry(post: Post, before: datetime, after: datetime, user_id: UUID) -> None:
    """Moves all variants of a post that are due at one moment, all or none of them.

    Those without a time of their own move with the post. Raises: NotFound when nothing is due then, TimeInPast,
    TimeTooFar, BeingPublished.
    """
    variants = await PostVariant.filter(post_id=post.id, due_at=before).order_by("id")
    if not variants:
        raise NotFound
    async with transaction():
        if any(variant.planned_at is None for variant in variants):
            await planning_actions.move(post, after, user_id)
        for variant in variants:
            if variant.planned_at is not None:
                await planning_actions.move(variant, after, user_id)


async def movable_variants(post: Post, at: datetime) -> list[PostVariant]:
    """Returns the variants of a post that are due at one moment and may be moved."""
    return await _movable(post).filter(due_at=at).order_by("id")


async def first_movable_due(post: Post) -> datetime | None:
    """Returns the first moment at which variants of a post are due that may be moved; None if there are none."""
    first = await _movable(post).filter(due_at__not_isnull=True).order_by("due_at").first()
    return first.due_at if first else None


def _movable(post: Post) -> QuerySet[PostVariant]:
    return PostVariant.filter(post_id=post.id, phase__in=list(planning_actions.MOVABLE))


def parse_moment(text: str) -> datetime:
    """Returns the moment in a hidden field. Raises: NotFound for anything that our pages do not write."""
    try:
        moment = parse_time(text[:64])
    except InvalidTime:
        raise NotFound from None
    if abs(moment - clock.now()) > MAX_DISTANCE:
        raise NotFound
    return moment
