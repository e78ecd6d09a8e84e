"""`kliqs backup verify`: restores a backup into a scratch database and compares it with what it recorded of itself.

It touches nothing of the installation. Rows are compared by table, by number and digest; every file by its SHA-256;
files that rows name must be there; DuckDB must read the sealed visits.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app.kernel import db, installation
from app.kernel.config import Config
from app.kernel.database_upgrade import upgrade_database
from app.kernel.file_storage import FileStorage
from app.kernel.installation import Installation
from app.kernel.private_files import make_folder
from app.kernel.storage_calls import current
from app.media import file_store as media_store
from app.ops.backup import rows_of, snapshot
from app.ops.backup_files import MEDIA, MEDIA_INDEX, POSTS, VISITS
from app.ops.backup_reader import CheckedBackup, read_lines, read_members, read_pieces
from app.ops.backup_tables import all_tables
from app.ops.counts import count_of
from app.ops.finding import Finding
from app.ops.restore import prepare_what_was_under_way, restore_exactly
from app.ops.scratch_database import scratch_database
from app.ops.storage_check import check_files
from app.ops.table_digest import TableDigest
from app.publishing.files import file_store as post_store
from app.visits.sealed import engine
from app.visits.sealed import file_store as visit_store
from app.visits.sealed.check import damaged_files

SCRATCH = "verify-"  # the beginning of the names of scratch folders in `work`
NAMED = 3  # of each fault


@dataclass(slots=True)
class Verification:
    """The findings about a backup, and how many files were lost already when it was made."""

    made_at: str = ""
    findings: list[Finding] = field(default_factory=list)
    lacking: int = 0

    @property
    def ok(self) -> bool:
        """Whether the backup can be restored as a whole."""
        return all(finding.ok for finding in self.findings)

    def add(self, good: str, faults: list[str], bad: str) -> None:
        """Adds a finding: the sentence `good`, or `bad` with the first faults."""
        if faults:
            more = f" and {len(faults) - NAMED:,} more" * (len(faults) > NAMED)
            self.findings.append(Finding(f"{bad}: {', '.join(faults[:NAMED])}{more}.", False))
        else:
            self.findings.append(Finding(good))


async def verify_backup(file: Path, config: Config) -> Verification:
    """Restores a backup into a scratch database, while no other one is open in this process, and compares.

    Raises: OperationDeclined for a file that cannot be restored, OSError.
    """
    verification = Verification()
    async with _scratch_installation(config) as scratch:
        checked = await restore_exactly(file, scratch)
        verification.made_at, verification.lacking = checked.manifest.made_at, len(checked.closing.lacking)
        _describe(checked, verification)
        await _compare_rows(checked, verification)
        _compare_files(file, scratch, current(), verification)
        async with db.transaction(), db.transaction(db.visits_connection()):
            await prepare_what_was_under_way()
        await _look_for_named_files(checked, verification)
        verification.add("DuckDB reads the sealed visits.", await damaged_files(), "DuckDB cannot read sealed visits")
        engine.current().close()
    return verification


@asynccontextmanager
async def _scratch_installation(config: Config) -> AsyncGenerator[Config]:
    """Opens an empty, migrated database with a data directory of its own; both are gone at the end."""
    work = make_folder(config.data_dir / "work")
    for left in work.glob(f"{SCRATCH}*"):  # of a process that was killed: the caller has the lock of backups
        shutil.rmtree(left, ignore_errors=True)
    url = config.database_direct_url or db.resolve_database_url(config.database_url, config.data_dir)
    with tempfile.TemporaryDirectory(dir=work, prefix=SCRATCH) as name:
        folder = Path(name)
        async with scratch_database(url, folder) as scratch_url:
            apart = {"data_dir": folder, "database_url": scratch_url, "database_direct_url": "", "storage_url": ""}
            scratch = config.model_copy(update=apart)
            scratch.prepare()
            with installation.activated(Installation(scratch)):
                await upgrade_database(scratch_url)
                async with db.database_open(scratch_url):
                    yield scratch


def _describe(checked: CheckedBackup, verification: Verification) -> None:
    """Adds what the backup says of itself."""
    manifest = checked.manifest
    verification.findings.append(Finding(f"It was made {manifest.made_at}, after the migration {manifest.migration}."))
    if verification.lacking:
        lost = count_of(verification.lacking, "file was", "files were")
        verification.findings.append(
            Finding(f"{lost} lost or broken already when it was made, the first is {checked.closing.lacking[0]}.")
        )


async def _compare_rows(checked: CheckedBackup, verification: Verification) -> None:
    """Compares the restored rows of each table with their number and digest in the backup."""
    faults, rows = list[str](), 0
    async with snapshot() as main, snapshot(db.visits_connection()) as of_visits:
        for table in all_tables():
            restored = TableDigest()
            async for row in rows_of(of_visits if table.of_visits else main, table):
                restored.add(table.line(row))
            rows += restored.rows
            recorded = checked.closing.digests.get(table.name)
            if recorded is not None and recorded != restored.hexdigest():
                faults.append(table.name)
    as_recorded = "with the digest of each table" if checked.closing.digests else "counted only: it is an older backup"
    verification.add(
        f"{count_of(rows, 'row', 'rows')} came back, {as_recorded}.", faults, "Rows came back otherwise, in the tables"
    )


def _compare_files(file: Path, config: Config, storage: FileStorage, verification: Verification) -> None:
    """Compares the restored files with the size and SHA-256 of each in the backup."""
    faults, files = list[str](), 0
    for entry in _indexed_files(file, config):
        files += 1
        name = entry["name"].rpartition("/")[2]
        with storage.open(KEYS[entry["name"].partition("/")[0]](name)) as content:
            if hashlib.file_digest(content, "sha256").hexdigest() != entry["sha256"]:
                faults.append(name)
    verification.add(
        f"{count_of(files, 'file', 'files')} came back, with the hash of each.", faults, "Files came back otherwise"
    )


def _key_of_visits(name: str) -> str:
    return f"{visit_store.FOLDER}/{name}"


KEYS = {MEDIA: media_store.key_of, POSTS: post_store.key_of, VISITS: _key_of_visits}


def _indexed_files(file: Path, config: Config) -> Generator[dict[str, str]]:
    """Yields the entries of the index of files: the name of a member, its size and its SHA-256."""
    for member in read_members(file, config.backup_secrets):
        if member.name == MEDIA_INDEX:
            for line in read_lines(member.content):
                yield json.loads(line)
        else:
            for _ in read_pieces(member.content):
                pass


async def _look_for_named_files(checked: CheckedBackup, verification: Verification) -> None:
    """Looks for the files that the restored rows name, except those that the backup says are lost or deleted."""
    known = {*checked.manifest.lacking, *checked.closing.lacking, *checked.closing.deleted}
    faults = list[str]()
    async for check in check_files():
        if check.kind.folder in KEYS:
            faults += [key for key in check.missing if key.rpartition("/")[2] not in known]
    verification.add("Each file that a row names is there.", faults, "Files that rows name are missing")
