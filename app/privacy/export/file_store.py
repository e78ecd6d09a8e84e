"""The files of exports in the data directory: `exports/<id>.zip`. A file appears only when it is complete."""

import time
from pathlib import Path
from uuid import UUID

from app.kernel import installation
from app.kernel.private_files import make_file, make_folder
from app.privacy.export.export import KEPT_FOR

DRAFT_PREFIX = ".draft-"


def file_path(id: UUID) -> Path:
    """The path of a finished export."""
    return installation.current().exports_dir / f"{id}.zip"


def create_draft_file(id: UUID, tried: int) -> Path:
    """Creates the private, empty file that one attempt at an export writes to. Raises: OSError."""
    draft = make_folder(installation.current().exports_dir) / f"{DRAFT_PREFIX}{id}-{tried}.zip"
    make_file(draft)
    return draft


def delete_files(id: UUID) -> None:
    """Deletes all files of an export, drafts included."""
    folder = installation.current().exports_dir
    for file in (*folder.glob(f"{id}.*"), *folder.glob(f"{DRAFT_PREFIX}{id}-*")):
        file.unlink(missing_ok=True)


def delete_orphaned_files() -> None:
    """Deletes files that are older than any export is kept: those without a row, and drafts of stopped processes."""
    oldest = time.time() - KEPT_FOR.total_seconds() - 3600
    for file in installation.current().exports_dir.glob("*"):
        if file.is_file() and file.stat().st_mtime < oldest:
            file.unlink(missing_ok=True)
