"""An append-only journal of visits: each is in it before its answer leaves, so that kill -9 loses none.

All visits of one turn of the event loop are written at once, then all their answers leave. Segments that are closed
are taken into the database and deleted (ingest.py). A disk that is full or broken delays nobody: what could not be
written waits in memory, bounded, and is tried again with every write.
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

SEGMENT, MOST_WAITING, CHUNK = 8 * 1024 * 1024, 64 * 1024 * 1024, 64 * 1024
SUFFIX = ".jsonl"
log = structlog.get_logger()


class Journal:
    """The journal of this process in a folder of its own; `most` bounds what may lie on disk, in bytes.

    `always`: each write is on the disk itself, not only with the operating system, before its answers leave.
    """

    def __init__(self, folder: Path, *, always: bool = False, most: int = 1 << 30) -> None:
        self.folder, self.always, self.most = folder, always, most
        self.segment, self.size, self.closed_size = 0, 0, 0
        self.unwritten: list[bytes] = []
        self.unwritten_size, self.lost = 0, 0
        self.written = asyncio.Event()
        self._file = -1
        self._torn, self._silent_until = False, 0.0
        self._lines: list[bytes] = []
        self._answers: list[tuple[Callable[[Any], object], Any]] = []

    def open(self, after: int) -> None:
        """Begins a segment behind every one there is and behind `after`, the last one that was taken in."""
        numbers = [number(file) for file in segments(self.folder)]
        self.closed_size = sum(file.stat().st_size for file in segments(self.folder))
        self._begin(max([after, *numbers]) + 1)

    def add(self, line: bytes, answer: Callable[[Any], object], argument: Any) -> None:
        """Writes a line (none when empty) at the end of this turn of the loop, then calls `answer(argument)`."""
        if not self._answers:
            asyncio.get_running_loop().call_soon(self.flush)
        if line:
            self._lines.append(line)
        self._answers.append((answer, argument))

    async def record(self, line: bytes) -> None:
        """Returns when the line is written; where each write goes to the disk itself, with all others of the turn."""
        if not self.always:
            if line:
                self._write(line)
            return
        done = asyncio.get_running_loop().create_future()
        self.add(line, _settle, done)
        await done

    def flush(self) -> None:
        """Writes what has gathered and lets its answers go."""
        lines, answers = self._lines, self._answers
        self._lines, self._answers = [], []
        if lines:
            self._write(b"".join(lines))
        for answer, argument in answers:
            try:
                answer(argument)
            except RuntimeError as problem:  # uvloop's, for a connection that is gone; the others wait for theirs
                log.info("not_answered", problem=type(problem).__name__)

    def rotate(self) -> None:
        """Closes the segment, if anything is in it, and begins the next."""
        if self.unwritten:
            self._write(b"")
        if self.size and not self._torn:
            self._begin_next()

    def taken(self, size: int) -> None:
        """So many bytes of closed segments are gone."""
        self.closed_size = max(0, self.closed_size - size)

    @property
    def waiting(self) -> int:
        """Bytes that are not in the database yet."""
        return self.size + self.closed_size + self.unwritten_size

    async def sync(self) -> None:
        """Brings what is written to the disk itself, and tries again what could not be written."""
        if self.unwritten:
            self._write(b"")
        with suppress(OSError):
            copy = os.dup(self._file)
            try:
                await asyncio.to_thread(os.fdatasync, copy)
            finally:
                os.close(copy)

    def close(self) -> None:
        self.flush()
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _begin(self, segment: int) -> None:
        path = self.folder / f"{segment:012}{SUFFIX}"
        self._file = open_file(path, os.O_WRONLY | os.O_APPEND)
        self.segment, self.size = segment, os.fstat(self._file).st_size

    def _begin_next(self) -> None:
        before, size = self._file, self.size
        self._begin(self.segment + 1)
        self.closed_size += size
        os.close(before)

    def _write(self, data: bytes) -> None:
        """Lets this wait behind what waits already, and writes out what can be."""
        if data and max(self.waiting - self.most, self.unwritten_size + len(data) - MOST_WAITING) > 0:
            self.lost += data.count(b"\n")
            self._say("visits_lost", lost=self.lost)
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
            self._say("journal_not_written", problem=str(problem))

    def _write_out(self, data: bytes) -> None:
        """Raises OSError: what was half written is taken away then, or goes on where it broke off."""
        view = memoryview(data)
        try:
            while view:
                view = view[os.write(self._file, view):]
            if self.always:
                os.fdatasync(self._file)
        except OSError:
            try:
                os.ftruncate(self._file, self.size)
            except OSError:
                self._torn, self.unwritten[0] = True, bytes(view)
                self.unwritten_size -= len(data) - len(view)
            raise
        self.size, self._torn = os.fstat(self._file).st_size, False
        self.written.set()
        if self.size >= SEGMENT:
            with suppress(OSError):
                self._begin_next()

    def _say(self, event: str, **about: object) -> None:
        """At most once a second: what fails does so with every visit."""
        if time.monotonic() >= self._silent_until:
            self._silent_until = time.monotonic() + 1
            log.error(event, **about)


def segments(folder: Path) -> list[Path]:
    """The segments of a journal, oldest first."""
    return sorted(folder.glob(f"*{SUFFIX}"))


def number(segment: Path) -> int:
    return int(segment.stem)


def _settle(done: asyncio.Future[None]) -> None:
    if not done.done():
        done.set_result(None)
