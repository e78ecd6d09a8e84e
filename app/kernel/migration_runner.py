"""Runs and writes migrations: one set of aerich migrations for SQLite and PostgreSQL.

aerich writes SQL for the dialect that it is connected to, but it runs `await module.upgrade(db)`, where the dialect is
known. So each of our files holds a script for both dialects and chooses one. `aerich upgrade`, `heads` and `history`
work unchanged.
"""

import asyncio
import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

from aerich import Command
from aerich.migrate import Migrate
from aerich.utils import import_py_file
from tortoise import Tortoise

from app.kernel.db import AERICH_MODELS, tortoise_config
from app.kernel.migration_files import LOCATION, migration_files
from app.kernel.package_files import PACKAGE, is_checkout
from app.kernel.postgres_backend import connect
from app.kernel.postgres_limits import CLOSING
from app.kernel.private_files import open_file

SQLITE_BUSY_TIMEOUT = 60_000  # milliseconds that a migration waits for other writers to a SQLite file
OFFLINE = {"sqlite": "sqlite://:memory:", "postgres": "asyncpg://nobody:x@127.0.0.1:1/none"}

TEMPLATE = '''from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {{
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        {up[sqlite]}""",
    "postgres": """
        {up[postgres]}""",
}}

DOWNGRADE = {{
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        {down[sqlite]}""",
    "postgres": """
        {down[postgres]}""",
}}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    {state}
)
'''


async def run_migrations(store: str) -> list[str]:
    """Migrates one database to the newest version, under a lock; returns the names of the migrations run."""

    async def run() -> list[str]:
        command = Command(_config_without_timeouts(store), app="models", location=str(LOCATION))
        try:
            async with command, _migration_lock(command.tortoise_config):
                return await command.upgrade(run_in_transaction=True)
        finally:  # also if entering failed: SQLite's thread would keep the process alive
            await command.aclose()

    return await asyncio.create_task(run())  # a separate task, so that Tortoise.init() does not change this context


def make_migration(name: str) -> Path | None:
    """Writes the migration from the newest one to the models, for both dialects.

    Returns its path, or None if the models have not changed. Raises RuntimeError in an installed wheel, and if aerich
    cannot make the migration.
    """
    if not is_checkout():
        raise RuntimeError("Migrations are written in a checkout of Kliqs; this is an installed package.")
    modules_by_dialect = {dialect: _make_for_dialect(dialect, url, name) for dialect, url in OFFLINE.items()}
    modules = {dialect: module for dialect, module in modules_by_dialect.items() if module is not None}
    if not modules:
        return None
    stem, state = Path(modules["sqlite"].__file__).stem, modules["sqlite"].MODELS_STATE
    scripts = {
        direction: {d: asyncio.run(getattr(m, direction)(None)).strip() for d, m in modules.items()}
        for direction in ("upgrade", "downgrade")
    }
    lines = "\n    ".join(f'"{state[i : i + 70]}"' for i in range(0, len(state), 70))
    file = LOCATION / "models" / f"{stem}.py"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(TEMPLATE.format(up=scripts["upgrade"], down=scripts["downgrade"], state=lines), encoding="utf-8")
    return file


def _make_for_dialect(dialect: str, url: str, name: str) -> Any:
    """Returns the module that aerich writes for one dialect, or None if nothing has changed.

    aerich keeps the operators of a migration on a class, so each dialect needs a process of its own.
    """
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(LOCATION, scratch, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
        command = [sys.executable, "-m", __name__, url, scratch, name]
        result = subprocess.run(command, cwd=PACKAGE.parent, capture_output=True, text=True, check=False)  # noqa: S603
        if result.returncode:
            raise RuntimeError(f"{dialect}: {result.stderr.strip().splitlines()[-1]}; write this one by hand")
        path = result.stdout.strip().splitlines()[-1:]
        return import_py_file(path[0]) if path and path[0] else None


async def _make_offline(url: str, location: str, name: str) -> str:
    """Writes a migration for one dialect below `location`; returns its path, or "" if nothing has changed."""
    folder = Path(location, "models")
    if not migration_files(folder):
        shutil.rmtree(folder, ignore_errors=True)
        await Command(tortoise_config(url, AERICH_MODELS), app="models", location=location).init_migrations(safe=False)
    else:
        await Migrate.init(tortoise_config(url, AERICH_MODELS), "models", location, offline=True)
        if not await Command(tortoise_config(url, AERICH_MODELS), app="models", location=location).migrate(
            name, no_input=True, offline=True
        ):
            return ""
    return str(migration_files(folder)[-1])


def _config_without_timeouts(url: str) -> dict[str, Any]:
    """Returns Tortoise's configuration without our time-outs: a migration may take and wait longer than a request."""
    config = tortoise_config(url, AERICH_MODELS)
    for connection in config["connections"].values():
        connection["credentials"].pop("server_settings", None)
        if url.startswith("sqlite"):
            connection["credentials"]["attempt"] = SQLITE_BUSY_TIMEOUT
    return config


@contextlib.asynccontextmanager
async def _migration_lock(config: dict[str, Any]) -> AsyncGenerator[None]:
    """Holds a lock on the database while the block runs, so that only one process at a time migrates it."""
    credentials = config["connections"]["default"]["credentials"]
    if Tortoise.get_connection("default").capabilities.dialect == "postgres":
        connection = await connect(credentials)
        key = int.from_bytes(hashlib.sha256(b"kliqs migrations").digest()[:8], "big", signed=True)
        await connection.execute("SELECT pg_advisory_lock($1)", key)  # as long as another process migrates
        try:
            yield
        finally:
            await connection.close(timeout=CLOSING)
    else:
        lock = open_file(Path(f"{credentials['file_path']}.lock"), os.O_WRONLY)
        try:
            await asyncio.to_thread(fcntl.flock, lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)


if __name__ == "__main__":
    print(asyncio.run(_make_offline(*sys.argv[1:4])))
