"""The one place where files are stored that several machines share: a directory, or a bucket of an S3 server.

Pictures, files of posts, batches, exports, imports, sealed visits and the operator's country database are files here.
A key is the path of a file below the storage, such as `media/ab/ab12.webp`, and is the same in a directory and in a
bucket. The methods of a storage block; tasks call them through `call` of storage_calls.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Protocol

KEY = re.compile(r"[0-9A-Za-z_-][0-9A-Za-z._-]*(/[0-9A-Za-z_-][0-9A-Za-z._-]*)*")
DRAFT = ".draft-"  # the beginning of the names of unfinished files; no key has such a part


class StorageUnavailable(OSError):
    """The storage does not answer, refuses the credentials or lacks its bucket; the message is a sentence for logs."""


class StorageRefuses(StorageUnavailable):
    """The storage answers, but refuses the credentials or lacks its bucket: the settings are wrong."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a storage: its key, its size in bytes, and the time in seconds since 1970 when it was stored."""

    key: str
    size: int
    stored_at: float

    @property
    def name(self) -> str:
        """The last part of its key."""
        return self.key.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Download:
    """How a browser shall treat a file that it gets from a signed address."""

    media_type: str
    file_name: str  # under which it is saved


class FileStorage(Protocol):
    """A storage of files. A file appears when it is complete and durable, and is replaced as a whole.

    Every method raises ValueError for a text that is no key, FileNotFoundError where a file is needed that is missing,
    and StorageUnavailable or another OSError when the storage cannot do it now.
    """

    @property
    def title(self) -> str:
        """What the operator calls it, without credentials."""

    @property
    def workspace(self) -> Path:
        """A directory of this machine, for unfinished files that `put` will take."""

    @property
    def remote(self) -> bool:
        """Whether reading a file is a request over the network."""

    def write(self, key: str, content: bytes) -> None:
        """Stores these bytes."""

    def put(self, key: str, file: Path) -> None:
        """Stores a private file of this machine; it is gone from its place afterwards."""

    def read(self, key: str) -> bytes:
        """Returns the bytes of a file."""

    def open(self, key: str) -> BufferedReader:
        """Opens a file for reading at any position; not much more of it is transferred than is read."""

    def open_found(self, file: StoredFile) -> BufferedReader:
        """As `open`, for a file of which is known that it is there."""

    def local_copy(self, key: str) -> AbstractContextManager[Path]:
        """Makes a file readable for other programs during a block: yields a path, of the file or of a copy of it."""

    def find(self, key: str) -> StoredFile | None:
        """Returns what is known of a file, None if it is missing."""

    def list(self, prefix: str) -> Iterator[StoredFile]:
        """Yields the files whose keys begin with a prefix, in any order."""

    def touch(self, key: str) -> None:
        """Makes a file as young as if it were stored now."""

    def delete(self, key: str) -> None:
        """Deletes a file, if it exists."""

    def signed_url(self, key: str, seconds: int, download: Download) -> str | None:
        """Returns an address from which a browser gets the file for some seconds; None where there is none."""

    def check(self) -> None:
        """Writes, reads and deletes a small file."""


def check_key(key: str) -> str:
    """Returns the key. Raises ValueError for a text that is none, such as one that leads out of the storage."""
    if not KEY.fullmatch(key) or len(key) > 200:
        raise ValueError(f"{key!r} is not the key of a file")
    return key


def delete_old_drafts(folder: Path, before: float) -> None:
    """Deletes the unfinished files in a directory that have not changed since a time in seconds since 1970."""
    for path in folder.glob(f"{DRAFT}*"):
        with suppress(FileNotFoundError):
            if path.stat().st_ctime < before:
                path.unlink()
