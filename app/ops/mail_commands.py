"""`kliqs mail …`: every email of the last week, to any recipient, for the operator."""

from __future__ import annotations

import click

from app.accounts.sign_up_checks import normalize_email
from app.kernel import clock
from app.mail.models import OutgoingEmail
from app.ops.command_runner import with_database
from app.ops.operator_actions import OperationDeclined

GONE = "It has left: what an email says is forgotten once it is sent or given up, for it may have been a secret."
STATES = {"waiting": "waits", "sent": "sent", "given_up": "given up"}


@click.group()
def mail() -> None:
    """Read the emails of the last week."""


@mail.command("list")
@click.option("--to", metavar="EMAIL", help="Only those to this address.")
@click.option("--most", type=click.IntRange(1, 10_000), default=100, show_default=True, help="How many at most.")
@with_database()
async def list_emails(to: str | None, most: int) -> None:
    """List emails, newest first: id, time, state, address and subject."""
    emails = OutgoingEmail.filter(recipient=normalize_email(to)) if to else OutgoingEmail.all()
    newest = await emails.order_by("-created_at", "-id").limit(most)
    for email in newest:
        when, state = clock.format_rfc3339(email.created_at), STATES[email.state]
        click.echo(f"{email.id}  {when}  {state:<8}  {email.recipient}  {email.subject}")
    if not newest:
        click.echo("There is no email.")


@mail.command("show")
@click.argument("id", type=click.UUID)
@click.option("--html", is_flag=True, help="Its HTML instead of its text.")
@with_database()
async def show_email(id: object, html: bool) -> None:
    """Show what an email says."""
    email = await OutgoingEmail.get_or_none(id=id)
    if email is None:
        raise OperationDeclined("There is no email of that id.")
    click.echo(f"To: {email.recipient}\nSubject: {email.subject}\nDate: {clock.format_rfc3339(email.created_at)}\n")
    click.echo((email.html if html else email.text) or GONE)
