"""Records visits while the app is served: runs the salts, the journal of this process, ingester and shipping."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from app.visits.recording import journal_folders, shipped_intake, shipping
from app.visits.recording.ingest import Ingester, do_nothing
from app.visits.recording.intake import MakeCounter, Positions
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
    root: Path, make_counter: MakeCounter, *, sync: str, most: int
) -> AsyncGenerator[Recording]:
    """Context manager that records visits in a journal below `root`. The database must be open.

    `sync` is KLIQS_JOURNAL_SYNC, `most` as in Journal, `make_counter` as in Ingester.
    """
    folder, lock = journal_folders.claim_folder(root)
    journal = Journal(folder, always=sync == "always", most=most)
    try:
        recording = await _open(journal, root, make_counter, ship=sync == "ship")
        every = shipped_intake.LOOK_EVERY if recording.shipping else shipped_intake.LOOK_OTHERWISE
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(recording.salts.kept())
            if recording.shipping:
                await stack.enter_async_context(recording.shipping.running())
            await stack.enter_async_context(recording.shipped_intake.running(every))
            await stack.enter_async_context(recording.ingester.running())
            stack.callback(journal.flush)
            yield recording
    finally:
        journal.close()
        os.close(lock)


async def _open(journal: Journal, root: Path, make_counter: MakeCounter, *, ship: bool) -> Recording:
    """Opens a journal behind what of it is in the database; returns it with what it needs, not running yet."""
    name = journal_folders.journal_name(journal.folder)
    positions = await Positions.load(name)
    journal.open(max(positions.rows.segment, positions.counters.segment), shipping.LEAP if ship else 0)
    taking = ShippedIntake(make_counter, name)
    ingester = Ingester(root, journal, make_counter, taking.take_in_own if ship else do_nothing)
    return Recording(journal, ingester, Salts(), taking, Shipping(journal, name) if ship else None)
