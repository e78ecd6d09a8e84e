"""Keeps the operator's country database on this machine as it is in a remote storage."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from app.kernel.background import background_tasks, repeat
from app.kernel.file_storage import StoredFile
from app.kernel.storage_calls import call, current
from app.visits.recording import geo_database_files
from app.visits.recording.geo_lookup import CHECK_INTERVAL, GEO_FOLDER, OWN_FILE, OWN_KEY


@asynccontextmanager
async def country_database_kept_current() -> AsyncGenerator[None]:
    """Fetches the database when it has changed in the storage, at once and each minute while the block runs."""
    if not current().remote:
        yield
        return
    refreshing = repeat(_refresh, CHECK_INTERVAL.total_seconds(), "country_database_not_fetched", at_once=True)
    async with background_tasks(refreshing, name="country database"):
        yield


async def _refresh() -> None:
    await call(refresh_database)


def refresh_database() -> bool:
    """Fetches the database if it is newer than the one here; returns whether it did. Blocks. Raises: OSError."""
    file, path = current().find(OWN_KEY), current().workspace / GEO_FOLDER / OWN_FILE
    if file is None or _is_here(file, path):
        return False
    with current().open_found(file) as source:
        draft = geo_database_files.copy_into(path.parent, source)
    os.utime(draft, (file.stored_at, file.stored_at))
    draft.replace(path)
    return True


def _is_here(file: StoredFile, path: Path) -> bool:
    """Whether the file on this machine is the one of the storage, by its size and the time when that was stored."""
    with suppress(FileNotFoundError):
        status = path.stat()
        return (status.st_size, int(status.st_mtime)) == (file.size, int(file.stored_at))
    return False
