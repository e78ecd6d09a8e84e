"""`kliqs gateway upstream …`: the services that run models, and the operator's credential for each."""

from __future__ import annotations

import sys

import click
from tortoise.functions import Count

from app.gateway.catalogue.connection_check import check_connection
from app.gateway.catalogue.upstream import Route, Upstream
from app.gateway.catalogue.upstream_setup import (
    USUAL_URLS,
    add_upstream,
    change_upstream,
    find_upstream,
    rotate_credential,
    switch_upstream,
)
from app.gateway.move_losses import MoveLosses, count_losses
from app.gateway.upstream_move import is_other_server, move_upstream, new_url
from app.gateway.upstreams.errors import UpstreamError
from app.gateway.upstreams.upstream_client import upstream_connections
from app.ops.command_runner import with_database
from app.ops.counts import count_of
from app.ops.operator_actions import OperationDeclined

credential_option = click.option(
    "--credential-stdin", "from_stdin", is_flag=True, help="Read the credential from standard input."
)


@click.group()
def upstream() -> None:
    """Services that run models, with your credential for each."""


@upstream.command("add")
@click.argument("name")
@click.option("--kind", type=click.Choice([*USUAL_URLS]), default="openai", show_default=True, help="Which API.")
@click.option("--url", default="", help="The address of its API; without it, the usual one of the kind.")
@click.option("--region", default="", help="Where it runs, for people, such as Singapore.")
@click.option("--own-keys", is_flag=True, help="Workspaces may bring a credential of their own.")
@click.option("--no-credential", is_flag=True, help="It needs none, as a server of your own.")
@credential_option
@with_database()
async def add(
    name: str, kind: str, url: str, region: str, own_keys: bool, no_credential: bool, from_stdin: bool
) -> None:
    """Add a service; its credential is asked for, and stored encrypted."""
    credential = "" if no_credential else _read_credential(from_stdin)
    added = await add_upstream(name, kind, url, credential, region=region, own_keys=own_keys)
    click.echo(f"{added.name} is added: {added.base_url}. Now: kliqs gateway upstream test {added.name}")


@upstream.command("list")
@with_database()
async def list_upstreams() -> None:
    """List services: name, state, kind, routes, address, region, whether there is a credential."""
    counted = Route.all().annotate(number=Count("id")).group_by("upstream_id")
    numbers = dict(await counted.values_list("upstream_id", "number"))
    rows = await Upstream.all().order_by("name")
    for row in rows:
        notes = (row.region, "" if row.credential else "no credential", "own keys allowed" if row.own_keys else "")
        parts = (
            f"{row.name:<16}",
            _state(row.enabled_at),
            f"{row.kind:<9}",
            count_of(numbers.get(row.id, 0), "route", "routes"),
        )
        click.echo("  ".join((*parts, row.base_url, *filter(None, notes))))
    if not rows:
        click.echo("There is no provider: kliqs gateway upstream add.")


@upstream.command("test")
@click.argument("name")
@with_database()
async def test(name: str) -> None:
    """Ask a service which models your credential may use, which costs nothing; exit 1 if it does not answer."""
    row = await find_upstream(name)
    try:
        async with upstream_connections():
            check = await check_connection(row)
    except UpstreamError as error:
        raise OperationDeclined(f"{name} does not answer as it should: {error.message}") from None
    click.echo(f"{name} answers and has {count_of(len(check.models), 'model', 'models')}.")
    for model in check.missing:
        click.echo(f"It does not name {model}, which a route uses.", err=True)


@upstream.command("rotate")
@click.argument("name")
@credential_option
@with_database()
async def rotate(name: str, from_stdin: bool) -> None:
    """Replace the credential; requests that begin from now on use the new one."""
    row = await find_upstream(name)
    if not from_stdin:
        click.echo(f"{name} is at {row.base_url}.")
    await rotate_credential(row, _read_credential(from_stdin))
    click.echo(f"{name} has a new credential. End the old one at the provider once requests under way are finished.")


