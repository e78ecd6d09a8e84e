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
from app.kernel.migration_files import fatal_migrations, known_migrations
from app.kernel.postgres_backend import connect
from app.kernel.postgres_limits import PATIENCE
from app.kernel.server_failure import ServerFailure

APPLIED = "SELECT version FROM aerich WHERE app = 'models'"


class DatabaseTooNew(ServerFailure):
    """A newer version has removed from the database what this version uses."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"A newer Kliqs has removed from the database what this version uses ({name}). Start that one."
        )


async def upgrade_database(url: str) -> list[str]:
    """Migrates all databases of a URL to the newest version, under a lock; returns the names of the migrations run.

    Migrations that this version does not know are left alone. Raises: DatabaseTooNew.
    """
    stores = {store: await applied_migrations(store) for store in urls_to_migrate(url)}
    known = known_migrations()
    if fatal := [name for applied in stores.values() for name in fatal_migrations(applied, known)]:
        raise DatabaseTooNew(fatal[0])
    outdated = {store: bool({*known} - applied) for store, applied in stores.items()}
    if not any(outdated.values()):
        return []
    from app.kernel import migration_runner  # not above: see the module's docstring

    names, *_ = [await migration_runner.run_migrations(store) if old else [] for store, old in outdated.items()]
    return names


async def pending_migrations(url: str) -> list[str]:
    """Returns the names of the migrations that a database has not run, oldest first; all of them if it is empty.

    Raises: those of applied_migrations.
    """
    applied = [await applied_migrations(store) for store in urls_to_migrate(url)]
    return [name for name in known_migrations() if any(name not in names for names in applied)]


async def applied_migrations(store: str) -> set[str]:
    """Returns the names of the migrations that one database has run, of which this version may not know all.

    `store` is the URL of one database. Raises: DBConnectionError, PostgresError.
    """
    if store.startswith("sqlite"):
        return await asyncio.to_thread(_applied_in_sqlite, store)
    return await _applied_in_postgres(store)


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
