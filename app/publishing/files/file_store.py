"""The files of posts in the storage, `posts/ab/<id>.<ending>`: named after the id of their row, private, never guessed.

A file arrives in pieces (pieces.py) and becomes `<id>.mp4` and the like when it was checked. Of a picture there may be
a PNG and a JPEG; `<id>.webp` is the small picture that pages show.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from uuid import UUID

from app.kernel.file_storage import FileStorage, StoredFile, delete_old_drafts
from app.kernel.storage_calls import call, current, stream

FOLDER = "posts"
NAME = re.compile(r"[0-9a-f]{32}\.(part(-\d{1,15}-[0-9a-f]{16})?|jpg|png|gif|mp4|mov|webm|webp)")
PART, POSTER = "part", "webp"
STREAMED = 64 * 1024  # bytes of one read


def name_of(id: UUID, ending: str) -> str:
    """The name of a file of a row: its id and an ending, such as `mp4` or POSTER."""
    return f"{id.hex}.{ending}"


def key_of(name: str) -> str:
    """The key of a file in the storage. Raises: ValueError for a text that is no name of ours, such as a path."""
    if not NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not the name of a file of a post")
    return f"{FOLDER}/{name[:2]}/{name}"


def is_file_of_post(key: str) -> bool:
    """Whether a key of the storage is that of a file of a post."""
    name = key.rpartition("/")[2]
    return bool(NAME.fullmatch(name)) and key == key_of(name)


def is_piece(name: str) -> bool:
    """Whether a name is that of a piece of an unfinished file."""
    return name.partition(".")[2].startswith(PART)


async def store(name: str, content: bytes) -> None:
    """Stores a file durably; it appears when it is complete."""
    await call(current().write, key_of(name), content)


async def find(name: str) -> StoredFile | None:
    """Returns what is known of a file, None if it is missing."""
    return await call(current().find, key_of(name))


async def read(name: str) -> bytes:
    """Returns the bytes of a small file. Raises: FileNotFoundError."""
    return await call(current().read, key_of(name))


def read_range(name: str, first: int, length: int) -> AsyncIterator[bytes]:
    """Yields a range of a file in pieces of 64 kB; memory does not grow with the file. Raises: FileNotFoundError."""
    return stream(key_of(name), first, length, STREAMED)


async def delete(*names: str) -> None:
    """Deletes files, as far as they exist."""
    for name in names:
        await call(current().delete, key_of(name))


async def delete_all(id: UUID, *, keep_poster: bool = False) -> None:
    """Deletes every file of a row, or all but its poster."""
    await _delete_files(id, lambda name: not (keep_poster and name == name_of(id, POSTER)))


async def delete_pieces(id: UUID) -> None:
    """Deletes what arrived of a file that has been checked."""
    await _delete_files(id, is_piece)


async def _delete_files(id: UUID, condition: Callable[[str], bool]) -> None:
    """Deletes the files of a row whose names fulfil a condition."""
    files = await call(lambda: [*current().list(f"{FOLDER}/{id.hex[:2]}/{id.hex}.")])
    await delete(*(file.name for file in files if is_file_of_post(file.key) and condition(file.name)))


async def find_old_files(before: datetime) -> dict[str, UUID]:
    """Returns the files that were stored before `before`, with the id of their row; deletes drafts of that age."""
    return await call(_old_files, before.timestamp())


def _old_files(before: float) -> dict[str, UUID]:
    delete_old_drafts(current().workspace / FOLDER, before)
    names = [file.name for file in files_in(current()) if file.stored_at < before]
    return {name: UUID(name.partition(".")[0]) for name in names}


def files_in(storage: FileStorage) -> list[StoredFile]:
    """Returns the files of posts in a storage in the order of their names, without what is not ours."""
    files = storage.list(f"{FOLDER}/")
    return sorted((file for file in files if is_file_of_post(file.key)), key=lambda file: file.name)
