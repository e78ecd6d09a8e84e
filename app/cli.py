"""The `kliqs` command. Each subcommand calls one operation and reports its result in plain English."""

import asyncio
import os
import signal
import socket
import sys
from pathlib import Path

import click

from app import handover, restart_command, serve_command
from app.accounts.models import Account
from app.kernel import database_upgrade, db, installation, site
from app.kernel.config import Config
from app.kernel.connection_budget import connection_budget
from app.kernel.installation import Installation
from app.kernel.package_files import version
from app.kernel.setting_checks import POSTGRES
from app.listening_socket import open_socket
from app.ops import demo, doctor, operator_actions
from app.ops.command_runner import KliqsGroup, check_storage, run_with_database, wait_for_database
from app.ops.operator_actions import OperationDeclined
from app.service_manager import ServiceManager
from app.stop_requests import REPLACE
from app.visits.sealed.convert_old_totals import convert_old_totals
from app.web import logs

NOBODY = "\nNobody has an account yet. Sign up there, or let kliqs demo make a world to look at."


class MainGroup(KliqsGroup):
    """The group of all commands. Those of other modules are imported when somebody runs one of them or lists all, so
    that a server does not keep them in memory.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Returns the names of all commands."""
        self._add_commands()
        return super().list_commands(ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Returns a command, None if there is none of this name."""
        if cmd_name not in self.commands:
            self._add_commands()
        return super().get_command(ctx, cmd_name)

    def _add_commands(self) -> None:
        from app.ops.command_groups import COMMANDS

        for command in COMMANDS:
            self.add_command(command)


@click.group(cls=MainGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version(), message="Kliqs %(version)s")
def main() -> None:
    """Kliqs: short links, hosted by yourself. Settings are KLIQS_* variables; see the documentation."""


@main.command()
@click.option("--bind", metavar="HOST:PORT", help="Where to listen, before KLIQS_BIND.")
@click.option("--processes", type=click.IntRange(1, 64), default=1, show_default=True, help="How many, on PostgreSQL.")
@restart_command.pid_file_option
@click.option(handover.SOCKET_OPTION, "inherited", type=int, hidden=True)
@click.option(handover.CONVERSATION_OPTION, "predecessor", type=int, hidden=True)
def serve(
    bind: str | None, processes: int, pid_file: Path | None, inherited: int | None, predecessor: int | None
) -> None:
    """Serve until told to stop; requests under way are finished first."""
    signal.signal(REPLACE, signal.SIG_IGN)  # until it is ready
    if bind:
        os.environ["KLIQS_BIND"] = bind
    conversation = None if predecessor is None else socket.socket(fileno=predecessor)
    with handover.failures_reported(conversation):
        config = Config.from_env()
        config.check_env_is_set()
        with open_socket(config.bind, inherited, os.environ) as sock:
            logs.configure_logging(config.log_level, config.log_format)
            wait_for_database(config)
            check_storage(config)
            if conversation is not None:
                from app.ops import upgrade_check  # not above: few servers replace another one

                asyncio.run(upgrade_check.refuse_what_ends_the_running_version(config))
            processes = _greet(config, processes)
            file = restart_command.pid_file_of(config, pid_file)
            startup = handover.Startup(file, ServiceManager(os.environ), conversation)
            code = serve_command.serve(config, processes, startup, sock)
    sys.exit(code)


def _greet(config: Config, processes: int) -> int:
    """Brings the database up to this version and prints where the server listens; returns how many processes serve."""
    nobody = not asyncio.run(run_with_database(lambda: Account.exists(guest_digest=None)))
    click.echo(f"Kliqs {version()} listens on {config.bind}. Open {config.site.origins['marketing']}/{NOBODY * nobody}")
    if config.database_url.startswith(POSTGRES):
        asyncio.run(run_with_database(lambda: _warn_of_connections(processes)))
    elif processes > 1:
        click.echo("SQLite is served by one process. For more, set KLIQS_DATABASE_URL to a PostgreSQL database.")
        return 1
    return processes


async def _warn_of_connections(processes: int) -> None:
    """Prints a sentence if PostgreSQL may run out of connections for so many processes."""
    if warning := (await connection_budget()).warning(processes):
        click.echo(warning, err=True)


@main.command()
def migrate() -> None:
    """Bring the database up to this version; serving does it by itself."""
    config = Config.from_env()
    config.prepare()
    wait_for_database(config)
    check_storage(config)
    names = asyncio.run(
        database_upgrade.upgrade_database(db.resolve_database_url(config.database_url, config.data_dir))
    )
    click.echo("\n".join(f"Ran {name}." for name in names) or "The database is up to date.")
    asyncio.run(run_with_database(lambda: convert_old_totals(_print_month)))


def _print_month(month: str, number: int, total: int) -> None:
    """Prints which month of old totals is being converted."""
    click.echo(f"Converting the daily totals of {month}, month {number} of {total}.")


@main.group("migrations")
def migrations_() -> None:
    """For those who work on Kliqs."""


@migrations_.command("make")
@click.argument("name")
def make_migration(name: str) -> None:
    """Write the migration from the last one to the present models."""
    from app.kernel import migration_runner  # not above: it imports aerich, which a server seldom needs

    try:
        file = migration_runner.make_migration(name)
    except RuntimeError as problem:
        raise OperationDeclined(str(problem)) from None
    click.echo(f"Wrote {file}. Read it before you run it." if file else "The models have not changed.")


@main.command("demo")
@click.option("--password", help="For all three accounts; without it, one is made.")
@click.option("--read-only", is_flag=True, help="Serve a world of its own, in which everybody may look around.")
@click.pass_context
def make_demo(ctx: click.Context, password: str | None, read_only: bool) -> None:
    """Make a small world to look at; again, to set new passwords in it."""
    if not read_only:
        asyncio.run(run_with_database(lambda: _build_demo(password or operator_actions.new_password())))
        return
    apart = {"DATA_DIR": str(Config.from_env().data_dir / "demo"), "DATABASE_URL": "", "READ_ONLY": "1"}
    for name, value in apart.items():
        os.environ[f"KLIQS_{name}"] = value
    asyncio.run(run_with_database(lambda: demo.build_demo(demo.KNOWN_TO_ALL)))
    ctx.invoke(serve)


async def _build_demo(password: str) -> None:
    """Makes the demo world and prints how to sign in to it."""
    world = await demo.build_demo(password)
    click.echo(
        "The demo world is made." if world.created else "The demo world is there already; its passwords are new."
    )
    click.echo("\n".join(f"  {person.email:<18} {person.what}" for person in demo.CAST))
    click.echo(f"Sign in at {site.url('dashboard', '/login')} with the password {password}")
    click.echo(f"The locked link {site.url('public', '/press-kit-2026')} opens with kopi-pagi")
    if world.key:
        click.echo(f"The API key of {demo.CAST[-1].name}, shown this once: {world.key}")


@main.command("doctor")
@click.option("--mend", is_flag=True, help="Put wrong counters and permissions right.")
@click.pass_context
def run_doctor(ctx: click.Context, mend: bool) -> None:
    """Check settings, disk and database, and say what is wrong; exit 1 if anything is."""
    config = Config.from_env()
    installation.use(Installation(config))

    async def look() -> bool:
        well = True
        async for finding in doctor.run_checks(config, mend=mend):
            click.echo(f"{'ok   ' if finding.ok else 'WRONG'} {finding.says}")
            well = well and finding.ok
        return well

    ctx.exit(0 if asyncio.run(look()) else 1)


if __name__ == "__main__":
    main()
