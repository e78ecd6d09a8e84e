"""Where the files of sealed visits are stored: a directory.

This class is all that the rest knows of the storage. DuckDB reads and writes what `location` returns.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import IO

from app.kernel.private_files import make_file, make_folder

NAME = re.compile(r"(visits|summary)-\d{4}-\d\d(-\d\d)?\.[0-9a-f]{16}\.parquet")
GRACE = 600  # seconds for which a replaced file stays, because a report or a backup may still read it


class FileStore:
    """The files below a directory. Only names that `new_name` made are read or deleted.

    A file is complete and on the disk before it has its name; it is never changed afterwards.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    @property
    def work(self) -> Path:
        """The directory for unfinished files and for what DuckDB does not hold in memory."""
        return self.directory / "work"

    def prepare(self) -> None:
        """Creates the directories. Raises OSError."""
        make_folder(self.directory)
        make_folder(self.work)

    def location(self, name: str) -> str:
        """Returns where DuckDB finds a file. Raises ValueError for a name that is not of this store."""
        if not NAME.fullmatch(name):
            raise ValueError(f"{name!r} is not a file of sealed visits")
        return str(self.directory / name)

    def size(self, name: str) -> int:
        """Returns the size of a file in bytes. Raises OSError."""
        return Path(self.location(name)).stat().st_size

    def open(self, name: str) -> IO[bytes]:
        """Opens a file for reading. Raises OSError."""
        return Path(self.location(name)).open("rb")

    @contextmanager
    def unfinished(self, ending: str) -> Iterator[Path]:
        """Yields the path of a new, empty and private file that is deleted at the end, unless `publish` moved it."""
        path = self.work / f"{token_hex(8)}{ending}"
        make_file(path)
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)

    def publish(self, path: Path, name: str) -> None:
        """Gives an unfinished file its name, after its content has reached the disk. Raises OSError."""
        os.utime(path)  # it may have been written for longer than the grace period, and a sweep may be running
        _sync(path)
        path.rename(self.location(name))
        _sync(self.directory)

    def discard(self, names: Collection[str]) -> None:
        """Deletes published files that did not get into the manifest."""
        for name in names:
            Path(self.location(name)).unlink(missing_ok=True)

    def retire(self, names: Collection[str]) -> None:
        """Starts the grace period of files that are no longer in the manifest."""
        for name in names:
            with suppress(OSError):
                os.utime(self.location(name))

    def sweep(self, listed: Collection[str], grace: float = GRACE) -> int:
        """Deletes files that are not in the manifest and older than `grace` seconds: replaced ones, and those that a
        crash left behind. Returns how many.
        """
        before, swept = time.time() - grace, 0
        files = [path for path in self.directory.glob("*.parquet") if NAME.fullmatch(path.name)]
        unlisted = [path for path in files if path.name not in listed]
        for path in (*unlisted, *(path for path in self.work.glob("**/*") if path.is_file())):
            with suppress(OSError):
                if path.stat().st_mtime <= before:
                    path.unlink()
                    swept += 1
        return swept


def new_name(content: str, month: str) -> str:
    """Returns a name that no file ever had.

    `content` is `visits` or `summary`, `month` such as 2026-11 or 2026-11-28.
    """
    return f"{content}-{month}.{token_hex(8)}.parquet"


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
