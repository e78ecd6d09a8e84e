"""Connections to a SQLite file: one that writes, several that only read, each lent to one task at a time.

In WAL mode a reader sees everything that was committed before its statement began, and waits for no writer
(https://sqlite.org/wal.html). What a cancelled task (a visitor hangs up) left running is interrupted.
"""

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any, TypeVar, cast

import aiosqlite
from tortoise.backends.base.client import ConnectionWrapper
from tortoise.exceptions import OperationalError

from app.kernel.transient_errors import is_sqlite_locked

T = TypeVar("T")
READERS = 3  # read-only connections for each file
PATIENCE = 4.8  # seconds from a request's arrival until its 503, which must be sent after five at most
INTERRUPT_INTERVAL = 0.05  # seconds


class Deadline:
    """A time-out that starts when the object is created and ends after PATIENCE seconds."""

    def __init__(self) -> None:
        self.at = time.monotonic() + PATIENCE

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() >= self.at

    async def acquire(self, lock: asyncio.Lock | asyncio.Semaphore) -> None:
        """Acquires the lock. Raises OperationalError, as SQLite does, if it is not free before the deadline."""
        try:
            async with asyncio.timeout(max(0.0, self.at - time.monotonic())):
                await lock.acquire()
        except TimeoutError:
            raise OperationalError("database is locked") from None


async def open_connection(file: str, pragmas: Mapping[str, Any]) -> aiosqlite.Connection:
    """Opens a connection with these settings. Raises: sqlite3.Error; then, and when cancelled, nothing stays open."""
    connection = await _connect(file)
    try:
        connection.row_factory = sqlite3.Row
        await connection.executescript(";".join(f"PRAGMA {name}={value}" for name, value in pragmas.items()))
    except BaseException:
        await _stop(connection)
        raise
    return connection


async def _connect(file: str) -> aiosqlite.Connection:
    """Opens a connection without settings. When cancelled it waits until the file is open and closes it again: the
    thread of aiosqlite, which does not wait for its own end there, would report to a loop that is closed.
    """
    opening = asyncio.ensure_future(_open_file(file))
    try:
        return await asyncio.shield(opening)
    except asyncio.CancelledError:
        await _wait_until_done(opening)
        if not opening.cancelled() and not opening.exception():
            await _stop(opening.result())
        raise


async def _open_file(file: str) -> aiosqlite.Connection:
    connection = aiosqlite.connect(file, isolation_level=None)
    try:
        return await connection
    except BaseException:  # also the end of the loop, which cancels every task
        connection._thread.join()
        raise


async def _stop(connection: aiosqlite.Connection) -> None:
    """Closes a connection, unless it is closed, and waits for the end of its thread, which reports to the event loop,
    also when it is cancelled meanwhile.
    """
    if connection._thread.is_alive() and (stopped := connection.stop()) is not None:
        await _wait_until_done(stopped)


async def _wait_until_done(future: "asyncio.Future[Any]") -> None:
    """Waits for a future however often it is cancelled; the caller ends with the first cancellation afterwards."""
    while not future.done():
        with suppress(asyncio.CancelledError):
            await asyncio.wait([future])


async def _interrupt_until(ended: "asyncio.Future[None]", connection: aiosqlite.Connection) -> None:
    """Interrupts what runs on a connection until `ended` is done.

    Once is not enough: an interrupt that comes before SQLite has begun with the statement is lost.
    """
    while not ended.done():
        with suppress(ValueError, sqlite3.ProgrammingError):  # it is closed
            await connection.interrupt()
        await asyncio.wait([ended], timeout=INTERRUPT_INTERVAL)


