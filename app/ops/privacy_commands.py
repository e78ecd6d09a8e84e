"""`kliqs requests …` and `kliqs account delete`: what the operator does about somebody's data."""

from __future__ import annotations

import sys
from datetime import timedelta
from uuid import UUID

import click

from app.accounts.models import Account
from app.accounts.user import User
from app.kernel import clock
from app.kernel.storage_calls import call
from app.ops import operator_actions
from app.ops.command_runner import with_database
from app.ops.management_commands import account
from app.ops.operator_actions import OperationDeclined
from app.privacy import deletion_planning, erasure, request_handling
from app.privacy.privacy_request import OUTCOMES, PrivacyRequest
from app.visits import account_jobs
from app.visits.sealed import engine, manifest, rewrite, seal

__all__ = ["account", "requests"]


@account.command("delete")
@click.argument("email")
@click.option("--at-once", is_flag=True, help="Without the days in which it can be undone.")
@click.option("--under-age", is_flag=True, help="Somebody too young to use Kliqs: at once, and without a mail.")
@click.option("--with-workspaces", is_flag=True, help="Also those that have other members and no other owner.")
@with_database()
async def delete_account(email: str, at_once: bool, under_age: bool, with_workspaces: bool) -> None:
    """Delete somebody with every workspace that is theirs alone; its members keep what else they have."""
    user = await operator_actions.find_user(email)
    accounts = await deletion_planning.sort_accounts(user)
    if accounts.blocking and not with_workspaces:
        names = ", ".join(each.name for each in accounts.blocking)
        raise OperationDeclined(f"{user.email} is the only owner of {names}: add --with-workspaces to delete that too.")
    if not (at_once or under_age):
        when = await _plan(user, accounts.blocking)
        click.echo(f"{user.email} will be deleted on {when}, unless they undo it; they are told by mail.")
        return
    await erasure.erase_user(user.id, at_once=True, with_accounts=[each.id for each in accounts.blocking])
    await _delete_visits()
    click.echo(f"{user.email} is deleted with everything that was theirs alone. The names are held for a year.")


async def _plan(user: User, accounts: list[Account]) -> str:
    """Plans the deletion of a user and of these accounts; returns the day."""
    for each in accounts:
        await deletion_planning.plan_account_deletion(each, user)
    return f"{await deletion_planning.plan_user_deletion(user):%Y-%m-%d}"


async def _delete_visits() -> None:
    """Deletes the visits of deleted accounts now, in files too; a running server does it every night."""
    await account_jobs.settle_visits_of_deleted_accounts()
    await seal.seal_days()
    await rewrite.rewrite_months(timedelta())
    listed = {file.name for file in (await manifest.load_manifest()).files}
    await call(engine.current().store.sweep, listed)


@click.group()
def requests() -> None:
    """Requests of people about their data, to be answered within 3 x 24 hours or 30 days, as the law says."""


@requests.command("list")
@click.option("--all", "closed_too", is_flag=True, help="The closed ones too.")
@with_database()
async def list_requests(closed_too: bool) -> None:
    """List requests, those due first at the beginning: id, state, due day, kind and address."""
    every = PrivacyRequest.all().order_by("due_at", "id")
    privacy_requests = await (every if closed_too else PrivacyRequest.open())
    for privacy_request in privacy_requests:
        state = "OVERDUE" if privacy_request.overdue else privacy_request.state
        row = f"{privacy_request.id}  {state:<8}  {privacy_request.due_at:%Y-%m-%d}  {privacy_request.kind:<11}"
        click.echo(f"{row}  {privacy_request.sender}")
    if not privacy_requests:
        click.echo("There is no request.")


@requests.command("show")
@click.argument("id", type=click.UUID)
@with_database()
async def show_request(id: UUID) -> None:
    """Show a request with what was written and answered."""
    privacy_request = await _find(id)
    facts = {
        "Kind": privacy_request.kind,
        "From": f"{privacy_request.sender} ({'signed in' if privacy_request.user_id else 'typed, not proved'})",
        "Came": privacy_request.channel,
        "Concerns": privacy_request.concerns or "nothing in particular",
        "Language": privacy_request.language,
        "Sent": clock.format_rfc3339(privacy_request.created_at),
        "Due": clock.format_rfc3339(privacy_request.due_at),
        "State": f"{privacy_request.state} ({privacy_request.outcome})"
        if privacy_request.outcome
        else privacy_request.state,
        "Extended because": privacy_request.extended_because or "not extended",
    }
    click.echo("\n".join(f"{name + ':':<18}{fact}" for name, fact in facts.items()))
    click.echo(f"\n{privacy_request.text}\n\nAnswer:\n{privacy_request.answer or 'none yet'}")


@requests.command("answer")
@click.argument("id", type=click.UUID)
@click.argument("text")
@click.option("--close", is_flag=True, help="And close it.")
@with_database()
async def answer_request(id: UUID, text: str, close: bool) -> None:
    """Send an answer by mail; - reads it from standard input."""
    privacy_request = await _find(id)
    words = sys.stdin.read() if text == "-" else text
    await request_handling.answer_request(privacy_request, words)
    if close:
        await request_handling.close_request(privacy_request)
    way = (
        f"on its way to {privacy_request.email}" if privacy_request.email else "kept; there is no address to send it to"
    )
    click.echo(f"The answer is {way}.{' The request is closed.' * close}")


@requests.command("extend")
@click.argument("id", type=click.UUID)
@click.option("--because", required=True, help="Whoever asked reads it.")
@with_database()
async def extend_request(id: UUID, because: str) -> None:
    """Take two months more for the answer, once."""
    privacy_request = await _find(id)
    await request_handling.extend_request(privacy_request, because)
    click.echo(f"It is due on {privacy_request.due_at:%Y-%m-%d} now; {privacy_request.sender} is told why.")


@requests.command("close")
@click.argument("id", type=click.UUID)
@click.option(
    "--outcome", type=click.Choice(list(OUTCOMES)), default="done", show_default=True, help="What came of it."
)
@click.option("--note", default="", help="A note to keep with it.")
@with_database()
async def close_request(id: UUID, outcome: str, note: str) -> None:
    """Close a request; it is kept for a year."""
    closed = await request_handling.close_request(await _find(id), outcome, note)
    click.echo("The request is closed." if closed else "The request was closed before.")


async def _find(id: UUID) -> PrivacyRequest:
    """Returns a request. Raises: OperationDeclined when there is none."""
    privacy_request = await PrivacyRequest.get_or_none(id=id)
    if privacy_request is None:
        raise OperationDeclined("There is no request of that id.")
    return privacy_request
