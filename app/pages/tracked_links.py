"""The tracked links of a page: one short link for each destination of its blocks, so that clicks are counted.

They are created and changed when the page is published; the links of removed destinations are deleted. They do not
count towards the limits of the plan. Their names are random (Name._counted leaves them out) and are released as soon as
the link is deleted. The number of statements does not depend on the number of blocks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from tortoise.exceptions import IntegrityError

from app.blocklists.destination_guard import check_destinations
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import Busy
from app.links.models import Link
from app.names.models import Name

if TYPE_CHECKING:
    from app.accounts.models import Account
    from app.blocks.kind import Destination
    from app.pages.content import Content

LONGEST_TITLE, TRIES, BATCH_SIZE = 200, 5, 500  # rows per statement
UPDATED_COLUMNS = ("short_code", "destination_url", "title", "deleted_at", "updated_at", "version")


async def sync_tracked_links(page_id: UUID, account: Account, content: Content) -> dict[str, str]:
    """Makes the tracked links of a page match its content; returns their short codes by key.

    Must run inside a transaction. The keys are those of Content.destinations.
    Raises: those of `check_destinations` for addresses that are new on the page; Busy, when random names were taken by
    others in the meantime TRIES times in a row.
    """
    existing = {link.page_block: link for link in await Link.filter(page_id=page_id)}
    destinations = dict(content.destinations())
    missing = {key: destination for key, destination in destinations.items() if key not in existing}
    await check_destinations(account, _addresses_led_to(existing, destinations))
    new = [_new_link(page_id, account, key, destination) for key, destination in missing.items()]
    restored = [existing[key] for key in destinations if key in existing and existing[key].deleted_at]
    changed = [
        existing[key]
        for key, destination in destinations.items()
        if key in existing and _update(existing[key], destination)
    ]
    await _insert_with_names(account, new, restored)
    if changed:
        await Link.bulk_update(changed, UPDATED_COLUMNS, batch_size=BATCH_SIZE)
    removed = [link for key, link in existing.items() if key not in destinations and not link.deleted_at]
    await delete_tracked_links(removed)
    codes = {link.page_block: link.short_code for link in (*existing.values(), *new)}
    return {key: codes[key] for key in destinations}


def _addresses_led_to(existing: Mapping[str, Link], destinations: Mapping[str, Destination]) -> list[str]:
    """Returns the addresses to which a page did not lead before."""
    before = {link.destination_url for link in existing.values() if not link.deleted_at}
    return [destination.url for destination in destinations.values() if destination.url not in before]


async def delete_tracked_links(links: Sequence[Link]) -> None:
    """Deletes tracked links and releases their names. Must run inside a transaction."""
    if not links:
        return
    ids = [link.id for link in links]
    await Name.release(ids)
    await Link.filter(id__in=ids).update(deleted_at=clock.now())


def _new_link(page_id: UUID, account: Account, key: str, destination: Destination) -> Link:
    """A link to a destination, not saved yet and without a short code."""
    now = clock.now()
    return Link(
        id=uuid4(),
        account_id=account.id,
        page_id=page_id,
        page_block=key,
        short_code="",
        forward_query=False,
        destination_url=destination.url,
        title=destination.title[:LONGEST_TITLE],
        created_at=now,
        updated_at=now,
    )


def _update(link: Link, destination: Destination) -> bool:
    """Sets the URL and the title of an existing link in memory and undeletes it; returns whether anything changed."""
    values = {"destination_url": destination.url, "title": destination.title[:LONGEST_TITLE]}
    if not link.deleted_at and all(getattr(link, name) == value for name, value in values.items()):
        return False
    link.update_from_dict(values | {"deleted_at": None, "updated_at": clock.now(), "version": link.version + 1})
    return True


async def _insert_with_names(account: Account, new: Sequence[Link], restored: Sequence[Link]) -> None:
    """Inserts the new links with random names; restored links get their old names where those are still free."""
    if not new and not restored:
        return None
    with_old_name = await Name.reactivate_many([link.id for link in restored])
    nameless = [link for link in restored if link.id not in with_old_name]
    for _ in range(TRIES):
        await _draw_codes(new, nameless)
        try:
            async with transaction():
                await Link.bulk_create(new, batch_size=BATCH_SIZE)
                return await Name.create_uncounted(account.id, {link.short_code: link.id for link in (*new, *nameless)})
        except IntegrityError:  # one of the names was taken after it was drawn
            continue
    raise Busy


async def _draw_codes(new: Sequence[Link], restored: Sequence[Link]) -> None:
    """Sets a random short code on the new links, and on restored ones whose own code is taken."""
    old_codes = [link.short_code for link in restored]
    taken = {name.folded for name in await Name.on_domain().filter(folded__in=old_codes)} if old_codes else set()
    nameless = [*new, *(link for link in restored if link.short_code in taken)]
    for link, code in zip(nameless, await Name.random_free_names(len(nameless)), strict=True):
        link.short_code = code
