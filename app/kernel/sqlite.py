"""Tortoise's SQLite backend with transactions that cannot be leaked.

Two differences from `tortoise.backends.sqlite`, both seen to hang a server or to lose a race:
a task cancelled while a transaction opens (a visitor hangs up) gives the connection's lock back; and every
transaction is `BEGIN IMMEDIATE`, so that two processes wait for each other instead of failing half-way.
"""

import sqlite3
from contextlib import suppress
from typing import Any, cast

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionContext, SqliteTransactionWrapper
from tortoise.connection import get_connections
from tortoise.exceptions import OperationalError


class _Transaction(SqliteTransactionContext):
    async def __aenter__(self) -> TransactionalDBClient:
        await self._trxlock.acquire()
        try:
            await self.ensure_connection()
            await self.connection._connection.execute("BEGIN IMMEDIATE")
        except BaseException as error:
            try:
                with suppress(Exception):
                    await self.connection._connection.rollback()
            finally:  # cancelled a second time
                self._trxlock.release()
            if isinstance(error, sqlite3.OperationalError):
                raise OperationalError(error) from error
            raise
        self.token = get_connections().set(self.connection_name, self.connection)
        return cast(TransactionalDBClient, self.connection)


class _Client(SqliteClient):
    def _in_transaction(self) -> Any:
        return _Transaction(SqliteTransactionWrapper(self), self._lock)


client_class = _Client


def get_client_class(db_info: dict[str, Any]) -> type[SqliteClient]:
    """Where Tortoise looks a backend's client up."""
    return _Client
