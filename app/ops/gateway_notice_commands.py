"""`kliqs gateway notice …`: what everybody who uses models is told."""

from __future__ import annotations

import click

from app.gateway.catalogue.model_setup import find_model
from app.gateway.notices.announcement import WRITTEN_KINDS, remove_notice, write_notice
from app.gateway.notices.feed import recent_notices
from app.kernel import clock, i18n
from app.ops.command_runner import with_database


@click.group()
def notice() -> None:
    """What everybody who uses models is told in the dashboard, and by email who agreed."""


@notice.command("add")
@click.option("--kind", type=click.Choice(WRITTEN_KINDS), default=WRITTEN_KINDS[0], show_default=True)
@click.option("--title-id", required=True, help="In Indonesian.")
@click.option("--title-en", required=True, help="In English.")
@click.option("--text-id", required=True, help="In Indonesian.")
@click.option("--text-en", required=True, help="In English.")
@click.option("--model", "model_id", default="", help="Which model it is about.")
@with_database()
async def add(kind: str, title_id: str, title_en: str, text_id: str, text_en: str, model_id: str) -> None:
    """Tell everybody about a change of the service or of the API; emails leave within the hour."""
    if model_id:
        await find_model(model_id)
    written = await write_notice(
        kind, title_id=title_id, title_en=title_en, text_id=text_id, text_en=text_en, model=model_id
    )
    click.echo(f"Notice {written.id} is in every dashboard.")


@notice.command("list")
@with_database()
async def list_notices() -> None:
    """List what is shown, newest first: number, time, kind, title."""
    with i18n.language_context("en"):
        notices = await recent_notices()
    for each in notices:
        click.echo(f"{each.id:>4}  {clock.format_rfc3339(each.at)}  {each.kind:<11}  {each.title}")
    if not notices:
        click.echo("There is no notice.")


@notice.command("remove")
@click.argument("number", type=click.IntRange(1, 2**63 - 1))
@with_database()
async def remove(number: int) -> None:
    """Remove a notice that you wrote from the dashboards; emails that left cannot be taken back."""
    await remove_notice(number)
    click.echo(f"Notice {number} is removed.")
