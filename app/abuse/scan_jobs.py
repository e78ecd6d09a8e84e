"""The jobs that look for links and pages that deceive, beside the path of redirects: what is new, and what is listed.

New and edited links are read from their history, in its order, from where the last run ended. Every night, and when a
block list changed, the destinations of all links are compared with the lists, which are in memory meanwhile.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app import jobs
from app.abuse.intake import of_target, open_case, open_if_enough
from app.abuse.signals import addresses_of, findings_about
from app.blocklists.block_list import LoadedLists
from app.blocklists.list_formats import keys_of_url
from app.blocklists.list_updates import CHANGED
from app.jobs import HOURLY, NIGHTLY, Job
from app.kernel import clock, event_bus
from app.links.history.models import LinkChange
from app.links.models import Link
from app.pages.models import Page

NEW, LISTED = "abuse.new_links", "abuse.listed_links"
AT_ONCE, PAUSE = 500, 0.01  # rows of a step, and seconds between steps
LOOK_BACK = timedelta(hours=3)  # for pages; a run that was missed is made up for by the next
FIRST = UUID(int=0)


class SearchPosition(Model):
    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(32, unique=True)
    position = fields.BigIntField(default=0)

    class Meta:
        table = "abuse_positions"


@jobs.handler(NEW, schedule=HOURLY)
async def look_at_new_links(_job: Job) -> None:
    """Opens cases for links that were made or changed since the last run, and for pages that were published."""
    begin = await _position()
    while changes := await LinkChange.filter(id__gt=begin).order_by("id").limit(AT_ONCE).only("id", "link_id"):
        ids = list(dict.fromkeys(change.link_id for change in changes))
        for link in await Link.filter(id__in=ids, deleted_at=None, blocked_at=None).select_related("account"):
            await open_if_enough(link, link.account)
        begin = changes[-1].id
        await SearchPosition.filter(name=NEW).update(position=begin)
        await asyncio.sleep(PAUSE)
    published = Page.filter(published_at__gte=clock.now() - LOOK_BACK, deleted_at=None, blocked_at=None)
    for page in await published.select_related("account"):
        await open_if_enough(page, page.account)


async def _position() -> int:
    """Returns after which change the next run begins; the first run of all begins with those of the last hours."""
    row = await SearchPosition.get_or_none(name=NEW)
    if row is not None:
        return int(row.position)
    older = await LinkChange.filter(created_at__lt=clock.now() - LOOK_BACK).order_by("-id").first()
    await SearchPosition.bulk_create(
        [SearchPosition(name=NEW, position=older.id if older else 0)], ignore_conflicts=True
    )
    return int(older.id) if older else 0


@asynccontextmanager
async def links_checked_when_lists_change() -> AsyncGenerator[None]:
    """While the block runs, a block list that changed has all links checked."""
    with event_bus.subscription(CHANGED, request_check):
        yield


async def request_check() -> None:
    """Enqueues the check of all links, once for all lists that change at about the same time."""
    await jobs.enqueue(LISTED, unique=LISTED, at=clock.now() + timedelta(minutes=1))


@jobs.handler(LISTED, schedule=NIGHTLY)
async def look_for_listed_links(_job: Job) -> None:
    """Opens a case for each link that leads to what a block list has, and brings those that there are up to date."""
    lists = LoadedLists()
    await lists.load()
    if not lists.by_name:
        return
    last = FIRST
    while True:
        active = Link.filter(id__gt=last, deleted_at=None, blocked_at=None)
        links = await active.order_by("id").limit(AT_ONCE)
        if not links:
            return
        for link in links:
            if lists.find(key for url in addresses_of(link) for key in keys_of_url(url)):
                await _open_for_listed(link)
        last = links[-1].id
        await asyncio.sleep(PAUSE)


async def _open_for_listed(link: Link) -> None:
    """Opens the case of a listed link, or of the page that it is part of, unless it was decided already."""
    page = await Page.get_or_none(id=link.page_id, deleted_at=None) if link.page_id else None
    target = page or link
    case = await of_target(target).first()
    if case is None or case.state in {"open", "later"}:
        await target.fetch_related("account")
        await open_case(target, await findings_about(target, target.account))
