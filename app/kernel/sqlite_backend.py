"""Tortoise's SQLite backend with readers that wait for nobody, a queue for writers, and transactions that cannot leak.

Differences from `tortoise.backends.sqlite`, which has one connection for everything:

- A read outside of a transaction runs on one of READERS read-only connections. In WAL mode it sees everything that was
  committed before it began, and neither a transaction nor a file that another process has locked delays it.
- Everything else takes its turn at the one connection that writes. While another process holds the file, the first in
  the queue tries again and again; each gives up PATIENCE seconds after its own arrival.
- Every transaction is `BEGIN IMMEDIATE`, so that two processes wait for each other instead of failing half-way.
- What a cancelled task (a visitor hangs up) left running is interrupted; its connection is free for others afterwards.
- A transaction may do without waiting for the disk (`durable=False`): only a power failure may undo it then.
- A connection is used only after all of its settings were made.
- The file is created before SQLite opens it, so that it is private. SQLite gives `-wal` and `-shm` the same mode and
  owner (SQLite, `findCreateFileMode`).
"""

import asyncio
import re
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite
from tortoise.backends.base.client import NestedTransactionContext, TransactionalDBClient, TransactionContext
from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionWrapper, translate_exceptions
from tortoise.connection import get_connections
from tortoise.exceptions import OperationalError

from app.kernel.private_files import make_file, restrict_to_owner
from app.kernel.sqlite_connections import READERS, ReaderLease, ReaderPool, WriterLease, open_connection
from app.kernel.sqlite_statements import Rows, fetch_each, fetch_rows, run_on_thread, run_transaction

T = TypeVar("T")
ATTEMPT = 50  # milliseconds that SQLite waits in one attempt to write; a cancelled one holds the next up for so long
# A PRAGMA about its own connection belongs to the writer, and so does a WITH that may write: a reader would refuse it.
READ = re.compile(
    r"\s*(?:SELECT\b|EXPLAIN\b"
    r"|PRAGMA\s+(?:integrity_check|quick_check|foreign_key_check|foreign_key_list|table_x?info|table_list|index_\w+)\b"
    r"|WITH\b(?!.*\b(?:INSERT|UPDATE|DELETE|REPLACE\s+INTO)\b))",
    re.IGNORECASE | re.DOTALL,
)


class _Statements(SqliteTransactionWrapper):
    """Runs the statements of a transaction."""

    @translate_exceptions
    async def execute_in_turn(self, statements: Sequence[tuple[str, list[Any]]], required: int = 0) -> list[Rows]:
        """Runs several statements in their order, and returns the rows of each (`query_in_turn` in db.py).

        The thread of SQLite has one turn for all: to wait for one costs more than most statements.
        """
        for query, values in statements:
            self.log.debug("%s: %s", query, values)
        clean = [(_without_nul(query), values) for query, values in statements]
        async with self.acquire_connection() as connection:
            return await run_on_thread(connection, partial(fetch_each, clean, required))

    @translate_exceptions
    async def execute_query(self, query: str, values: list[Any] | None = None) -> tuple[int, Rows]:
        """As in Tortoise, with other rows (`fetch_rows`)."""
        self.log.debug("%s: %s", query, values)
        async with self.acquire_connection() as connection:
            return await _run(query, values, connection)

    async def execute_query_dict(self, query: str, values: list[Any] | None = None) -> Rows:
        """As in Tortoise, with other rows (`fetch_rows`)."""
        return (await self.execute_query(query, values))[1]  # type: ignore[no-any-return]

    def _in_transaction(self) -> TransactionContext:
        return NestedTransactionContext(_Statements(self))