@upstream.command("change")
@click.argument("name")
@click.option("--region", help="Where it runs, for people; empty for nowhere.")
@click.option("--own-keys/--no-own-keys", default=None, help="Whether workspaces may bring a credential of their own.")
@with_database()
async def change(name: str, region: str | None, own_keys: bool | None) -> None:
    """Change what people read of a service, or whether they may bring a credential of their own."""
    await change_upstream(await find_upstream(name), region=region, own_keys=own_keys)
    click.echo(f"{name} is changed.")


@upstream.command("move")
@click.argument("name")
@click.argument("url")
@click.option("--no-credential", is_flag=True, help="Another server needs none, as one of your own.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@credential_option
@with_database()
async def move(name: str, url: str, no_credential: bool, yes: bool, from_stdin: bool) -> None:
    """Change the address of a service; at another server it needs a new credential, and own ones are deleted.

    It says first what is deleted and ends there, and asks. With --credential-stdin it cannot ask: give --yes, too.
    """
    row = await find_upstream(name)
    other = new_url(row, url)
    if not is_other_server(row, other):
        click.echo(f"{name} is at {(await move_upstream(row, url)).url} now.")
        return
    if from_stdin and not yes:
        raise click.UsageError("Nobody can be asked while the credential comes from standard input: add --yes.")
    _show_losses(name, row.base_url, other, await count_losses(row))
    if not yes:
        click.confirm(f"Move {name}?", abort=True)
    credential = "" if no_credential else _read_credential(from_stdin)
    moved = await move_upstream(row, url, credential)
    has = "It has the new credential." if credential else "It has no credential."
    click.echo(f"{name} is at {moved.url} now. {has} Test it: kliqs gateway upstream test {name}")
    if moved.losses:
        _show_lost(moved.losses)


@upstream.command("off")
@click.argument("name")
@with_database()
async def turn_off(name: str) -> None:
    """Use a service no longer; requests under way are finished."""
    await switch_upstream(await find_upstream(name), on=False)
    click.echo(f"{name} is off, and with it every route to it.")


@upstream.command("on")
@click.argument("name")
@with_database()
async def turn_on(name: str) -> None:
    """Use a service again."""
    await switch_upstream(await find_upstream(name), on=True)
    click.echo(f"{name} is on.")


def _show_losses(name: str, old: str, new: str, losses: MoveLosses) -> None:
    """Says what a move to another server would delete and end."""
    click.echo(f"{name} is at {old}. {new} is another server.")
    if losses.credential:
        click.echo("Your credential will be deleted here.")
    if losses.own_keys:
        click.echo(f"The own credentials of {_workspaces(losses)} will be deleted; the owners get an email.")
    if losses.videos:
        click.echo(f"{count_of(losses.videos, 'video', 'videos')} under way will end, at no cost.")
    if losses.files:
        click.echo(f"{_ready_videos(losses)} can be fetched no longer; the files stay at the old server.")


def _show_lost(losses: MoveLosses) -> None:
    """Says what a move has deleted and ended."""
    if losses.own_keys:
        click.echo(f"Deleted: the own credentials of {_workspaces(losses)}.")
    if losses.videos:
        click.echo(f"Ended: {count_of(losses.videos, 'video', 'videos')} under way, at no cost.")
    if losses.files:
        click.echo(f"No longer to be fetched: {_ready_videos(losses)}. The files stay at the old server.")


def _workspaces(losses: MoveLosses) -> str:
    return count_of(losses.own_keys, "workspace", "workspaces")


def _ready_videos(losses: MoveLosses) -> str:
    return count_of(losses.files, "video that is ready", "videos that are ready")


def _state(enabled_at: object) -> str:
    return "on " if enabled_at else "off"


def _read_credential(from_stdin: bool) -> str:
    """Returns the credential from standard input, or from the terminal without showing it; never from the command."""
    return sys.stdin.read().strip() if from_stdin else click.prompt("Credential", hide_input=True).strip()
