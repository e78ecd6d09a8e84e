"""The files of sealed visits in the storage: `visits/<name>`.

This class is all that the rest knows of the storage. DuckDB reads what `location` returns, and writes into `work`.
"""

from __future__ import annotations

import re
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from secrets import token_hex

from app.kernel.file_storage import FileStorage
from app.kernel.private_files import make_file, make_folder

FOLDER, PROTOCOL = "visits", "kliqs"
NAME = re.compile(r"(visits|summary)-\d{4}-\d\d(-\d\d)?\.[0-9a-f]{16}\.parquet")
WORK_GRACE = 7_200  # seconds; a job reads what it staged for as long as it may take (engine.WORK_SECONDS)
GRACE = 600  # seconds for which a replaced file stays, because a report or a backup may still read it


class FileStore:
    """The files of sealed visits in a storage. Only names that `new_name` made are read or deleted.

    A file is complete and durable before it has its name; it is never changed afterwards.
    """

    def __init__(self, storage: FileStorage) -> None:
        self.storage = storage

    @cached_property
    def directory(self) -> Path:
        """The directory of this machine below which DuckDB writes; also that of the files, unless they are remote."""
        return (self.storage.workspace / FOLDER).resolve()

    @property
    def work(self) -> Path:
        """The directory for unfinished files and for what DuckDB does not hold in memory."""
        return self.directory / "work"

    def prepare(self) -> None:
        """Creates the directories. Raises OSError."""
        make_folder(self.directory)
        make_folder(self.work)

    def key_of(self, name: str) -> str:
        """Returns the key of a file. Raises ValueError for a name that is not of this store."""
        if not NAME.fullmatch(name):
            raise ValueError(f"{name!r} is not a file of sealed visits")
        return f"{FOLDER}/{name}"

    def location(self, name: str) -> str:
        """Returns where DuckDB finds a file. Raises ValueError for a name that is not of this store."""
        key = self.key_of(name)
        return f"{PROTOCOL}://{key}" if self.storage.remote else str(self.directory / name)

    def size(self, name: str) -> int:
        """Returns the size of a file in bytes. Raises OSError."""
        if (file := self.storage.find(self.key_of(name))) is None:
            raise FileNotFoundError(name)
        return file.size

    @contextmanager
    def unfinished(self, ending: str) -> Iterator[Path]:
        """Yields the path of a new, empty and private file that is deleted at the end, unless `publish` moved it."""
        path = self.work / f"{token_hex(8)}{ending}"
        make_file(path)
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)

    def publish(self, path: Path, name: str) -> int:
        """Gives an unfinished file its name, after its content is durable; returns its size in bytes. Raises OSError.

        It may have been written for longer than the grace period, which begins only now.
        """
        size = path.stat().st_size
        self.storage.put(self.key_of(name), path)
        return size

    def discard(self, names: Collection[str]) -> None:
        """Deletes published files that did not get into the manifest."""
        for name in names:
            self.storage.delete(self.key_of(name))

    def retire(self, names: Collection[str]) -> None:
        """Starts the grace period of files that are no longer in the manifest."""
        for name in names:
            with suppress(OSError):
                self.storage.touch(self.key_of(name))

    def sweep(self, listed: Collection[str], grace: float = GRACE, work_grace: float = WORK_GRACE) -> int:
        """Deletes files that are not in the manifest and older than `grace` seconds: replaced ones, and those that a
        crash left behind; and unfinished files and those of DuckDB after `work_grace` seconds. Returns how many.
        """
        before, swept = time.time() - grace, 0
        for file in self.storage.list(f"{FOLDER}/"):
            if NAME.fullmatch(file.key.removeprefix(f"{FOLDER}/")) and file.name not in listed:
                with suppress(OSError):
                    if file.stored_at <= before:
                        self.storage.delete(file.key)
                        swept += 1
        return swept + self._sweep_work(time.time() - work_grace)

    def _sweep_work(self, before: float) -> int:
        """Deletes unfinished files of this machine that have not changed since a time in seconds since 1970."""
        swept = 0
        for path in self.work.glob("**/*"):
            with suppress(OSError):
                if path.is_file() and path.stat().st_mtime <= before:
                    path.unlink()
                    swept += 1
        return swept


def new_name(content: str, month: str) -> str:
    """Returns a name that no file ever had.

    `content` is `visits` or `summary`, `month` such as 2026-11 or 2026-11-28.
    """
    return f"{content}-{month}.{token_hex(8)}.parquet"
