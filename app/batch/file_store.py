"""Where the files of batches are: `batches/<id>.zip` and `<id>.pdf` of the data directory, each there whole or not."""

import time
from pathlib import Path
from uuid import UUID

from app.kernel import installation
from app.kernel.private_files import make_file, make_folder

ZIP, SHEET = "zip", "pdf"
DRAFT = ".draft-"
FORGOTTEN_AFTER = 48 * 3600  # seconds


def path_of(id: UUID, ending: str) -> Path:
    """Where a finished file is."""
    return installation.current().batches_dir / f"{id}.{ending}"


def draft_of(id: UUID, tried: int, ending: str) -> Path:
    """Where one try at packing writes: an empty file, made so that the worker's is private. Raises OSError."""
    draft = make_folder(installation.current().batches_dir) / f"{DRAFT}{id}-{tried}.{ending}"
    make_file(draft)
    return draft


def drop(id: UUID) -> None:
    """Deletes all files of a batch, drafts too."""
    folder = installation.current().batches_dir
    for file in (*folder.glob(f"{id}.*"), *folder.glob(f"{DRAFT}{id}-*")):
        file.unlink(missing_ok=True)


def drop_forgotten() -> None:
    """Deletes what is older than any batch may be: files whose row went otherwise, drafts of a machine that stopped."""
    before = time.time() - FORGOTTEN_AFTER
    for file in installation.current().batches_dir.glob("*"):
        if file.is_file() and file.stat().st_mtime < before:
            file.unlink(missing_ok=True)
