"""`kliqs page …` and `kliqs reports …`: blocking bio pages, and the reports of visitors."""

from __future__ import annotations

import click

from app.kernel import clock
from app.ops import operator_actions
from app.ops.command_runner import with_database
from app.reports.models import Report


@click.group()
def page() -> None:
    """Block and unblock bio pages."""


@page.command("block")
@click.argument("name")
@click.option("--why", required=True, help="What visitors read.")
@with_database()
async def block_page(name: str, why: str) -> None:
    """Block a bio page: visitors get 451 and the reason."""
    bio_page = await operator_actions.find_page(name)
    await operator_actions.block_with_reason(bio_page, why)
    click.echo(f"{bio_page.display_url} is blocked.")


@page.command("unblock")
@click.argument("name")
@with_database()
async def unblock_page(name: str) -> None:
    """Show a blocked bio page again."""
    bio_page = await operator_actions.find_page(name)
    await bio_page.unblock()
    click.echo(f"{bio_page.display_url} is shown again.")


@click.group("reports")
def reports_group() -> None:
    """Read and close what visitors reported."""


@reports_group.command("list")
@with_database()
async def list_reports() -> None:
    """List what visitors reported and nobody has closed, oldest first."""
    open_reports = await Report.open()
    for report in open_reports:
        words = " ".join(report.words.split())
        click.echo(
            f"{report.id}  {clock.format_rfc3339(report.created_at)}  {report.name}  {report.reason}  {words}".rstrip()
        )
    if not open_reports:
        click.echo("Nothing is reported.")


@reports_group.command("close")
@click.argument("id", type=click.UUID)
@with_database()
async def close_report(id: object) -> None:
    """Close a report that has been dealt with."""
    report = await Report.get_or_none(id=id)
    if report is None:
        raise operator_actions.OperationDeclined("There is no such report.")
    await report.close()
    click.echo(f"The report of {report.name} is closed.")
