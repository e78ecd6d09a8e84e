"""`kliqs abuse …`: cases, blocked hosts and block lists, with the verbs of the operator's pages."""

from __future__ import annotations

from pathlib import Path

import click

from app.abuse import decisions, hosts
from app.abuse.case import Case
from app.abuse.case_list import TABS
from app.abuse.case_lookup import case_of_name
from app.abuse.case_page import load_page
from app.abuse.decisions import Block
from app.abuse.reasons import REASONS
from app.abuse.scan_jobs import request_check
from app.blocklists import block_list, list_updates
from app.blocklists.block_list import BlockList
from app.blocklists.blocked_host import BlockedHost
from app.blocklists.host_names import clean_host, defanged
from app.blocklists.list_formats import FORMATS, MAX_BYTES, UnreadableList
from app.kernel import clock
from app.operators.operator_log import record_act
from app.ops.command_runner import with_database
from app.ops.counts import count_of
from app.ops.operator_actions import OperationDeclined

REASON = click.option("--reason", type=click.Choice(list(REASONS)), required=True, help="Owners and visitors read it.")


@click.group()
def abuse() -> None:
    """Decide about reports: block, allow, restore; blocked hosts and block lists."""


@abuse.command("list")
@click.option("--tab", type=click.Choice(list(TABS)), default="open", help="Which cases.")
@with_database()
async def list_cases(tab: str) -> None:
    """List cases, the most urgent first."""
    cases = await Case.filter(state__in=list(TABS[tab][1])).order_by("-urgency", "-id")
    for case in cases:
        click.echo(f"{case.shown}  {case.state}  {case.kind or 'found by us'}  {case.reports} reports  {case.id}")
    if not cases:
        click.echo("There is nothing to list.")


@abuse.command("show")
@click.argument("name")
@with_database()
async def show_case(name: str) -> None:
    """Show a case: where its target leads, what is striking, and what people wrote."""
    page = await load_page(await case_of_name(name))
    click.echo(f"{page.case.shown}  {page.case.state}")
    for line in (*page.addresses, *page.findings):
        click.echo(f"  {line}")
    for report in page.reports.rows:
        click.echo(f"  {report.reason}: {' '.join(report.words.split())}")
    if page.reports.cut:
        number = count_of(page.reports.number, "report", "reports")
        click.echo(f"  These are {len(page.reports.rows)} of {number}; the console has all.")
    if page.case.objection:
        click.echo(f"  objection: {' '.join(page.case.objection.split())}")


@abuse.command("block")
@click.argument("name")
@REASON
@click.option("--note", default="", help="The owner reads it.")
@click.option("--host", is_flag=True, help="Block the destination for everybody.")
@click.option("--stop", is_flag=True, help="Stop the account from making links.")
@click.option("--silent", is_flag=True, help="Do not tell the owner.")
@with_database()
async def block_target(name: str, reason: str, note: str, host: bool, stop: bool, silent: bool) -> None:
    """Block a link or bio page; its owner can object."""
    case = await case_of_name(name)
    await decisions.block(case, Block(reason, note, host, stop, not silent), seen=case.version)
    click.echo(f"{case.shown} is blocked.")


@abuse.command("allow")
@click.argument("name")
@with_database()
async def allow_target(name: str) -> None:
    """Close the reports about a link or bio page."""
    case = await case_of_name(name)
    await decisions.allow(case, seen=case.version)
    click.echo(f"{case.shown} is allowed.")


@abuse.command("restore")
@click.argument("name")
@click.option("--answer", default="", help="The owner reads it.")
@with_database()
async def restore_target(name: str, answer: str) -> None:
    """Free what a case blocked."""
    case = await case_of_name(name)
    await decisions.restore(case, answer, seen=case.version)
    click.echo(f"{case.shown} works again.")


@abuse.group("host")
def host_group() -> None:
    """Hosts that no link may lead to."""


