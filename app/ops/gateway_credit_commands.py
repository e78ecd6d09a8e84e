"""`kliqs gateway credits …`: credits that the operator gives to a workspace, or takes back."""

from __future__ import annotations

import click

from app.gateway.metering.gift import MOST_RUPIAH, give_credits
from app.ops.command_runner import with_database
from app.ops.operator_actions import find_account

RUPIAH = click.IntRange(1, MOST_RUPIAH)


@click.group("credits")
def credits_group() -> None:
    """Credits of workspaces for AI models."""


@credits_group.command("give")
@click.argument("email")
@click.argument("rupiah", type=RUPIAH)
@click.option("--note", default="", help="Why; the workspace sees it in its statement.")
@click.option("--take-back", is_flag=True, help="Take so many back instead, as far as they are left.")
@with_database()
async def give(email: str, rupiah: int, note: str, take_back: bool) -> None:
    """Give somebody's workspace credits, such as after a fault; they do not expire."""
    account = await find_account(email)
    left = await give_credits(account, rupiah, note, take_back=take_back)
    click.echo(f"{account.name} has {left:,} rupiah of credits now.")
