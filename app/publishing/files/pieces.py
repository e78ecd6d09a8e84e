"""The pieces of a file that arrives: each is a file of the storage, and the row of the upload lists them.

A piece is named after its offset and its content, `<id>.part-<offset>-<digest>`. So two pieces for the same offset
never overwrite each other; which of them belongs to the file is decided by the conditional UPDATE that lists it. A
small piece is stored together with the one before it, so that their number does not grow with that of the requests.
"""

from __future__ import annotations

import asyncio
import hashlib
import shutil
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO, NamedTuple

from app.kernel.file_storage import DRAFT
from app.kernel.private_files import make_folder, temporary_file
from app.kernel.storage_calls import call, current
from app.publishing.files import file_store
from app.publishing.files.post_file import PostFile

PIECES = "pieces"  # the entry of the row's details
MOST_PIECE = 8 * 2**20  # bytes
COPIED = 2**20  # bytes of one read


class Piece(NamedTuple):
    """A piece of an upload: the ending of its name, and its length in bytes."""

    ending: str
    length: int


class PieceLost(Exception):
    """A piece that the row lists is missing or has another length."""


def pieces_of(file: PostFile) -> list[Piece]:
    """Returns the pieces that have arrived, in their order."""
    pieces = [Piece(str(ending), int(length)) for ending, length in file.details.get(PIECES, ())]
    if not pieces and file.received:  # Kliqs 1.9 and earlier appended to one file
        return [Piece(file_store.PART, file.received)]
    return pieces


def store_piece(file: PostFile, content: IO[bytes]) -> list[Piece]:
    """Stores what follows the pieces of a file and returns the pieces with it. Blocks. Raises: OSError."""
    pieces, length = pieces_of(file), content.seek(0, 2)
    content.seek(0)
    folder = make_folder(current().workspace / file_store.FOLDER)
    with temporary_file(folder, DRAFT) as (target, draft):
        if pieces and pieces[-1].length + length <= MOST_PIECE:
            target.write(current().read(_key(file, pieces.pop())))
        shutil.copyfileobj(content, target, COPIED)
    piece = Piece(_ending(draft, sum(piece.length for piece in pieces)), draft.stat().st_size)
    try:
        current().put(_key(file, piece), draft)
    finally:
        draft.unlink(missing_ok=True)
    return [*pieces, piece]


def _ending(draft: Path, offset: int) -> str:
    with draft.open("rb") as content:
        return f"{file_store.PART}-{offset}-{hashlib.file_digest(content, 'sha256').hexdigest()[:16]}"


def _key(file: PostFile, piece: Piece) -> str:
    return file_store.key_of(file_store.name_of(file.id, piece.ending))


async def delete_replaced(file: PostFile, pieces: Sequence[Piece]) -> None:
    """Deletes the pieces that `file` lists and that have become part of one of these."""
    for piece in set(pieces_of(file)) - set(pieces):
        await call(current().delete, _key(file, piece))


@asynccontextmanager
async def joined_pieces(file: PostFile) -> AsyncGenerator[Path]:
    """Yields a private file of this machine with all that has arrived, deleted at the end if it is still there.

    Raises: PieceLost.
    """
    folder = await asyncio.to_thread(make_folder, current().workspace / file_store.FOLDER)
    draft = await call(_join, file, folder)
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _join(file: PostFile, folder: Path) -> Path:
    """Copies the pieces one behind the other into a new file and returns its path."""
    with temporary_file(folder, f"{DRAFT}{file.id.hex}-") as (target, draft):
        for piece in pieces_of(file):
            before = target.tell()
            try:
                with current().open(_key(file, piece)) as source:
                    shutil.copyfileobj(source, target, COPIED)
            except FileNotFoundError:
                raise PieceLost from None
            if target.tell() - before != piece.length:
                raise PieceLost
    return draft