class _Transaction(TransactionContext):
    """A transaction that begins with `BEGIN IMMEDIATE` and queues with the other writers of this process."""

    def __init__(self, client: "_Client", *, durable: bool) -> None:
        self._lease, self.client = client.acquire_connection(), _Statements(client)
        self._parent, self._durable = client, durable

    async def __aenter__(self) -> TransactionalDBClient:
        connection = await self._lease.__aenter__()
        try:
            await self._lease.retry_while_locked(partial(self._parent.begin, connection, self._durable))
        except BaseException as error:
            await self._lease.__aexit__(type(error), error, None)
            if isinstance(error, sqlite3.OperationalError):
                raise OperationalError(error) from error
            raise
        self.client._connection = connection
        self._token = get_connections().set(self.client.connection_name, self.client)
        return self.client

    async def __aexit__(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        get_connections().reset(self._token)
        try:
            if exc_type is None and not self.client._finalized:
                await self.client.commit()
        finally:
            await self._lease.__aexit__(exc_type, exc_val, exc_tb)


class _Client(SqliteClient):
    """Tortoise's client.

    `attempt` is how many milliseconds SQLite itself waits for a lock of another process, `reader_cache_size` the
    `cache_size` of each reader. `slow_reads` lets slow reads have all readers but one.
    """

    def __init__(
        self, file_path: str, attempt: int = ATTEMPT, reader_cache_size: int | None = None, **pragmas: Any
    ) -> None:
        super().__init__(file_path, **pragmas)
        self._writer_pragmas = self.pragmas | {"busy_timeout": attempt}
        self._reader_pragmas = {"query_only": "ON", "busy_timeout": self.pragmas.get("busy_timeout", attempt)}
        if reader_cache_size is not None:
            self._reader_pragmas["cache_size"] = reader_cache_size
        self._opening, self.slow_reads = asyncio.Lock(), asyncio.Semaphore(READERS - 1)
        self._readers = ReaderPool(self._open_reader)
        self._durable: bool | None = True
        self._closed = False

    async def create_connection(self, with_db: bool) -> None:
        """Opens the connection that writes unless it is open, with private files.

        Raises OperationalError after `close`: nobody would close what a task that is late opens then.
        """
        if self._connection is not None:
            return
        async with self._opening:
            if self._closed:
                raise OperationalError("interrupted: the database was closed")
            if self._connection is None:
                if self.filename != ":memory:":
                    # raises here, because SQLite's thread would raise it only after the loop has ended
                    make_file(Path(self.filename))
                    for ending in ("-wal", "-shm"):
                        restrict_to_owner(Path(self.filename + ending))
                self._connection = await open_connection(self.filename, self._writer_pragmas)
                self._durable = True
                await self._post_connect()

    async def _open_reader(self) -> aiosqlite.Connection:
        await self.create_connection(with_db=True)  # makes the file, and sets its journal mode
        return await open_connection(self.filename, self._reader_pragmas)

    async def close(self) -> None:
        """Closes all connections for good; otherwise their threads would keep the process alive."""
        self._closed = True
        try:
            await self._readers.close()
        finally:
            async with self._opening:
                connection, self._connection = self._connection, None
            if connection is not None:
                await connection.close()

    def acquire_connection(self) -> WriterLease:
        """Returns a context manager that takes the connection that writes."""
        return WriterLease(self._lock, self)

    def acquire_reader(self) -> ReaderLease | WriterLease:
        """Returns a context manager that takes a read-only connection; a database in memory has only the one."""
        return self.acquire_connection() if self.filename == ":memory:" else ReaderLease(self._readers)

    def reader_usage(self) -> tuple[int, int, int, int]:
        """Returns the numbers of PoolUsage (pool_usage.py) for the connections that read."""
        return self._readers.usage()

    def writer_usage(self) -> tuple[int, int, int, int]:
        """Returns the numbers of PoolUsage (pool_usage.py) for the connection that writes."""
        return 1, int(self._connection is not None), int(self._lock.locked()), len(self._lock._waiters or ())

    def _in_transaction(self, *, durable: bool = True) -> _Transaction:
        return _Transaction(self, durable=durable)

    async def begin(self, connection: aiosqlite.Connection, durable: bool) -> None:
        """Begins a transaction; its commit waits until the disk has it where it is `durable`."""
        if self._durable is durable:
            await connection.execute_fetchall("BEGIN IMMEDIATE")
            return
        await self._set_durable(connection, durable, "BEGIN IMMEDIATE")

    async def _set_durable(self, connection: aiosqlite.Connection, durable: bool, then: str = "") -> None:
        """Sets whether commits wait until the disk has them, and runs another statement on the way to the thread."""
        self._durable = None  # should this be cancelled
        await connection.executescript(f"PRAGMA synchronous={self._level(durable)}; {then}")
        self._durable = durable

    def _level(self, durable: bool) -> str:
        """Returns what SQLite calls synchronous."""
        return str(self._writer_pragmas.get("synchronous", "FULL")) if durable else "NORMAL"

    @translate_exceptions
    async def run_steps(self, begin: Callable[[], Any], durable: bool) -> Any:
        """Runs the statements of steps in a transaction, in one turn of SQLite's thread (`run_steps` in db.py)."""
        note, lease = partial(self.log.debug, "%s: %s"), self.acquire_connection()
        async with lease as connection:
            self._durable = None  # should this fail, or be cancelled
            work = partial(run_transaction, self._level(durable), begin, note)
            result = await lease.retry_while_locked(partial(run_on_thread, connection, work))
            self._durable = durable
        return result

    async def execute_insert(self, query: str, values: list[Any]) -> int:
        """As in Tortoise, retried while another process writes."""
        self.log.debug("%s: %s", query, values)
        [row] = await self._write(lambda connection: connection.execute_insert(query, values))
        return int(row)

    async def execute_many(self, query: str, values: list[list[Any]]) -> None:
        """As in Tortoise: all or none of the rows."""
        async with self._in_transaction() as transaction:
            await transaction.execute_many(query, values)

    async def execute_query(self, query: str, values: list[Any] | None = None) -> tuple[int, Rows]:
        """As in Tortoise; a read runs on a reader, anything else is retried while another process writes."""
        self.log.debug("%s: %s", query, values)
        if READ.match(query):
            return await self._read(query, values)  # type: ignore[no-any-return]
        return await self._write(partial(_run, query, values))  # type: ignore[no-any-return]

    async def execute_query_dict(self, query: str, values: list[Any] | None = None) -> Rows:
        """As in Tortoise, on the same connections as `execute_query`."""
        return (await self.execute_query(query, values))[1]

    @translate_exceptions
    async def _read(self, query: str, values: list[Any] | None) -> tuple[int, Rows]:
        """Runs a read to its end: no transaction that would keep the WAL from being written back stays open."""
        async with self.acquire_reader() as connection:
            return await _run(query, values, connection)

    @translate_exceptions
    async def _write(self, statement: Callable[[aiosqlite.Connection], Awaitable[T]]) -> T:
        lease = self.acquire_connection()
        async with lease as connection:
            if not self._durable:
                await self._set_durable(connection, True)
            return await lease.retry_while_locked(partial(statement, connection))


async def _run(query: str, values: list[Any] | None, connection: aiosqlite.Connection) -> tuple[int, Rows]:
    """Runs a statement; returns how many rows it changed, or read where it changed none, and its rows."""
    before = connection.total_changes
    rows = await run_on_thread(connection, partial(fetch_rows, _without_nul(query), values or ()))
    return (connection.total_changes - before) or len(rows), rows


def _without_nul(query: str) -> str:
    """Replaces NUL, which ends a statement for SQLite, as Tortoise does."""
    return query.replace("\x00", "'||CHAR(0)||'")


client_class = _Client


def get_client_class(db_info: dict[str, Any]) -> type[SqliteClient]:
    """Returns the client class; Tortoise calls this function of a backend module."""
    return _Client
