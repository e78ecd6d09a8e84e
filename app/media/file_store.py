"""The directory of uploaded files: `media/ab/<name>`, each written whole or not at all, and never changed.

A name is a digest of the content and of a salt, the id of the row it belongs to. So a name stands for one content for
ever, and may be cached for ever; but nobody can work out from a picture whether somebody here has it, and no two rows
share a file: one that is deleted takes nothing from another, not even from the same picture uploaded again meanwhile.
"""

import asyncio
import hashlib
import os
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.kernel import installation
from app.kernel.private_files import draft, make_folder

NAME = re.compile(r"[0-9a-f]{32}\.(png|webp|avif)")
ENDINGS = {"image/png": "png", "image/webp": "webp", "image/avif": "avif"}
TYPES = {ending: media_type for media_type, ending in ENDINGS.items()}
DRAFT = ".draft-"


def path_of(name: str) -> Path:
    """Where a file is. Raises ValueError for a name that is not one of ours, such as a path."""
    return path_in(installation.current().media_dir, name)


def path_in(directory: Path, name: str) -> Path:
    """As `path_of`, in any directory of media."""
    if not NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not the name of a file of ours")
    return directory / name[:2] / name


def media_type_of(name: str) -> str:
    """The media type of a file, by its name."""
    return TYPES[name.rpartition(".")[2]]


async def write(content: bytes, media_type: str, salt: bytes) -> str:
    """Keeps the bytes on the disk before it returns; gives their name, which nobody can guess who lacks the salt."""
    name = f"{_stem(content, salt)}.{ENDINGS[media_type]}"
    await asyncio.to_thread(_write, path_of(name), content)
    return name


def is_of(name: str, path: Path, salt: bytes) -> bool:
    """Whether a file still has the content that it was named after."""
    return name.partition(".")[0] == _stem(path.read_bytes(), salt)


def _stem(content: bytes, salt: bytes) -> str:
    return hashlib.sha256(salt + content).hexdigest()[:32]


async def restore(name: str, content: bytes) -> None:
    """Puts the bytes back under a name whose file is gone."""
    if not await asyncio.to_thread(path_of(name).exists):
        await asyncio.to_thread(_write, path_of(name), content)


async def read(name: str) -> bytes:
    """The bytes. Raises FileNotFoundError."""
    return await asyncio.to_thread(path_of(name).read_bytes)


async def drop(name: str) -> None:
    """Deletes the file, if it is there."""
    await asyncio.to_thread(path_of(name).unlink, missing_ok=True)


async def old(before: datetime) -> list[str]:
    """The names of files that have not changed since a moment. Drafts that old are forgotten on the way."""
    return await asyncio.to_thread(_old, before.timestamp())


def _old(before: float) -> list[str]:
    """By the time of the inode: a backup put back gives its files the times they had."""
    found = []
    for path in [*installation.current().media_dir.glob("*/*"), *installation.current().media_dir.glob(f"{DRAFT}*")]:
        with suppress(FileNotFoundError):
            if not path.is_file() or path.stat().st_ctime >= before:
                continue
            if path.name.startswith(DRAFT):
                path.unlink()
            elif NAME.fullmatch(path.name):
                found.append(path.name)
    return found


def _write(path: Path, content: bytes) -> None:
    make_folder(path.parent)
    with draft(installation.current().media_dir, DRAFT) as (file, unnamed):
        file.write(content)
    unnamed.rename(path)
    for directory in (path.parent, installation.current().media_dir):
        _settle(directory)


def _settle(directory: Path) -> None:
    """A new name is on the disk only when its directory is."""
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
