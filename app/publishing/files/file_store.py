"""The folder of the files of posts, `posts/ab/<id>.<ending>`: named after the id of their row, private, never guessed.

A file arrives as `<id>.part`, into which pieces are written one after another under a lock of the file system, and
becomes `<id>.mp4` and the like when it was checked. Of a picture there may be a PNG and a JPEG; `<id>.webp` is
the small picture that pages show.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import re
import shutil
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO
from uuid import UUID

from app.kernel import installation
from app.kernel.private_files import make_folder, open_file, temporary_file
from app.kernel.refusal import Busy

NAME = re.compile(r"[0-9a-f]{32}\.(part|jpg|png|gif|mp4|mov|webm|webp)")
PART, POSTER = "part", "webp"
DRAFT = ".draft-"
STREAMED = 64 * 1024  # bytes of one read
LOCK_TRIES, LOCK_PAUSE = 1500, 0.02  # half a minute, in seconds


def name_of(id: UUID, ending: str) -> str:
    """The name of a file of a row: its id and an ending, such as `mp4` or POSTER."""
    return f"{id.hex}.{ending}"


def path_of(name: str) -> Path:
    """The path of a file. Raises: ValueError for a text that is no name of ours, such as a path."""
    return path_in(installation.current().posts_dir, name)


def path_in(directory: Path, name: str) -> Path:
    """The path that a file has in another folder, such as a backup. Raises: ValueError."""
    if not NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not the name of a file of a post")
    return directory / name[:2] / name


def files_in(directory: Path) -> dict[str, Path]:
    """Returns the files of posts in a folder by name, without drafts and what is not ours."""
    paths = ((path.name, path) for path in directory.glob("??/*"))
    return {
        name: path
        for name, path in sorted(paths)
        if NAME.fullmatch(name) and path.parent.name == name[:2] and not path.is_symlink()
    }


@asynccontextmanager
async def locked_part(id: UUID) -> AsyncGenerator[int]:
    """Opens the unfinished file of a row for writing and keeps others out, on every machine that shares the folder.

    Yields the descriptor. Raises: Busy when somebody else holds it for half a minute.
    """
    path = path_of(name_of(id, PART))
    await asyncio.to_thread(make_folder, path.parent)
    handle = await asyncio.to_thread(open_file, path, os.O_RDWR)
    try:
        await _lock(handle)
        yield handle
    finally:
        os.close(handle)  # which unlocks it


async def _lock(handle: int) -> None:
    """Waits without a thread: those that wait would take the threads in which the holder writes. Raises: Busy."""
    for _ in range(LOCK_TRIES):
        with suppress(BlockingIOError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        await asyncio.sleep(LOCK_PAUSE)
    raise Busy


def write_at(handle: int, offset: int, piece: IO[bytes]) -> None:
    """Writes a whole piece durably into an open file, from `offset` on; what was behind it is cut off."""
    piece.seek(0)
    os.ftruncate(handle, offset)
    with os.fdopen(os.dup(handle), "wb") as target:
        target.seek(offset)
        shutil.copyfileobj(piece, target, 2**20)
        target.flush()
        os.fdatasync(handle)


async def store(name: str, content: bytes) -> None:
    """Writes a file durably; it appears when it is complete."""
    await asyncio.to_thread(_store, path_of(name), content)


def _store(path: Path, content: bytes) -> None:
    make_folder(path.parent)
    with temporary_file(installation.current().posts_dir, DRAFT) as (file, draft):
        file.write(content)
    draft.rename(path)


async def finish_part(id: UUID, ending: str) -> None:
    """Gives the file that has arrived its final name; running it twice does no harm. Raises: FileNotFoundError."""
    part, final = path_of(name_of(id, PART)), path_of(name_of(id, ending))
    if not await asyncio.to_thread(final.exists) or await asyncio.to_thread(part.exists):
        await asyncio.to_thread(part.rename, final)


async def delete(*names: str) -> None:
    """Deletes files, as far as they exist."""
    for name in names:
        await asyncio.to_thread(path_of(name).unlink, missing_ok=True)


async def delete_all(id: UUID, *, keep_poster: bool = False) -> None:
    """Deletes every file of a row, or all but its poster."""
    await asyncio.to_thread(_delete_all, id, keep_poster)


def _delete_all(id: UUID, keep_poster: bool) -> None:
    for path in (installation.current().posts_dir / id.hex[:2]).glob(f"{id.hex}.*"):
        if not (keep_poster and path.name == name_of(id, POSTER)):
            path.unlink(missing_ok=True)


async def read(path: Path, first: int, length: int) -> AsyncIterator[bytes]:
    """Yields a range of a file in pieces of 64 kB; memory does not grow with the file. Raises: FileNotFoundError."""
    file = await asyncio.to_thread(path.open, "rb")
    try:
        await asyncio.to_thread(file.seek, first)
        while length > 0 and (piece := await asyncio.to_thread(file.read, min(STREAMED, length))):
            length -= len(piece)
            yield piece
    finally:
        file.close()


async def find_old_files(before: datetime) -> dict[str, UUID]:
    """Returns the files that have not changed since `before`, with the id of their row; deletes drafts of that age."""
    return await asyncio.to_thread(_old_files, before.timestamp())


def _old_files(before: float) -> dict[str, UUID]:
    """Compares the inode change time, because restoring a backup also restores the modification times."""
    directory, names = installation.current().posts_dir, dict[str, UUID]()
    for path in [*files_in(directory).values(), *directory.glob(f"{DRAFT}*")]:
        with suppress(FileNotFoundError):
            if path.stat().st_ctime >= before:
                continue
            if path.name.startswith(DRAFT):
                path.unlink()
            else:
                names[path.name] = UUID(path.name.partition(".")[0])
    return names
