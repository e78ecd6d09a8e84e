"""Tortoise's SQLite backend with transactions that cannot be leaked, and writers that wait together.

Differences from `tortoise.backends.sqlite`, each seen to hang a server or to lose a race:

- A task cancelled while a transaction opens (a visitor hangs up) gives the connection's lock back.
- Every transaction is `BEGIN IMMEDIATE`, so that two processes wait for each other instead of failing half-way.
- While another process holds the file, one writer tries again and again and lets readers have the connection in
  between; the others queue behind it. Each gives up PATIENCE seconds after it came, not after those before it.
- The file is made before SQLite opens it, so that it is private; `-wal` and `-shm` take its mode and owner (SQLite,
  `findCreateFileMode`).
"""

import asyncio
import sqlite3
import time
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar, cast

from tortoise.backends.base.client import ConnectionWrapper, TransactionalDBClient
from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionContext, SqliteTransactionWrapper
from tortoise.connection import get_connections
from tortoise.exceptions import OperationalError

from app.kernel.private_files import make_file, tighten
from app.kernel.unavailable import locked

T = TypeVar("T")
PATIENCE = 4.8  # seconds from when somebody comes until a 503, which shall be there after five
ATTEMPT = 50  # milliseconds that SQLite waits within one attempt; nobody else has the connection meanwhile
PAUSE = 0.02  # seconds between two attempts, in which others have it
READS = ("SELECT", "PRAGMA")


class _Deadline:
    """When somebody gives up; it begins when it is made."""

    def __init__(self) -> None:
        self.at = time.monotonic() + PATIENCE

    @property
    def over(self) -> bool:
        return time.monotonic() >= self.at

    async def acquire(self, lock: asyncio.Lock) -> None:
        """Raises OperationalError, as SQLite does, when the lock is not free in time."""
        try:
            async with asyncio.timeout(max(0.0, self.at - time.monotonic())):
                await lock.acquire()
        except TimeoutError:
            raise OperationalError("database is locked") from None


class _Connection(ConnectionWrapper[Any]):
    async def __aenter__(self) -> Any:
        await _Deadline().acquire(self._lock)
        try:
            await self.ensure_connection()
        except BaseException:
            self._lock.release()
            raise
        return self.connection


class _Transaction(SqliteTransactionContext):
    async def __aenter__(self) -> TransactionalDBClient:
        client, deadline = self.connection._parent, _Deadline()
        await deadline.acquire(client.writers)
        try:
            while not await self._begun(deadline):  # noqa: ASYNC110 - another process tells nobody that it is done
                await asyncio.sleep(PAUSE)
        except BaseException:
            client.writers.release()
            raise
        self.token = get_connections().set(self.connection_name, self.connection)
        return cast(TransactionalDBClient, self.connection)

    async def _begun(self, deadline: _Deadline) -> bool:
        """Whether the transaction began, which keeps the connection's lock; raises OperationalError after too long."""
        await deadline.acquire(self._trxlock)
        try:
            await self.ensure_connection()
            await self.connection._connection.execute("BEGIN IMMEDIATE")
        except BaseException as error:
            try:
                with suppress(Exception):
                    await self.connection._connection.rollback()
            finally:  # cancelled a second time
                self._trxlock.release()
            if locked(error) and not deadline.over:
                return False
            if isinstance(error, sqlite3.OperationalError):
                raise OperationalError(error) from error
            raise
        return True

    async def __aexit__(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        try:
            await super().__aexit__(exc_type, exc_val, exc_tb)
        finally:
            self.connection._parent.writers.release()


class _Client(SqliteClient):
    """`attempt` is how long SQLite itself waits for a lock, in milliseconds."""

    def __init__(self, file_path: str, attempt: int = ATTEMPT, **pragmas: Any) -> None:
        super().__init__(file_path, **pragmas)
        self.attempt, self.writers = attempt, asyncio.Lock()

    async def create_connection(self, with_db: bool) -> None:
        if self._connection is None and self.filename != ":memory:":
            make_file(Path(self.filename))  # raises what SQLite's thread would say only after its loop is gone
            for ending in ("-wal", "-shm"):
                tighten(Path(self.filename + ending))
        await super().create_connection(with_db)
        if self._connection is not None:
            await self._connection.execute(f"PRAGMA busy_timeout={self.attempt}")

    def acquire_connection(self) -> ConnectionWrapper[Any]:
        return _Connection(self._lock, self)

    def _in_transaction(self) -> Any:
        return _Transaction(SqliteTransactionWrapper(self), self._lock)

    async def execute_insert(self, query: str, values: list[Any]) -> int:
        return await self._written(lambda: super(_Client, self).execute_insert(query, values))

    async def execute_many(self, query: str, values: list[list[Any]]) -> None:
        await self._written(lambda: super(_Client, self).execute_many(query, values))

    async def execute_query(self, query: str, values: list[Any] | None = None) -> Any:
        return await self._asked(query, lambda: super(_Client, self).execute_query(query, values))

    async def execute_query_dict(self, query: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
        return await self._asked(query, lambda: super(_Client, self).execute_query_dict(query, values))

    async def _asked(self, query: str, ask: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Reading waits for no writer of another process; whatever may write takes its turn."""
        return await (ask() if query.lstrip()[:6].upper() in READS else self._written(ask))

    async def _written(self, write: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Tries again after it failed as a whole, which is what one statement does while the file is locked."""
        deadline = _Deadline()
        async with self._turn(deadline):
            while True:
                try:
                    return await write()
                except OperationalError as error:
                    if not locked(error) or deadline.over:
                        raise
                await asyncio.sleep(PAUSE)

    @asynccontextmanager
    async def _turn(self, deadline: _Deadline) -> AsyncGenerator[None]:
        """One writer at a time tries to write to the file."""
        await deadline.acquire(self.writers)
        try:
            yield
        finally:
            self.writers.release()


client_class = _Client


def get_client_class(db_info: dict[str, Any]) -> type[SqliteClient]:
    """Where Tortoise looks a backend's client up."""
    return _Client
