"""The directory of uploaded files: `media/ab/<random name>`, each written whole or not at all, and never changed."""

import asyncio
import os
import re
import secrets
import tempfile
from pathlib import Path

NAME = re.compile(r"[0-9a-f]{32}\.(png|webp)")
ENDINGS = {"image/png": "png", "image/webp": "webp"}
DRAFT = ".draft-"
_directory = Path("var/media")


def use(directory: Path) -> None:
    """Where the files are; said once, when the program starts."""
    global _directory
    _directory = directory


def path_of(name: str) -> Path:
    """Where a file is. Raises ValueError for a name that is not one of ours, such as a path."""
    if not NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not the name of a file of ours")
    return _directory / name[:2] / name


async def write(content: bytes, media_type: str) -> str:
    """Keeps the bytes on the disk before it returns; gives their new name, which nobody can guess."""
    name = f"{secrets.token_hex(16)}.{ENDINGS[media_type]}"
    await asyncio.to_thread(_write, path_of(name), content)
    return name


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


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=_directory, prefix=DRAFT)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).rename(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    for directory in (path.parent, _directory):
        _settle(directory)


def _settle(directory: Path) -> None:
    """A new name is on the disk only when its directory is."""
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
