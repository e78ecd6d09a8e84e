"""A database that lives for one verification of a backup: of the same kind as the installation's, beside it."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from app.kernel import db
from app.kernel.postgres_backend import connect

PREFIX, OLD = "kliqs_verify_", 86_400  # seconds after which a database is one that a killed process left behind
LEFTOVERS = f"SELECT datname FROM pg_database WHERE datname ~ '^{PREFIX}[0-9]+_[0-9a-f]+$'"  # noqa: S608 - a constant


@asynccontextmanager
async def scratch_database(url: str, folder: Path) -> AsyncGenerator[str]:
    """Yields the URL of a new, empty database and drops it at the end.

    A SQLite file is made in `folder`, also where the user of PostgreSQL may not create databases.
    """
    in_file = db.resolve_database_url("", folder)
    if url.startswith("sqlite"):
        yield in_file
        return
    connection = await connect(db.connection_parameters(url))
    try:
        await _drop_leftovers(connection)
        name = f"{PREFIX}{int(time.time())}_{token_hex(4)}"
        try:
            await connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        except asyncpg.InsufficientPrivilegeError:
            yield in_file
            return
    finally:
        await connection.close()
    try:
        yield urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
    finally:
        await _drop(url, name)


async def _drop_leftovers(connection: Any) -> None:
    """Drops the scratch databases that processes left behind which were killed."""
    for row in await connection.fetch(LEFTOVERS):
        if int(row["datname"].split("_")[2]) < time.time() - OLD:
            await connection.execute(f'DROP DATABASE IF EXISTS "{row["datname"]}"')


async def _drop(url: str, name: str) -> None:
    connection = await connect(db.connection_parameters(url))
    try:
        await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    finally:
        await connection.close()
