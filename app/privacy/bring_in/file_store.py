"""The uploaded files of imports in the data directory: `imports/<id>.zip`."""

import shutil
import time
from pathlib import Path
from typing import IO
from uuid import UUID

from app.kernel import installation
from app.kernel.private_files import make_folder, temporary_file
from app.kernel.uuid_parser import parse_uuid

DRAFT_PREFIX, NEW = ".draft-", 600  # seconds


def file_path(id: UUID) -> Path:
    """The path of the file of an import."""
    return installation.current().imports_dir / f"{id}.zip"


def store(id: UUID, upload: IO[bytes]) -> int:
    """Stores an upload durably and privately; returns its size in bytes. Raises: OSError."""
    folder = make_folder(installation.current().imports_dir)
    upload.seek(0)
    with temporary_file(folder, DRAFT_PREFIX) as (file, draft):
        shutil.copyfileobj(upload, file)
    draft.rename(file_path(id))
    return file_path(id).stat().st_size


def delete_file(id: UUID) -> None:
    """Deletes the file of an import."""
    file_path(id).unlink(missing_ok=True)


def stored_ids() -> set[UUID]:
    """The ids of the imports that have files; not the newest ones, whose rows may not be committed yet."""
    before = time.time() - NEW
    old = (path for path in installation.current().imports_dir.glob("*.zip") if path.stat().st_mtime < before)
    return {id for path in old if (id := parse_uuid(path.stem))}


def delete_old_drafts() -> None:
    """Deletes the drafts of uploads whose process stopped."""
    for draft in installation.current().imports_dir.glob(f"{DRAFT_PREFIX}*"):
        if draft.stat().st_mtime < time.time() - NEW:
            draft.unlink(missing_ok=True)
