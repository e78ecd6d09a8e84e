"""How many connections to the database this process has, how many are lent, and how many tasks wait for one."""

from __future__ import annotations

from typing import Any, NamedTuple

from tortoise import Tortoise
from tortoise.connection import get_connections

from app.kernel import db


class PoolUsage(NamedTuple):
    """A pool of connections: `most` may be open, `opened` are, `used` are lent, and `waiting` tasks want one."""

    most: int
    opened: int
    used: int
    waiting: int


def pool_usage() -> dict[str, PoolUsage]:
    """Returns the pools of the open database by name.

    On PostgreSQL that is `main`. On SQLite each file has two, of readers and of the one connection that writes: `main`
    and `main_writer`, `visits` and `visits_writer`.
    """
    if not Tortoise._inited:
        return {}
    pools: dict[str, PoolUsage] = {}
    for name, client in ((name, _parent(name)) for name in get_connections().db_config):
        shown = "main" if name == db.MAIN else name
        if client.capabilities.dialect == "sqlite":
            pools |= {shown: PoolUsage(*client.reader_usage()), f"{shown}_writer": PoolUsage(*client.writer_usage())}
        elif client._pool is not None:
            pools[shown] = _postgres(client._pool)
    return pools


def _parent(name: str) -> Any:
    """Returns the client of a connection, also inside a transaction."""
    client: Any = Tortoise.get_connection(name)
    return getattr(client, "_parent", client)


def _postgres(pool: Any) -> PoolUsage:
    """Reads a pool of asyncpg, whose queue has no public length."""
    opened = pool.get_size()
    return PoolUsage(pool.get_max_size(), opened, opened - pool.get_idle_size(), len(pool._queue._getters))
