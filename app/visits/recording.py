"""Everything that records visits beside a served app: salts, the journal of this process, and its ingester."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from app.kernel import db
from app.visits import journal_folders, journal_position
from app.visits.ingest import Count, Ingester
from app.visits.journal import Journal
from app.visits.salt import Salts


@dataclass(slots=True)
class Recording:
    """What is running."""

    journal: Journal
    ingester: Ingester
    salts: Salts


@asynccontextmanager
async def recording(root: Path, count: Count, *, always: bool, most: int) -> AsyncGenerator[Recording]:
    """Records visits for the length of a block, in a journal below `root`; the database is open. See Journal, count."""
    folder, held = journal_folders.claim(root)
    journal, salts = Journal(folder, always=always, most=most), Salts()
    try:
        name = journal_folders.name(folder)
        marks = [await journal_position.of(name, db.visits(), "visits"), await journal_position.of(name, db.MAIN, "links")]
        journal.open(max(mark.segment for mark in marks))
        ingester = Ingester(root, journal, count)
        async with salts.kept(), ingester.running():
            try:
                yield Recording(journal, ingester, salts)
            finally:
                journal.flush()
    finally:
        journal.close()
        os.close(held)
