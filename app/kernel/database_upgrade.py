"""Which migrations a database has run, and running the others.

aerich, which runs them, takes a tenth of a second to import and some megabytes. A server that starts with a database of
its own version does not need it: it compares the names in aerich's table with the files.
"""

import asyncio
import sqlite3
from contextlib import closing
from urllib.parse import quote

import asyncpg

from app.kernel.db import connection_parameters, urls_to_migrate
from app.kernel.migration_files import known_migrations
from app.kernel.postgres_backend import connect
from app.kernel.postgres_limits import PATIENCE

APPLIED = "SELECT version FROM aerich WHERE app = 'models'"


async def upgrade_database(url: str) -> list[str]:
    """Migrates all databases of a URL to the newest version, under a lock; returns the names of the migrations run."""
    pending = [(store, await pending_migrations(store)) for store in urls_to_migrate(url)]
    if not any(names for _, names in pending):
        return []
    from app.kernel import migration_runner  # not above: see the module's docstring

    names, *_ = [await migration_runner.run_migrations(store) if names else [] for store, names in pending]
    return names


async def pending_migrations(store: str) -> list[str]:
    """Returns the names of the migrations that one database has not run, oldest first; all of them if it is empty.

    `store` is the URL of one database. Raises: DBConnectionError, PostgresError.
    """
    read = asyncio.to_thread(_applied_in_sqlite, store) if store.startswith("sqlite") else _applied_in_postgres(store)
    applied = await read
    return [name for name in known_migrations() if name not in applied]


def _applied_in_sqlite(store: str) -> set[str]:
    """The migrations in a SQLite file: none if it is missing, or cannot be read now, which aerich then reports."""
    try:
        file = connection_parameters(store)["file_path"]
        with closing(sqlite3.connect(f"file:{quote(file)}?mode=ro", uri=True, timeout=0)) as connection:
            return {version for (version,) in connection.execute(APPLIED)}
    except sqlite3.Error:
        return set()


async def _applied_in_postgres(store: str) -> set[str]:
    """The migrations in a PostgreSQL database, none before the first one."""
    connection = await connect(connection_parameters(store))
    try:
        return {row["version"] for row in await connection.fetch(APPLIED, timeout=PATIENCE)}
    except asyncpg.UndefinedTableError:
        return set()
    finally:
        await connection.close(timeout=PATIENCE)
