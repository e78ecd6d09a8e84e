"""The directory of uploaded files, `media/ab/<name>`: each file is written atomically and never changed.

A name is a digest of the content and of a salt, the id of the row that the file belongs to. So a name always stands for
the same content and may be cached forever, but nobody can compute from a picture whether somebody here has it. No two
rows share a file: deleting one file affects no other row, not even one with the same picture uploaded again meanwhile.
"""

import asyncio
import hashlib
import os
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.kernel import installation
from app.kernel.private_files import make_folder, temporary_file

NAME = re.compile(r"[0-9a-f]{32}\.(png|webp|avif)")
ENDINGS = {"image/png": "png", "image/webp": "webp", "image/avif": "avif"}
TYPES = {ending: media_type for media_type, ending in ENDINGS.items()}
DRAFT = ".draft-"


def path_of(name: str) -> Path:
    """The path of a file. Raises ValueError for a text that is no name of ours, such as a path."""
    return path_in(installation.current().media_dir, name)


def path_in(directory: Path, name: str) -> Path:
    """The path that a file has in another directory of media, such as a backup. Raises: ValueError."""
    if not NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not the name of a file of ours")
    return directory / name[:2] / name


def media_type_of(name: str) -> str:
    """The media type of a file, from the extension in its name."""
    return TYPES[name.rpartition(".")[2]]


async def write_file(content: bytes, media_type: str, salt: bytes) -> str:
    """Writes the bytes durably to the disk and returns their new name; the salt makes the name unguessable."""
    name = f"{_stem(content, salt)}.{ENDINGS[media_type]}"
    await asyncio.to_thread(_write, path_of(name), content)
    return name


def matches_content(name: str, path: Path, salt: bytes) -> bool:
    """Whether a file still has the content that it was named after; `path` is the file, `salt` that of its row."""
    return name.partition(".")[0] == _stem(path.read_bytes(), salt)


def _stem(content: bytes, salt: bytes) -> str:
    """The name of a content without its extension: 32 hex digits."""
    return hashlib.sha256(salt + content).hexdigest()[:32]


async def restore_file(name: str, content: bytes) -> None:
    """Writes the bytes again under an existing name if its file is missing."""
    if not await asyncio.to_thread(path_of(name).exists):
        await asyncio.to_thread(_write, path_of(name), content)


async def read_file(name: str) -> bytes:
    """The bytes of a file. Raises: FileNotFoundError; ValueError for a text that is no name of ours."""
    return await asyncio.to_thread(path_of(name).read_bytes)


async def delete_file(name: str) -> None:
    """Deletes a file, if it exists."""
    await asyncio.to_thread(path_of(name).unlink, missing_ok=True)


async def find_old_files(before: datetime) -> list[str]:
    """The names of the files that have not changed since the time `before`; deletes drafts of that age."""
    return await asyncio.to_thread(_old_files, before.timestamp())


def _old_files(before: float) -> list[str]:
    """Compares the inode change time, because restoring a backup also restores the modification times."""
    names = []
    for path in [*installation.current().media_dir.glob("*/*"), *installation.current().media_dir.glob(f"{DRAFT}*")]:
        with suppress(FileNotFoundError):
            if not path.is_file() or path.stat().st_ctime >= before:
                continue
            if path.name.startswith(DRAFT):
                path.unlink()
            elif NAME.fullmatch(path.name):
                names.append(path.name)
    return names


def _write(path: Path, content: bytes) -> None:
    """Writes a file under a temporary name, renames it, and syncs the directories."""
    make_folder(path.parent)
    with temporary_file(installation.current().media_dir, DRAFT) as (file, unnamed):
        file.write(content)
    unnamed.rename(path)
    for directory in (path.parent, installation.current().media_dir):
        _sync_directory(directory)


def _sync_directory(directory: Path) -> None:
    """Syncs a directory to the disk: until then, a renamed file may be lost in a power failure."""
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
