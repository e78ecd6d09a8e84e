"""`kliqs reencrypt`: what follows when a new secret was put before the old one in KLIQS_SECRET_KEY."""

from __future__ import annotations

import click

from app.ops.command_runner import with_database
from app.ops.reencryption import COLUMNS, reencrypt


@click.command("reencrypt")
@with_database()
async def reencrypt_command() -> None:
    """Encrypt everything again under the newest secret, so that an old one can be removed."""
    for column in COLUMNS:
        count = await reencrypt(column)
        if count.renewed:
            click.echo(f"{count.renewed} {column.name} are encrypted under the newest secret now.")
        if count.unreadable:
            says = f"{count.unreadable} {column.name} need a secret that is not in KLIQS_SECRET_KEY any more"
            click.echo(f"WRONG {says}.", err=True)
    click.echo("Everything else was encrypted under the newest secret already.")
