"""Copies of files of a remote storage on this machine: the pictures of bio pages, which are requested often."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import structlog

from app.kernel.file_storage import DRAFT, StorageUnavailable
from app.kernel.private_files import make_folder, temporary_file
from app.kernel.storage_calls import current

MOST_BYTES = 256 * 2**20
VALID_FOR = 3600.0  # seconds for which a file that was deleted on another machine may still be served here
log = structlog.get_logger()


class FileCache:
    """A folder of copies, at most MOST_BYTES; the oldest are deleted first. Only files that never change may be here.

    Its methods block. While the storage is unavailable, copies are used that are older than VALID_FOR.
    """

    def __init__(self) -> None:
        self.folder: Path = current().workspace / "cache"
        self._bytes = MOST_BYTES  # so that the first copy counts what an earlier process left

    def read(self, key: str) -> bytes:
        """Returns the bytes of a file. Raises: FileNotFoundError, StorageUnavailable."""
        if not current().remote:
            return current().read(key)
        path = self._path(key)
        if (content := _read(path, VALID_FOR)) is not None:
            return content
        try:
            content = current().read(key)
        except FileNotFoundError:
            path.unlink(missing_ok=True)
            raise
        except StorageUnavailable:
            if (old := _read(path, float("inf"))) is None:
                raise
            return old
        self._store(path, content)
        return content

    def discard(self, key: str) -> None:
        """Deletes the copy of a file, if there is one."""
        self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / key.replace("/", "-")

    def _store(self, path: Path, content: bytes) -> None:
        """Writes a copy; without room on the disk there is none."""
        try:
            with temporary_file(make_folder(self.folder), DRAFT) as (file, draft):
                file.write(content)
            draft.replace(path)
        except OSError as problem:
            log.warning("no_copy_of_file", problem=str(problem))
            return
        self._bytes += len(content)
        if self._bytes > MOST_BYTES:
            self._evict()

    def _evict(self) -> None:
        """Deletes the oldest copies until an eighth of the room is free."""
        copies = []
        for path in self.folder.iterdir():
            with suppress(FileNotFoundError):
                status = path.stat()
                copies.append((status.st_mtime, status.st_size, path))
        self._bytes = sum(size for _, size, _ in copies)
        for _, size, path in sorted(copies):
            if self._bytes <= MOST_BYTES * 7 // 8:
                break
            path.unlink(missing_ok=True)
            self._bytes -= size


def _read(path: Path, most_age: float) -> bytes | None:
    """Returns a copy that is younger than so many seconds, None without one."""
    with suppress(OSError):
        if time.time() - path.stat().st_mtime < most_age:
            return path.read_bytes()
    return None
