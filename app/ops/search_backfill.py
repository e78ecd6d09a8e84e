"""Fills the search column of rows older than the column: after an upgrade, and after restoring a backup.

It works in small steps while the server runs; until it is done, searches skip rows without a search text. Running it on
several machines at once does no harm.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from uuid import UUID

import structlog

from app import jobs
from app.audience import models as audience
from app.jobs import Job
from app.jobs.independent_steps import for_each
from app.kernel.search_text import write_search_texts
from app.links import search_column
from app.links.models import STANDALONE, Link
from app.pages import models as pages
from app.qr import models as qr
from app.qr.search_text import build_code_search_text

KIND = "search.fill"
AT_ONCE, PAUSE = 200, 0.05  # rows of a step, and seconds between steps
log = structlog.get_logger()


async def fill_search_columns() -> int:
    """Fills every row that lacks its search text, and returns how many there were.

    A table that fails does not keep the others. Raises: StepsFailed at the end, with all reasons.
    """
    return sum(await for_each(_STEPS, lambda step: _fill(*step)))


async def _fill(missing: Callable[[], Any], write: Callable[[Sequence[UUID]], Awaitable[None]]) -> int:
    """Fills the rows of one table; returns how many there were."""
    filled = 0
    while ids := [UUID(str(id)) for id in await missing().limit(AT_ONCE).values_list("id", flat=True)]:
        await write(ids)
        filled += len(ids)
        await asyncio.sleep(PAUSE)
    return filled


@jobs.handler(KIND)
async def backfill_job(_job: Job) -> None:
    """Runs `fill_search_columns` while the server runs; every server enqueues it when it starts."""
    if filled := await fill_search_columns():
        log.info("search_filled", rows=filled)


async def _links(ids: Sequence[UUID]) -> None:
    await search_column.refresh_search_texts(ids, missing_only=True)


def _writer(model: Any, text: Callable[[Any], str]) -> Callable[[Sequence[UUID]], Awaitable[None]]:
    """Returns a function that writes the search texts of a model's rows."""

    async def write(ids: Sequence[UUID]) -> None:
        rows = await model.filter(id__in=list(ids))
        await write_search_texts(model._meta.db_table, {row.id: text(row) for row in rows}, missing_only=True)

    return write


_STEPS: tuple[tuple[Callable[[], Any], Callable[[Sequence[UUID]], Awaitable[None]]], ...] = (
    (lambda: Link.filter(search=None, **STANDALONE), _links),
    (
        lambda: qr.QrCode.filter(search=None),
        _writer(qr.QrCode, lambda code: build_code_search_text(code.title, code.given, code.content)),
    ),
    (lambda: pages.Page.filter(search=None), _writer(pages.Page, lambda page: pages.search_text(page.content))),
    (
        lambda: audience.Subscriber.filter(search=None),
        _writer(audience.Subscriber, lambda row: audience.subscriber_search_text(row.email)),
    ),
)
