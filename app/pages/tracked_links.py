"""The links underneath a page: one for each destination of its blocks, so that going there is followed and counted like
any short link. They are made and changed when the page goes live; what a page no longer has leads nowhere.

They take nothing of the plan and hold no names: their names are drawn, the plan does not count them (Name._room), and a
link that goes gives its name up at once. Publishing costs the same few statements however many blocks there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import uuid4

from tortoise.exceptions import IntegrityError

from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import Busy
from app.links.models import Link
from app.names.models import Name

if TYPE_CHECKING:
    from app.accounts.models import Account
    from app.blocks.kind import Way
    from app.pages.content import Content
    from app.pages.lifecycle import Lifecycle

LONGEST_TITLE, TRIES, TOGETHER = 200, 5, 500  # rows to a statement
CHANGED = ("short_code", "destination_url", "title", "deleted_at", "updated_at", "version")


async def lead(page: Lifecycle, account: Account, content: Content) -> dict[str, str]:
    """Lets the links of a page lead where its content says; inside a transaction. Returns their short codes by key.

    Refusals: Busy, when drawn names are taken elsewhere in the same moment again and again.
    """
    there = {link.page_block: link for link in await Link.filter(page_id=page.id)}
    wanted = dict(content.ways())
    new = [_new(page, account, key, way) for key, way in wanted.items() if key not in there]
    back = [there[key] for key in wanted if key in there and there[key].deleted_at]
    changed = [there[key] for key, way in wanted.items() if key in there and _changes(there[key], way)]
    await _name(account, new, back)
    if changed:
        await Link.bulk_update(changed, CHANGED, batch_size=TOGETHER)
    await let_go([link for key, link in there.items() if key not in wanted and not link.deleted_at])
    codes = {link.page_block: link.short_code for link in (*there.values(), *new)}
    return {key: codes[key] for key in wanted}


async def let_go(links: Sequence[Link]) -> None:
    """Lets links of pages lead nowhere from now on, and gives their names up; inside a transaction."""
    if not links:
        return
    ids = [link.id for link in links]
    await Name.release(ids)
    await Link.filter(id__in=ids).update(deleted_at=clock.now())


def _new(page: Lifecycle, account: Account, key: str, way: Way) -> Link:
    now = clock.now()
    return Link(id=uuid4(), account_id=account.id, page_id=page.id, page_block=key, short_code="", forward_query=False,
                destination_url=way.url, title=way.title[:LONGEST_TITLE], created_at=now, updated_at=now)


def _changes(link: Link, way: Way) -> bool:
    """Whether a link that is there leads elsewhere, is called otherwise or comes back; it is changed in memory."""
    values = {"destination_url": way.url, "title": way.title[:LONGEST_TITLE]}
    if not link.deleted_at and all(getattr(link, name) == value for name, value in values.items()):
        return False
    link.update_from_dict(values | {"deleted_at": None, "updated_at": clock.now(), "version": link.version + 1})
    return True


async def _name(account: Account, new: Sequence[Link], back: Sequence[Link]) -> None:
    """Inserts the new links and gives them names, and those that come back: their old ones, where they are free."""
    if not new and not back:
        return None
    held = await Name.take_back([link.id for link in back])
    nameless = [link for link in back if link.id not in held]
    for _ in range(TRIES):
        await _draw_codes(new, nameless)
        try:
            async with transaction():
                await Link.bulk_create(new, batch_size=TOGETHER)
                return await Name.give(account, {link.short_code: link.id for link in (*new, *nameless)})
        except IntegrityError:  # somebody took one of the names in the same moment
            continue
    raise Busy


async def _draw_codes(new: Sequence[Link], back: Sequence[Link]) -> None:
    wished = [link.short_code for link in back]
    taken = {name.folded for name in await Name.filter(folded__in=wished)} if wished else set()
    nameless = [*new, *(link for link in back if link.short_code in taken)]
    for link, code in zip(nameless, await Name.draw_many(len(nameless)), strict=True):
        link.short_code = code
