"""`kliqs gateway content`: reads what a key keeps of a request, which its owners are told."""

from __future__ import annotations

import json

import click

from app.gateway.contents.break_glass import read_as_operator
from app.ops.command_runner import with_database


@click.command("content")
@click.argument("request")
@click.option("--reason", required=True, help="Why you must read it; the owners of the account see it.")
@with_database()
async def content(request: str, reason: str) -> None:
    """Read the content that a key keeps of a request (air_…). Its owners see that, and why, in their audit log."""
    click.echo(json.dumps(await read_as_operator(request, reason), ensure_ascii=False, indent=2))
