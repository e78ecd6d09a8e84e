"""Tortoise's PostgreSQL backend with transactions that cannot leak, and an end to every wait.

With Tortoise's own backend, a task that was cancelled while its transaction opened (a visitor hung up) kept its pool
connection for ever; after twenty of them the server no longer answered. A task that was cancelled while its transaction
ended kept seeing that transaction in its context. How long each thing may take is in `postgres_limits`.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import PoolConnectionWrapper, TransactionalDBClient, TransactionContextPooled
from tortoise.connection import get_connections
from tortoise.exceptions import DBConnectionError

from app.kernel import postgres_limits as limits
from app.kernel.postgres_url import LIMITS, address_of, with_tls
from app.kernel.server_pulse import ServerPulse

SET_LIMITS = "; ".join(f"SET LOCAL {name} = {value}" for name, value in LIMITS.items())


@contextmanager
def _connecting() -> Generator[None]:
    """Turns every OSError of a failed connection attempt (missing socket file, refused, …) into DBConnectionError."""
    try:
        yield
    except OSError as error:
        raise DBConnectionError(str(error) or "The database has no connection left.") from error


async def connect(
    credentials: Mapping[str, Any], *, seconds: float | None = None, settings: Mapping[str, str] | None = None
) -> asyncpg.Connection[Any]:
    """Opens a connection outside the pool, for an advisory lock or LISTEN. Raises DBConnectionError, PostgresError.

    It must open within `seconds`, which are PATIENCE if they are not given. `settings` are set for its session.
    """
    with _connecting():
        parameters: Any = with_tls(address_of(credentials)) | {"server_settings": dict(settings or {})}
        connection = await asyncpg.connect(**parameters, timeout=seconds or limits.PATIENCE)
    _notice_dead_network(connection)
    return connection


def _notice_dead_network(connection: asyncpg.Connection[Any]) -> None:
    """Lets TCP end a connection whose other end is gone without a sign, as when a firewall has forgotten it."""
    wire = connection._transport.get_extra_info("socket")
    if wire is None or wire.family not in (socket.AF_INET, socket.AF_INET6):
        return
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in {**limits.KEEPALIVE, "TCP_USER_TIMEOUT": limits.TCP_USER_TIMEOUT}.items():
        if (option := getattr(socket, name, None)) is not None:  # Linux has all of them
            wire.setsockopt(socket.IPPROTO_TCP, option, value)


async def _keep_session(connection: asyncpg.Connection[Any]) -> None:
    """Does nothing to a connection that is given back."""


def _end_now(patience: asyncio.Timeout) -> None:
    """Lets the block of a time-out end with TimeoutError."""
    if not patience.expired():
        patience.reschedule(0)


def _is_at_rest(proxy: Any, pool: Any) -> bool:
    """Whether the pool lends a connection again as it is, and does not close it or end anything on it first."""
    connection, holder = proxy._con, proxy._holder
    if connection is None or connection.is_closed() or holder._generation != pool._generation:
        return False
    wire = connection._protocol
    ending = wire.is_in_transaction() or connection._top_xact is not None or wire._is_cancelling()
    return not ending and wire.queries_count < holder._max_queries


class _WatchedConnection(asyncpg.Connection):  # type: ignore[misc]
    """A connection of the pool whose statements end when the server falls silent."""

    client: _Client | None = None  # while asyncpg itself prepares the connection

    async def execute(self, *words: Any, **options: Any) -> Any:
        """As asyncpg's, watched."""
        with self._watched():
            return await super().execute(*words, **options)

    async def executemany(self, *words: Any, **options: Any) -> Any:
        """As asyncpg's, watched."""
        with self._watched():
            return await super().executemany(*words, **options)

    async def fetch(self, *words: Any, **options: Any) -> Any:
        """As asyncpg's, watched."""
        with self._watched():
            return await super().fetch(*words, **options)

    async def fetchrow(self, *words: Any, **options: Any) -> Any:
        """As asyncpg's, watched."""
        with self._watched():
            return await super().fetchrow(*words, **options)

    async def fetchval(self, *words: Any, **options: Any) -> Any:
        """As asyncpg's, watched."""
        with self._watched():
            return await super().fetchval(*words, **options)

    @contextmanager
    def _watched(self) -> Generator[None]:
        if self.client is None:
            yield
            return
        try:
            with self.client.pulse.watch(self.terminate):
                yield
        except asyncpg.ReadOnlySQLTransactionError:  # another server may have become the primary
            self.client.replace_connections()
            raise


