"""An append-only journal of visits. A visit is written before its response is sent, so that kill -9 loses none.

All visits of one turn of the event loop are written at once, then their responses are sent. Closed segments are moved
to the database and deleted (ingest.py). A full or failing disk delays no response: unwritten lines wait in memory,
within a limit, and are retried with every write.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import structlog

from app.kernel.private_files import open_file

SEGMENT_SIZE, MAX_UNWRITTEN, CHUNK = 8 * 1024 * 1024, 64 * 1024 * 1024, 64 * 1024
SUFFIX = ".jsonl"
log = structlog.get_logger()


class Journal:
    """The journal of this process in its own folder; `most` is the limit of its size on disk in bytes.

    With `always` each write is synced to the disk before its responses are sent.
    """

    def __init__(self, folder: Path, *, always: bool = False, most: int = 1 << 30) -> None:
        self.folder, self.always, self.most = folder, always, most
        self.segment, self.size, self.closed_size = 0, 0, 0
        self.unwritten: list[bytes] = []
        self.unwritten_size, self.lost = 0, 0
        self.written = asyncio.Event()
        self._file = -1
        self._torn, self._next_log_at = False, 0.0
        self._lines: list[bytes] = []
        self._answers: list[tuple[Callable[[Any], object], Any]] = []

    def open(self, after: int, leap: int = 0) -> None:
        """Starts a segment with a number above all existing ones and above `after`, the last one that was ingested.

        `leap` is how many numbers are left out.
        """
        numbers = [segment_number(file) for file in list_segments(self.folder)]
        self.closed_size = sum(file.stat().st_size for file in list_segments(self.folder))
        self._open_segment(max([after, *numbers]) + 1 + leap)

    def add(self, line: bytes, answer: Callable[[Any], object], argument: Any) -> None:
        """Writes a line at the end of this turn of the loop, then calls `answer(argument)`. An empty line is not
        written.
        """
        if not self._answers:
            asyncio.get_running_loop().call_soon(self.flush)
        if line:
            self._lines.append(line)
        self._answers.append((answer, argument))

    async def record(self, line: bytes) -> None:
        """Returns when the line is written; with `always`, when it is synced together with the others of this turn."""
        if not self.always:
            if line:
                self._write(line)
            return
        done = asyncio.get_running_loop().create_future()
        self.add(line, _settle, done)
        await done

    def flush(self) -> None:
        """Writes the collected lines and sends their responses."""
        lines, answers = self._lines, self._answers
        self._lines, self._answers = [], []
        if lines:
            self._write(b"".join(lines))
        for answer, argument in answers:
            try:
                answer(argument)
            except RuntimeError as problem:  # uvloop's for a lost connection; the others must still be sent
                log.info("not_answered", problem=type(problem).__name__)

    def rotate(self) -> None:
        """Closes the segment, unless it is empty, and starts the next."""
        if self.unwritten:
            self._write(b"")
        if self.size and not self._torn:
            self._open_next()

    def taken(self, size: int) -> None:
        """Subtracts the size of an ingested segment, in bytes."""
        self.closed_size = max(0, self.closed_size - size)

    @property
    def waiting(self) -> int:
        """Bytes that are not in the database yet."""
        return self.size + self.closed_size + self.unwritten_size

    async def sync(self) -> None:
        """Syncs the segment to the disk, and retries unwritten lines."""
        if self.unwritten:
            self._write(b"")
        with suppress(OSError):
            copy = os.dup(self._file)
            try:
                await asyncio.to_thread(os.fdatasync, copy)
            finally:
                os.close(copy)

    def close(self) -> None:
        """Writes what is left and closes the file."""
        self.flush()
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _open_segment(self, segment: int) -> None:
        path = self.folder / f"{segment:012}{SUFFIX}"
        self._file = open_file(path, os.O_WRONLY | os.O_APPEND)
        self.segment, self.size = segment, os.fstat(self._file).st_size

    def _open_next(self) -> None:
        before, size = self._file, self.size
        self._open_segment(self.segment + 1)
        self.closed_size += size
        os.close(before)

    def _write(self, data: bytes) -> None:
        """Queues `data` behind unwritten lines, and writes as much as possible."""
        if data and max(self.waiting - self.most, self.unwritten_size + len(data) - MAX_UNWRITTEN) > 0:
            self.lost += data.count(b"\n")
            self._log_error("visits_lost", lost=self.lost)
            return
        if self.unwritten and len(self.unwritten[-1]) < CHUNK:
            self.unwritten[-1] += data
        elif data:
            self.unwritten.append(data)
        self.unwritten_size += len(data)
        try:
            while self.unwritten:
                self._write_out(self.unwritten[0])
                self.unwritten_size -= len(self.unwritten.pop(0))
        except OSError as problem:
            self._log_error("journal_not_written", problem=str(problem))

    def _write_out(self, data: bytes) -> None:
        """Writes `data`. After an error a half-written part is truncated, or completed by the next attempt.

        Raises: OSError.
        """
        view = memoryview(data)
        try:
            while view:
                view = view[os.write(self._file, view) :]
            if self.always:
                os.fdatasync(self._file)
        except OSError:
            try:
                os.ftruncate(self._file, self.size)
            except OSError:
                self._torn, self.unwritten[0] = True, bytes(view)
                self.unwritten_size -= len(data) - len(view)
                self.size += len(data) - len(view)
            raise
        self.size, self._torn = self.size + len(data), False
        self.written.set()
        if self.size >= SEGMENT_SIZE:
            with suppress(OSError):
                self._open_next()

    def _log_error(self, event: str, **details: object) -> None:
        """Logs at most once a second, because a failing disk fails for every visit."""
        if time.monotonic() >= self._next_log_at:
            self._next_log_at = time.monotonic() + 1
            log.error(event, **details)


def list_segments(folder: Path) -> list[Path]:
    """Returns the segments of a journal, oldest first; a file that somebody put beside them is none."""
    return sorted((file for file in folder.glob(f"*{SUFFIX}") if file.stem.isdecimal()), key=segment_number)


def segment_number(segment: Path) -> int:
    """Returns the number of a segment."""
    return int(segment.stem)


def _settle(done: asyncio.Future[None]) -> None:
    if not done.done():
        done.set_result(None)
