"""Files in a folder of the data directory that are named after the id of a row: `<id>.<ending>`.

A file appears only when it is complete: it is written as a draft, whose name says for which row and attempt, and then
renamed. All methods block; run them in a thread.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from uuid import UUID

from app.kernel.private_files import make_file, make_folder, temporary_file
from app.kernel.uuid_parser import parse_uuid

DRAFT_PREFIX, ID_LENGTH = ".draft-", 36


@dataclass(frozen=True, slots=True)
class IdFiles:
    """The files of one kind of row; `folder` returns where they are."""

    folder: Callable[[], Path]

    def path(self, id: UUID, ending: str) -> Path:
        """The path of a finished file."""
        return self.folder() / f"{id}.{ending}"

    def create_draft(self, id: UUID, attempt: int, ending: str) -> Path:
        """Creates the private, empty file that one attempt at a job writes to. Raises: OSError."""
        draft = make_folder(self.folder()) / f"{DRAFT_PREFIX}{id}-{attempt}.{ending}"
        make_file(draft)
        return draft

    def store(self, id: UUID, ending: str, content: IO[bytes]) -> int:
        """Stores content durably and privately; returns its size in bytes. Raises: OSError."""
        content.seek(0)
        with temporary_file(make_folder(self.folder()), f"{DRAFT_PREFIX}{id}-") as (file, draft):
            shutil.copyfileobj(content, file)
        draft.rename(self.path(id, ending))
        return self.path(id, ending).stat().st_size

    def delete(self, id: UUID) -> None:
        """Deletes all files of a row, drafts included."""
        for file in (*self.folder().glob(f"{id}.*"), *self.folder().glob(f"{DRAFT_PREFIX}{id}-*")):
            file.unlink(missing_ok=True)

    def ids(self, min_age: float = 0) -> set[UUID]:
        """The ids of the rows that have files or drafts that are at least so many seconds old."""
        before = time.time() - min_age
        paths = [path for path in self.folder().glob("*") if path.stat().st_mtime <= before]
        names = (path.name.removeprefix(DRAFT_PREFIX)[:ID_LENGTH] for path in paths)
        return {id for id in map(parse_uuid, names) if id}
