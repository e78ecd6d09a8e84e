"""Checks the storage of files: whether it answers, and its files against the rows of the database."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Generator
from dataclasses import dataclass

from app.kernel.config import Config
from app.kernel.open_storage import storage_of
from app.kernel.storage_calls import call, current
from app.ops.finding import Finding
from app.ops.stored_files import KINDS, FileKind

YOUNG = 86_400.0  # seconds in which a file may wait for its row, or for the sweep


@dataclass(frozen=True, slots=True)
class KindCheck:
    """What the check of a kind found: the number of its files, the keys that are missing, and those without a row."""

    kind: FileKind
    files: int
    missing: list[str]
    orphans: list[str]


def check_storage(config: Config) -> Generator[Finding]:
    """Yields whether a remote storage can be written to and read; a directory is checked with the disk."""
    storage = storage_of(config)
    if not storage.remote:
        return
    try:
        storage.check()
    except OSError as error:
        yield Finding(f"{error} It is {storage.title}, from KLIQS_STORAGE_URL.", False)
    else:
        yield Finding(f"Files are stored in {storage.title}, which can be written to and read.")


async def check_files() -> AsyncGenerator[KindCheck]:
    """Yields what is wrong with each kind. The files are listed before the rows are read. Raises: OSError."""
    for kind in KINDS:
        files = await call(kind.files, current())
        unnamed, missing = dict(files), []
        async for key in kind.named():
            if unnamed.pop(key, None) is None and key not in files:
                missing.append(key)
        still = [key for key in missing if await call(current().find, key) is None]  # stored since they were listed
        before = time.time() - YOUNG
        orphans = sorted(key for key, file in unnamed.items() if file.stored_at < before and kind.has_rows)
        yield KindCheck(kind, len(files), still, orphans)
