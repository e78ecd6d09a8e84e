"""`kliqs backup …` writes, verifies and lists backups, `kliqs restore` puts one back."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import click

from app.kernel import clock
from app.kernel.config import Config
from app.ops import backup
from app.ops.backup import Manifest
from app.ops.backup_lock import backup_lock
from app.ops.backup_store import BackupStore, Result, backup_store
from app.ops.backup_verification import Verification, verify_backup
from app.ops.command_runner import check_readable, error_sentence, run_with_database, with_database
from app.ops.counts import count_of
from app.ops.operator_actions import OperationDeclined
from app.ops.restore import BackupDamaged, secret_note
from app.ops.restore import restore_backup as put_back

LATEST, BETWEEN_REPORTS = "latest", 2.0  # seconds


class BackupGroup(click.Group):
    """A group in which `backup FILE` is `backup write FILE`. A file with the name of a command is given as ./NAME."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Puts the command `write` before arguments that begin with none."""
        if not args or (args[0] not in self.commands and args[0] not in {"-h", "--help"}):
            args = ["write", *args]
        return super().parse_args(ctx, args)


@click.group("backup", cls=BackupGroup)
def backup_group() -> None:
    """Write everything into one new file, beside a running server: kliqs backup FILE."""


@backup_group.command("write")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--verify", is_flag=True, help="Restore it into a scratch database and compare; then delete old ones.")
@click.option("--incomplete", is_flag=True, help="Also when files that pictures and posts name are missing.")
def write(file: Path | None, *, verify: bool, incomplete: bool) -> None:
    """Back up to a new FILE, or to KLIQS_BACKUP_URL under a name of its own."""
    config = Config.from_env()
    if file is None:
        asyncio.run(_write_to_store(config, verify=verify, incomplete=incomplete))
        return
    manifest = asyncio.run(_write(file, config, incomplete=incomplete))
    _describe(manifest, str(file))
    if verify:
        _expect_sound(asyncio.run(_verify_file(file, config)))
    _expect_complete(manifest, incomplete=incomplete)


async def _write(file: Path, config: Config, *, incomplete: bool) -> Manifest:
    """Writes a backup with the database of these settings open."""
    progress = Progress()
    return await run_with_database(
        lambda: backup.write_backup(file, config, incomplete=incomplete, report=progress.report), migrated=False
    )


async def _write_to_store(config: Config, *, verify: bool, incomplete: bool) -> None:
    """Writes a backup into the store; with `verify` also verifies it and deletes old ones."""
    store = backup_store(config)
    async with backup_lock(config):
        with store.draft() as draft:
            manifest = await _write(draft, config, incomplete=incomplete)
            name = store.publish(draft)
        _describe(manifest, f"{name} in {store.title}")
        if verify:
            _expect_sound(await _verify_stored(store, name, config))
            for gone in store.prune(config.backup_keep_counts, clock.now()):
                click.echo(f"Deleted {gone}.")
    _expect_complete(manifest, incomplete=incomplete)


def _describe(manifest: Manifest, place: str) -> None:
    """Prints what was backed up, and whether the secret is in it."""
    click.echo(f"Backed up {manifest.summary} to {place}.")
    click.echo(
        "The server's secret is in it: keep the file where only you can read it."
        if manifest.secret
        else "KLIQS_SECRET_KEY is not in it: keep it too, API keys and sign-ins need it."
    )


def _expect_complete(manifest: Manifest, *, incomplete: bool) -> None:
    """Prints which files are lost. Raises: OperationDeclined, unless that is known."""
    if manifest.lacking:
        says = (
            f"WRONG {count_of(len(manifest.lacking), 'file', 'files')} of pictures or posts lost or broken, the first "
            f"is {manifest.lacking[0]}: the last backup may have them."
        )
        if not incomplete:
            raise OperationDeclined(f"{says} This backup is written without them.")
        click.echo(says, err=True)


@backup_group.command("verify")
@click.argument("file", default=LATEST)
def verify(file: str) -> None:
    """Restore FILE, or the latest backup in KLIQS_BACKUP_URL, into a scratch database and compare everything."""
    config = Config.from_env()
    if file == LATEST:
        _expect_sound(asyncio.run(_verify_latest(config)))
    else:
        _expect_sound(asyncio.run(_verify_file(check_readable(Path(file)), config)))


async def _verify_file(file: Path, config: Config) -> Verification:
    config.prepare()
    async with backup_lock(config):
        return await _verify_apart(file, config)


async def _verify_apart(file: Path, config: Config) -> Verification:
    """Verifies a backup in a thread with a loop and a context of its own, where no other database is open."""
    return await asyncio.get_running_loop().run_in_executor(None, asyncio.run, verify_backup(file, config))


async def _verify_latest(config: Config) -> Verification:
    store = backup_store(config)
    config.prepare()
    async with backup_lock(config):
        if not (backups := store.backups()):
            raise OperationDeclined(f"There is no backup in {store.title}.")
        click.echo(f"Verifying {backups[-1].name} of {store.title}.")
        return await _verify_stored(store, backups[-1].name, config)


async def _verify_stored(store: BackupStore, name: str, config: Config) -> Verification:
    """Verifies a backup of the store and records the result beside it, unless something else than it is at fault.

    Raises: BackupDamaged; OperationDeclined, such as for a wrong key.
    """
    try:
        with store.local_copy(name) as file:
            verification = await _verify_apart(file, config)
    except BackupDamaged as fault:
        store.record(name, Result(clock.format_rfc3339(clock.now()), ok=False, lacking=0, says=[error_sentence(fault)]))
        raise
    faults = [finding.says for finding in verification.findings if not finding.ok]
    says = faults or [finding.says for finding in verification.findings]
    result = Result(clock.format_rfc3339(clock.now()), verification.ok, verification.lacking, says)
    store.record(name, result)
    return verification


def _expect_sound(verification: Verification) -> None:
    """Prints the findings. Raises: OperationDeclined when the backup cannot be trusted."""
    for finding in verification.findings:
        click.echo(f"{'ok   ' if finding.ok else 'WRONG'} {finding.says}")
    if not verification.ok:
        raise OperationDeclined("This backup cannot be trusted: make another one, and keep older ones.")
    click.echo("The backup was restored into a scratch database and is as it was recorded.")


@backup_group.command("list")
def list_backups() -> None:
    """List the backups in KLIQS_BACKUP_URL."""
    store = backup_store(Config.from_env())
    for stored in store.backups():
        state = "not verified" if stored.result is None else "verified" if stored.result.ok else "WRONG"
        click.echo(
            f"{stored.made_at:%Y-%m-%d %H:%M} UTC  {stored.size // 2**20 + 1:>7,} MiB  {state:<12}  {stored.name}"
        )


class Progress:
    """Says how many files are written, not more often than all BETWEEN_REPORTS seconds."""

    def __init__(self) -> None:
        self.last = time.monotonic()

    def report(self, done: int, total: int) -> None:
        """Prints a line, if the last one is some time ago."""
        if time.monotonic() - self.last > BETWEEN_REPORTS:
            self.last = time.monotonic()
            click.echo(f"{done:,} of {total:,} files")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path), callback=lambda ctx, param, value: check_readable(value))
@with_database()
async def restore_backup(file: Path) -> None:
    """Put a backup into an empty database, SQLite or PostgreSQL."""
    config = Config.from_env()
    manifest = await put_back(file, config)
    click.echo(f"Restored {manifest.summary} from {file}, made {manifest.made_at}.")
    click.echo(secret_note(config, with_it=manifest.secret))
