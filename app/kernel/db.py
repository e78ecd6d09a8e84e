"""The database: one connection setting for SQLite and PostgreSQL, opened and closed with the server.

On SQLite visits live in a file of their own beside the main one, with the same tables (each file uses its part of
them): taking in a batch of visits never holds the write lock of what people make.
"""

import asyncio
import re
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from os import environ
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from tortoise import Tortoise
from tortoise.backends.base.client import TransactionContext
from tortoise.backends.base.config_generator import expand_db_url
from tortoise.exceptions import DBConnectionError, OperationalError
from tortoise.transactions import in_transaction

from app.kernel.postgres_backend import POOL, connect
from app.kernel.resources import PACKAGE
from app.kernel.unavailable import unavailable

MODELS = [f"app.{file.parent.name}.models" for file in sorted(PACKAGE.glob("*/models.py"))]  # each package's tables
PLACE = re.compile(r"\$(?=\d)")  # not the `$[0]` of a JSON path
WAIT = 5_000  # milliseconds to wait for a lock before a request is answered with 503
CACHE = -65_536  # kilobytes of the visits' file in memory; with SQLite's own 2 MB totals take twice the time
MAIN, VISITS = "default", "visits"
START_PATIENCE, WORD_EVERY, AGAIN_AFTER = 60.0, 10.0, 0.5  # seconds
UNREACHABLE = (DBConnectionError, OperationalError)  # what the ORM raises when the database does not answer


class DatabaseAway(Exception):
    """A sentence for the operator: where the database is looked for, and what it says."""


def address(url: str, data_dir: Path) -> str:
    """The database URL to use: `url`, or the SQLite file in the data directory when it is empty."""
    return url or f"sqlite://{quote(str(data_dir / 'kliqs.sqlite3'))}"


def settings(url: str) -> dict[str, Any]:
    """Tortoise's configuration for a database URL, with our time-outs and durability."""
    connection = expand_db_url(_plain(url))
    if connection["engine"].endswith("sqlite"):
        connection["engine"] = "app.kernel.sqlite_backend"
        connection["credentials"]["file_path"] = unquote(connection["credentials"]["file_path"])
        connection["credentials"] |= {"busy_timeout": WAIT, "synchronous": "FULL", "journal_mode": "WAL"}
        beside = connection | {"credentials": connection["credentials"] | {
            "file_path": str(visits_file(connection["credentials"]["file_path"])), "cache_size": CACHE}}
        connections = {MAIN: connection, VISITS: beside}
    else:
        connection["engine"] = "app.kernel.postgres_backend"
        connection["credentials"] |= _postgres(urlsplit(url).query)
        connections = {MAIN: connection}
    models = {"models": [*MODELS, "aerich.models"], "default_connection": MAIN}
    return {"connections": connections, "apps": {"models": models}, "use_tz": True, "timezone": "UTC"}


def visits_file(main: str) -> Path:
    """Where the visits of a SQLite database live: `kliqs.sqlite3` has `kliqs.visits.sqlite3` beside it."""
    return Path(main if main == ":memory:" else Path(main).with_suffix(f".visits{Path(main).suffix}"))


def stores(url: str) -> list[str]:
    """The databases behind a URL, each to be migrated: on SQLite the one of the visits too."""
    scheme, _, rest = url.partition("://")
    path, mark, query = rest.partition("?")
    return [url] + [f"{scheme}://{quote(str(visits_file(unquote(path))))}{mark}{query}"] * (scheme == "sqlite")


def credentials(url: str) -> dict[str, Any]:
    """What a connection to this URL needs to be given: a file's path, or host, user and so on."""
    return dict(settings(url)["connections"][MAIN]["credentials"])


def visits() -> str:
    """The name of the connection to where visits live."""
    return VISITS if Tortoise.get_connection(MAIN).capabilities.dialect == "sqlite" else MAIN


def transaction(on: str = MAIN) -> TransactionContext:
    """A transaction on a connection, for `async with`; inside another one, a savepoint."""
    return in_transaction(on)


async def open_at(url: str) -> None:
    """Connects. Requests run in tasks that never saw this context, hence the global fallback."""
    await Tortoise.init(config=settings(url), _enable_global_fallback=True)


@asynccontextmanager
async def opened(url: str) -> AsyncGenerator[None]:
    """An open database for the length of a block."""
    await open_at(url)
    try:
        yield
    finally:
        await Tortoise.close_connections()


async def wait_for_postgres(url: str, say: Callable[[str], object], seconds: float = START_PATIENCE) -> None:
    """Returns when a connection to PostgreSQL is had, at once for SQLite; says on the way that it is waiting, and why.

    Raises DatabaseAway with a sentence when it is still away after so many seconds, or does not let us in.
    """
    if url.startswith("sqlite"):
        return
    given, until, next_word = credentials(url), time.monotonic() + seconds, 0.0
    place = f"{given.get('host') or 'this machine'}:{given.get('port')}"
    while True:
        try:
            connection = await connect(given)
            await connection.close()
            return
        except Exception as error:
            if not unavailable(error):
                raise DatabaseAway(f"The database at {place} does not let Kliqs in: {error}.") from error
            if (now := time.monotonic()) >= until:
                raise DatabaseAway(f"The database at {place} did not answer within {seconds:.0f} seconds: {error}. "
                                   "Start it, or mend KLIQS_DATABASE_URL.") from error
            if now >= next_word:
                say(f"Waiting for the database at {place}, {until - now:.0f} seconds at most: {error}.")
                next_word = now + WORD_EVERY
        await asyncio.sleep(AGAIN_AFTER)


async def answers() -> None:
    """Asks the database for a sign of life; raises whatever keeps it from answering."""
    await Tortoise.get_connection(MAIN).execute_query("SELECT 1")


async def rows(sql: str, values: list[Any], on: str = MAIN) -> list[dict[str, Any]]:
    """Runs one statement with `$1` placeholders on either database; returns its rows (those of RETURNING too).

    `on` names the connection: MAIN, or `visits()`.
    """
    client = Tortoise.get_connection(on)
    if client.capabilities.dialect == "sqlite":
        sql = PLACE.sub("?", sql)
    return list(await client.execute_query_dict(sql, values))


def _plain(url: str) -> str:
    parts = urlsplit(url)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != "sslmode"]
    return urlunsplit(parts._replace(query=urlencode(query, safe="/")))


def _postgres(query: str) -> dict[str, Any]:
    """Tortoise passes these to asyncpg; libpq's `sslmode` is asyncpg's `ssl`."""
    options = dict(parse_qsl(query))
    limits = {"lock_timeout": str(WAIT), "statement_timeout": str(4 * WAIT)}
    pool = {"minsize": 1, "maxsize": int(options.get("maxsize", POOL)), "server_settings": limits}
    return pool | ({"ssl": options["sslmode"]} if "sslmode" in options else {})


def __getattr__(name: str) -> Any:
    """TORTOISE_ORM, which aerich looks for; made when it is looked for, since a wrong URL must not break the import."""
    if name != "TORTOISE_ORM":
        raise AttributeError(name)
    return settings(address(environ.get("KLIQS_DATABASE_URL", ""), Path(environ.get("KLIQS_DATA_DIR", "var"))))
