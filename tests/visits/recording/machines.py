"""Machines in one process: each has a journal on a disk of its own, and all share the database and the storage."""

from __future__ import annotations

import os
from pathlib import Path

from app.kernel import db
from app.links.click_counters import LinkVisitCounter
from app.links.models import Link
from app.visits.recording import journal_folders
from app.visits.recording.ingest import Ingester, ingest_all
from app.visits.recording.intake import Positions
from app.visits.recording.journal import Journal
from app.visits.recording.shipped_intake import ShippedIntake
from app.visits.recording.shipping import LEAP, Shipping
from tests.visits.recording.test_ingest import line, seen


class Machine:
    """A machine that runs; its disk is `disk`. With `new` the disk is empty and its journal is opened."""

    def __init__(self, disk: Path, *, new: bool = True) -> None:
        self.disk = disk
        folder, self.lock = journal_folders.claim_folder(disk)
        self.name = journal_folders.journal_name(folder)
        self.journal = Journal(folder)
        if new:
            self.journal.open(0)
        self.shipping = Shipping(self.journal, self.name)
        self.intake = ShippedIntake(LinkVisitCounter, self.name)
        self.ingester = Ingester(disk, self.journal, LinkVisitCounter)

    @classmethod
    async def started(cls, disk: Path) -> Machine:
        """A machine that starts with a disk that it had before."""
        machine = cls(disk, new=False)
        positions = await Positions.load(machine.name)
        machine.journal.open(max(positions.rows.segment, positions.counters.segment), LEAP)
        return machine

    async def record(self, link: Link, *numbers: int) -> None:
        """Records visits of these visitors."""
        for number in numbers:
            await self.journal.record(line(seen(link, number)))

    def die(self) -> None:
        """Ends as if killed: nothing more is written, and the lock on the folder is gone."""
        os.close(self.journal._file)
        self.journal._file = -1
        os.close(self.lock)


class FailingCounter(LinkVisitCounter):
    """A counter whose sums cannot be saved, for this reason."""

    def __init__(self, problem: Exception) -> None:
        super().__init__()
        self.problem = problem

    async def save(self) -> None:
        raise self.problem


async def disk_comes_back(disk: Path) -> int:
    """Takes in what a disk has; returns the number of new visits."""
    return await ingest_all(disk, LinkVisitCounter)


async def visitors() -> list[int]:
    """The visitors of all visits in the database."""
    rows = await db.query_rows("SELECT visitor FROM visits ORDER BY visitor", [], on=db.visits_connection())
    return [row["visitor"] for row in rows]


async def followed(link: Link) -> int:
    """How often the counter of a link says that it was followed."""
    return (await Link.get(id=link.id)).clicks
