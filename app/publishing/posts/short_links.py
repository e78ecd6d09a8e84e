"""The short links of posts: one for each address of a variant, so that statistics say which post brought whom.

They belong to the variant: they take nothing of the plan, have random names that nobody chose, and are in no list of
the account's links. They are made when the variant is about to be published; making them twice makes none twice,
because variant and destination are unique together (migration 43). A published post keeps its links for ever, also
when it is deleted; those of a variant that was never published vanish with it, and their names become free.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from tortoise.exceptions import IntegrityError

from app.kernel import clock, site
from app.kernel.db import transaction
from app.kernel.refusal import Busy
from app.links.models import Link
from app.names import slug as slugs
from app.names.models import Name
from app.publishing.posts.phases import REMINDER

if TYPE_CHECKING:
    from app.publishing.posts.post_variant import PostVariant

TRIES, BATCH_SIZE, LONGEST_TITLE, MOST_KEPT = 5, 100, 200, 300
PLACEHOLDER = "·" * slugs.RANDOM_LENGTH  # of a name that is drawn when the post is published


def short_url(code: str) -> str:
    """Returns the short URL as it is written into the text of a post."""
    return site.url("public", f"/{code}")


def placeholder_url() -> str:
    """Returns what a short address will look like before its name is drawn; it is as long as the address will be."""
    return short_url(PLACEHOLDER)


async def existing_short_urls(variant_id: UUID) -> dict[str, str]:
    """Returns the short addresses of the links that a variant has already, by destination."""
    links = await Link.filter(post_variant_id=variant_id, deleted_at=None).only("destination_url", "short_code")
    return {link.destination_url: short_url(link.short_code) for link in links}


async def make_short_urls(variant: PostVariant, destinations: Sequence[str], title: str) -> dict[str, str]:
    """Makes a short link for each destination that has none yet; returns the short addresses by destination.

    Links of the variant to other destinations, left from an earlier text, are deleted unless it was published; up to
    MOST_KEPT stay while a person may have copied them to publish it. Raises: Busy, when random names or links were
    taken by others TRIES times in a row.
    """
    for _ in range(TRIES):
        links = {link.destination_url: link for link in await Link.filter(post_variant_id=variant.id)}
        missing = [destination for destination in destinations if destination not in links]
        try:
            async with transaction():
                await _insert(variant, missing, title)
        except IntegrityError:  # a name was taken after it was drawn, or another process made the same link
            continue
        if missing:
            continue  # read them
        if variant.sent_at is None and (variant.phase != REMINDER or len(links) > MOST_KEPT):
            await _delete(link for url, link in links.items() if url not in destinations)
        return {url: short_url(links[url].short_code) for url in destinations}
    raise Busy


async def delete_unpublished_links(variant_ids: Iterable[UUID]) -> None:
    """Deletes the links of variants that were never published; call it in the transaction that deletes those."""
    ids = list(variant_ids)
    if ids:
        await _delete(await Link.filter(post_variant_id__in=ids))


async def _insert(variant: PostVariant, destinations: Sequence[str], title: str) -> None:
    """Inserts a link with a random name for each destination."""
    if not destinations:
        return
    now = clock.now()
    values: dict[str, Any] = {"account_id": variant.account_id, "post_variant_id": variant.id, "forward_query": False}
    links = [
        Link(
            id=uuid4(),
            short_code=code,
            destination_url=destination,
            title=title[:LONGEST_TITLE],
            created_at=now,
            updated_at=now,
            **values,
        )
        for destination, code in zip(destinations, await Name.random_free_names(len(destinations)), strict=True)
    ]
    await Link.bulk_create(links, batch_size=BATCH_SIZE)
    await Name.create_uncounted(variant.account_id, {link.short_code: link.id for link in links})


async def _delete(links: Iterable[Link]) -> None:
    """Deletes links and releases their names."""
    ids = [link.id for link in links]
    if ids:
        await Name.release(ids)
        await Link.filter(id__in=ids).delete()
