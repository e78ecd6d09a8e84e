"""The posts of an account that its bio pages show. Where they come from is registered by a package above."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from tortoise.expressions import F

from app.blocks.kind import Kind
from app.blocks.post_blocks import MOST_POSTS, POSTS
from app.blocks.registry import KINDS
from app.pages.content import Content
from app.pages.models import Page


class PostPlace(NamedTuple):
    """Where a post is at a network: the network's name, its icon, and the address of the post."""

    label: str
    icon: str
    url: str


@dataclass(frozen=True, slots=True)
class LatestPost:
    """A published post: the beginning of its text and its places. `picture` is the URL of a small one, or empty.

    That URL is valid until `picture_until`, after which the page has to be rendered again.
    """

    text: str
    published_at: datetime
    places: tuple[PostPlace, ...]
    picture: str = ""
    alt: str = ""
    picture_until: datetime | None = None


Loader = Callable[[UUID, int], Awaitable[Sequence[LatestPost]]]


class PostSource:
    """Where the latest posts come from: a function of an account's id and a number, and whether there are any at all.

    Without a source pages show no posts, and the builder does not offer their kind of block.
    """

    def __init__(self) -> None:
        self.load: Loader | None = None
        self.offered: Callable[[], bool] = lambda: False


SOURCE = PostSource()


def register(load: Loader, offered: Callable[[], bool]) -> None:
    """Registers where posts come from. `offered` says whether this installation publishes posts."""
    SOURCE.load, SOURCE.offered = load, offered


def offered_block_kinds() -> dict[str, Kind]:
    """The kinds of blocks that the builder offers on this installation."""
    return {key: kind for key, kind in KINDS.items() if key != POSTS.key or SOURCE.offered()}


async def latest_posts(account_id: UUID, content: Content) -> Sequence[LatestPost]:
    """Returns the latest posts of an account, the newest first, if a block of the content shows any."""
    if SOURCE.load is None or not any(block.kind == POSTS.key for block in content.blocks):
        return ()
    return await SOURCE.load(account_id, MOST_POSTS)


async def refresh_pages(account_id: UUID) -> None:
    """Renders the pages of an account anew when they are next visited; part of the caller's transaction."""
    await Page.filter(account_id=account_id).update(number=F("number") + 1)
