"""The files of batches in the data directory: `batches/<id>.zip` and `<id>.pdf`. A file appears only when it is
complete.
"""

import time
from pathlib import Path
from uuid import UUID

from app.kernel import installation
from app.kernel.private_files import make_file, make_folder

ZIP, SHEET = "zip", "pdf"
DRAFT_PREFIX = ".draft-"
STALE_AFTER = 48 * 3600  # seconds


def file_path(id: UUID, ending: str) -> Path:
    """The path of a finished file."""
    return installation.current().batches_dir / f"{id}.{ending}"


def create_draft_file(id: UUID, tried: int, ending: str) -> Path:
    """Create the private, empty file that one attempt at packing writes to. Raises: OSError."""
    draft = make_folder(installation.current().batches_dir) / f"{DRAFT_PREFIX}{id}-{tried}.{ending}"
    make_file(draft)
    return draft


def delete_files(id: UUID) -> None:
    """Delete all files of a batch, drafts included."""
    folder = installation.current().batches_dir
    for file in (*folder.glob(f"{id}.*"), *folder.glob(f"{DRAFT_PREFIX}{id}-*")):
        file.unlink(missing_ok=True)


def delete_orphaned_files() -> None:
    """Delete files older than any batch: those whose row is gone, and drafts of processes that stopped."""
    oldest = time.time() - STALE_AFTER
    for file in installation.current().batches_dir.glob("*"):
        if file.is_file() and file.stat().st_mtime < oldest:
            file.unlink(missing_ok=True)
