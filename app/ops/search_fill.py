"""Fills the searchable text of rows that are older than their column: after an upgrade, and after restoring a backup.

A few rows at a time beside a server that serves; until it is done, searches pass over rows that still lack their text.
Running it on several machines at once does no harm.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from uuid import UUID

import structlog

from app import jobs
from app.audience import models as audience
from app.jobs import Job
from app.kernel.search_text import store
from app.links import search_column
from app.links.models import Link
from app.pages import models as pages
from app.qr import models as qr

KIND = "search.fill"
AT_ONCE, REST = 200, 0.05  # rows to a step, and seconds for others in between
log = structlog.get_logger()


async def fill() -> int:
    """Fills every row that lacks its text; how many there were."""
    filled = 0
    for missing, write in _STEPS:
        while ids := [UUID(str(id)) for id in await missing().limit(AT_ONCE).values_list("id", flat=True)]:
            await write(ids)
            filled += len(ids)
            await asyncio.sleep(REST)
    return filled


@jobs.handler(KIND)
async def fill_all(_job: Job) -> None:
    """Fills beside a server; enqueued whenever one starts."""
    if filled := await fill():
        log.info("search_filled", rows=filled)


async def _links(ids: Sequence[UUID]) -> None:
    await search_column.refresh(ids, missing_only=True)


def _each(model: Any, text: Callable[[Any], str]) -> Callable[[Sequence[UUID]], Awaitable[None]]:
    async def write(ids: Sequence[UUID]) -> None:
        rows = await model.filter(id__in=list(ids))
        await store(model._meta.db_table, {row.id: text(row) for row in rows}, missing_only=True)

    return write


_STEPS: tuple[tuple[Callable[[], Any], Callable[[Sequence[UUID]], Awaitable[None]]], ...] = (
    (lambda: Link.filter(search=None, page_id=None), _links),
    (lambda: qr.QrCode.filter(search=None),
     _each(qr.QrCode, lambda code: qr.search_text(code.title, code.given, code.content))),
    (lambda: pages.Page.filter(search=None), _each(pages.Page, lambda page: pages.search_text(page.content))),
    (lambda: audience.Subscriber.filter(search=None),
     _each(audience.Subscriber, lambda one: audience.search_text(one.email))),
)
