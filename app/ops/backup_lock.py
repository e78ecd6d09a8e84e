"""The lock that lets one process at a time back up an installation or verify a backup of it."""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from app.kernel import db
from app.kernel.config import Config
from app.kernel.postgres_backend import connect
from app.kernel.private_files import make_folder, open_file
from app.ops.operator_actions import OperationDeclined

KEY = int.from_bytes(hashlib.sha256(b"kliqs backups").digest()[:8], "big", signed=True)
BUSY = "Another backup or verification is running. Wait until it has ended."


@asynccontextmanager
async def backup_lock(config: Config) -> AsyncGenerator[None]:
    """Holds the lock while the block runs: over all machines on PostgreSQL, else over this one.

    It ends with the process that holds it. Raises: OperationDeclined when another one does.
    """
    url = config.database_direct_url or db.resolve_database_url(config.database_url, config.data_dir)
    if not url.startswith("sqlite"):
        connection = await connect(db.connection_parameters(url))
        try:
            if not await connection.fetchval("SELECT pg_try_advisory_lock($1)", KEY):
                raise OperationDeclined(BUSY)
            yield
        finally:
            await connection.close()
        return
    lock = open_file(make_folder(config.data_dir / "work") / "backup.lock", os.O_WRONLY)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OperationDeclined(BUSY) from None
        yield
    finally:
        os.close(lock)
