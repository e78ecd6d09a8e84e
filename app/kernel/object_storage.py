"""A storage of files in a bucket of an S3 server, through obstore.

Every request has a time-out and is repeated a few times within it. The import of obstore takes time and memory, so it
comes with the first use.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import cached_property
from io import BufferedReader
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from app.kernel import clock
from app.kernel.file_storage import DRAFT, Download, StorageRefuses, StorageUnavailable, StoredFile, check_key
from app.kernel.private_files import make_folder, temporary_file
from app.kernel.s3_signing import Credentials, sign_url
from app.kernel.storage_settings import Bucket

if TYPE_CHECKING:
    from obstore.store import S3Store

CONNECT, REQUEST, ALL_TRIES = timedelta(seconds=2), timedelta(seconds=10), timedelta(seconds=10)
RETRIES, FIRST_PAUSE, LONGEST_PAUSE = 2, timedelta(milliseconds=100), timedelta(seconds=1)
PART = 4 * 2**20  # bytes of one request; a slow line must manage it within REQUEST
READ_AHEAD = 128 * 1024  # bytes
CODE, STATUS = re.compile(r"<Code>(\w{1,40})</Code>"), re.compile(r"status code: (\d{3})")
REFUSED = {"401", "403"}


class ObjectStorage:
    """A storage in a bucket; see FileStorage for its methods. `workspace` is a directory of this machine."""

    def __init__(self, bucket: Bucket, credentials: Credentials | None, workspace: Path) -> None:
        self.bucket, self.credentials, self._workspace = bucket, credentials, workspace

    @property
    def title(self) -> str:
        """The address of the bucket, without credentials."""
        return "/".join(filter(None, (f"s3://{self.bucket.name}", self.bucket.prefix)))

    @property
    def workspace(self) -> Path:
        """The directory of this machine for unfinished files."""
        return self._workspace

    @property
    def remote(self) -> bool:
        """True."""
        return True

    @cached_property
    def _store(self) -> S3Store:
        from obstore.store import S3Store

        options: dict[str, Any] = {"endpoint": self.bucket.endpoint} if self.bucket.endpoint else {}
        if self.credentials:
            key, secret, token = self.credentials
            options |= {"access_key_id": key, "secret_access_key": secret} | ({"session_token": token} if token else {})
        return S3Store(
            self.bucket.name,
            prefix=self.bucket.prefix or None,
            region=self.bucket.region,
            client_options={
                "allow_http": self.bucket.endpoint.startswith("http:"),
                "connect_timeout": CONNECT,
                "timeout": REQUEST,
            },
            retry_config={
                "max_retries": RETRIES,
                "retry_timeout": ALL_TRIES,
                "backoff": {"init_backoff": FIRST_PAUSE, "max_backoff": LONGEST_PAUSE, "base": 2},
            },
            **options,
        )

    def write(self, key: str, content: bytes) -> None:
        """Stores these bytes."""
        self._upload(key, content)

    def put(self, key: str, file: Path) -> None:
        """Uploads a file in parts; it appears with the last one. Then the local file is deleted."""
        self._upload(key, file)
        file.unlink(missing_ok=True)

    def _upload(self, key: str, content: bytes | Path) -> None:
        import obstore

        with _translated_errors():
            obstore.put(self._store, check_key(key), content, chunk_size=2 * PART, max_concurrency=2)

    def read(self, key: str) -> bytes:
        """Returns the bytes of a file."""
        import obstore

        with _translated_errors():
            return bytes(obstore.get(self._store, check_key(key)).bytes())

    def open(self, key: str) -> BufferedReader:
        """Opens a file: reading transfers the ranges that are read, and a little ahead."""
        if (file := self.find(key)) is None:
            raise FileNotFoundError(key)
        return self.open_found(file)

    def open_found(self, file: StoredFile) -> BufferedReader:
        """As `open`, without asking for the size of the file."""
        return BufferedReader(_ObjectReader(self, file), READ_AHEAD)

    def read_range(self, key: str, first: int, length: int) -> bytes:
        """Returns a range of a file, which must not be empty."""
        import obstore

        with _translated_errors():
            return bytes(obstore.get_range(self._store, check_key(key), start=first, length=length))

    @contextmanager
    def local_copy(self, key: str) -> Iterator[Path]:
        """Yields the path of a private copy, which is deleted at the end."""
        folder = make_folder(self.workspace / "work")
        with self.open(key) as source, temporary_file(folder, DRAFT) as (copy, path):
            while data := source.read(PART):
                copy.write(data)
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)

    def find(self, key: str) -> StoredFile | None:
        """Returns what is known of a file, None if it is missing."""
        import obstore

        try:
            with _translated_errors():
                return _stored_file(obstore.head(self._store, check_key(key)))
        except FileNotFoundError:
            return None

    def list(self, prefix: str) -> Iterator[StoredFile]:
        """Yields the files whose keys begin with a prefix.

        The library takes whole folders as prefixes; the rest of the prefix is compared here.
        """
        import obstore

        folder = prefix.rpartition("/")[0]
        with _translated_errors():
            for batch in obstore.list(self._store, folder or None):
                yield from (_stored_file(meta) for meta in batch if meta["path"].startswith(prefix))

    def touch(self, key: str) -> None:
        """Makes a file as young as if it were stored now: S3 refuses to copy a file to itself, so by way of another."""
        import obstore

        between = f"work/{token_hex(16)}"
        with _translated_errors():
            obstore.copy(self._store, check_key(key), between)
            obstore.copy(self._store, between, key)
        self.delete(between)

    def delete(self, key: str) -> None:
        """Deletes a file, if it exists."""
        import obstore

        with _translated_errors():
            obstore.delete(self._store, check_key(key))

    def signed_url(self, key: str, seconds: int, download: Download) -> str | None:
        """Returns an address of the bucket; None where browsers do not reach it, or a role gives the credentials."""
        if not self.bucket.public or not self.credentials:
            return None
        path = "/".join(filter(None, (self.bucket.public, self.bucket.name, self.bucket.prefix, check_key(key))))
        name = download.file_name.replace('"', "").replace("\\", "")
        parameters = {
            "response-content-disposition": f'attachment; filename="{name}"',
            "response-content-type": download.media_type,
            "response-cache-control": "private, no-store",
        }
        return sign_url(path, self.bucket.region, self.credentials, clock.now(), seconds, parameters)

    def check(self) -> None:
        """Writes, reads and deletes a small file."""
        key = f"work/check-{token_hex(8)}"
        self.write(key, b"kliqs")
        self.read(key)
        self.delete(key)


class _ObjectReader(io.RawIOBase):
    """A file of a bucket as Python's file objects are read; each read is a request for a range."""

    def __init__(self, storage: ObjectStorage, file: StoredFile) -> None:
        self.storage, self.file, self.position = storage, file, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self.position = max(0, offset + {io.SEEK_CUR: self.position, io.SEEK_END: self.file.size}.get(whence, 0))
        return self.position

    def readinto(self, buffer: Any) -> int:
        length = min(len(buffer), self.file.size - self.position, PART)
        if length <= 0:
            return 0
        content = self.storage.read_range(self.file.key, self.position, length)
        buffer[: len(content)] = content
        self.position += len(content)
        return len(content)


