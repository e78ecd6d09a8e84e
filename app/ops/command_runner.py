"""Shared by all `kliqs` commands: they run with an open database, and report errors as a sentence instead of a
traceback.
"""

import asyncio
import os
import pwd
import traceback
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from functools import wraps
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

import click

from app.jobs.independent_steps import StepsFailed
from app.kernel import database_upgrade, db, installation, private_files
from app.kernel.config import Config, InvalidSettings
from app.kernel.file_storage import StorageRefuses
from app.kernel.installation import Installation
from app.kernel.open_storage import storage_of
from app.kernel.postgres_url import direct_url
from app.kernel.refusal import Refusal
from app.kernel.server_failure import ServerFailure
from app.links.history.author import COMMAND, writing_through
from app.operators.stored_settings import read_settings
from app.ops import doctor
from app.ops.operator_actions import Limit, OperationDeclined

T = TypeVar("T")
Command = Callable[..., Coroutine[Any, Any, None]]
NUMBER = click.IntRange(0, 1_000_000_000)


class KliqsGroup(click.Group):
    """The command group; reports errors as one sentence. Exit codes: 2 for wrong settings, 1 for every other
    failure.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command with a private umask."""
        private_files.set_private_umask()
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except InvalidSettings as wrong:
            click.echo(str(wrong), err=True)
            ctx.exit(2)
        except Exception as error:  # a traceback does not help an operator
            click.echo(error_sentence(error), err=True)
            ctx.exit(1)


def error_sentence(error: Exception) -> str:
    """Returns an error as a sentence for the operator; for an unexpected one also where it happened."""
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{error.filename}: {error.strerror}.{_permission_hint(error)}"
    if isinstance(error, StepsFailed):
        return f"Not everything could be done, the lines above say more: {error}."
    if isinstance(error, (Refusal, OperationDeclined, ServerFailure, db.DatabaseUnreachable, *doctor.DATABASE_ERRORS)):
        return str(error) or type(error).__name__
    if isinstance(error, UnicodeDecodeError):
        return "That is not text in UTF-8."
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"That is a fault of Kliqs, please report it: {type(error).__name__}: {error} ({last.name}, {last.lineno})."


def _permission_hint(error: OSError) -> str:
    """For a permission error: which user runs this and which user owns the path; otherwise empty."""
    if not isinstance(error, PermissionError):
        return ""
    user = _user(os.geteuid())
    for path in (named := Path(str(error.filename)), *named.parents):
        with suppress(OSError):
            return (
                f" Kliqs runs as {user}, and {path} belongs to {_user(path.stat().st_uid)}: run it as that user, "
                f"or give it away with chown -R {user} {path}"
            )
    return f" Kliqs runs as {user}."


def _user(number: int) -> str:
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return str(number)


def check_readable(file: Path) -> Path:
    """Returns the file itself. Raises: OperationDeclined when it does not exist, is no file or cannot be read."""
    try:
        with file.open("rb") as opened:
            opened.read(1)
    except OSError as error:
        raise OperationDeclined(f"{file} cannot be read: {error.strerror}.{_permission_hint(error)}") from None
    return file


class LimitOrPlan(click.ParamType[Limit]):
    """A click type: a number, or the word `plan` for the plan's own limit."""

    name = "NUMBER|plan"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Returns the number or `plan`; fails as click types do."""
        return value if value == "plan" else NUMBER.convert(value, param, ctx)


def with_database(*, migrated: bool = True) -> Callable[[Command], Callable[..., None]]:
    """Runs an async command with the database of these settings open, migrated first unless `migrated` is False."""

    def wrapped(command: Command) -> Callable[..., None]:
        @wraps(command)
        def run(*args: Any, **options: Any) -> None:
            asyncio.run(run_with_database(lambda: command(*args, **options), migrated=migrated))

        return run

    return wrapped


async def run_with_database(work: Callable[[], Awaitable[T]], *, migrated: bool = True) -> T:
    """Returns the result of `work` in the open database, with the secrets and site of these settings.

    Raises: OperationDeclined when `migrated` is False and there is no SQLite file, data directory or secret; OSError.
    """
    config = Config.from_env()
    url = db.resolve_database_url(config.database_url, config.data_dir)
    if not migrated:
        _expect_installation(config, url)
    config.prepare()
    installation.use(Installation(config))
    url = direct_url(url)  # commands may take long
    if migrated:
        await database_upgrade.upgrade_database(url)
    async with db.database_open(url):
        with suppress(*doctor.DATABASE_ERRORS):  # an older database has no such table yet
            await read_settings()
        with writing_through(COMMAND):
            return await work()


def _expect_installation(config: Config, url: str) -> None:
    """Raises: OperationDeclined when the data directory is not that of a server: a wrong one would be made, with a new
    secret and without any file, and what is counted there is nothing.
    """
    with suppress(FileNotFoundError):
        config.data_dir.stat()  # a folder that may not be read is not the same as none: PermissionError
    if doctor.is_missing_sqlite_file(url):
        raise OperationDeclined("There is no database yet: kliqs serve or kliqs migrate makes it.")
    if not config.data_dir.is_dir():
        raise OperationDeclined(f"There is no folder {config.data_dir}: is KLIQS_DATA_DIR another than the server's?")
    if not config.secret_key.split() and not config.secret_file.exists():
        raise OperationDeclined(f"There is no {config.secret_file}: is KLIQS_DATA_DIR another than the server's?")


def check_storage(config: Config) -> None:
    """Prints a sentence when the storage of files does not answer; the server starts, and links lead on without it.

    It is asked in a process of its own: the threads of its library would not survive that `serve` forks.
    Raises: OperationDeclined when it refuses the credentials or lacks the bucket.
    """
    storage = storage_of(config)
    if not storage.remote:
        return
    with ProcessPoolExecutor(1, get_context("fork")) as process:
        try:
            process.submit(storage.check).result()
        except StorageRefuses as error:
            raise OperationDeclined(f"KLIQS_STORAGE_URL: {error}") from None
        except OSError as error:
            click.echo(f"KLIQS_STORAGE_URL: {error} Pictures and downloads answer 503 until it does.", err=True)


def wait_for_database(config: Config) -> None:
    """Waits until PostgreSQL accepts connections and prints that it waits; SQLite needs no wait.

    Raises: DatabaseUnreachable.
    """
    installation.use(Installation(config))
    url = db.resolve_database_url(config.database_url, config.data_dir)
    asyncio.run(db.wait_for_postgres(url, lambda words: click.echo(words, err=True)))
