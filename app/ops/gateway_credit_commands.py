"""`kliqs gateway credits …`: credits that the operator gives to a workspace, or takes back."""

from __future__ import annotations

from uuid import uuid4

import click

from app.gateway.metering.balance import CORRECTION, MICRO, AiBalance
from app.gateway.metering.ledger import add_entry
from app.kernel.db import transaction
from app.kernel.refusal import N_
from app.kernel.text import clean_line
from app.operators.operator_log import add_sentences, record_act
from app.ops.command_runner import with_database
from app.ops.operator_actions import find_account

RUPIAH, MAX_NOTE = click.IntRange(1, 1_000_000_000), 200
add_sentences(
    {
        "ai_credits_given": N_("gave %(thing)s credits for AI models: %(detail)s rupiah."),
        "ai_credits_taken": N_("took credits for AI models back from %(thing)s: %(detail)s rupiah."),
    }
)


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
    account, note = await find_account(email), clean_line(note, MAX_NOTE, "note")
    amount, act = (-rupiah, "ai_credits_taken") if take_back else (rupiah, "ai_credits_given")
    async with transaction():
        await add_entry(account.id, CORRECTION, amount * MICRO, f"operator {uuid4()}", note)
        await record_act(act, account.name, str(rupiah))
    balance = await AiBalance.get(account_id=account.id)
    click.echo(f"{account.name} has {balance.left // MICRO:,} rupiah of credits now.")