class _Connection(PoolConnectionWrapper[Any]):
    """A pool connection that is acquired within PATIENCE seconds."""

    client: Any

    async def __aenter__(self) -> Any:
        self.connection = await self.client.acquire(self.ensure_connection)
        return self.connection

    async def __aexit__(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        await self.client.release(self.connection)


class _Transaction(TransactionContextPooled):
    """A transaction that gives its connection back to the pool however it ends.

    One that is not `durable` does not wait for the disk when it commits: only a crash of the database may undo it.
    """

    client: Any
    durable = True

    async def __aenter__(self) -> TransactionalDBClient:
        parent = self.client._parent
        self.client._connection = await parent.acquire(self.ensure_connection)
        try:
            await self.client.begin()
            if settings := self._settings(pooled=parent.pooled):
                await self.client._connection.execute(settings)
        except BaseException:
            await self._release()
            raise
        self.token = get_connections().set(self.connection_name, self.client)
        return self.client  # type: ignore[no-any-return]

    def _settings(self, *, pooled: bool) -> str:
        """Returns the statement that sets what this transaction needs; behind a pooler a session has no time-outs."""
        settings = [SET_LIMITS] * pooled + ["SET LOCAL synchronous_commit TO OFF"] * (not self.durable)
        return "; ".join(settings)

    async def __aexit__(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        get_connections().reset(self.token)
        try:
            if exc_type is None:
                await self.client.commit()
            elif not self.client._finalized:
                await self.client.rollback()
        finally:
            await self._release()

    async def _release(self) -> None:
        """Returns the connection to the pool; asyncpg shields this from cancellation and closes a broken one."""
        with suppress(asyncpg.InterfaceError, asyncpg.PostgresError, OSError):
            await self.client._parent.release(self.client._connection)


class _Client(AsyncpgDBClient):
    """Tortoise's client with the connection and transaction classes of this module.

    `slow_reads` lets slow reads have some of the connections, `pooled` says that a pooler stands in between, and
    `pulse` ends what waits for a server that does not answer.
    """

    def __init__(
        self, *args: Any, slow_reads: int, pooled: bool = False, direct: Any = None, **parameters: Any
    ) -> None:
        self._addresses = [address_of(parameters), *([direct] if direct else [])]
        super().__init__(*args, **parameters)
        self.pooled = pooled
        self.slow_reads = asyncio.Semaphore(slow_reads)
        self.pulse = ServerPulse(self._answers)
        self._closed = False

    def acquire_connection(self) -> PoolConnectionWrapper[Any]:
        """As Tortoise's, but a connection that does not come in time is an error instead of a wait for ever."""
        return _Connection(self, self._pool_init_lock)

    async def acquire(self, open_pool: Any) -> Any:
        """Returns a connection of the pool, which `open_pool` opens before. Raises DBConnectionError."""
        self.pulse.check()
        with _connecting():
            async with asyncio.timeout(limits.PATIENCE) as patience:
                with self.pulse.watch(partial(_end_now, patience)):
                    await open_pool()
                    return await self._pool.acquire(timeout=limits.PATIENCE)  # type: ignore[union-attr]

    async def release(self, connection: Any) -> None:
        """Returns a connection to the pool; one whose statement does not end soon is closed instead.

        asyncpg does so in a task that a cancellation does not reach. A connection on which nothing has to be ended
        waits for nothing, so that it needs none, and no statement waits for a turn of the loop.
        """
        with suppress(TimeoutError):
            if _is_at_rest(connection, self._pool):
                connection._con._on_release()
                await connection._holder.release(limits.RELEASE)
            else:
                await self._pool.release(connection, timeout=limits.RELEASE)  # type: ignore[union-attr]

    def replace_connections(self) -> None:
        """Lets the pool open new connections instead of those that it has."""
        if self._pool:
            self._pool._generation += 1

    def _in_transaction(self, *, durable: bool = True) -> Any:
        transaction = _Transaction(TransactionWrapper(self), self._pool_init_lock)
        transaction.durable = durable
        return transaction

    async def create_pool(self, **kwargs: Any) -> asyncpg.Pool[Any]:
        """As Tortoise's, but a connection goes back to the pool without a statement that resets it.

        asyncpg still rolls back what is open; no statement of ours changes anything else of a session. Raises
        DBConnectionError after `close`: nobody would close a pool that a task that is late opens then.
        """
        if self._closed:
            raise DBConnectionError("The database was closed.")
        options = {"timeout": limits.PATIENCE} | with_tls(kwargs) | {"connection_class": _WatchedConnection}
        return await super().create_pool(**options, init=self._adopt, reset=_keep_session)

    async def _adopt(self, connection: Any) -> None:
        """Prepares a new connection of the pool."""
        connection.client = self
        _notice_dead_network(connection)

    async def _answers(self) -> bool:
        """Whether the server, and the pooler in between, accept a connection; one that refuses it answers, too."""
        for address in self._addresses:
            try:
                connection = await connect(address, seconds=limits.PROBE)
            except asyncpg.PostgresError:
                continue
            except (DBConnectionError, asyncpg.InterfaceError):
                return False
            connection.terminate()
        return True

    async def _close(self) -> None:
        self._closed = True
        await self.pulse.close()
        if self._pool:
            with suppress(TimeoutError):
                async with asyncio.timeout(
                    limits.CLOSING
                ):  # closing a pool ends in terminating it when it is cancelled
                    await self._pool.close()
            self._pool = None


client_class = _Client


def get_client_class(db_info: dict[str, Any]) -> type[AsyncpgDBClient]:
    """Returns the client class; Tortoise calls this function of a backend module."""
    return _Client
