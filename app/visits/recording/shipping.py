"""Ships the journal of this process to the storage of files, so that another machine can take it in.

About once a second, what the journal grew by becomes a piece (shipped_piece.py), in the order of the visits. It is
synced to this machine's disk before: the disk always has what the storage has. While the storage is away, nothing
waits for it, and what has grown is shipped when it is back. The pieces of a segment are deleted when the segment was
ingested, which deletes its file.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from app.kernel.background import background_tasks, repeat
from app.kernel.directory_storage import sync_path
from app.kernel.outage_log import log_outage
from app.kernel.storage_calls import call, current
from app.visits.recording import journal as journals
from app.visits.recording import journal_heartbeat, shipped_piece
from app.visits.recording.journal import Journal
from app.visits.recording.shipped_piece import ShippedPiece

SHIP_EVERY, BEAT_EVERY, AT_THE_END = 1.0, 10.0, 3.0  # seconds; the last is how long the end waits for the storage
PIECE = 4 << 20  # bytes of a piece
LEAP = 1_000_000  # numbers of segments that each start leaves out: more than wait when a disk was set back


class Shipping:
    """Ships the journal `journal`, which is called `name`. `failing` is why the storage takes nothing, or empty."""

    def __init__(self, journal: Journal, name: str) -> None:
        self.journal, self.name = journal, name
        self.failing = ""
        self._pieces: dict[int, list[ShippedPiece]] = {}
        self._here: set[int] = set()
        self._finished: set[int] = set()

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Context manager that ships in the background, and once more at its end."""
        beat = partial(journal_heartbeat.beat, self.name)
        works = (
            repeat(self.try_to_ship, SHIP_EVERY, "journal_not_shipped"),
            repeat(beat, BEAT_EVERY, "heartbeat_not_written", at_once=True),
        )
        try:
            async with background_tasks(*works, name="shipping"):
                yield
        finally:
            try:
                async with asyncio.timeout(AT_THE_END):
                    await self.ship()
            except Exception as problem:  # the next start ships what is on the disk
                log_outage("journal_not_shipped", problem, waiting=self.unshipped)

    @property
    def unshipped(self) -> int:
        """Bytes of visits that are neither in the database nor in the storage."""
        shipped = (self._pieces[number][-1].end for number in self._here & self._pieces.keys())
        return max(0, self.journal.waiting - sum(shipped))

    async def try_to_ship(self) -> None:
        """As `ship`; logs why it failed, once a minute."""
        try:
            await self.ship()
            self.failing = ""
        except Exception as problem:  # whatever the cause, it is tried again
            self.failing = str(problem)[:200] or type(problem).__name__
            log_outage("journal_not_shipped", problem, waiting=self.unshipped)

    async def ship(self) -> None:
        """Ships what has grown, and deletes the pieces of segments that are in the database. Raises: OSError."""
        segment, size = self.journal.segment, self.journal.size
        files = await asyncio.to_thread(journals.list_segments, self.journal.folder)
        by_number = {number: file for file in files if (number := journals.segment_number(file)) <= segment}
        self._here = set(by_number)
        self._finished &= self._here
        for number in self._pieces.keys() - self._here:
            await self._delete(number)
        for number in sorted(self._here - self._finished):
            await self._ship_segment(by_number[number], number, size if number == segment else None)

    async def _ship_segment(self, file: Path, number: int, size: int | None) -> None:
        """Ships what a segment grew by; `size` is that of one that is still written, None for a closed one."""
        pieces = self._pieces.get(number, [])
        first = pieces[-1].end if pieces else 0
        while content := await asyncio.to_thread(_read_durably, file, first, size):
            piece = ShippedPiece(self.name, number, first, first + len(content))
            await call(current().write, piece.key, content)
            self._pieces.setdefault(number, []).append(piece)
            first = piece.end
        if size is None:
            self._finished.add(number)

    async def _delete(self, number: int) -> None:
        """Deletes the pieces of an ingested segment."""
        await shipped_piece.delete_pieces(self._pieces[number])
        del self._pieces[number]


def _read_durably(file: Path, first: int, size: int | None) -> bytes:
    """Returns the next bytes of a segment from `first` on, after they and the name of the file have reached the disk.

    At most PIECE bytes; of a segment that is still written, whole lines before `size`. b"" if there are none, or the
    segment was ingested and deleted meanwhile.
    """
    try:
        source = file.open("rb", buffering=0)
    except FileNotFoundError:
        return b""
    with source:
        length = PIECE if size is None else min(PIECE, size - first)
        content = os.pread(source.fileno(), length, first) if length > 0 else b""
        if size is not None or len(content) == PIECE:
            content = content[: content.rfind(b"\n") + 1]
        if content:
            os.fdatasync(source.fileno())
        if content and not first:
            sync_path(file.parent)
    return content
