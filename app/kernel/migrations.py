"""One set of aerich migrations for SQLite and PostgreSQL.

aerich writes SQL for the dialect it is connected to, but runs `await module.upgrade(db)`, where the dialect is
known: each of our files holds both scripts and picks one. `aerich upgrade/heads/history` work unchanged.
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

from app.kernel.db import settings, stores
from app.kernel.postgres_backend import connect
from app.kernel.private_files import open_file
from app.kernel.resources import PACKAGE, is_checkout, resource

LOCATION = resource("migrations")
PATIENCE = 60_000  # milliseconds that a migration waits for who is writing to a SQLite file
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


async def upgrade(url: str) -> list[str]:
    """Brings a database up to date; returns the names of what was run. Starts are serialised by a lock."""
    names, *_ = [await _upgrade(store) for store in stores(url)]
    return names


async def _upgrade(store: str) -> list[str]:
    async def run() -> list[str]:
        command = Command(_patient(store), app="models", location=str(LOCATION))
        try:
            async with command, _only_one(command.tortoise_config):
                return await command.upgrade(run_in_transaction=True)
        finally:  # also when entering failed: SQLite's thread would keep the process from ending
            await command.aclose()

    return await asyncio.create_task(run())  # a task of its own: Tortoise.init() inside must not leak out


async def pending(url: str) -> list[str]:
    """The migrations a database still lacks."""

    async def run() -> list[str]:
        async with Command(_patient(url), app="models", location=str(LOCATION)) as command:
            return await command.heads()

    return await asyncio.create_task(run())


def make(name: str) -> Path | None:
    """Writes the migration that leads from the last one to the models; None when there is nothing to do.

    Raises RuntimeError in an installed wheel, and where aerich cannot write one.
    """
    if not is_checkout():
        raise RuntimeError("Migrations are written in a checkout of Kliqs; this is an installed package.")
    made = {dialect: _made_for(dialect, url, name) for dialect, url in OFFLINE.items()}
    modules = {dialect: module for dialect, module in made.items() if module is not None}
    if not modules:
        return None
    stem, state = Path(modules["sqlite"].__file__).stem, modules["sqlite"].MODELS_STATE
    scripts = {way: {d: asyncio.run(getattr(m, way)(None)).strip() for d, m in modules.items()} for way in
               ("upgrade", "downgrade")}
    lines = "\n    ".join(f'"{state[i:i + 70]}"' for i in range(0, len(state), 70))
    file = LOCATION / "models" / f"{stem}.py"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(TEMPLATE.format(up=scripts["upgrade"], down=scripts["downgrade"], state=lines), encoding="utf-8")
    return file


def _made_for(dialect: str, url: str, name: str) -> Any:
    """aerich keeps its operators on a class, so each dialect is worked out in a process of its own."""
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(LOCATION, scratch, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
        command = [sys.executable, "-m", __name__, url, scratch, name]
        result = subprocess.run(command, cwd=PACKAGE.parent, capture_output=True, text=True, check=False)  # noqa: S603
        if result.returncode:
            raise RuntimeError(f"{dialect}: {result.stderr.strip().splitlines()[-1]}; write this one by hand")
        path = result.stdout.strip().splitlines()[-1:]
        return import_py_file(path[0]) if path and path[0] else None


async def _one(url: str, location: str, name: str) -> str:
    where = Path(location, "models")
    if not _files(where):
        shutil.rmtree(where, ignore_errors=True)
        await Command(settings(url), app="models", location=location).init_migrations(safe=False)
    else:
        await Migrate.init(settings(url), "models", location, offline=True)
        if not await Command(settings(url), app="models", location=location).migrate(name, no_input=True, offline=True):
            return ""
    return str(_files(where)[-1])


def _files(where: Path) -> list[Path]:
    """Migration files, oldest first."""
    return sorted(where.glob("[0-9]*_*.py"), key=lambda file: int(file.stem.split("_")[0]))


def _patient(url: str) -> dict[str, Any]:
    config = settings(url)
    for connection in config["connections"].values():
        connection["credentials"].pop("server_settings", None)
        if url.startswith("sqlite"):
            connection["credentials"]["attempt"] = PATIENCE
    return config


@contextlib.asynccontextmanager
async def _only_one(config: dict[str, Any]) -> AsyncGenerator[None]:
    credentials = config["connections"]["default"]["credentials"]
    if Tortoise.get_connection("default").capabilities.dialect == "postgres":
        raw = await connect(credentials)
        key = int.from_bytes(hashlib.sha256(b"kliqs migrations").digest()[:8], "big", signed=True)
        await raw.execute("SELECT pg_advisory_lock($1)", key)
        try:
            yield
        finally:
            await raw.close()
    else:
        lock = open_file(Path(f"{credentials['file_path']}.lock"), os.O_WRONLY)
        try:
            await asyncio.to_thread(fcntl.flock, lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)


if __name__ == "__main__":
    print(asyncio.run(_one(*sys.argv[1:4])))
