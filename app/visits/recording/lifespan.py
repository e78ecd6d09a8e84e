"""Records visits while the app is served: runs the salts, the journal of this process, ingester and shipping."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from app.visits.recording import journal_folders, shipped_intake, shipping
from app.visits.recording.ingest import Ingester, nothing_more
from app.visits.recording.intake import CountVisits, Positions
from app.visits.recording.journal import Journal
from app.visits.recording.salt import Salts
from app.visits.recording.shipped_intake import ShippedIntake
from app.visits.recording.shipping import Shipping


@dataclass(slots=True)
class Recording:
    """The parts that are running; `shipping` is None unless the journal is shipped."""

    journal: Journal
    ingester: Ingester
    salts: Salts
    shipped_intake: ShippedIntake
    shipping: Shipping | None = None


@asynccontextmanager
async def recording_running(
    root: Path, count: CountVisits, *, always: bool, most: int, ship: bool = False
) -> AsyncGenerator[Recording]:
    """Context manager that records visits in a journal below `root`. The database must be open. `always` and `most` as
    in Journal, `count` as in Ingester; with `ship` the journal is shipped to the storage of files.
    """
    folder, lock = journal_folders.claim_folder(root)
    journal, salts = Journal(folder, always=always, most=most), Salts()
    try:
        name = journal_folders.journal_name(folder)
        positions = await Positions.load(name)
        after = max(positions.rows.segment, positions.counters.segment)
        journal.open(after, shipping.LEAP if ship else 0)
        taking = ShippedIntake(count, name)
        ingester = Ingester(root, journal, count, taking.take_in_own if ship else nothing_more)
        recording = Recording(journal, ingester, salts, taking, Shipping(journal, name) if ship else None)
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(salts.kept())
            if recording.shipping:
                await stack.enter_async_context(recording.shipping.running())
            every = shipped_intake.LOOK_EVERY if ship else shipped_intake.LOOK_OTHERWISE
            await stack.enter_async_context(taking.running(every))
            await stack.enter_async_context(ingester.running())
            stack.callback(journal.flush)
            yield recording
    finally:
        journal.close()
        os.close(lock)
