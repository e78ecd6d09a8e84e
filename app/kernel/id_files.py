"""Files of the storage that are named after the id of a row: `<folder>/<id>.<ending>`.

A file appears only when it is complete: it is written as a draft in the workspace, whose name says for which row and
attempt, and then put into the storage. All methods block; tasks call them by storage_calls.call.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from uuid import UUID

from app.kernel.file_storage import DRAFT, StoredFile
from app.kernel.private_files import make_file, make_folder, temporary_file
from app.kernel.storage_calls import current
from app.kernel.uuid_parser import parse_uuid

ID_LENGTH = 36


@dataclass(frozen=True, slots=True)
class IdFiles:
    """The files of one kind of row, in a folder of the storage."""

    folder: str

    def key(self, id: UUID, ending: str) -> str:
        """The key of a finished file."""
        return f"{self.folder}/{id}.{ending}"

    @property
    def _drafts(self) -> Path:
        """The folder of this machine in which drafts are written."""
        return current().workspace / self.folder

    def create_draft(self, id: UUID, attempt: int, ending: str) -> Path:
        """Creates the private, empty file that one attempt at a job writes to. Raises: OSError."""
        draft = make_folder(self._drafts) / f"{DRAFT}{id}-{attempt}.{ending}"
        make_file(draft)
        return draft

    def publish(self, draft: Path, id: UUID, ending: str) -> int:
        """Stores a draft that is complete; returns its size in bytes. Raises: OSError."""
        size = draft.stat().st_size
        current().put(self.key(id, ending), draft)
        return size

    def store(self, id: UUID, ending: str, content: IO[bytes]) -> int:
        """Stores content durably and privately; returns its size in bytes. Raises: OSError."""
        content.seek(0)
        with temporary_file(make_folder(self._drafts), f"{DRAFT}{id}-") as (file, draft):
            shutil.copyfileobj(content, file)
        try:
            return self.publish(draft, id, ending)
        finally:
            draft.unlink(missing_ok=True)

    def find(self, id: UUID, ending: str) -> StoredFile | None:
        """Returns what is known of a file, None if it is missing."""
        return current().find(self.key(id, ending))

    def read(self, id: UUID, ending: str) -> bytes:
        """Returns the bytes of a file. Raises: OSError."""
        return current().read(self.key(id, ending))

    def open(self, id: UUID, ending: str) -> IO[bytes]:
        """Opens a file for reading at any position. Raises: OSError."""
        return current().open(self.key(id, ending))

    def delete(self, id: UUID) -> None:
        """Deletes all files of a row, drafts included."""
        for file in current().list(f"{self.folder}/{id}."):
            current().delete(file.key)
        for draft in self._drafts.glob(f"{DRAFT}{id}-*"):
            draft.unlink(missing_ok=True)

    def ids(self, min_age: float = 0) -> set[UUID]:
        """The ids of the rows that have files or drafts that are at least so many seconds old."""
        before = time.time() - min_age
        names = (file.name for file in current().list(f"{self.folder}/") if file.stored_at <= before)
        drafts = (path.name.removeprefix(DRAFT) for path in self._old_drafts(before))
        return {id for id in (parse_uuid(name[:ID_LENGTH]) for name in (*names, *drafts)) if id}

    def _old_drafts(self, before: float) -> Iterator[Path]:
        """Yields the drafts that have not changed since a time in seconds since 1970."""
        for path in self._drafts.glob(f"{DRAFT}*"):
            with suppress(FileNotFoundError):
                if path.stat().st_ctime <= before:
                    yield path
