"""The files of sealed visits in a remote storage, as DuckDB reads them: through a file system of fsspec, by ranges.

DuckDB opens a file several times for one statement and asks for its size each time. As the files never change, what is
known of them is kept.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from typing import IO, Any

from fsspec import AbstractFileSystem  # type: ignore[import-untyped]

from app.kernel.file_storage import FileStorage, StoredFile
from app.visits.sealed.file_store import FOLDER, PROTOCOL

NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # the time of the last change of each file
MOST_KNOWN = 10_000  # files


class RemoteFiles(AbstractFileSystem):  # type: ignore[misc]
    """The read-only file system of a storage: `kliqs://visits/<name>`. Raises: OSError."""

    protocol, cachable = PROTOCOL, False

    def __init__(self, storage: FileStorage) -> None:
        super().__init__()
        self._storage = storage
        self._known = lru_cache(MOST_KNOWN)(self._find)

    def _find(self, key: str) -> StoredFile:
        if not key.startswith(f"{FOLDER}/") or (file := self._storage.find(key)) is None:
            raise FileNotFoundError(key)
        return file

    def _open(self, path: str, mode: str = "rb", **_options: Any) -> IO[bytes]:
        if mode != "rb":
            raise PermissionError(path)
        return self._storage.open_found(self._known(self._strip_protocol(path)))

    def info(self, path: str, **_options: Any) -> dict[str, Any]:
        """Returns the size of a file."""
        file = self._known(self._strip_protocol(path))
        return {"name": file.key, "size": file.size, "type": "file"}

    def modified(self, path: str) -> datetime:
        """Returns the time of the last change: there is none."""
        return NEVER

    def glob(self, path: str, **_options: Any) -> list[str]:
        """Returns the path itself: DuckDB gets no patterns."""
        return [path]
