"""Records visits while the app is served: runs the salts, the journal of this process, and its ingester."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from app.kernel import db
from app.visits.recording import journal_folders, journal_position
from app.visits.recording.ingest import CountVisits, Ingester
from app.visits.recording.journal import Journal
from app.visits.recording.salt import Salts


@dataclass(slots=True)
class Recording:
    """The parts that are running."""

    journal: Journal
    ingester: Ingester
    salts: Salts


@asynccontextmanager
async def recording_running(root: Path, count: CountVisits, *, always: bool, most: int) -> AsyncGenerator[Recording]:
    """Context manager that records visits in a journal below `root`. The database must be open. `always` and `most` as
    in Journal, `count` as in Ingester.
    """
    folder, lock = journal_folders.claim_folder(root)
    journal, salts = Journal(folder, always=always, most=most), Salts()
    try:
        name = journal_folders.journal_name(folder)
        row_position = await journal_position.load_position(name, db.visits_connection(), "visits")
        positions = [row_position, await journal_position.load_position(name, db.MAIN, "links")]
        journal.open(max(position.segment for position in positions))
        ingester = Ingester(root, journal, count)
        async with salts.kept(), ingester.running():
            try:
                yield Recording(journal, ingester, salts)
            finally:
                journal.flush()
    finally:
        journal.close()
        os.close(lock)
