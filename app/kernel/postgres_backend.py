"""Tortoise's PostgreSQL backend with transactions that cannot be leaked, and a pool that is not waited for for ever.

A task cancelled while a transaction opens (a visitor hangs up) kept its connection of the pool for ever; twenty of
them and the server stood still. And one cancelled while a transaction ends went on seeing it in its context.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import PoolConnectionWrapper, TransactionalDBClient, TransactionContextPooled
from tortoise.connection import get_connections
from tortoise.exceptions import DBConnectionError, TransactionManagementError

POOL = 20  # connections of a process; docs/guides/…/postgresql.md counts on it
PATIENCE = 5  # seconds to wait for a connection before a request is answered with 503


@contextmanager
def _connecting() -> Generator[None]:
    """Makes one error of all the ways in which a server cannot be reached: its socket's file is missing, refused, …"""
    try:
        yield
    except OSError as error:
        raise DBConnectionError(str(error) or "The database has no connection left.") from error


async def connect(credentials: Mapping[str, Any]) -> asyncpg.Connection[Any]:
    """A connection outside the pool, for what waits: a lock, a LISTEN. Raises DBConnectionError, PostgresError."""
    names = ("host", "port", "user", "password", "database", "ssl")
    given = {name: credentials[name] for name in names if credentials.get(name) is not None}
    with _connecting():
        return await asyncpg.connect(**given, timeout=PATIENCE)


class _Connection(PoolConnectionWrapper[Any]):
    async def __aenter__(self) -> Any:
        with _connecting():
            await self.ensure_connection()
            self.connection = await self.client._pool.acquire(timeout=PATIENCE)
        return self.connection


class _Transaction(TransactionContextPooled):
    client: Any

    async def __aenter__(self) -> TransactionalDBClient:
        with _connecting():
            await self.ensure_connection()
            self.client._connection = await self.client._parent._pool.acquire(timeout=PATIENCE)
        try:
            await self.client.begin()
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
        """asyncpg shields this from being cancelled, and closes a connection that it cannot reset."""
        with suppress(asyncpg.InterfaceError, asyncpg.PostgresError, OSError):
            await self.client._parent._pool.release(self.client._connection)


class _Client(AsyncpgDBClient):
    def acquire_connection(self) -> PoolConnectionWrapper[Any]:
        return _Connection(self, self._pool_init_lock)

    def _in_transaction(self) -> Any:
        return _Transaction(TransactionWrapper(self), self._pool_init_lock)


client_class = _Client


def get_client_class(db_info: dict[str, Any]) -> type[AsyncpgDBClient]:
    """Where Tortoise looks a backend's client up."""
    return _Client
