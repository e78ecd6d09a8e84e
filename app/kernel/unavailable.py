"""Which errors say that the database or the disk is not there at the moment: the one place that decides.

Whoever gets one of them is told to come back (503 with Retry-After); anything else is a fault of ours (500).
"""

import errno
import socket
import sqlite3

import asyncpg
from tortoise.exceptions import DBConnectionError, OperationalError, TransactionManagementError

DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO}
NO_MORE = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM}
DATABASE = (
    DBConnectionError, TransactionManagementError, asyncpg.InterfaceError, ConnectionError, TimeoutError,
    socket.gaierror,
    asyncpg.PostgresConnectionError,  # class 08: the connection broke
    asyncpg.TransactionRollbackError,  # class 40: two transactions were in each other's way
    asyncpg.InsufficientResourcesError,  # class 53: full disk, too many connections
    asyncpg.OperatorInterventionError,  # class 57: starting, stopping, a statement that took too long
    asyncpg.PostgresSystemError,  # class 58: its disk
    asyncpg.LockNotAvailableError,
    asyncpg.ReadOnlySQLTransactionError,  # a standby, until it takes over
)
SQLITE = ("locked", "busy", "disk is full", "disk I/O", "readonly", "unable to open")


def unavailable(error: BaseException) -> bool:
    """Whether the same request may succeed in a while, because a database or a disk is back by then."""
    if isinstance(error, BaseExceptionGroup):
        return all(unavailable(each) for each in error.exceptions)
    if isinstance(error, sqlite3.OperationalError | OperationalError) and not isinstance(error, DATABASE):
        return any(word in str(error) for word in SQLITE)
    return isinstance(error, DATABASE) or (isinstance(error, OSError) and error.errno in DISK | NO_MORE)


def locked(error: BaseException) -> bool:
    """Whether another process is writing to the SQLite file."""
    return isinstance(error, sqlite3.OperationalError | OperationalError) and (
        "database is locked" in str(error) or "database is busy" in str(error))