class ReaderPool:
    """At most READERS read-only connections to a file, opened when they are needed; each is lent to one task at a time.

    Tasks are served in the order of their arrival. The connection that was used last is lent first, so that its page
    cache is warm.
    """

    def __init__(self, open_reader: Callable[[], Awaitable[aiosqlite.Connection]]) -> None:
        self._open_reader = open_reader
        self._places = asyncio.Semaphore(READERS)
        self._opened = set[aiosqlite.Connection]()
        self._idle = list[aiosqlite.Connection]()
        self._interrupted = set[asyncio.Task[None]]()

    def usage(self) -> tuple[int, int, int, int]:
        """Returns how many connections there may be, are and are lent, and how many tasks wait for one."""
        opened = len(self._opened)
        return READERS, opened, opened - len(self._idle), len(self._places._waiters or ())

    async def take(self) -> aiosqlite.Connection:
        """Returns a connection that nobody else uses. Raises OperationalError if there is none before the deadline."""
        await (Deadline().acquire(self._places) if self._places.locked() else self._places.acquire())
        try:
            if self._idle:
                return self._idle.pop()
            return await self._open()
        except BaseException:
            self._places.release()
            raise

    async def _open(self) -> aiosqlite.Connection:
        opened = self._opened  # `close` replaces it
        connection = await self._open_reader()
        if opened is not self._opened:
            await _stop(connection)
            raise OperationalError("interrupted")
        opened.add(connection)
        return connection

    def put_back(self, connection: aiosqlite.Connection) -> None:
        """Takes a connection back on which nothing runs."""
        if connection in self._opened:
            self._idle.append(connection)
        self._places.release()

    def put_back_interrupted(self, connection: aiosqlite.Connection) -> None:
        """Takes a connection back from a task that was cancelled; it is lent again when its statement has ended."""
        task = asyncio.create_task(self._interrupt(connection), name="SQLite interrupts a reader")
        self._interrupted.add(task)
        task.add_done_callback(self._interrupted.discard)

    async def _interrupt(self, connection: aiosqlite.Connection) -> None:
        ended = asyncio.ensure_future(connection.rollback())  # runs after the statement, and ends a snapshot
        try:
            await _interrupt_until(ended, connection)
            if ended.exception():
                self._opened.discard(connection)
                await _stop(connection)
        finally:
            self.put_back(connection)

    async def close(self) -> None:
        """Closes all connections, and interrupts what still runs on them."""
        await asyncio.gather(*self._interrupted, return_exceptions=True)
        closing = {connection: asyncio.ensure_future(connection.close()) for connection in self._opened}
        self._opened, self._idle = set(), []
        for connection, closed in closing.items():
            await _interrupt_until(closed, connection)
        await asyncio.gather(*closing.values(), return_exceptions=True)


class ReaderLease:
    """A context manager that takes a connection of the pool, for one statement or one snapshot."""

    def __init__(self, pool: ReaderPool) -> None:
        self._pool = pool

    async def __aenter__(self) -> aiosqlite.Connection:
        self._connection = await self._pool.take()
        return self._connection

    async def __aexit__(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        if _is_cancelled(exc_type) or _in_transaction(self._connection):
            self._pool.put_back_interrupted(self._connection)
        else:
            self._pool.put_back(self._connection)


class WriterLease(ConnectionWrapper[Any]):
    """A context manager that takes the connection that writes, for one statement or transaction."""

    async def __aenter__(self) -> aiosqlite.Connection:
        self._deadline = Deadline()
        await self._deadline.acquire(self._lock)
        try:
            self.connection = self.client._connection
            await self.ensure_connection()
        except BaseException:
            self._lock.release()
            raise
        return cast(aiosqlite.Connection, self.connection)

    async def __aexit__(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        cancelled = _is_cancelled(exc_type)
        try:
            if cancelled or _in_transaction(self.connection):  # also one whose COMMIT failed
                with suppress(Exception):
                    if cancelled:
                        await self.connection.interrupt()
                    await self.connection.rollback()
        finally:  # also when cancelled a second time: the next statement runs after the rollback
            self._lock.release()

    async def retry_while_locked(self, statement: Callable[[], Awaitable[T]]) -> T:
        """Runs a statement until it succeeds or time is up; one that found the file locked has changed nothing."""
        while True:
            try:
                return await statement()
            except sqlite3.OperationalError as error:
                if not is_sqlite_locked(error) or self._deadline.over:
                    raise


def _is_cancelled(exc_type: type[BaseException] | None) -> bool:
    """Whether a block ends because its task was cancelled, so that its statement may still run."""
    return exc_type is not None and issubclass(exc_type, asyncio.CancelledError)


def _in_transaction(connection: aiosqlite.Connection) -> bool:
    """Whether a transaction is open on a connection, which may have been closed meanwhile."""
    try:
        return connection.in_transaction
    except (ValueError, sqlite3.ProgrammingError):
        return False
