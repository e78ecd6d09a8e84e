"""A storage of files in a directory of this machine, or one that several machines mount."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path
from secrets import token_hex

from app.kernel.file_storage import DRAFT, Download, StoredFile, check_key
from app.kernel.private_files import make_folder, temporary_file


class DirectoryStorage:
    """A storage below a directory; see FileStorage for its methods.

    Files are written under a temporary name and renamed, and both the content and the name have reached the disk before
    a method returns. There are no addresses: the server itself serves the files.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    @property
    def title(self) -> str:
        """The path of the directory."""
        return str(self.directory)

    @property
    def workspace(self) -> Path:
        """The directory itself, so that a finished file only gets its name."""
        return self.directory

    @property
    def remote(self) -> bool:
        """False."""
        return False

    def path(self, key: str) -> Path:
        """Returns where a file is. Raises: ValueError."""
        return self.directory / check_key(key)

    def write(self, key: str, content: bytes) -> None:
        """Stores these bytes."""
        path = self.path(key)
        make_folder(path.parent)
        folder = self.directory / key.partition("/")[0]  # in which sweeps look for drafts
        with temporary_file(folder if folder.is_dir() else self.directory, DRAFT) as (file, draft):
            file.write(content)
        self._name(draft, path)

    def put(self, key: str, file: Path) -> None:
        """Stores a file by renaming it; it must be on the same file system."""
        path = self.path(key)
        make_folder(path.parent)
        sync_path(file)
        self._name(file, path)

    def _name(self, draft: Path, path: Path) -> None:
        """Gives a complete file its name, durably: until its directories are synced, a power failure may lose it."""
        draft.rename(path)
        folder = path.parent
        while folder != self.directory:
            sync_path(folder)
            folder = folder.parent
        sync_path(self.directory)

    def read(self, key: str) -> bytes:
        """Returns the bytes of a file."""
        return self.path(key).read_bytes()

    def open(self, key: str) -> BufferedReader:
        """Opens a file; it stays readable when it is deleted meanwhile."""
        return self.path(key).open("rb")

    def open_found(self, file: StoredFile) -> BufferedReader:
        """As `open`."""
        return self.open(file.key)

    @contextmanager
    def local_copy(self, key: str) -> Iterator[Path]:
        """Yields the path of the file itself."""
        path = self.path(key)
        path.stat()
        yield path

    def find(self, key: str) -> StoredFile | None:
        """Returns what is known of a file, None if it is missing."""
        return _stored_file(key, self.path(key))

    def list(self, prefix: str) -> Iterator[StoredFile]:
        """Yields the files whose keys begin with a prefix; drafts, symbolic links and foreign names are none."""
        top = self.directory / prefix.rpartition("/")[0]
        for folder, folders, names in os.walk(top):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in names:
                key = Path(folder, name).relative_to(self.directory).as_posix()
                with suppress(ValueError):
                    if key.startswith(prefix) and (file := _stored_file(check_key(key), Path(folder, name))):
                        yield file

    def touch(self, key: str) -> None:
        """Makes a file as young as if it were stored now."""
        os.utime(self.path(key))

    def delete(self, key: str) -> None:
        """Deletes a file, if it exists."""
        self.path(key).unlink(missing_ok=True)

    def signed_url(self, key: str, seconds: int, download: Download) -> None:
        """Returns None: a directory has no addresses."""

    def check(self) -> None:
        """Writes, reads and deletes a small file."""
        key = f"check-{token_hex(8)}"
        self.write(key, b"kliqs")
        self.read(key)
        self.delete(key)


def _stored_file(key: str, path: Path) -> StoredFile | None:
    """Returns what is known of a regular file. Its time is that of its inode: restoring a backup by other programs also
    restores the times of modification.
    """
    try:
        status = path.lstat()
    except FileNotFoundError:
        return None
    if not path.is_file() or path.is_symlink():
        return None
    return StoredFile(key, status.st_size, status.st_ctime)


def sync_path(path: Path) -> None:
    """Writes what the kernel holds of a file or directory to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
