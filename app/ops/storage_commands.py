"""`kliqs storage …`: checks the files of the storage, and copies them to another one."""

from __future__ import annotations

import time
from pathlib import Path

import click

from app.kernel.config import Config
from app.kernel.file_storage import FileStorage
from app.kernel.open_storage import open_storage, storage_of
from app.ops.command_runner import with_database
from app.ops.counts import count_of
from app.ops.operator_actions import OperationDeclined
from app.ops.storage_check import check_files
from app.ops.storage_move import MoveResult, move_files

SHOWN, BETWEEN_REPORTS = 20, 2.0  # keys; seconds


@click.group()
def storage() -> None:
    """Pictures, files of posts, batches, exports and sealed visits: in the data directory or in S3."""


@storage.command("check")
@with_database(migrated=False)
async def check_storage() -> None:
    """Compare the files with the rows that name them; exit code 1 when a file is missing."""
    lost = 0
    async for check in check_files():
        click.echo(
            f"{check.files:,} {check.kind.title}, {len(check.missing):,} missing, {len(check.orphans):,} without a row."
        )
        _show(check.missing, "missing")
        _show(check.orphans, "without a row")
        lost += len(check.missing)
    if lost:
        raise OperationDeclined(f"{lost:,} files are missing.")


@storage.command("move")
@click.option(
    "--to", "target", required=True, metavar="URL", help="s3://bucket/prefix?endpoint=…, or a data directory."
)
@click.option("--check", "only_check", is_flag=True, help="Compare every byte and copy nothing.")
def move_storage(target: str, *, only_check: bool) -> None:
    """Copy all files to another storage and compare every byte; run it again after an interruption.

    The source stays as it is. Credentials are those of KLIQS_STORAGE_KEY and KLIQS_STORAGE_SECRET for both.
    """
    config = Config.from_env()
    source, destination = storage_of(config), _storage_at(target, config)
    if source.title == destination.title:
        raise OperationDeclined(f"The files are in {source.title} already.")
    destination.check()
    click.echo(f"From {source.title} to {destination.title}.")
    _tell(move_files(source, destination, _Progress().report, only_check=only_check), destination)


def _storage_at(target: str, config: Config) -> FileStorage:
    """Opens the storage to copy to. Raises: OperationDeclined."""
    try:
        if "://" in target:
            return open_storage(target, config.storage_credentials, config.data_dir)
    except ValueError as error:
        raise OperationDeclined(f"{target}: {error}") from None
    return open_storage("", None, Path(target))


class _Progress:
    """Says how far the command is, not more often than all BETWEEN_REPORTS seconds."""

    def __init__(self) -> None:
        self.last = time.monotonic()

    def report(self, done: int, total: int, size: int) -> None:
        """Prints a line, if the last one is some time ago or this is the end."""
        if done == total or time.monotonic() - self.last > BETWEEN_REPORTS:
            self.last = time.monotonic()
            click.echo(f"{done:,} of {total:,} files, {size // 2**20:,} MiB")


def _tell(result: MoveResult, target: FileStorage) -> None:
    """Prints what was copied. Raises: OperationDeclined when the target has not every byte, or there was none."""
    if not result.files:
        raise OperationDeclined("There is no file to copy: is KLIQS_DATA_DIR or KLIQS_STORAGE_URL a wrong one?")
    click.echo(f"{result.copied:,} files copied, {result.equal:,} were there already, every byte the same.")
    _show(result.missing, "missing")
    _show(result.different, "different")
    if not result.complete:
        raise OperationDeclined(
            f"{target.title} is not the same: {count_of(len(result.missing), 'file is', 'files are')} missing, "
            f"{count_of(len(result.different), 'file differs', 'files differ')}."
        )


def _show(keys: list[str], fault: str) -> None:
    """Prints the first keys with a fault."""
    for key in keys[:SHOWN]:
        click.echo(f"  {fault}: {key}")
