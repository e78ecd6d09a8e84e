"""The database: one connection setting for SQLite and PostgreSQL, opened and closed with the server."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from os import environ
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from tortoise import Tortoise
from tortoise.backends.base.config_generator import expand_db_url
from tortoise.transactions import in_transaction

MODELS = [f"app.{package}.models" for package in ("accounts", "names", "keys", "links")]
WAIT = 5_000  # milliseconds to wait for a lock before a request is answered with 503
transaction = in_transaction


def address(url: str, data_dir: Path) -> str:
    """The database URL to use: `url`, or the SQLite file in the data directory when it is empty."""
    return url or f"sqlite://{quote(str(data_dir / 'kliqs.sqlite3'))}"


def settings(url: str) -> dict[str, Any]:
    """Tortoise's configuration for a database URL, with our time-outs and durability."""
    connection = expand_db_url(_plain(url))
    if connection["engine"].endswith("sqlite"):
        connection["engine"] = "app.kernel.sqlite"
        connection["credentials"]["file_path"] = unquote(connection["credentials"]["file_path"])
        connection["credentials"] |= {"busy_timeout": WAIT, "synchronous": "FULL", "journal_mode": "WAL"}
    else:
        connection["engine"] = "app.kernel.postgres"
        connection["credentials"] |= _postgres(urlsplit(url).query)
    models = {"models": [*MODELS, "aerich.models"], "default_connection": "default"}
    return {"connections": {"default": connection}, "apps": {"models": models}, "use_tz": True, "timezone": "UTC"}


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


async def answers() -> None:
    """Asks the database for a sign of life; raises whatever keeps it from answering."""
    await Tortoise.get_connection("default").execute_query("SELECT 1")


async def rows(sql: str, values: list[Any]) -> list[dict[str, Any]]:
    """Runs one statement with `$1` placeholders on either database; returns its rows (those of RETURNING too)."""
    client = Tortoise.get_connection("default")
    if client.capabilities.dialect == "sqlite":
        sql = sql.replace("$", "?")
    return list(await client.execute_query_dict(sql, values))


def _plain(url: str) -> str:
    parts = urlsplit(url)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != "sslmode"]
    return urlunsplit(parts._replace(query=urlencode(query, safe="/")))


def _postgres(query: str) -> dict[str, Any]:
    """Tortoise passes these to asyncpg; libpq's `sslmode` is asyncpg's `ssl`."""
    sslmode = dict(parse_qsl(query)).get("sslmode")
    limits = {"lock_timeout": str(WAIT), "statement_timeout": str(4 * WAIT)}
    return {"minsize": 1, "maxsize": 20, "server_settings": limits} | ({"ssl": sslmode} if sslmode else {})


TORTOISE_ORM = settings(address(environ.get("KLIQS_DATABASE_URL", ""), Path(environ.get("KLIQS_DATA_DIR", "var"))))
