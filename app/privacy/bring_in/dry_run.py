"""The dry run of an import: goes through the file once and writes a row with a verdict for each of its objects."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from itertools import islice
from typing import Any

from app.accounts.models import Account
from app.kernel import clock
from app.privacy.bring_in.archive_reader import ArchiveReader
from app.privacy.bring_in.code_rows import plan_codes
from app.privacy.bring_in.dry_run_state import ImportPlan
from app.privacy.bring_in.import_row import CODE, LINK, PAGE, STYLE, ImportRow
from app.privacy.bring_in.import_run import ImportRun
from app.privacy.bring_in.link_rows import plan_links
from app.privacy.bring_in.page_rows import plan_pages
from app.privacy.bring_in.pictures import PictureSource
from app.privacy.bring_in.stored_export import open_stored_export
from app.privacy.bring_in.style_rows import plan_styles

BATCH_SIZE = 200
TABLES = {  # in the order in which they are planned and made: a code needs its link or page
    STYLE: "account/styles.json",
    LINK: "account/links.json",
    PAGE: "account/pages.json",
    CODE: "account/qr_codes.json",
}
Batch = list[tuple[int, dict[str, Any]]]
Progress = Callable[[int, int], Awaitable[None]]  # gets how many rows are done, and how many there are


async def batches(rows: Iterator[tuple[int, dict[str, Any]]], size: int = BATCH_SIZE) -> AsyncGenerator[Batch]:
    """Yields numbered rows in batches, each read in a thread. Raises: NotAnExport, ExportTooLarge."""
    while batch := await asyncio.to_thread(lambda: list(islice(rows, size))):
        yield batch


async def check_import(run: ImportRun, account: Account, progress: Progress) -> None:
    """Writes the rows of an import with their verdicts, instead of those of an earlier check.

    Raises: NotAnExport and its subclasses, those of `progress`.
    """
    await ImportRow.filter(run_id=run.id).delete()
    plan, counts, done = await ImportPlan.begin(account, run), Counter[str](), 0
    async with open_stored_export(run.id) as reader:
        pictures, total = PictureSource(reader), expected_rows(reader)
        await asyncio.to_thread(pictures.load)
        for noun, table in TABLES.items():
            async for batch in batches(reader.rows(table)):
                rows = await _planned(plan, noun, batch, pictures)
                await ImportRow.bulk_create(rows, batch_size=100)
                counts.update(row.verdict for row in rows)
                done += len(batch)
                await progress(done, total)
    await ImportRun.filter(id=run.id, started_at=None).update(checked_at=clock.now(), counts=dict(counts))


def expected_rows(reader: ArchiveReader) -> int:
    """How many rows the manifest says there are; only for the progress."""
    rows = [file.get("rows") for file in reader.manifest["files"] if file.get("path") in TABLES.values()]
    return min(sum(number for number in rows if isinstance(number, int) and number > 0), 10**6)


async def _planned(plan: ImportPlan, noun: str, batch: Batch, pictures: PictureSource) -> list[ImportRow]:
    """The rows of a batch of one noun."""
    if noun == STYLE:
        return await plan_styles(plan, batch)
    if noun == LINK:
        return await plan_links(plan, batch)
    return await plan_pages(plan, batch, pictures) if noun == PAGE else await plan_codes(plan, batch)
