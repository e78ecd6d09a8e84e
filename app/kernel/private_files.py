"""Creates files and folders that only their owner can read. No other module creates private files.

Databases, journals, pictures, batch files and backups hold personal data. So every file has mode 0600 and every folder
0700, whatever the umask and the folder's former mode. What root creates in another user's folder is given to that user,
so that a command run as root never locks out the service's user.
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
SHARED = stat.S_ISVTX  # the sticky bit: a folder such as /tmp, which everybody uses


@dataclass(frozen=True, slots=True)
class PermissionFault:
    """A file or folder with wrong permissions or owner.

    Others can read it (`mode`), or its `owner` is not `expected_owner`. Both owners are user ids.
    """

    path: Path
    mode: int
    owner: int
    expected_owner: int

    @property
    def readable_by_others(self) -> bool:
        """Whether the group or other users have any permission."""
        return bool(self.mode & OTHERS)


def set_private_umask() -> None:
    """Sets the umask so that files created by libraries and child processes are private too."""
    os.umask(OTHERS)


def make_folder(path: Path, *, tighten_existing: bool = True) -> Path:
    """Creates a folder and its missing parents, and returns its path. Raises OSError.

    If the folder exists and other users can read it, it is closed to them with everything in it, unless
    `tighten_existing` is False: then it may hold files that are not ours.
    """
    for missing in reversed([entry for entry in (path, *path.parents) if not entry.exists()]):
        with suppress(FileExistsError):
            missing.mkdir(mode=FOLDER)
            _set_mode_and_owner(missing, FOLDER)
    if not path.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))
    if tighten_existing and _open_to_others(path):
        restrict_to_owner(path)
        for entry in _everything_below(path):
            restrict_to_owner(entry)
    return path


def make_file(path: Path) -> None:
    """Creates an empty file, or closes an existing one to other users.

    An existing file is not opened, because closing it again would release SQLite's locks of this process (fcntl(2)).
    Raises OSError if the file is not readable and writable.
    """
    if not path.exists():
        os.close(open_file(path, os.O_WRONLY))
    elif path.is_dir() or not os.access(path, os.R_OK | os.W_OK, effective_ids=True):
        number = errno.EISDIR if path.is_dir() else errno.EACCES
        raise OSError(number, os.strerror(number), str(path))
    else:
        restrict_to_owner(path)


def open_file(path: Path, flags: int) -> int:
    """Opens a file as `os.open` does, and creates it if it is missing; returns the descriptor. Raises OSError."""
    handle = os.open(path, flags | os.O_CREAT | os.O_CLOEXEC, FILE)
    try:
        _set_mode_and_owner(path, FILE, handle)
    except BaseException:
        os.close(handle)
        raise
    return handle


@contextmanager
def temporary_file(folder: Path, prefix: str) -> Generator[tuple[IO[bytes], Path]]:
    """Creates a temporary file in a folder, to be written and then renamed or linked by the caller.

    Yields the open file and its path. At the end of the block the content is flushed to disk (fsync). If the block
    raises, the file is deleted.
    """
    handle, name = tempfile.mkstemp(dir=folder, prefix=prefix)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            _set_mode_and_owner(path, FILE, handle)
            yield file, path
            file.flush()
            os.fsync(handle)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def restrict_to_owner(path: Path) -> None:
    """Removes all permissions of other users from a file or folder, if this process may change them."""
    with suppress(OSError):
        status = path.stat()
        mode = stat.S_IMODE(status.st_mode) & ~OTHERS
        if mode != stat.S_IMODE(status.st_mode) and _may_change(status):
            path.chmod(mode)


def find_permission_faults(paths: Iterable[Path], owner: int) -> list[PermissionFault]:
    """Returns a PermissionFault for each path that others can read or `owner` does not own, among these and all below
    them.
    """
    permission_faults = []
    for path in dict.fromkeys(each for top in paths for each in (top, *_everything_below(top))):
        with suppress(OSError):
            status = path.stat()
            fault = PermissionFault(path, stat.S_IMODE(status.st_mode), status.st_uid, owner)
            if fault.readable_by_others or fault.owner != owner:
                permission_faults.append(fault)
    return permission_faults


def repair_permissions(fault: PermissionFault) -> bool:
    """Corrects the permissions and the owner, as far as this process may; returns whether they are correct now."""
    restrict_to_owner(fault.path)
    with suppress(OSError):
        if fault.owner != fault.expected_owner:
            os.chown(fault.path, fault.expected_owner, fault.path.parent.stat().st_gid)
        status = fault.path.stat()
        return status.st_uid == fault.expected_owner and not status.st_mode & OTHERS
    return False


def _everything_below(folder: Path) -> Iterator[Path]:
    """Yields everything below a folder, without following symbolic links."""
    for above, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(above, name)
            if not path.is_symlink():
                yield path


def _open_to_others(path: Path) -> bool:
    """Whether others have permissions on a folder that is not shared by everybody, and this process may change that."""
    status = path.stat()
    return bool(status.st_mode & OTHERS) and not status.st_mode & SHARED and _may_change(status)


def _may_change(status: os.stat_result) -> bool:
    """Whether this process may change the mode of the file: it runs as root or as its owner."""
    return os.geteuid() in {0, status.st_uid}


def _set_mode_and_owner(path: Path, mode: int, handle: int = -1) -> None:
    """Sets the mode, whatever the umask was; as root, also gives the file to the owner of its folder."""
    status = os.fstat(handle) if handle >= 0 else path.lstat()
    if stat.S_IMODE(status.st_mode) != mode and _may_change(status):
        os.chmod(handle if handle >= 0 else path, mode)  # noqa: PTH101 - Path.chmod takes no descriptor
    if os.geteuid() == 0:
        above = path.parent.stat()
        if above.st_uid != status.st_uid:
            os.chown(handle if handle >= 0 else path, above.st_uid, above.st_gid)
