"""Tortoise's PostgreSQL backend with transactions that cannot leak, and a time-out on waiting for the pool.

With Tortoise's own backend, a task that was cancelled while its transaction opened (a visitor hung up) kept its pool
connection for ever; after twenty of them the server no longer answered. A task that was cancelled while its transaction
ended kept seeing that transaction in its context.
"""

from __future__ import annotations

import asyncio
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import PoolConnectionWrapper, TransactionalDBClient, TransactionContextPooled
from tortoise.connection import get_connections
from tortoise.exceptions import DBConnectionError, TransactionManagementError

POOL = 20  # connections for each process; docs/guides/…/postgresql.md relies on this number
SLOW_READS = 4  # connections of the pool that slow reads may have at the same time
PATIENCE = 5  # seconds to wait for a connection before the request gets a 503


@contextmanager
def _connecting() -> Generator[None]:
    """Turns every OSError of a failed connection attempt (missing socket file, refused, …) into DBConnectionError."""
    try:
        yield
    except OSError as error:
        raise DBConnectionError(str(error) or "The database has no connection left.") from error


async def connect(credentials: Mapping[str, Any]) -> asyncpg.Connection[Any]:
    """Opens a connection outside the pool, for an advisory lock or LISTEN. Raises DBConnectionError, PostgresError."""
    names = ("host", "port", "user", "password", "database", "ssl")
    parameters = {name: credentials[name] for name in names if credentials.get(name) is not None}
    with _connecting():
        return await asyncpg.connect(**parameters, timeout=PATIENCE)


async def _keep_session(connection: asyncpg.Connection[Any]) -> None:
    """Does nothing to a connection that is given back."""


class _Connection(PoolConnectionWrapper[Any]):
    """A pool connection that is acquired within PATIENCE seconds."""

    async def __aenter__(self) -> Any:
        with _connecting():
            await self.ensure_connection()
            self.connection = await self.client._pool.acquire(timeout=PATIENCE)
        return self.connection


class _Transaction(TransactionContextPooled):
    """A transaction that gives its connection back to the pool however it ends.

    One that is not `durable` does not wait for the disk when it commits: only a crash of the database may undo it.
    """

    client: Any
    durable = True

    async def __aenter__(self) -> TransactionalDBClient:
        with _connecting():
            await self.ensure_connection()
            self.client._connection = await self.client._parent._pool.acquire(timeout=PATIENCE)
        try:
            await self.client.begin()
            if not self.durable:
                await self.client._connection.execute("SET LOCAL synchronous_commit TO OFF")
        except BaseException:
            await self._release()
            raise
        self.token = get_connections().set(self.connection_name, self.client)
        return self.client  # type: ignore[no-any-return]

    async def __aexit__(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        get_connections().reset(self.token)
        try:
            if exc_type is None:
                await self.client.commit()
            elif exc_type is not TransactionManagementError:
                await self.client.rollback()
        finally:
            await self._release()

    async def _release(self) -> None:
        """Returns the connection to the pool; asyncpg shields this from cancellation and closes a broken one."""
        with suppress(asyncpg.InterfaceError, asyncpg.PostgresError, OSError):
            await self.client._parent._pool.release(self.client._connection)


class _Client(AsyncpgDBClient):
    """Tortoise's client with the connection and transaction classes of this module.

    `slow_reads` lets slow reads have SLOW_READS connections.
    """

    def __init__(self, *args: Any, **parameters: Any) -> None:
        super().__init__(*args, **parameters)
        self.slow_reads = asyncio.Semaphore(SLOW_READS)

    def acquire_connection(self) -> PoolConnectionWrapper[Any]:
        """As Tortoise's, but a connection that does not come in time is an error instead of a wait for ever."""
        return _Connection(self, self._pool_init_lock)

    def _in_transaction(self, *, durable: bool = True) -> Any:
        transaction = _Transaction(TransactionWrapper(self), self._pool_init_lock)
        transaction.durable = durable
        return transaction

    async def create_pool(self, **kwargs: Any) -> asyncpg.Pool[Any]:
        """As Tortoise's, but a connection goes back to the pool without a statement that resets it.

        asyncpg still rolls back what is open; no statement of ours changes anything else of a session.
        """
        return await super().create_pool(**kwargs, reset=_keep_session)


client_class = _Client


def get_client_class(db_info: dict[str, Any]) -> type[AsyncpgDBClient]:
    """Returns the client class; Tortoise calls this function of a backend module."""
    return _Client
