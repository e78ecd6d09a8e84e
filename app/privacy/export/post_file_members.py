"""The pictures and videos of posts in an export: their paths in the archive. They are copied in pieces, never whole."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from uuid import UUID

from app.accounts.models import Account
from app.kernel.file_storage import StoredFile
from app.privacy.export.archive import ExportArchive
from app.publishing.files import file_store
from app.publishing.files.post_file import READY, PostFile

FOLDER, BATCH_SIZE = "posts", 100


def member_names(file: PostFile) -> dict[str, str]:
    """Returns the names of the files of a row by their paths in the archive: the file, then its poster."""
    names = {}
    if file.state == READY:
        names[f"{FOLDER}/{file.id}.{file.stored_name.partition('.')[2]}"] = file.stored_name
    if file.poster:
        names[f"{FOLDER}/{file.id}.{file_store.POSTER}"] = file.poster
    return names


async def add_post_files(archive: ExportArchive, account: Account, wrote: Callable[[], Awaitable[None]]) -> None:
    """Adds the files of an account to an archive, and calls `wrote` after each piece; one that is missing is left out.

    Raises: the exceptions of `wrote`.
    """
    after = UUID(int=0)
    while batch := await PostFile.filter(account_id=account.id, id__gt=after).order_by("id").limit(BATCH_SIZE):
        after = batch[-1].id
        for file in batch:
            for member, name in member_names(file).items():
                if stored := await file_store.find(name):
                    await archive.add_pieces(member, _pieces(stored, wrote))


async def _pieces(file: StoredFile, wrote: Callable[[], Awaitable[None]]) -> AsyncGenerator[bytes]:
    """Yields a file in pieces. Raises: FileNotFoundError, when it was deleted meanwhile."""
    async for piece in file_store.read_range(file.name, 0, file.size):
        yield piece
        await wrote()
