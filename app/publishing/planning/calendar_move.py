"""Moves what a post has at one time to another time: an entry of the calendar."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from app.kernel.db import transaction
from app.kernel.refusal import NotFound
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
