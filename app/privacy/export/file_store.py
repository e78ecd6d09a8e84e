"""The files of exports in the data directory: `exports/<id>.zip`. A file appears only when it is complete."""

from pathlib import Path
from uuid import UUID

from app.kernel import installation
from app.kernel.private_files import make_file, make_folder
from app.kernel.uuid_parser import parse_uuid

DRAFT_PREFIX, ID_LENGTH = ".draft-", 36


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


def stored_ids() -> set[UUID]:
    """The ids of the exports that have files, drafts included."""
    paths = installation.current().exports_dir.glob("*.zip")  # of drafts too
    names = (path.name.removeprefix(DRAFT_PREFIX)[:ID_LENGTH] for path in paths)
    return {id for id in map(parse_uuid, names) if id}