def _stored_file(meta: Any) -> StoredFile:
    """Returns what the library says of a file."""
    return StoredFile(meta["path"], meta["size"], meta["last_modified"].timestamp())


@contextmanager
def _translated_errors() -> Iterator[None]:
    """Raises FileNotFoundError for a missing file and StorageUnavailable for all other errors of the library.

    The words of the library are not repeated: answers of S3 hold the access key.
    """
    from obstore.exceptions import BaseError

    try:
        yield
    except (BaseError, FileNotFoundError, PermissionError, TimeoutError) as error:
        code, status = CODE.search(str(error)), STATUS.search(str(error))
        reason = code[1] if code else status[1] if status else ""
        if isinstance(error, FileNotFoundError) and reason != "NoSuchBucket":
            raise
        raise _fault(reason, status[1] if status else "") from None


def _fault(reason: str, status: str) -> StorageUnavailable:
    """Returns what is wrong with the storage; `reason` is S3's code of the error, or the status of its answer."""
    if reason == "NoSuchBucket":
        return StorageRefuses("The storage of files has no such bucket (NoSuchBucket).")
    if status in REFUSED:
        return StorageRefuses(f"The storage of files refuses the credentials ({reason}).")
    if reason:
        return StorageUnavailable(f"The storage of files answers with an error ({reason}).")
    return StorageUnavailable("The storage of files does not answer.")
