"""Tortoise's SQLite backend with transactions that cannot leak, and a queue for writers.

Differences from `tortoise.backends.sqlite`, each because the original made a server hang or lose a race:

- A task that is cancelled while its transaction opens (a visitor hangs up) releases the connection's lock.
- Every transaction is `BEGIN IMMEDIATE`, so that two processes wait for each other instead of failing half-way.
- While another process holds the file, one writer retries and lets readers use the connection between its attempts; the
  other writers queue behind it. Each gives up PATIENCE seconds after its own arrival.
- The file is created before SQLite opens it, so that it is private. SQLite gives `-wal` and `-shm` the same mode and
  owner (SQLite, `findCreateFileMode`).
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

from app.kernel.private_files import make_file, restrict_to_owner
from app.kernel.transient_errors import is_sqlite_locked

T = TypeVar("T")
PATIENCE = 4.8  # seconds from a request's arrival until its 503, which must be sent after five at most
ATTEMPT = 50  # milliseconds that SQLite waits in one attempt, during which nobody else can use the connection
PAUSE = 0.02  # seconds between two attempts, in which others can use the connection
READS = ("SELECT", "PRAGMA")


class _Deadline:
    """A time-out that starts when the object is created and ends after PATIENCE seconds."""

    def __init__(self) -> None:
        self.at = time.monotonic() + PATIENCE

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() >= self.at

    async def acquire(self, lock: asyncio.Lock) -> None:
        """Acquires the lock. Raises OperationalError, as SQLite does, if it is not free before the deadline."""
        try:
            async with asyncio.timeout(max(0.0, self.at - time.monotonic())):
                await lock.acquire()
        except TimeoutError:
            raise OperationalError("database is locked") from None


class _Connection(ConnectionWrapper[Any]):
    """A connection that waits for its lock with a deadline."""

    async def __aenter__(self) -> Any:
        await _Deadline().acquire(self._lock)
        try:
            await self.ensure_connection()
        except BaseException:
            self._lock.release()
            raise
        return self.connection


class _Transaction(SqliteTransactionContext):
    """A transaction that begins with `BEGIN IMMEDIATE` and queues with the other writers of this process."""

    async def __aenter__(self) -> TransactionalDBClient:
        client, deadline = self.connection._parent, _Deadline()
        await deadline.acquire(client.writers)
        try:
            while not await self._try_begin(deadline):  # noqa: ASYNC110 - other processes send no signal when done
                await asyncio.sleep(PAUSE)
        except BaseException:
            client.writers.release()
            raise
        self.token = get_connections().set(self.connection_name, self.connection)
        return cast(TransactionalDBClient, self.connection)

    async def _try_begin(self, deadline: _Deadline) -> bool:
        """Begins the transaction, keeping the connection's lock; returns False if it has to be tried again.

        Raises OperationalError after the deadline.
        """
        await deadline.acquire(self._trxlock)
        try:
            await self.ensure_connection()
            await self.connection._connection.execute("BEGIN IMMEDIATE")
        except BaseException as error:
            try:
                with suppress(Exception):
                    await self.connection._connection.rollback()
            finally:  # also when cancelled a second time
                self._trxlock.release()
            if is_sqlite_locked(error) and not deadline.over:
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
    """Tortoise's client; `attempt` is how many milliseconds SQLite itself waits for a lock."""

    def __init__(self, file_path: str, attempt: int = ATTEMPT, **pragmas: Any) -> None:
        super().__init__(file_path, **pragmas)
        self.attempt, self.writers = attempt, asyncio.Lock()

    async def create_connection(self, with_db: bool) -> None:
        """Opens the connection, with private files."""
        if self._connection is None and self.filename != ":memory:":
            # raises here, because SQLite's thread would raise it only after the loop has ended
            make_file(Path(self.filename))
            for ending in ("-wal", "-shm"):
                restrict_to_owner(Path(self.filename + ending))
        await super().create_connection(with_db)
        if self._connection is not None:
            await self._connection.execute(f"PRAGMA busy_timeout={self.attempt}")

    def acquire_connection(self) -> ConnectionWrapper[Any]:
        """Returns a context manager that locks the connection."""
        return _Connection(self._lock, self)

    def _in_transaction(self) -> Any:
        return _Transaction(SqliteTransactionWrapper(self), self._lock)

    async def execute_insert(self, query: str, values: list[Any]) -> int:
        """As in Tortoise, retried while another process writes."""
        return await self._retry_write(lambda: super(_Client, self).execute_insert(query, values))

    async def execute_many(self, query: str, values: list[list[Any]]) -> None:
        """As in Tortoise, retried while another process writes."""
        await self._retry_write(lambda: super(_Client, self).execute_many(query, values))

    async def execute_query(self, query: str, values: list[Any] | None = None) -> Any:
        """As in Tortoise; a statement that may write is retried while another process writes."""
        return await self._run(query, lambda: super(_Client, self).execute_query(query, values))

    async def execute_query_dict(self, query: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
        """As in Tortoise; a statement that may write is retried while another process writes."""
        return await self._run(query, lambda: super(_Client, self).execute_query_dict(query, values))

    async def _run(self, query: str, statement: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Runs a statement. A read does not wait for writers of other processes; anything else takes its turn."""
        return await (statement() if query.lstrip()[:6].upper() in READS else self._retry_write(statement))

    async def _retry_write(self, write: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Runs a statement until it succeeds or time is up; one that found the file locked has changed nothing."""
        deadline = _Deadline()
        async with self._turn(deadline):
            while True:
                try:
                    return await write()
                except OperationalError as error:
                    if not is_sqlite_locked(error) or deadline.over:
                        raise
                await asyncio.sleep(PAUSE)

    @asynccontextmanager
    async def _turn(self, deadline: _Deadline) -> AsyncGenerator[None]:
        """Lets one writer of this process at a time try to write to the file."""
        await deadline.acquire(self.writers)
        try:
            yield
        finally:
            self.writers.release()


client_class = _Client


def get_client_class(db_info: dict[str, Any]) -> type[SqliteClient]:
    """Returns the client class; Tortoise calls this function of a backend module."""
    return _Client
