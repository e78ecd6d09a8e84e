"""What visitors reported, and what the operator does about bio pages."""

from __future__ import annotations

import click

from app.kernel import clock
from app.ops import operator_actions
from app.ops.command_runner import in_database
from app.reports.models import Report


@click.group()
def page() -> None:
    """Block and unblock bio pages."""


@page.command("block")
@click.argument("name")
@click.option("--why", required=True, help="What visitors read.")
@in_database()
async def block_page(name: str, why: str) -> None:
    """Block a bio page: visitors get 451 and the reason."""
    found = await operator_actions.page_of(name)
    await operator_actions.block(found, why)
    click.echo(f"{found.shown} is blocked.")


@page.command("unblock")
@click.argument("name")
@in_database()
async def unblock_page(name: str) -> None:
    """Show a blocked bio page again."""
    found = await operator_actions.page_of(name)
    await found.unblock()
    click.echo(f"{found.shown} is shown again.")


@click.group()
def reports() -> None:
    """Read and close what visitors reported."""


@reports.command("list")
@in_database()
async def list_reports() -> None:
    """List what visitors reported and nobody has closed, oldest first."""
    found = await Report.open().limit(200)
    for one in found:
        words = " ".join(one.words.split())
        click.echo(f"{one.id}  {clock.stamp(one.created_at)}  {one.name}  {one.reason}  {words}".rstrip())
    if not found:
        click.echo("Nothing is reported.")


@reports.command("close")
@click.argument("id", type=click.UUID)
@in_database()
async def close_report(id: object) -> None:
    """Close a report: it is seen to."""
    found = await Report.get_or_none(id=id)
    if found is None:
        raise operator_actions.Declined("There is no such report.")
    await found.close()
    click.echo(f"The report of {found.name} is closed.")
