"""Makes what an import was checked for, row by row. Each row is made and recorded in one transaction.

So an import whose process stops can be run again: what is recorded is left as it is.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from itertools import chain
from typing import Any

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.refusal import Busy, Refusal
from app.plans.quota import CodeLimitReached, LinkLimitReached, PageLimitReached
from app.privacy.bring_in.archive_reader import ArchiveReader
from app.privacy.bring_in.code_rows import make_code
from app.privacy.bring_in.dry_run import TABLES, Batch, Progress, batches
from app.privacy.bring_in.dry_run_state import reason_of
from app.privacy.bring_in.import_row import CANNOT, FULL, LINK, PAGE, STYLE, ImportRow, MadeAlready
from app.privacy.bring_in.import_run import KEPT_FOR, ImportRun
from app.privacy.bring_in.link_rows import TagColumns, columns_of_tags, make_link
from app.privacy.bring_in.page_rows import make_page
from app.privacy.bring_in.pictures import PictureSource
from app.privacy.bring_in.stored_export import open_stored_export
from app.privacy.bring_in.style_rows import make_style

LIMITS = (LinkLimitReached, CodeLimitReached, PageLimitReached)


async def make_import(run: ImportRun, account: Account, progress: Progress) -> None:
    """Makes all rows that are to be made. A row that is refused after all gets the reason as its verdict.

    Raises: NotAnExport and its subclasses, Busy, those of `progress`.
    """
    total = await ImportRow.to_make(run).count()
    async with open_stored_export(run.id) as reader:
        maker = _Maker(account, run, PictureSource(reader), progress, total)
        await maker.load(reader)
        for noun, table in TABLES.items():
            async for batch in batches(reader.rows(table)):
                await maker.make_batch(noun, batch)
    counts = await count_rows(run)
    await ImportRun.filter(id=run.id, finished_at=None).update(
        finished_at=(now := clock.now()), expires_at=now + KEPT_FOR, counts=counts
    )


async def count_rows(run: ImportRun) -> dict[str, int]:
    """The numbers of rows by verdict; those of which something was made as "made", those left out as "left_out"."""
    counts = Counter[str]()
    rows = ImportRow.filter(run_id=run.id).values_list("verdict", "left_out", "made_id")
    for verdict, left_out, made_id in await rows:
        counts["made" if made_id else "left_out" if left_out else str(verdict)] += 1
    return dict(counts)


class _Maker:
    """Makes the rows of an import, batch by batch."""

    def __init__(
        self, account: Account, run: ImportRun, pictures: PictureSource, progress: Progress, total: int
    ) -> None:
        self.account, self.run, self.pictures = account, run, pictures
        self.progress, self.total, self.done = progress, total, 0
        self.tag_columns: TagColumns = {}

    async def load(self, reader: ArchiveReader) -> None:
        """Reads the tables that the others refer to."""
        await asyncio.to_thread(self.pictures.load)
        tags = [batch async for batch in batches(reader.rows("account/tags.json"))]
        self.tag_columns = columns_of_tags(list(chain.from_iterable(tags)))

    async def make_batch(self, noun: str, batch: Batch) -> None:
        """Makes the rows of a batch that are to be made."""
        raw_by_number = dict(batch)
        rows = await ImportRow.to_make(self.run).filter(noun=noun, number__in=list(raw_by_number)).order_by("number")
        for row in rows:
            await self._try(row, raw_by_number[row.number])
            self.done += 1
            await self.progress(self.done, self.total)

    async def _try(self, row: ImportRow, raw: dict[str, Any]) -> None:
        """Makes a row, or records why it is refused. Raises: Busy."""
        try:
            await self._make(row, raw)
        except (Busy, MadeAlready) as refusal:
            if isinstance(refusal, Busy):
                raise
        except LIMITS as refusal:
            await row.mark_refused(FULL, reason_of(refusal))
        except Refusal as refusal:
            await row.mark_refused(CANNOT, reason_of(refusal))

    async def _make(self, row: ImportRow, raw: dict[str, Any]) -> None:
        """Makes a row. Raises: its refusal."""
        if row.noun == LINK:
            await make_link(self.account, row, raw, self.tag_columns)
        elif row.noun == STYLE:
            await make_style(self.account, row, raw, self.pictures)
        elif row.noun == PAGE:
            await make_page(self.account, row, raw, self.pictures)
        else:
            await make_code(self.account, row, raw, self.pictures)
