"""`kliqs operator …`: who sees the operator's pages in the dashboard."""

from __future__ import annotations

import click

from app.operators import appointment
from app.ops.command_runner import with_database


@click.group()
def operator() -> None:
    """Say who sees the operator's pages in the dashboard."""


@operator.command("add")
@click.argument("email")
@with_database()
async def add_operator(email: str) -> None:
    """Make somebody with an account and a verified address an operator."""
    user = await appointment.add_operator(email)
    click.echo(f"{user.email} is an operator; the pages are in the account menu.")


@operator.command("remove")
@click.argument("email")
@with_database()
async def remove_operator(email: str) -> None:
    """End it; the pages are gone for them at once."""
    user = await appointment.remove_operator(email)
    click.echo(f"{user.email} is no operator any more.")


@operator.command("list")
@with_database()
async def list_operators() -> None:
    """List the operators, and since when they are."""
    operators = await appointment.list_operators()
    lines = [f"{each.email}  since {each.operator_since:%Y-%m-%d}" for each in operators]
    click.echo("\n".join(lines) or "There is no operator.")
