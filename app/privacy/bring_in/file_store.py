"""The uploaded files of imports in the data directory: `imports/<id>.zip`."""

import shutil
import time
from pathlib import Path
from typing import IO
from uuid import UUID

from app.kernel import installation
from app.kernel.private_files import make_folder, temporary_file
from app.privacy.bring_in.import_run import KEPT_FOR


def file_path(id: UUID) -> Path:
    """The path of the file of an import."""
    return installation.current().imports_dir / f"{id}.zip"


def store(id: UUID, upload: IO[bytes]) -> int:
    """Stores an upload durably and privately; returns its size in bytes. Raises: OSError."""
    folder = make_folder(installation.current().imports_dir)
    upload.seek(0)
    with temporary_file(folder, ".draft-") as (file, draft):
        shutil.copyfileobj(upload, file)
    draft.rename(file_path(id))
    return file_path(id).stat().st_size


def delete_file(id: UUID) -> None:
    """Deletes the file of an import."""
    file_path(id).unlink(missing_ok=True)


def delete_orphaned_files() -> None:
    """Deletes files that are older than any import is kept, whose row is gone."""
    oldest = time.time() - KEPT_FOR.total_seconds() - 3600
    for file in installation.current().imports_dir.glob("*"):
        if file.is_file() and file.stat().st_mtime < oldest:
            file.unlink(missing_ok=True)
