"""Published pages as they are sent, kept in the process: rendered when somebody first asks after a change, not before.

What decides whether a kept one is still true is the number of its publishing, which every lookup of the name brings.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from app.kernel import clock
from app.links.resolution import Leaf
from app.media.models import Media
from app.pages.content import Content
from app.pages.models import Page
from app.pages.public.rendering import Rendered, render

MOST = 2_000


class Kept(NamedTuple):
    number: int
    rendered: Rendered


class Shelf:
    """At most MOST pages; the one that was rendered first makes room."""

    def __init__(self) -> None:
        self.kept: dict[str, Kept] = {}

    def at_once(self, leaf: Leaf, now: datetime) -> Rendered | None:
        """The page, where it is kept and still true. Never waits."""
        kept = self.kept.get(leaf.id)
        if kept is None or kept.number != leaf.number:
            return None
        until = kept.rendered.fresh_until
        return kept.rendered if until is None or now < until else None

    async def fetch(self, leaf: Leaf) -> Rendered | None:
        """The page, rendered if need be; None where it is not live any more."""
        now = clock.now()
        if (there := self.at_once(leaf, now)) is not None:
            return there
        page = await Page.get_or_none(id=leaf.id).select_related("account")
        if page is None or not page.live:
            return None
        content, codes = published(page)
        media = await pictures(page.account_id, content)
        rendered = await asyncio.to_thread(render, content, codes, slug=page.slug, now=now, media=media)
        if leaf.id not in self.kept and len(self.kept) >= MOST:
            self.kept.pop(next(iter(self.kept)))
        self.kept[leaf.id] = Kept(page.number, rendered)
        return rendered


def published(page: Page) -> tuple[Content, dict[str, str]]:
    """What visitors see, and the short codes of its destinations; the account must be fetched.

    Search engines list no page that nobody has claimed.
    """
    said = page.published or {"content": {}, "codes": {}}
    content = Content.of(said["content"])
    return (replace(content, indexed=False) if page.account.guest else content), said["codes"]


async def pictures(account_id: UUID, content: Content) -> dict[str, Media]:
    """The pictures a page of an account shows, by their ids; those of others are left out."""
    return await Media.shown(account_id, content.pictures)
