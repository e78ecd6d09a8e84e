"""Compares the files of the storage with the rows of the database."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator
from dataclasses import dataclass

from app.kernel.storage_calls import call, current
from app.ops.stored_files import KINDS, FileKind

YOUNG = 86_400.0  # seconds in which a file may wait for its row, or for the sweep


@dataclass(frozen=True, slots=True)
class KindCheck:
    """What the check of a kind found: the number of its files, the keys that are missing, and those without a row."""

    kind: FileKind
    files: int
    missing: list[str]
    orphans: list[str]


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
