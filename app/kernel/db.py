"""The database: the connections to SQLite or PostgreSQL, opened and closed with the server.

On SQLite, visits are kept in a second file next to the main one. Both files have the same tables, and each uses only
some of them. So writing a batch of visits never holds the lock that other writes need.

A read outside of a transaction waits for no writer. `query_slow_rows` is for reads that may take long: they leave some
connections to the others.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager, nullcontext
from os import environ
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote, unquote

import asyncpg
from tortoise import Tortoise
from tortoise.backends.base.client import TransactionalDBClient, TransactionContext
from tortoise.backends.base.config_generator import expand_db_url
from tortoise.exceptions import DBConnectionError, OperationalError
from tortoise.models import Model
from tortoise.transactions import in_transaction

from app.kernel.no_model_comments import read_no_model_comments
from app.kernel.package_files import PACKAGE
from app.kernel.postgres_backend import connect
from app.kernel.postgres_limits import LOCK_TIMEOUT, PATIENCE
from app.kernel.postgres_url import connection_options, direct_url, is_pooled, tls_problem, url_for_tortoise
from app.kernel.sqlite_statements import for_sqlite
from app.kernel.strict_model_fields import refuse_unknown_fields
from app.kernel.transient_errors import is_unavailable

refuse_unknown_fields()  # before any model has an instance
read_no_model_comments()  # before any model is defined

M = TypeVar("M", bound=Model)
T = TypeVar("T")
Statement = tuple[str, list[Any]]  # with `$1` placeholders, and their values
Rows = list[dict[str, Any]]
Steps = Generator[Statement, Rows, T]  # statements that are answered with their rows, and what comes of them
# the tables of each package, and of the packages inside it
MODELS = [
    ".".join(("app", *file.relative_to(PACKAGE).with_suffix("").parts)) for file in sorted(PACKAGE.rglob("models.py"))
]
# with secure_delete, SQLite writes zeros where deleted rows were
SQLITE_SETTINGS = {"busy_timeout": LOCK_TIMEOUT, "synchronous": "FULL", "journal_mode": "WAL", "secure_delete": "ON"}
# KiB of page cache for the visits file, 62 MB in all; SQLite's default of 2 MB makes totals twice as slow
VISITS_CACHE_SIZES = {"cache_size": -32_768, "reader_cache_size": -10_240}
SLOW_TIMEOUT = 20.0  # seconds
MAIN, VISITS = "default", "visits"
AERICH_MODELS = "aerich.models"  # the table of migrations that were run; only migrating needs its model
START_TIMEOUT, NOTICE_INTERVAL, RETRY_INTERVAL = 60.0, 10.0, 0.5  # seconds
POOLER_HINT = "Give the address of PostgreSQL itself as KLIQS_DATABASE_DIRECT_URL, too."
UNREACHABLE = (DBConnectionError, OperationalError)  # exceptions that the ORM raises when the database does not answer


class DatabaseUnreachable(Exception):
    """The database cannot be reached. The message tells the operator its address and what it answered."""


def resolve_database_url(url: str, data_dir: Path) -> str:
    """Returns the database URL to use: `url`, or the SQLite file in the data directory if `url` is empty."""
    return url or f"sqlite://{quote(str(data_dir / 'kliqs.sqlite3'))}"


def tortoise_config(url: str, *more_models: str) -> dict[str, Any]:
    """Returns Tortoise's configuration for a database URL, with our time-outs and durability settings.

    `more_models` are modules with models in addition to ours.
    """
    connection = expand_db_url(url_for_tortoise(url))
    if connection["engine"].endswith("sqlite"):
        connection["engine"] = "app.kernel.sqlite_backend"
        connection["credentials"]["file_path"] = unquote(connection["credentials"]["file_path"])
        connection["credentials"] |= SQLITE_SETTINGS
        visits_settings = connection | {
            "credentials": connection["credentials"]
            | {"file_path": str(visits_file(connection["credentials"]["file_path"]))}
            | VISITS_CACHE_SIZES
        }
        connections = {MAIN: connection, VISITS: visits_settings}
    else:
        connection["engine"] = "app.kernel.postgres_backend"
        connection["credentials"] |= connection_options(url)
        if is_pooled(url):
            connection["credentials"]["direct"] = connection_parameters(direct_url(url))
        connections = {MAIN: connection}
    models = {"models": [*MODELS, *more_models], "default_connection": MAIN}
    return {"connections": connections, "apps": {"models": models}, "use_tz": True, "timezone": "UTC"}


def visits_file(main: str) -> Path:
    """Returns the path of the SQLite file for visits: `kliqs.visits.sqlite3` for `kliqs.sqlite3`."""
    return Path(main if main == ":memory:" else Path(main).with_suffix(f".visits{Path(main).suffix}"))


def urls_to_migrate(url: str) -> list[str]:
    """Returns the URLs of all databases to migrate: on SQLite the main file and the visits file.

    PostgreSQL is migrated past a pooler, which has no session for the lock.
    """
    url = direct_url(url)
    scheme, _, rest = url.partition("://")
    path, mark, query = rest.partition("?")
    return [url] + [f"{scheme}://{quote(str(visits_file(unquote(path))))}{mark}{query}"] * (scheme == "sqlite")


def connection_parameters(url: str) -> dict[str, Any]:
    """Returns the connection parameters for a database URL: a file path, or host, user, password and so on."""
    return dict(tortoise_config(url)["connections"][MAIN]["credentials"])


def pool_size() -> int:
    """Returns how many connections to PostgreSQL this process opens at most, beside those outside of the pool."""
    client: Any = client_outside_transaction()
    return int(client.pool_maxsize)


def visits_connection() -> str:
    """Returns the name of the connection to the database that holds visits."""
    return VISITS if Tortoise.get_connection(MAIN).capabilities.dialect == "sqlite" else MAIN


def transaction(on: str = MAIN, *, durable: bool = True) -> TransactionContext:
    """Returns an async context manager for a transaction on a connection; inside another one, a savepoint.

    One that is not `durable` does not wait for the disk, which takes milliseconds: others see it at once, and only when
    the machine fails in that moment it may be undone as a whole.
    """
    client: Any = Tortoise.get_connection(on)
    if durable or isinstance(client, TransactionalDBClient):
        return in_transaction(on)
    return client._in_transaction(durable=False)  # type: ignore[no-any-return]


@asynccontextmanager
async def joined_transaction() -> AsyncGenerator[None]:
    """The transaction that the caller is in, without a savepoint, or one of its own.

    An exception in the block must end the caller's transaction, too, because nothing else undoes what the block did.
    """
    if isinstance(Tortoise.get_connection(MAIN), TransactionalDBClient):
        yield
        return
    async with transaction():
        yield


async def open_database(url: str) -> None:
    """Opens the connections. Requests run in tasks that do not inherit this context, hence the global fallback."""
    await Tortoise.init(config=tortoise_config(url), _enable_global_fallback=True)


@asynccontextmanager
async def database_open(url: str) -> AsyncGenerator[None]:
    """Opens the database at the start of the block and closes it at the end."""
    await open_database(url)
    try:
        yield
    finally:
        await Tortoise.close_connections()


async def wait_for_postgres(url: str, say: Callable[[str], object], seconds: float = START_TIMEOUT) -> None:
    """Waits until PostgreSQL accepts a connection, and a pooler in between; returns at once for SQLite.

    While it waits, `say` is called every ten seconds with a sentence for the operator. Raises: DatabaseUnreachable if
    there is no connection after `seconds`, or if the database rejects the credentials.
    """
    if url.startswith("sqlite"):
        return
    if is_pooled(url):
        await wait_for_postgres(direct_url(url), say, seconds)
    parameters, deadline, next_notice = connection_parameters(url), time.monotonic() + seconds, 0.0
    server = f"{parameters.get('host') or 'this machine'}:{parameters.get('port')}"
    while error := await _failed_attempt(parameters, server):
        if (now := time.monotonic()) >= deadline:
            raise DatabaseUnreachable(
                f"The database at {server} did not answer within {seconds:.0f} seconds: {error}. "
                "Start it, or mend KLIQS_DATABASE_URL."
            ) from error
        if now >= next_notice:
            say(f"Waiting for the database at {server}, {deadline - now:.0f} seconds at most: {error}.")
            next_notice = now + NOTICE_INTERVAL
        await asyncio.sleep(RETRY_INTERVAL)


async def _failed_attempt(parameters: dict[str, Any], server: str) -> Exception | None:
    """Connects once. Returns the error of a failure that may pass, else None. Raises: DatabaseUnreachable."""
    try:
        connection = await connect(parameters, settings=parameters.get("server_settings"))
        await connection.close(timeout=PATIENCE)
    except asyncpg.ProtocolViolationError as error:
        raise DatabaseUnreachable(f"At {server} is a pooler: {error}. {POOLER_HINT}") from error
    except Exception as error:
        if problem := tls_problem(error):
            raise DatabaseUnreachable(f"The database at {server} cannot be trusted: {problem}") from error
        if not is_unavailable(error):
            raise DatabaseUnreachable(f"The database at {server} does not let Kliqs in: {error}.") from error
        return error
    return None


async def ping() -> None:
    """Runs `SELECT 1`. Raises the driver's or the ORM's error if the database does not answer."""
    await Tortoise.get_connection(MAIN).execute_query("SELECT 1")


async def query_rows(sql: str, values: list[Any], on: str = MAIN) -> list[dict[str, Any]]:
    """Runs one statement with `$1` placeholders on either database; returns its rows (also those of RETURNING).

    `on` is the name of the connection: MAIN, or the result of `visits_connection()`.
    """
    client = Tortoise.get_connection(on)
    if client.capabilities.dialect == "sqlite":
        sql = for_sqlite(sql)
    return list(await client.execute_query_dict(sql, values))


async def query_in_turn(*statements: Statement, required: int = 0) -> list[list[dict[str, Any]]]:
    """Runs statements with `$1` placeholders one after the other in the caller's transaction; the rows of each.

    On SQLite, all of them wait only once for its thread. Where one of the first `required` has no rows, those after it
    are not run.
    """
    client: Any = Tortoise.get_connection(MAIN)
    if client.capabilities.dialect == "sqlite" and isinstance(client, TransactionalDBClient):
        in_turn = [(for_sqlite(sql), values) for sql, values in statements]
        return await client.execute_in_turn(in_turn, required)  # type: ignore[attr-defined, no-any-return]
    results: list[list[dict[str, Any]]] = []
    for sql, values in statements:
        results.append(await query_rows(sql, values))
        if not results[-1] and len(results) <= required:
            break
    return results


async def run_steps(begin: Callable[[], Steps[T]], *, durable: bool = True) -> T:
    """Runs the statements of steps in a transaction of their own, and returns what comes of them.

    An exception of the steps undoes them. On SQLite all of it waits only once for its thread, where the steps run;
    they may begin anew while another process has the file.
    """
    client: Any = Tortoise.get_connection(MAIN)
    if client.capabilities.dialect == "sqlite" and not isinstance(client, TransactionalDBClient):
        return await client.run_steps(begin, durable)  # type: ignore[no-any-return]
    async with transaction(durable=durable):
        steps, rows = begin(), None
        while True:
            try:
                sql, values = next(steps) if rows is None else steps.send(rows)
            except StopIteration as end:
                return end.value  # type: ignore[no-any-return]
            rows = await query_rows(sql, values)


def client_outside_transaction() -> Any:
    """Returns the main database's client, with which statements are never part of the task's transaction."""
    client: Any = Tortoise.get_connection(MAIN)
    return client._parent if isinstance(client, TransactionalDBClient) else client


async def query_slow_rows(
    sql: str, values: list[Any], on: str = MAIN, seconds: float = SLOW_TIMEOUT
) -> list[dict[str, Any]]:
    """Runs a SELECT that may take long, as `query_rows` does, and returns its rows.

    Only some of the connections do such work at the same time (all but one of SQLite's readers); others wait for their
    turn. After `seconds`, waiting included, and when the task is cancelled, the statement is ended.
    Raises: TimeoutError.
    """
    client: Any = Tortoise.get_connection(on)
    turn = nullcontext() if isinstance(client, TransactionalDBClient) else client.slow_reads
    async with asyncio.timeout(seconds), turn:
        return await query_rows(sql, values, on)


async def query_models(model: type[M], sql: str, values: list[Any]) -> list[M]:
    """Runs one statement with `$1` placeholders on the main database; returns its rows as objects of a model.

    The statement must return every column of the model's table, as `RETURNING *` does.
    """
    rows = await query_rows(sql, values)
    return [model._init_from_db(**row) for row in rows]  # what Tortoise's own queries do with a row


def __getattr__(name: str) -> Any:
    """Computes TORTOISE_ORM, which aerich reads, on first access: a wrong URL must not make the import fail."""
    if name != "TORTOISE_ORM":
        raise AttributeError(name)
    return tortoise_config(
        resolve_database_url(environ.get("KLIQS_DATABASE_URL", ""), Path(environ.get("KLIQS_DATA_DIR", "var"))),
        AERICH_MODELS,
    )