@host_group.command("list")
@with_database()
async def list_hosts() -> None:
    """List the blocked hosts."""
    rows = await BlockedHost.in_force().order_by("host")
    for row in rows:
        click.echo(f"{defanged(row.host)}  {row.reason}  {clock.format_rfc3339(row.created_at)}  {row.note}".rstrip())
    if not rows:
        click.echo("No host is blocked.")


@host_group.command("block")
@click.argument("host")
@REASON
@click.option("--note", default="", help="For the operators.")
@with_database()
async def block_host(host: str, reason: str, note: str) -> None:
    """Block a host, and all below it, for everybody."""
    blocked = await hosts.block_for_everybody(host, reason, note)
    click.echo(f"{defanged(blocked)} is blocked for everybody.")


@host_group.command("lift")
@click.argument("host")
@with_database()
async def lift_host(host: str) -> None:
    """End the block of a host."""
    await hosts.lift_for_everybody(clean_host(host))
    click.echo(f"{defanged(host)} is no longer blocked.")


@abuse.group("lists")
def list_group() -> None:
    """Block lists that others keep."""


@list_group.command("list")
@with_database()
async def list_lists() -> None:
    """List the block lists."""
    rows = await BlockList.all().order_by("created_at")
    for row in rows:
        updated = clock.format_rfc3339(row.updated_at) if row.updated_at else "not read yet"
        click.echo(f"{row.name}  {row.entries} entries  {updated}  {row.url}  {row.failure}".rstrip())
    if not rows:
        click.echo("There is no block list.")


@list_group.command("add")
@click.argument("name")
@click.argument("source")
@click.option("--format", type=click.Choice(list(FORMATS)), default="domains", help="How the list is written.")
@with_database()
async def add_list(name: str, source: str, format: str) -> None:
    """Add a list from an https address, which is read every six hours, or from a file."""
    if source.startswith(("http://", "https://")):
        row = await block_list.add_list(name, format, source)
        await list_updates.update_list(row)
        await row.refresh_from_db()
    else:
        row = await _add_file(name, format, Path(source))
    await record_act("abuse_list_added", row.name)
    await request_check()
    click.echo(f"{row.name} has {row.entries} entries." + (f" It was not read: {row.failure}" if row.failure else ""))


@list_group.command("remove")
@click.argument("name")
@with_database()
async def remove_list(name: str) -> None:
    """Remove a list."""
    row = await _list_of(name)
    await block_list.remove_list(row)
    await record_act("abuse_list_removed", row.name)
    click.echo(f"{row.name} is removed.")


@list_group.command("update")
@click.argument("name")
@with_database()
async def update_list(name: str) -> None:
    """Read a list from its address now."""
    row = await _list_of(name)
    if not row.url:
        raise OperationDeclined("That list came from a file.")
    await list_updates.update_list(row)
    await row.refresh_from_db()
    click.echo(f"{row.name} has {row.entries} entries." + (f" It was not read: {row.failure}" if row.failure else ""))


async def _add_file(name: str, format: str, file: Path) -> BlockList:
    """Adds the list of a file. Raises: OperationDeclined, those of `add_list`."""
    try:
        return await block_list.add_list(name, format, content=_read(file))
    except UnreadableList as refusal:
        raise OperationDeclined(f"{file}: {refusal}") from None


def _read(file: Path) -> bytes:
    """Returns the content of a file. Raises: OperationDeclined."""
    try:
        if not 0 < file.stat().st_size <= MAX_BYTES:
            raise OperationDeclined(f"{file} is empty or larger than {MAX_BYTES // 2**20} MiB.")
        return file.read_bytes()
    except OSError as error:
        raise OperationDeclined(f"{file} cannot be read: {error.strerror}.") from None


async def _list_of(name: str) -> BlockList:
    row = await BlockList.filter(name=name).order_by("created_at").first()
    if row is None:
        raise OperationDeclined("There is no such list.")
    return row
