"""Where the files of batches are: `batches/<id>.zip` and `<id>.pdf` of the data directory, each there whole or not."""

import time
from pathlib import Path
from uuid import UUID

from app.kernel.private_files import make_file, make_folder

ZIP, SHEET = "zip", "pdf"
DRAFT = ".draft-"
FORGOTTEN_AFTER = 48 * 3600  # seconds
_directory = Path("var/batches")


def use(data_dir: Path) -> None:
    """Which data directory; said once, when the program starts."""
    global _directory
    _directory = data_dir / "batches"


def path_of(id: UUID, ending: str) -> Path:
    """Where a finished file is."""
    return _directory / f"{id}.{ending}"


def draft_of(id: UUID, tried: int, ending: str) -> Path:
    """Where one try at packing writes: an empty file, made so that the worker's is private. Raises OSError."""
    draft = make_folder(_directory) / f"{DRAFT}{id}-{tried}.{ending}"
    make_file(draft)
    return draft


def drop(id: UUID) -> None:
    """Deletes all files of a batch, drafts too."""
    for file in (*_directory.glob(f"{id}.*"), *_directory.glob(f"{DRAFT}{id}-*")):
        file.unlink(missing_ok=True)


def drop_forgotten() -> None:
    """Deletes what is older than any batch may be: files whose row went otherwise, drafts of a machine that stopped."""
    before = time.time() - FORGOTTEN_AFTER
    for file in _directory.glob("*"):
        if file.is_file() and file.stat().st_mtime < before:
            file.unlink(missing_ok=True)
