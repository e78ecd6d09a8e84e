"""The files of a backup: pictures, files of posts and sealed visits, with the index of their sizes and digests."""

from __future__ import annotations

import hashlib
import json
import os
import tarfile
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, cast
from uuid import UUID

from app.kernel import clock
from app.kernel.file_storage import FileStorage
from app.media import file_store
from app.publishing.files import file_store as post_store

MEDIA, POSTS, VISITS, MEDIA_INDEX = "media", "posts", "visits", "media.jsonl"


@dataclass(slots=True)
class BackupFiles:
    """The files of a backup: keys of the storage by name, and `visits`, which are open already.

    `owners` are the ids of the pictures that media belong to.
    """

    storage: FileStorage
    media: dict[str, str]
    owners: dict[str, UUID]
    posts: dict[str, str]
    visits: dict[str, IO[bytes]]

    def write(self, tar: tarfile.TarFile) -> list[str]:
        """Writes all files and their index; returns the names of media whose content has changed in the storage."""
        broken = []
        with tempfile.TemporaryFile() as index:
            for name, key in self.media.items():
                owner = self.owners.get(name)
                with suppress(FileNotFoundError), self.storage.open(key) as source:  # its owner deleted it meanwhile
                    digest = HashingReader(source, owner.bytes if owner else b"")
                    _add_indexed(tar, f"{MEDIA}/{name[:2]}/{name}", digest, index)
                    if owner and not file_store.is_named_after(name, digest.salted):
                        broken.append(name)
            for name, key in self.posts.items():
                with suppress(FileNotFoundError), self.storage.open(key) as source:
                    _add_indexed(tar, f"{POSTS}/{name[:2]}/{name}", HashingReader(source), index)
            for name, visits in sorted(self.visits.items()):
                _add_indexed(tar, f"{VISITS}/{name}", HashingReader(visits), index)
            add_member(tar, MEDIA_INDEX, index)
        return broken


def _add_indexed(tar: tarfile.TarFile, member: str, digest: HashingReader, index: IO[bytes]) -> None:
    """Adds a file, and its line to the index."""
    add_member(tar, member, digest)
    index.write(media_index_line(member, digest.source.tell(), digest.sha256.hexdigest()))


def media_files(storage: FileStorage) -> dict[str, str]:
    """Returns the keys of pictures by name, in the order of the backup; other files and drafts are left out."""
    files = ((file.name, file.key) for file in storage.list(f"{file_store.FOLDER}/"))
    return {name: key for name, key in sorted(files) if file_store.is_picture(key)}


def post_files(storage: FileStorage) -> dict[str, str]:
    """Returns the keys of the files of posts by name, in the order of the backup.

    The pieces of uploads that are under way are left out: those end after a day anyway.
    """
    return {file.name: file.key for file in post_store.files_in(storage) if not post_store.is_piece(file.name)}


def media_index_line(member: str, size: int, digest: str) -> bytes:
    """Returns the index line of a picture: its name, its size in bytes and its SHA-256."""
    return json.dumps({"name": member, "size": size, "sha256": digest}).encode() + b"\n"


class HashingReader:
    """A file object that is hashed as it is read from beginning to end, once more behind a salt."""

    def __init__(self, source: IO[bytes], salt: bytes = b"") -> None:
        self.source, self.sha256, self.salted = source, hashlib.sha256(), hashlib.sha256(salt)

    def read(self, size: int = -1) -> bytes:
        """Reads and hashes at most `size` bytes."""
        data = self.source.read(size)
        self.sha256.update(data)
        self.salted.update(data)
        return data

    def seek(self, position: int, whence: int = os.SEEK_SET) -> int:
        """Moves to a position, as file objects do; the hash is not changed."""
        return self.source.seek(position, whence)


def add_member(tar: tarfile.TarFile, name: str, source: IO[bytes] | HashingReader) -> None:
    """Adds the whole of a file object as a member of mode 0600."""
    member = tarfile.TarInfo(name)
    member.size, member.mode, member.mtime = source.seek(0, os.SEEK_END), 0o600, int(clock.now().timestamp())
    source.seek(0)
    tar.addfile(member, cast(IO[bytes], source))
