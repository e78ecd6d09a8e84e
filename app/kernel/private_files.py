"""Files and folders that only their owner can read: the one place that makes them.

Databases, journals, pictures, batch files and backups hold what belongs to people, so every file is 0600 and every
folder 0700, whatever the umask is and whatever the folder was before. What root makes in a folder of another user is
given to that user: a command that was run as root never locks the service's user out.
"""

import errno
import os
import stat
import tempfile
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

FILE, FOLDER = 0o600, 0o700
OTHERS = stat.S_IRWXG | stat.S_IRWXO
SHARED = stat.S_ISVTX  # the mode of /tmp: a folder of everybody


@dataclass(frozen=True, slots=True)
class Fault:
    """A file or folder that is not as it should be: others can read it (`mode`), or `owner` is not the folder's."""

    path: Path
    mode: int
    owner: int
    expected_owner: int

    @property
    def readable_by_others(self) -> bool:
        return bool(self.mode & OTHERS)


def umask() -> None:
    """Makes files of libraries private too, for the rest of this process and those it starts."""
    os.umask(OTHERS)


def make_folder(path: Path, *, tighten_existing: bool = True) -> Path:
    """Makes a folder with those above it that are missing; raises OSError.

    One that is there already and was open to others is closed, with everything in it, unless `tighten_existing` is
    False: then it may hold what is not ours.
    """
    for missing in reversed([each for each in (path, *path.parents) if not each.exists()]):
        with suppress(FileExistsError):
            missing.mkdir(mode=FOLDER)
            _adopt(missing, FOLDER)
    if not path.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))
    if tighten_existing and _open_to_others(path):
        tighten(path)
        for each in _inside(path):
            tighten(each)
    return path


def make_file(path: Path) -> None:
    """Makes an empty file, or closes one that is there to others; raises OSError when it cannot be read and written.

    One that is there is not opened: closing it again would take SQLite's locks from this process (fcntl(2)).
    """
    if not path.exists():
        os.close(open_file(path, os.O_WRONLY))
    elif path.is_dir() or not os.access(path, os.R_OK | os.W_OK, effective_ids=True):
        number = errno.EISDIR if path.is_dir() else errno.EACCES
        raise OSError(number, os.strerror(number), str(path))
    else:
        tighten(path)


def open_file(path: Path, flags: int) -> int:
    """Opens a file, made when it is not there, as `os.open` does; returns its descriptor. Raises OSError."""
    handle = os.open(path, flags | os.O_CREAT | os.O_CLOEXEC, FILE)
    try:
        _adopt(path, FILE, handle)
    except BaseException:
        os.close(handle)
        raise
    return handle


@contextmanager
def draft(folder: Path, prefix: str) -> Generator[tuple[IO[bytes], Path]]:
    """A new file in a folder, to be written and then renamed or linked: on the disk itself when the block ends.

    It is deleted when the block raises, and closed in any case.
    """
    handle, name = tempfile.mkstemp(dir=folder, prefix=prefix)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            _adopt(path, FILE, handle)
            yield file, path
            file.flush()
            os.fsync(handle)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def tighten(path: Path) -> None:
    """Takes a file's or folder's permissions from everybody but its owner, where this process may change them."""
    with suppress(OSError):
        status = path.stat()
        wanted = stat.S_IMODE(status.st_mode) & ~OTHERS
        if wanted != stat.S_IMODE(status.st_mode) and _may_change(status):
            path.chmod(wanted)


def faults(paths: Iterable[Path], owner: int) -> list[Fault]:
    """What others can read, or what belongs to another user than `owner`, among these paths and all that is in them."""
    found = []
    for path in dict.fromkeys(each for top in paths for each in (top, *_inside(top))):
        with suppress(OSError):
            status = path.stat()
            fault = Fault(path, stat.S_IMODE(status.st_mode), status.st_uid, owner)
            if fault.readable_by_others or fault.owner != owner:
                found.append(fault)
    return found


def mend(fault: Fault) -> bool:
    """Puts permissions and owner right where this process may; returns whether they are right now."""
    tighten(fault.path)
    with suppress(OSError):
        if fault.owner != fault.expected_owner:
            os.chown(fault.path, fault.expected_owner, fault.path.parent.stat().st_gid)
        status = fault.path.stat()
        return status.st_uid == fault.expected_owner and not status.st_mode & OTHERS
    return False


def _inside(folder: Path) -> Iterator[Path]:
    """Everything below a folder; what symbolic links lead to is not below it."""
    for above, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(above, name)
            if not path.is_symlink():
                yield path


def _open_to_others(path: Path) -> bool:
    status = path.stat()
    return bool(status.st_mode & OTHERS) and not status.st_mode & SHARED and _may_change(status)


def _may_change(status: os.stat_result) -> bool:
    return os.geteuid() in {0, status.st_uid}


def _adopt(path: Path, mode: int, handle: int = -1) -> None:
    """Sets the mode that the umask or an older release may have changed, and lets the folder's owner have it."""
    status = os.fstat(handle) if handle >= 0 else path.lstat()
    if stat.S_IMODE(status.st_mode) != mode and _may_change(status):
        os.chmod(handle if handle >= 0 else path, mode)  # noqa: PTH101 - of a descriptor where there is one
    if os.geteuid() == 0:
        above = path.parent.stat()
        if above.st_uid != status.st_uid:
            os.chown(handle if handle >= 0 else path, above.st_uid, above.st_gid)
