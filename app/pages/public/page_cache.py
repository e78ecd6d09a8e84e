"""The cache of rendered pages of this process. A page is rendered at the first request after a change.

A cached page is valid while its number equals that of the page's row, which every lookup of a name returns.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from app.blocks.interactive_blocks import TIP
from app.kernel import clock, event_bus
from app.links.resolution import ResolvedPage
from app.media.models import Media
from app.pages.content import Content
from app.pages.models import Page
from app.pages.public.latest_posts import latest_posts, refresh_pages
from app.pages.public.rendering import RenderedPage, render
from app.payments.tips.tip_connection import CHANGED, TipConnection

MOST = 2_000


class CachedPage(NamedTuple):
    """A cached page, with the number of the page when it was rendered."""

    number: int
    rendered: RenderedPage


class PageCache:
    """A cache of at most MOST pages; the one that was added first is evicted."""

    def __init__(self) -> None:
        self.entries: dict[str, CachedPage] = {}

    def get_nowait(self, record: ResolvedPage, now: datetime) -> RenderedPage | None:
        """The cached page if it is valid, else None. Reads no database and does not wait."""
        kept = self.entries.get(record.id)
        if kept is None or kept.number != record.number:
            return None
        until = kept.rendered.fresh_until
        return kept.rendered if until is None or now < until else None

    async def fetch(self, record: ResolvedPage) -> RenderedPage | None:
        """The cached page, or one that is rendered now; None when the page is not live any more."""
        now = clock.now()
        if (cached := self.get_nowait(record, now)) is not None:
            return cached
        page = await Page.get_or_none(id=record.id).select_related("account")
        if page is None or not page.live:
            return None
        content, codes = published_content(page)
        media = await load_pictures(page.account_id, content)
        posts = await latest_posts(page.account_id, content)
        tips = any(block.kind == TIP.key for block in content.blocks) and await takes_tips(page.account_id)
        rendered = await asyncio.to_thread(
            render, content, codes, slug=page.slug, now=now, media=media, takes_tips=tips, posts=posts
        )
        if record.id not in self.entries and len(self.entries) >= MOST:
            self.entries.pop(next(iter(self.entries)))
        self.entries[record.id] = CachedPage(page.number, rendered)
        return rendered


def published_content(page: Page) -> tuple[Content, dict[str, str]]:
    """The published content of a page and the short codes of its destinations; `page.account` must be loaded.

    A page of a guest is not indexed by search engines.
    """
    published_row = page.published or {"content": {}, "codes": {}}
    content = Content.of(published_row["content"])
    return (replace(content, indexed=False) if page.account.guest else content), published_row["codes"]


async def takes_tips(account_id: UUID) -> bool:
    """Whether an account has connected a payment service for tips."""
    return await TipConnection.filter(account_id=account_id).exists()


@asynccontextmanager
async def pages_rerendered_for_tips() -> AsyncGenerator[None]:
    """While the block runs, renders the pages of an account anew when it connects or disconnects a payment service."""

    with event_bus.subscription(CHANGED, refresh_pages):
        yield


async def load_pictures(account_id: UUID, content: Content) -> dict[str, Media]:
    """The pictures of a page's content by id; those that do not belong to the account are left out."""
    return await Media.by_id(account_id, content.pictures)
