"""The folders of journals below one root, each held by a living process or by nobody."""

import fcntl
import os
from pathlib import Path
from uuid import uuid4

from app.kernel.private_files import make_folder, open_file


def claim(root: Path) -> tuple[Path, int]:
    """Takes the first folder below `root` that no living process has; returns it and the file that holds it."""
    for slot in range(10_000):
        if (held := hold(root / str(slot))) is not None:
            return root / str(slot), held
    raise RuntimeError("every journal is taken")


def hold(folder: Path) -> int | None:
    """Locks a journal's folder, made if it is not there; None while another process has it."""
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


def every(root: Path) -> list[Path]:
    """Every journal below `root`."""
    return sorted(folder for folder in root.iterdir() if (folder / "lock").exists())


def name(folder: Path) -> str:
    """The journal's name, under which the database knows how far it was taken in."""
    return (folder / "lock").read_text()
