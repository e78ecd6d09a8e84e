"""Renders bio pages anew when a post is published, because they show the latest posts."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from uuid import UUID

from app.kernel import event_bus
from app.pages.public.latest_posts import refresh_pages
from app.publishing.delivery.outcomes import CHANGED
from app.publishing.posts.phases import PUBLISHED
from app.publishing.posts.post_variant import PostVariant


@asynccontextmanager
async def rerender_pages_after_publication() -> AsyncGenerator[None]:
    """Renders the pages of an account anew whenever one of its posts is published, while the block runs.

    That is part of the transaction in which the post is recorded as published, so that no page misses it.
    """

    async def renew(variant_id: UUID, phase: str) -> None:
        if phase == PUBLISHED and (variant := await PostVariant.get_or_none(id=variant_id)):
            await refresh_pages(variant.account_id)

    with event_bus.subscription(CHANGED, renew):
        yield
