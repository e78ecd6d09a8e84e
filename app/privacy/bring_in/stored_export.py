"""The export of an import, as it is in the storage of files."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from uuid import UUID

from app.kernel.storage_calls import local_copy
from app.privacy.bring_in.archive_reader import ArchiveReader, NotAnExport
from app.privacy.bring_in.file_store import FILES, ZIP


@asynccontextmanager
async def open_stored_export(id: UUID) -> AsyncGenerator[ArchiveReader]:
    """Opens the export of an import for reading.

    Raises: NotAnExport and its subclasses, also when the file is missing; StorageUnavailable.
    """
    async with AsyncExitStack() as opened:
        try:
            path = await opened.enter_async_context(local_copy(FILES.key(id, ZIP)))
        except FileNotFoundError:
            raise NotAnExport from None
        yield opened.enter_context(await asyncio.to_thread(ArchiveReader, path))
