"""The links underneath a page: one for each destination of its blocks, so that going there is followed and counted like
any short link. They are made and changed when the page goes live; what a page no longer has leads nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from tortoise.expressions import F

from app.kernel import clock
from app.links.models import Link
from app.names import slug as slugs
from app.names.models import Name

if TYPE_CHECKING:
    from app.accounts.models import Account
    from app.pages.content import Content
    from app.pages.models import Page

LONGEST_TITLE = 200


async def lead(page: Page, account: Account, content: Content) -> dict[str, str]:
    """Lets the links of a page lead where its content says; inside a transaction. Returns their short codes by key."""
    there = {link.page_block: link for link in await Link.filter(page_id=page.id)}
    wanted = dict(content.ways())
    for key, way in wanted.items():
        values = {"destination_url": way.url, "title": way.title[:LONGEST_TITLE]}
        if (link := there.get(key)) is None:
            there[key] = await _made(page, account, key, values)
        elif link.deleted_at or any(getattr(link, name) != value for name, value in values.items()):
            await _changed(link, values)
    gone = [link.id for key, link in there.items() if key not in wanted and not link.deleted_at]
    if gone:
        await Link.filter(id__in=gone).update(deleted_at=clock.now())
        await Name.filter(link_id__in=gone).update(held_at=clock.now())
    return {key: there[key].short_code for key in wanted}


async def _made(page: Page, account: Account, key: str, values: dict[str, Any]) -> Link:
    now = clock.now()
    link = await Link.create(
        id=uuid4(), account_id=account.id, page_id=page.id, page_block=key, short_code=slugs.draw(),
        forward_query=False, created_at=now, updated_at=now, **values)
    link.short_code = (await Name.draw(account, link.id, link.short_code)).shown
    await Link.filter(id=link.id).update(short_code=link.short_code)
    return link


async def _changed(link: Link, values: dict[str, Any]) -> None:
    await Link.filter(id=link.id).update(**values, deleted_at=None, updated_at=clock.now(), version=F("version") + 1)
    await Name.filter(link_id=link.id).update(held_at=None)
