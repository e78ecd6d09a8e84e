"""The latest posts of an account for its bio pages: what was published, with its address at each network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from app.accounts.models import Account
from app.kernel import clock
from app.pages.public.latest_posts import LatestPost, PostPlace, register
from app.publishing.files.post_file import PostFile
from app.publishing.files.signed_urls import VALID_FOR, signed_path
from app.publishing.networks.publishing_switch import is_on
from app.publishing.networks.registry import network_named
from app.publishing.posts.phases import PUBLISHED
from app.publishing.posts.post import PostMedia
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.urls_in_text import remove_urls

LONGEST = 160  # characters of a text
VARIANTS_PER_POST = 50  # a post has one for each connection


async def latest_posts(account_id: UUID, most: int) -> Sequence[LatestPost]:
    """Returns the posts that were published last and whose address is known, the newest first."""
    if not is_on():
        return ()
    published = PostVariant.filter(account_id=account_id, phase=PUBLISHED, post__deleted_at=None)
    rows = published.filter(permalink__startswith="http", published_at__not_isnull=True).select_related("post")
    by_post: defaultdict[UUID, list[PostVariant]] = defaultdict(list)
    for variant in await rows.order_by("-published_at", "id").limit(most * VARIANTS_PER_POST):
        by_post[variant.post_id].append(variant)
    newest = dict(list(by_post.items())[:most])
    posters, until = await _posters(newest), clock.now() + VALID_FOR / 2
    zone = ZoneInfo((await Account.get(id=account_id)).time_zone)
    return [_latest_post(variants, zone, *posters.get(id, ("", "")), until) for id, variants in newest.items()]


def _latest_post(variants: Sequence[PostVariant], zone: ZoneInfo, poster: str, alt: str, until: datetime) -> LatestPost:
    """Puts a post together from its published variants; its time is in the account's zone."""
    first = min(variants, key=lambda variant: (variant.created_at, variant.id))
    places = {
        variant.permalink: PostPlace(network.label, network.icon, variant.permalink)
        for variant in sorted(variants, key=lambda variant: (variant.network, variant.id))
        if (network := network_named(variant.network))
    }
    return LatestPost(
        _beginning(first.post.text if first.text is None else first.text),
        max(variant.published_at for variant in variants if variant.published_at).astimezone(zone),
        tuple(places.values()),
        signed_path(poster) if poster else "",
        alt,
        until if poster else None,
    )


async def _posters(by_post: dict[UUID, list[PostVariant]]) -> dict[UUID, tuple[str, str]]:
    """Returns the small picture of the first file of each post, and its alternative text."""
    rows = PostMedia.filter(post_id__in=list(by_post)).exclude(file__poster="").order_by("position", "id")
    posters: dict[UUID, tuple[str, str]] = {}
    for row in await rows.select_related("file"):
        file: PostFile = row.file
        if any(variant.media is None or str(file.id) in variant.media for variant in by_post[row.post_id]):
            posters.setdefault(row.post_id, (file.poster, row.alt))
    return posters


def _beginning(text: str) -> str:
    """Returns the beginning of a text without its addresses, cut at a word."""
    words = " ".join(remove_urls(text).split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rpartition(' ')[0] or words[:LONGEST]}…"


register(latest_posts, is_on)
