"""What every command of `kliqs` stands on: a database that is open, and a sentence where there would be a traceback."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import Any, TypeVar

import click

from app.kernel import db, migrations, secrets, site
from app.kernel.config import Config, WrongSettings
from app.kernel.refusal import Refusal
from app.media import store
from app.ops import doctor
from app.ops.operator import Declined, Limit

T = TypeVar("T")
Command = Callable[..., Coroutine[Any, Any, None]]
NUMBER = click.IntRange(0, 1_000_000_000)


class Kliqs(click.Group):
    """Says what went wrong in a sentence: 2 for wrong settings, 1 for everything that cannot be done."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except WrongSettings as wrong:
            click.echo(str(wrong), err=True)
            ctx.exit(2)
        except (Refusal, Declined, *doctor.DATABASE_TROUBLE) as no:
            click.echo(str(no) or type(no).__name__, err=True)
            ctx.exit(1)


class LimitOrPlan(click.ParamType[Limit]):
    """A number, or the word `plan` for the plan's own."""

    name = "NUMBER|plan"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return value if value == "plan" else NUMBER.convert(value, param, ctx)


def in_database(*, migrated: bool = True) -> Callable[[Command], Callable[..., None]]:
    """Runs an async command in the open database of these settings, brought up to date first unless told otherwise."""

    def wrapped(command: Command) -> Callable[..., None]:
        @wraps(command)
        def run(*args: Any, **given: Any) -> None:
            asyncio.run(inside(lambda: command(*args, **given), migrated=migrated))

        return run

    return wrapped


async def inside(work: Callable[[], Awaitable[T]], *, migrated: bool = True) -> T:
    """What `work` gives in the open database, with the secrets and the site of these settings."""
    config = Config.from_env()
    config.prepare()
    secrets.use(config.secret_keys())
    site.use(config.site)
    store.use(config.media_dir)
    url = db.address(config.database_url, config.data_dir)
    if migrated:
        await migrations.upgrade(url)
    elif doctor.missing_file(url):
        raise Declined("There is no database yet: kliqs serve or kliqs migrate makes it.")
    async with db.opened(url):
        return await work()


def must_be_free(bind: str) -> None:
    """Declined when nothing can listen at `host:port`: said before anything is started."""
    host, _, port = bind.rpartition(":")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host.strip("[]"), int(port)), family=family).close()
    except OSError as error:
        raise Declined(f"Kliqs cannot listen on {bind}: {error.strerror}. Choose another with --bind.") from None
