"""`kliqs gateway request`: what is known of a request, for support; never its content."""

from __future__ import annotations

import click

from app.gateway.contents.break_glass import UnknownRequest
from app.gateway.metering.ai_request import AiRequest
from app.gateway.metering.statement import rupiah_exact
from app.ops.command_runner import with_database


@click.command("request")
@click.argument("request")
@with_database()
async def request_command(request: str) -> None:
    """Show how a request (air_…) ended, by which way, and what it cost; not what was sent or answered."""
    found = await AiRequest.with_ids([request.strip()]).select_related("account", "key").first()
    if found is None:
        raise UnknownRequest
    for name, value in describe_request(found).items():
        click.echo(f"{name + ':':12}{value}")


def describe_request(request: AiRequest) -> dict[str, str]:
    """Returns the lines of a request by their names; its account and key must be loaded."""
    key = f"{request.key.name} (…{request.key.last_four})" if request.key else request.source
    tries = [
        f"{each.get('upstream')} {each.get('status') or 'no answer'} in {each.get('ms')} ms" for each in request.tries
    ]
    used = ", ".join(f"{name} {number}" for name, number in request.usage.items())
    return {
        "workspace": f"{request.account.name} ({request.account_id})",
        "key": key,
        "at": f"{request.created_at:%Y-%m-%d %H:%M:%S} UTC",
        "model": f"{request.model}, {request.endpoint}{', streamed' if request.streamed else ''}",
        "state": f"{request.state}, status {request.status}{f', {request.error}' if request.error else ''}",
        "way": " → ".join(tries) or "none was tried",
        "used": (used or "nothing") + (", counted by Kliqs" if request.estimated else ""),
        "reserved": f"{rupiah_exact(request.reserved):f} rupiah",
        "cost": f"{rupiah_exact(request.cost):f} rupiah",
    }
