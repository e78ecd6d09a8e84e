"""The folders of journals below one root. A running process holds the lock of its folder."""

import fcntl
import os
from pathlib import Path
from uuid import uuid4

from app.kernel.private_files import make_folder, open_file


def claim_folder(root: Path) -> tuple[Path, int]:
    """Locks the first free folder below `root`; returns the folder and the descriptor of its lock file.

    Raises: RuntimeError when all folders are locked.
    """
    for slot in range(10_000):
        if (lock := lock_folder(root / str(slot))) is not None:
            return root / str(slot), lock
    raise RuntimeError("every journal is taken")


def lock_folder(folder: Path) -> int | None:
    """Locks a journal's folder, which is created if needed, and returns the lock's descriptor; None when another
    process holds it.
    """
    make_folder(folder)
    file = open_file(folder / "lock", os.O_RDWR)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(file)
        return None
    if not os.fstat(file).st_size:
        os.write(file, uuid4().hex.encode())
    return file


def list_journal_folders(root: Path) -> list[Path]:
    """Returns all journals below `root`."""
    return sorted(folder for folder in root.iterdir() if (folder / "lock").exists())


def journal_name(folder: Path) -> str:
    """Returns the journal's name, which identifies its position in the database."""
    return (folder / "lock").read_text()
