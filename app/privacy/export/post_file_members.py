"""The pictures and videos of posts in an export: their paths in the archive. They are copied in pieces, never whole."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from pathlib import Path
from uuid import UUID

from app.accounts.models import Account
from app.privacy.export.archive import ExportArchive
from app.publishing.files import file_store
from app.publishing.files.post_file import READY, PostFile

FOLDER, BATCH_SIZE = "posts", 100


def member_paths(file: PostFile) -> dict[str, Path]:
    """Returns where the files of a row are on the server, by their paths in the archive: the file, then its poster."""
    paths = {}
    if file.state == READY:
        paths[f"{FOLDER}/{file.id}.{file.stored_name.partition('.')[2]}"] = file_store.path_of(file.stored_name)
    if file.poster:
        paths[f"{FOLDER}/{file.id}.{file_store.POSTER}"] = file_store.path_of(file.poster)
    return paths


async def add_post_files(archive: ExportArchive, account: Account, wrote: Callable[[], Awaitable[None]]) -> None:
    """Adds the files of an account to an archive, and calls `wrote` after each piece; one that is missing is left out.

    Raises: the exceptions of `wrote`.
    """
    after = UUID(int=0)
    while batch := await PostFile.filter(account_id=account.id, id__gt=after).order_by("id").limit(BATCH_SIZE):
        after = batch[-1].id
        for file in batch:
            for member, path in member_paths(file).items():
                if await asyncio.to_thread(path.is_file):
                    await archive.add_pieces(member, _pieces(path, wrote))


async def _pieces(path: Path, wrote: Callable[[], Awaitable[None]]) -> AsyncGenerator[bytes]:
    """Yields a file in pieces. Raises: FileNotFoundError, when it was deleted meanwhile."""
    size = (await asyncio.to_thread(path.stat)).st_size
    async for piece in file_store.read(path, 0, size):
        yield piece
        await wrote()
