"""`kliqs account suspend`, `lift` and `uphold`: the verbs of the operator's page of an account."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import click

from app.abuse import suspending
from app.abuse.reasons import REASONS
from app.abuse.suspending import NewSuspension
from app.abuse.suspension import Suspension
from app.accounts.models import Account
from app.accounts.suspension import CHANGES, LEVELS
from app.kernel import clock
from app.ops import operator_actions
from app.ops.command_runner import with_database
from app.ops.management_commands import account
from app.ops.operator_actions import OperationDeclined

__all__ = ["account"]
WHICH = click.option("--id", "id", type=click.UUID, help="The account, where the person owns several.")


@account.command("suspend")
@click.argument("email")
@WHICH
@click.option("--reason", type=click.Choice(list(REASONS)), required=True, help="The owner reads it.")
@click.option("--note", default="", help="Further words for the owner.")
@click.option("--level", type=click.Choice(list(LEVELS)), default=CHANGES, show_default=True, help="What it stops.")
@click.option("--days", type=click.IntRange(1, 3650), help="For so many days, instead of until it is lifted.")
@with_database()
async def suspend_account(email: str, id: UUID | None, reason: str, note: str, level: str, days: int | None) -> None:
    """Suspend an account: nothing in it is changed, made or sent. Its owners are told by mail and may object."""
    chosen = await _account_of(email, id)
    until = clock.now() + timedelta(days=days) if days else None
    await suspending.suspend(chosen, NewSuspension(reason, level, note, until))
    click.echo(f"{chosen.name} ({chosen.id}) is suspended{f' until {until:%Y-%m-%d %H:%M} UTC' if until else ''}.")


@account.command("lift")
@click.argument("email")
@WHICH
@click.option("--answer", default="", help="Words for the owner.")
@with_database()
async def lift_suspension(email: str, id: UUID | None, answer: str) -> None:
    """Lift the suspension of an account; its owners are told by mail."""
    chosen = await _account_of(email, id)
    suspension = await _suspension_of(chosen)
    await suspending.lift(suspension, answer, seen=suspension.version)
    click.echo(f"{chosen.name} ({chosen.id}) works again.")


@account.command("uphold")
@click.argument("email")
@WHICH
@click.option("--answer", required=True, help="Words for the owner, who objected.")
@with_database()
async def uphold_suspension(email: str, id: UUID | None, answer: str) -> None:
    """Answer the objection to a suspension and leave the account suspended."""
    chosen = await _account_of(email, id)
    suspension = await _suspension_of(chosen)
    await suspending.uphold(suspension, answer, seen=suspension.version)
    click.echo(f"{chosen.name} ({chosen.id}) stays suspended; the owner is told.")


async def _account_of(email: str, id: UUID | None) -> Account:
    """Returns the account of a person, or the one of theirs with this id. Raises: OperationDeclined."""
    if id is None:
        return await operator_actions.find_account(email)
    user = await operator_actions.find_user(email)
    chosen = await Account.get_or_none(id=id, memberships__user_id=user.id)
    if chosen is None:
        raise OperationDeclined(f"{user.email} is in no account {id}.")
    return chosen


async def _suspension_of(account: Account) -> Suspension:
    """Returns the suspension of an account that is in force. Raises: OperationDeclined."""
    suspension = await Suspension.of_account(account)
    if suspension is None:
        raise OperationDeclined(f"{account.name} is not suspended.")
    return suspension
