"""The files of a backup: pictures, files of posts and sealed visits, with the index of their sizes and digests."""

import hashlib
import json
import os
import tarfile
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast
from uuid import UUID

from app.kernel import clock
from app.media import file_store
from app.publishing.files import file_store as post_store

MEDIA, POSTS, VISITS, MEDIA_INDEX = "media", "posts", "visits", "media.jsonl"


@dataclass(slots=True)
class BackupFiles:
    """The files of a backup by name. `owners` are the ids of the pictures that media belong to."""

    media: dict[str, Path]
    owners: dict[str, UUID]
    posts: dict[str, Path]
    visits: dict[str, IO[bytes]]

    def write(self, tar: tarfile.TarFile) -> list[str]:
        """Writes all files and their index; returns the names of media whose content has changed on disk."""
        broken = []
        with tempfile.TemporaryFile() as index:
            for name, path in self.media.items():
                with suppress(FileNotFoundError), path.open("rb") as source:  # its owner deleted it meanwhile
                    _add_indexed(tar, f"{MEDIA}/{name[:2]}/{name}", source, index)
                    if (owner := self.owners.get(name)) and not file_store.matches_content(name, path, owner.bytes):
                        broken.append(name)
            for name, path in self.posts.items():
                with suppress(FileNotFoundError), path.open("rb") as source:
                    _add_indexed(tar, f"{POSTS}/{name[:2]}/{name}", source, index)
            for name, content in sorted(self.visits.items()):
                _add_indexed(tar, f"{VISITS}/{name}", content, index)
            add_member(tar, MEDIA_INDEX, index)
        return broken


def _add_indexed(tar: tarfile.TarFile, member: str, source: IO[bytes], index: IO[bytes]) -> None:
    """Adds a file, and its line to the index."""
    digest = HashingReader(source)
    add_member(tar, member, digest)
    index.write(media_index_line(member, source.tell(), digest.sha256.hexdigest()))


def media_files(directory: Path) -> dict[str, Path]:
    """Returns the picture files of a directory by name, in the order of the backup; other files and drafts are left
    out.
    """
    files = ((path.name, path) for path in directory.glob("??/*"))
    return {
        name: path
        for name, path in sorted(files)
        if file_store.NAME.fullmatch(name) and path.parent.name == name[:2] and not path.is_symlink()
    }


def post_files(directory: Path) -> dict[str, Path]:
    """Returns the files of posts of a directory by name, in the order of the backup.

    Those of uploads that are under way are left out: they are written to, and end after a day anyway.
    """
    files = post_store.files_in(directory)
    return {name: path for name, path in files.items() if not name.endswith(f".{post_store.PART}")}


def media_index_line(member: str, size: int, digest: str) -> bytes:
    """Returns the index line of a picture: its name, its size in bytes and its SHA-256."""
    return json.dumps({"name": member, "size": size, "sha256": digest}).encode() + b"\n"


class HashingReader:
    """A file object that is hashed as it is read from beginning to end."""

    def __init__(self, source: IO[bytes]) -> None:
        self.source, self.sha256 = source, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Reads and hashes at most `size` bytes."""
        data = self.source.read(size)
        self.sha256.update(data)
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
