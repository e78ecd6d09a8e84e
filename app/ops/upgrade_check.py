"""What an upgrade of the running installation to this version would do, found out without changing anything.

It runs with the code of the new version and the settings of the installation, before that code is started.
"""

import shutil
import sqlite3
import tarfile
from collections.abc import AsyncGenerator
from datetime import datetime, timedelta
from pathlib import Path

from tortoise import Tortoise

from app.kernel import clock, db
from app.kernel.config import Config
from app.kernel.database_upgrade import DatabaseTooNew, applied_migrations, pending_migrations
from app.kernel.migration_files import contracted, fatal_migrations, known_migrations
from app.kernel.package_files import version
from app.kernel.server_failure import ServerFailure
from app.ops.backup_reader import DamagedBackup, read_manifest
from app.ops.doctor import DATABASE_ERRORS, FREE_BYTES, is_missing_sqlite_file
from app.ops.finding import Finding
from app.ops.operator_actions import OperationDeclined

OLDEST_POSTGRES, OLDEST_SQLITE = 15, (3, 35, 0)
RECENT = timedelta(hours=24)  # the age of a backup that is taken before an upgrade
REBUILT = 2  # so many times the size of the SQLite files must be free: a migration may write a table anew
JOBS = """
    SELECT count(CASE WHEN begun_at IS NOT NULL THEN 1 END) AS running, count(*) AS waiting
    FROM jobs WHERE ended_at IS NULL"""


class RunningVersionEnds(ServerFailure):
    """The running version would not survive a migration of this one."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The running version does not survive the migration {name}: stop it, then start this one.")


async def refuse_what_ends_the_running_version(config: Config) -> None:
    """Checks that the version which serves now survives what this one does to the database.

    Raises: RunningVersionEnds, DBConnectionError, PostgresError.
    """
    pending = await pending_migrations(_url(config))
    if fatal := _fatal_to_the_running_version(pending):
        raise RunningVersionEnds(fatal[0])


def _fatal_to_the_running_version(pending: list[str]) -> list[str]:
    """The pending migrations that a version does not survive which has run all the others; none before the first."""
    run = {*known_migrations()} - {*pending}
    return fatal_migrations(pending, run) if run else []


async def check_upgrade(config: Config, backup: Path | None) -> AsyncGenerator[Finding]:
    """Yields what an upgrade to this version would meet; changes nothing. `backup` is a file, or a folder of them."""
    yield Finding(f"This is Kliqs {version()}, and it knows every setting.")
    yield _backup_age(backup, config.backup_secrets)
    if is_missing_sqlite_file(_url(config)):
        yield Finding("There is no database yet: kliqs serve or kliqs migrate makes it.")
        return
    try:
        for finding in [*await _migrations(config), _space(config)]:
            yield finding
        async with db.database_open(_url(config)):
            yield await _database_version()
            yield await _jobs()
    except (TimeoutError, OSError, *DATABASE_ERRORS) as error:
        yield Finding(f"The database does not answer as it should: {error or type(error).__name__}.", False)


def _url(config: Config) -> str:
    return db.resolve_database_url(config.database_url, config.data_dir)


async def _migrations(config: Config) -> list[Finding]:
    """What each pending migration does to the version that is running."""
    known, pending = known_migrations(), await pending_migrations(_url(config))
    applied = [await applied_migrations(store) for store in db.urls_to_migrate(_url(config))]
    if too_new := [name for names in applied for name in fatal_migrations(names, known)]:
        return [Finding(str(DatabaseTooNew(too_new[0])), False)]
    fatal = _fatal_to_the_running_version(pending)
    return [Finding(f"{_effect(name, fatal)}: {name}.") for name in pending] or [Finding("No migration is pending.")]


def _effect(name: str, fatal: list[str]) -> str:
    if contracted(name) is not None:
        return "Pending, removes what the running version still uses" if name in fatal else "Pending, removes leftovers"
    return "Pending, from before the rule that migrations only add" if name in fatal else "Pending, only adds"


def _space(config: Config) -> Finding:
    """Whether the disk has room for a migration; that of PostgreSQL is not seen from here."""
    free, needed = shutil.disk_usage(config.data_dir).free, FREE_BYTES
    if _url(config).startswith("sqlite"):
        files = [Path(db.connection_parameters(store)["file_path"]) for store in db.urls_to_migrate(_url(config))]
        needed += REBUILT * sum(file.stat().st_size for file in files if file.exists())
    says = f"{free // 1024**2:,} MB are free in {config.data_dir}, a migration may need {needed // 1024**2:,}."
    return Finding(says, free >= needed)


def _backup_age(backup: Path | None, secrets: list[str]) -> Finding:
    """How old the newest backup is."""
    if backup is None:
        return Finding("No backup was looked at: name one, or the folder they are in, with --backup.")
    files = [file for file in backup.iterdir() if file.is_file()] if backup.is_dir() else [backup]
    times = [time for file in files if (time := _made_at(file, secrets))]
    if not times:
        return Finding(f"There is no readable backup at {backup}: kliqs backup takes one.", False)
    age = clock.now() - max(times)
    return Finding(f"The newest backup is {age // timedelta(hours=1)} hours old.", age <= RECENT)


def _made_at(file: Path, secrets: list[str]) -> datetime | None:
    """When a backup was begun; None for a file that is none, or cannot be read."""
    try:
        return datetime.fromisoformat(read_manifest(file, secrets).made_at)
    except (OSError, ValueError, KeyError, EOFError, tarfile.TarError, DamagedBackup, OperationDeclined):
        return None


async def _database_version() -> Finding:
    if _dialect() == "sqlite":
        return Finding(f"SQLite is {sqlite3.sqlite_version}.", sqlite3.sqlite_version_info >= OLDEST_SQLITE)
    [row] = await db.query_rows("SELECT current_setting('server_version') AS version", [])
    major = int(row["version"].partition(".")[0])
    says = f"PostgreSQL is {row['version']}" + f"; Kliqs is tested from {OLDEST_POSTGRES} on" * (
        major < OLDEST_POSTGRES
    )
    return Finding(f"{says}.", major >= OLDEST_POSTGRES)


def _dialect() -> str:
    return str(Tortoise.get_connection(db.MAIN).capabilities.dialect)


async def _jobs() -> Finding:
    [row] = await db.query_rows(JOBS, [])
    waiting = row["waiting"] - row["running"]
    return Finding(f"{row['running']} jobs run and {waiting} wait; those that a stopped server leaves are begun again.")
