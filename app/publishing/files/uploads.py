"""Receives files in pieces: announced with their size, sent from an offset on, resumed after a broken connection.

Each piece is received into an unnamed file first. Then it is stored (pieces.py), and listed and counted by one
conditional UPDATE, so that of two pieces for the same offset one is kept whole and the other is refused with the right
offset. A piece whose connection breaks leaves nothing behind.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterable
from dataclasses import dataclass
from typing import IO
from uuid import UUID, uuid4

from app import jobs
from app.accounts.models import Account
from app.kernel import clock, db
from app.kernel.error_codes import document_code
from app.kernel.private_files import make_folder
from app.kernel.refusal import N_, NotFound, Refusal
from app.kernel.storage_calls import call, current
from app.kernel.text import storable
from app.plans import file_quota
from app.publishing.files import file_kinds, file_store, pieces
from app.publishing.files.file_kinds import FIRST_BYTES, InvalidFile
from app.publishing.files.pieces import MOST_PIECE, PIECES, Piece
from app.publishing.files.post_file import CHECKING, UPLOADING, PostFile

MOST_UNFINISHED = 100  # uploads of one account at the same time
BUFFERED = 2**20  # bytes that are received before they are written to the disk
CHECK = "posts.check_file"  # the kind of job, see check_job.py

document_code(
    "WRONG_OFFSET",
    409,
    N_("The piece does not begin where the last one ended; “received” says how many bytes are here."),
    N_("Send the bytes from there on."),
)
document_code(
    "TOO_MANY_UPLOADS",
    409,
    N_("Too many uploads of the account are unfinished."),
    N_("Finish them or delete them; after a day they end by themselves."),
    form_status=422,
)


class WrongOffset(Refusal):
    """The piece does not begin where the last one ended. Facts: received, the offset of the next piece in bytes."""

    code, field, answer_facts = "WRONG_OFFSET", "offset", ("received",)
    says = N_("%(received)s bytes of this file have arrived. Go on from there.")


class PieceTooLarge(InvalidFile):
    """The piece is larger than MOST_PIECE, or than what is missing of the file."""

    says = N_("That piece is larger than what is still missing, or than 8 MB.")


class TooManyUploads(Refusal):
    """The account has MOST_UNFINISHED unfinished uploads. Facts: limit."""

    code, field = "TOO_MANY_UPLOADS", "file"
    says = N_("%(limit)s uploads are not finished. Finish or delete some first.")


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is known of a file before it arrives: its size in bytes, and the type and name that the browser says."""

    size: int
    media_type: str = ""
    filename: str = ""


async def begin_upload(account: Account, user_id: UUID | None, announced: Announcement) -> PostFile:
    """Creates the row of a file that will arrive, and counts its whole size against the plan.

    Raises: InvalidFile, EmptyFile, LargeFile, FileLimitReached, TooManyUploads.
    """
    kind, media_type = file_kinds.claimed_file_type(announced.media_type, announced.filename)
    file_kinds.check_size(kind, announced.size)
    async with db.transaction():
        await file_quota.check_room_for_file(account, lambda: PostFile.bytes_used(account), announced.size)
        if await PostFile.filter(account=account, state=UPLOADING).count() >= MOST_UNFINISHED:
            raise TooManyUploads(limit=MOST_UNFINISHED)
        return await PostFile.create(
            id=uuid4(),
            account_id=account.id,
            kind=kind,
            media_type=media_type,
            filename=storable(announced.filename)[-200:],
            size=announced.size,
            uploaded_by_id=user_id,
            created_at=clock.now(),
            used_at=clock.now(),
        )


async def receive_piece(file: PostFile, offset: int, body: AsyncIterable[bytes]) -> PostFile:
    """Receives the bytes of a file from `offset` on; returns its row as it is then, CHECKING after the last byte.

    The row is deleted when the first piece shows that the file is none that we take. Raises: WrongOffset,
    PieceTooLarge, InvalidFile, NotFound when it was deleted meanwhile.
    """
    if file.state != UPLOADING or offset != file.received:
        raise WrongOffset(received=file.received)
    folder = await asyncio.to_thread(make_folder, current().workspace / file_store.FOLDER)
    with tempfile.TemporaryFile(dir=folder) as spool:
        length = await _spool(body, spool, min(MOST_PIECE, file.size - offset))
        if not length:
            return await _reload(file)
        if offset == 0:
            await _check_beginning(file, spool, length)
        if (now := await _reload(file)).state != UPLOADING or now.received != offset:
            raise WrongOffset(received=now.received)
        stored = await call(pieces.store_piece, now, spool)
        await _count(now, stored)
        await pieces.delete_replaced(now, stored)
    return await _reload(file)


async def _spool(body: AsyncIterable[bytes], spool: IO[bytes], most: int) -> int:
    """Writes what arrives to an open file and returns its length in bytes. Raises: PieceTooLarge."""
    length, waiting = 0, bytearray()
    async for data in body:
        length += len(data)
        if length > most:
            raise PieceTooLarge
        waiting += data
        if len(waiting) >= BUFFERED:
            await asyncio.to_thread(spool.write, bytes(waiting))
            waiting.clear()
    await asyncio.to_thread(spool.write, bytes(waiting))
    return length


async def _check_beginning(file: PostFile, spool: IO[bytes], length: int) -> None:
    """Corrects the type of a file by its first bytes, or deletes the row. Raises: InvalidFile, LargeFile."""
    spool.seek(0)
    first = spool.read(FIRST_BYTES)
    if length < min(FIRST_BYTES, file.size):
        return  # the job that checks the whole file tells its kind
    try:
        kind, media_type = file_kinds.recognise_file_type(first)
        file_kinds.check_size(kind, file.size)
    except InvalidFile:
        await file.delete_with_files()
        raise
    await PostFile.filter(id=file.id, state=UPLOADING).update(kind=kind, media_type=media_type)


async def _reload(file: PostFile) -> PostFile:
    """Reads the row again. Raises: NotFound."""
    if (now := await PostFile.get_or_none(id=file.id)) is None:
        raise NotFound
    return now


async def _count(file: PostFile, stored: list[Piece]) -> None:
    """Lists and counts the pieces that are stored; after the last one the file is checked.

    Raises: WrongOffset when another request was faster, NotFound when the file was deleted meanwhile.
    """
    received = sum(piece.length for piece in stored)
    waiting = PostFile.filter(id=file.id, state=UPLOADING, received=file.received)
    details = {PIECES: [list(piece) for piece in stored]}
    async with db.transaction():
        state = CHECKING if received == file.size else UPLOADING
        if not await waiting.update(received=received, state=state, details=details, used_at=clock.now()):
            raise WrongOffset(received=(await _reload(file)).received)
        if state == CHECKING:
            await jobs.enqueue(CHECK, {"file": str(file.id)}, unique=f"post file {file.id}")
