"""Decides which errors mean that the database, the disk or the storage of files is unavailable for the moment.

Such an error is answered with 503 and Retry-After; any other error is a bug of ours and answered with 500.
"""

import errno
import socket
import sqlite3

import asyncpg
from tortoise.exceptions import DBConnectionError, OperationalError, TransactionManagementError

from app.kernel.file_storage import StorageUnavailable

DISK_ERRNOS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO}
EXHAUSTED_ERRNOS = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM}
DATABASE_ERRORS = (
    DBConnectionError,
    TransactionManagementError,
    asyncpg.InterfaceError,
    ConnectionError,
    TimeoutError,
    socket.gaierror,
    StorageUnavailable,
    asyncpg.PostgresConnectionError,  # class 08: connection errors
    asyncpg.TransactionRollbackError,  # class 40: two transactions conflicted
    asyncpg.InsufficientResourcesError,  # class 53: full disk, too many connections
    asyncpg.OperatorInterventionError,  # class 57: starting, stopping, a statement that took too long
    asyncpg.PostgresSystemError,  # class 58: disk errors
    asyncpg.LockNotAvailableError,
    asyncpg.InvalidCachedStatementError,  # a newer version added a column; the statement is planned again next time
    asyncpg.ReadOnlySQLTransactionError,  # a standby server, until it becomes the primary
)
SQLITE_MESSAGES = ("locked", "busy", "disk is full", "disk I/O", "readonly", "unable to open", "interrupted")


def is_unavailable(error: BaseException) -> bool:
    """Whether the same request may succeed later, because a database, disk or storage is temporarily unavailable."""
    if isinstance(error, BaseExceptionGroup):
        return all(is_unavailable(inner) for inner in error.exceptions)
    if isinstance(error, sqlite3.OperationalError | OperationalError) and not isinstance(error, DATABASE_ERRORS):
        return any(word in str(error) for word in SQLITE_MESSAGES)
    if isinstance(error, DATABASE_ERRORS):
        return True
    return isinstance(error, OSError) and error.errno in DISK_ERRNOS | EXHAUSTED_ERRNOS


def is_sqlite_locked(error: BaseException) -> bool:
    """Whether another process is writing to the SQLite file."""
    return isinstance(error, sqlite3.OperationalError | OperationalError) and (
        "database is locked" in str(error) or "database is busy" in str(error)
    )
