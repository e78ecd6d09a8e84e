"""The files of a backup: pictures, files of posts and sealed visits, with the index of their sizes and digests."""

from __future__ import annotations

import hashlib
import json
import os
import tarfile
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, cast
from uuid import UUID

from app.kernel import clock
from app.kernel.file_storage import FileStorage
from app.media import file_store
from app.media.models import Media
from app.ops.operator_actions import OperationDeclined
from app.publishing.files import file_store as post_store
from app.publishing.files.post_file import READY, PostFile

MEDIA, POSTS, VISITS, MEDIA_INDEX = "media", "posts", "visits", "media.jsonl"


Report = Callable[[int, int], object]  # gets how many files are done, and how many there are


def no_report(_done: int, _total: int) -> None:
    """Reports nothing."""


@dataclass(slots=True)
class BackupFiles:
    """The files of a backup: keys of the storage by name, and `visits`, which are open already.

    `owners` are the ids of the pictures that media belong to, `ready_posts` the names that rows of posts have.
    """

    storage: FileStorage
    media: dict[str, str]
    owners: dict[str, UUID]
    posts: dict[str, str]
    ready_posts: set[str]
    visits: dict[str, IO[bytes]]

    def expect_some(self) -> None:
        """Raises: OperationDeclined when rows name files of a kind and there is none of it: the folder is a wrong one,
        or is not mounted.
        """
        kinds = (
            (self.owners.keys(), self.media, f"{MEDIA}/", "pictures"),
            (self.ready_posts, self.posts, f"{POSTS}/", "posts"),
        )
        for named, files, folder, title in kinds:
            if named and not files:
                raise OperationDeclined(
                    f"{self.storage.title} has no file in {folder}, and the database names {len(named):,} of {title}. "
                    "Is KLIQS_DATA_DIR or KLIQS_STORAGE_URL another than the server's? Nothing was written; "
                    "--incomplete backs up without them."
                )

    def write(self, tar: tarfile.TarFile, report: Report = no_report) -> tuple[list[str], list[str]]:
        """Writes all files and their index.

        Returns the names of media whose content has changed in the storage, and of named files that went meanwhile.
        """
        broken, gone, total = list[str](), list[str](), len(self.media) + len(self.posts) + len(self.visits)
        with tempfile.TemporaryFile() as index:
            for done, (name, key) in enumerate(self.media.items(), 1):
                try:
                    if not self._write_picture(tar, index, name, key):
                        broken.append(name)
                except FileNotFoundError:
                    gone.append(name)
                report(done, total)
            for done, (name, key) in enumerate(self.posts.items(), len(self.media) + 1):
                try:
                    with self.storage.open(key) as source:
                        _add_indexed(tar, f"{POSTS}/{name[:2]}/{name}", HashingReader(source), index)
                except FileNotFoundError:
                    gone.append(name)
                report(done, total)
            for name, visits in sorted(self.visits.items()):
                _add_indexed(tar, f"{VISITS}/{name}", HashingReader(visits), index)
            add_member(tar, MEDIA_INDEX, index)
        return broken, [name for name in gone if name in self.owners or name in self.ready_posts]

    def _write_picture(self, tar: tarfile.TarFile, index: IO[bytes], name: str, key: str) -> bool:
        """Writes a file of a picture; returns whether it is named after its content, as far as it has an owner."""
        owner = self.owners.get(name)
        with self.storage.open(key) as source:
            digest = HashingReader(source, owner.bytes if owner else b"")
            _add_indexed(tar, f"{MEDIA}/{name[:2]}/{name}", digest, index)
        return owner is None or file_store.is_named_after(name, digest.salted)


async def deleted_meanwhile(names: list[str]) -> list[str]:
    """Returns those of some names of files whose rows are gone, too: people deleted them."""
    if not names:
        return []
    named = set[str]()
    async for media in Media.all():
        named |= {media.file, *media.variants.values()}
    for post_file in await PostFile.filter(state=READY):
        named.add(post_file.stored_name)
    return [name for name in names if name not in named]


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
