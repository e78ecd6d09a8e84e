"""`kliqs upgrade`: what comes before a new version is started."""

import asyncio
from pathlib import Path

import click

from app.kernel import installation
from app.kernel.config import Config, InvalidSettings
from app.kernel.installation import Installation
from app.ops import upgrade_check
from app.ops.finding import Finding
from app.ops.upgrade_check import RunningVersionEnds

WRONG, STOP_FIRST = 1, 3  # exit codes; 2 is what click gives for a wrong command


@click.group()
def upgrade() -> None:
    """Before a new version is started."""


@upgrade.command("check")
@click.option("--backup", type=click.Path(path_type=Path, exists=True), help="The last backup, or the folder it is in.")
@click.pass_context
def check(ctx: click.Context, backup: Path | None) -> None:
    """Say what starting this version would do, and change nothing.

    Exit codes: 0 when it can take over from the running one, 3 when that one has to be stopped before, 1 when something
    is wrong.
    """
    try:
        config = Config.from_env()
    except InvalidSettings as wrong:
        _print([Finding(sentence, False) for sentence in str(wrong).splitlines()])
        ctx.exit(WRONG)
    installation.use(Installation(config))
    ctx.exit(asyncio.run(_check(config, backup)))


async def _check(config: Config, backup: Path | None) -> int:
    """Prints what the check finds; returns the exit code."""
    findings = [finding async for finding in upgrade_check.check_upgrade(config, backup)]
    _print(findings)
    if not all(finding.ok for finding in findings):
        return WRONG
    try:
        await upgrade_check.refuse_what_ends_the_running_version(config)
    except RunningVersionEnds as ends:
        click.echo(f"STOP  {ends}")
        return STOP_FIRST
    click.echo("This version can take over while the other one runs: kliqs restart.")
    return 0


def _print(findings: list[Finding]) -> None:
    for finding in findings:
        click.echo(f"{'ok   ' if finding.ok else 'WRONG'} {finding.says}")
