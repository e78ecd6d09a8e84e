"""`kliqs geoip …`: the databases of visitors' countries and cities. They need no database connection."""

from pathlib import Path

import click

from app.kernel.config import Config
from app.kernel.open_storage import storage_of
from app.ops.command_runner import check_readable
from app.ops.operator_actions import OperationDeclined
from app.visits.recording import geo_lookup


@click.group()
def geoip() -> None:
    """Countries and cities of visitors."""


@geoip.command("install")
@click.argument("file", type=click.Path(path_type=Path), callback=lambda ctx, param, value: check_readable(value))
def install_database(file: Path) -> None:
    """Ask your own country or city database (.mmdb) before the one that comes with Kliqs."""
    config = Config.from_env()
    config.prepare()
    try:
        description = geo_lookup.install_database(file, storage_of(config))
    except ValueError as error:
        raise OperationDeclined(str(error)) from None
    click.echo(f"Installed {description}. A running server uses it within a minute.")


@geoip.command("show")
def show_databases() -> None:
    """Show which databases are asked, in their order, and of what date they are."""
    config = Config.from_env()
    config.prepare()
    databases = geo_lookup.GeoDatabases(config.data_dir).databases()
    click.echo("\n".join(str(database) for database in databases) or "There is none: countries stay unknown.")
