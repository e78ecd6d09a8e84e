"""`kliqs restore`: restores a backup into an empty database, of the same kind or the other one.

All rows are written in one transaction (on SQLite one per file) that is committed last: any earlier failure leaves the
database empty.
"""

import os
import shutil
import tarfile
import zlib
from collections.abc import Awaitable, Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from gzip import BadGzipFile
from pathlib import Path
from typing import IO

from asyncpg import PostgresError
from tortoise import Tortoise
from tortoise.exceptions import BaseORMException

from app.gateway.videos.after_restore import resume_polling
from app.kernel.config import Config
from app.kernel.db import MAIN, query_rows, transaction, visits_connection
from app.kernel.file_storage import DRAFT, FileStorage
from app.kernel.open_storage import storage_of
from app.kernel.private_files import make_folder, open_file, temporary_file
from app.kernel.transient_errors import is_unavailable
from app.media import file_store
from app.ops.backup import SECRET, TABLES, Manifest
from app.ops.backup_conversion import add_memberships, is_before_users, rows_of_today
from app.ops.backup_files import MEDIA, POSTS, VISITS
from app.ops.backup_reader import (
    PIECE,
    CheckedBackup,
    DamagedBackup,
    Member,
    check_backup,
    read_lines,
    read_members,
    read_pieces,
)
from app.ops.backup_tables import Table, all_tables
from app.ops.operator_actions import OperationDeclined
from app.payments import receipts
from app.publishing.api import webhook_data as _post_data  # noqa: F401 - webhooks tell of what is restored
from app.publishing.delivery import after_restore
from app.publishing.files import file_store as post_store
from app.visits.sealed import engine

BATCH = 500
WRONG = (
    DamagedBackup,
    tarfile.TarError,
    BadGzipFile,
    EOFError,
    zlib.error,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    RecursionError,
    ArithmeticError,
    BaseORMException,
    PostgresError,
)
Undo = Callable[[], object]  # deletes what was restored


class BackupDamaged(OperationDeclined):
    """The file itself is at fault, and not the key, the disk or the database that it was restored into."""


async def restore_backup(file: Path, config: Config) -> Manifest:
    """Fills the open, migrated database, prepares what was under way, and returns the backup's manifest.

    Raises: those of restore_exactly.
    """
    return (await restore_exactly(file, config, prepare_what_was_under_way)).manifest


async def do_nothing() -> None:
    """Leaves the rows as they were when the backup was made."""


async def restore_exactly(
    file: Path, config: Config, finish: Callable[[], Awaitable[None]] = do_nothing
) -> CheckedBackup:
    """Fills the open, migrated database with the rows of a backup; `finish` runs in the same transaction.

    Raises: OperationDeclined when the database is not empty, or the file is newer, unsafe, damaged or too large for the
    disk.
    """
    undo = list[Undo]()
    with _reporting_damage(file, undo):
        checked = check_backup(file, config.backup_secrets)
        _expect_room(checked, config)
        async with transaction(), transaction(visits_connection()):
            await _expect_empty()
            await _restore_members(file, config, checked.manifest, undo)
            await _verify(checked.manifest)
            if is_before_users(checked.manifest.migration):
                await add_memberships()
            await _advance_sequences()
            await finish()
    return checked


async def _restore_members(file: Path, config: Config, manifest: Manifest, undo: list[Undo]) -> None:
    """Restores the rows and files of a backup that was checked."""
    table_of = {f"{TABLES}/{table.name}.jsonl": table for table in all_tables()}
    for member in read_members(file, config.backup_secrets):
        if member.name in table_of:
            await _fill(table_of[member.name], member.content, manifest)
        else:
            _write_file(member, config, undo)


async def prepare_what_was_under_way() -> None:
    """Prepares what was under way when the backup was made: receipts, posts and videos."""
    await receipts.begin_series()
    await after_restore.make_restored_posts_safe()
    await resume_polling()


@contextmanager
def _reporting_damage(file: Path, undo: list[Undo]) -> Generator[None]:
    """Turns errors of a damaged file into BackupDamaged, and deletes the files restored so far on any error."""
    try:
        yield
    except BaseException as error:
        for delete in undo:
            delete()
        if isinstance(error, WRONG) and not is_unavailable(error):
            raise BackupDamaged(
                f"{file} is damaged or not a backup of Kliqs ({error}); nothing was restored."
            ) from error
        raise


def _expect_room(checked: CheckedBackup, config: Config) -> None:
    """Raises: OperationDeclined when the disk has no room for the files."""
    config.prepare()
    free = shutil.disk_usage(config.data_dir).free
    if checked.file_bytes > free and not storage_of(config).remote:
        raise OperationDeclined(
            f"Its files need {checked.file_bytes // 2**20 + 1:,} MiB, {config.data_dir} has "
            f"{free // 2**20:,} MiB left; nothing was restored."
        )


def _write_file(member: Member, config: Config, undo: list[Undo]) -> None:
    """Writes the secret, or a file under its checked base name, to the data directory."""
    if member.name == SECRET:
        _write_secret(config, member.content.read(PIECE))
    elif member.name.startswith(MEDIA + "/"):
        _write_content(member, storage_of(config), file_store.key_of(member.name.rpartition("/")[2]), undo)
    elif member.name.startswith(POSTS + "/"):
        _write_content(member, storage_of(config), post_store.key_of(member.name.rpartition("/")[2]), undo)
    elif member.name.startswith(VISITS + "/"):
        _write_visits(member, undo)


def _write_content(member: Member, storage: FileStorage, key: str, undo: list[Undo]) -> None:
    """Stores the content of a member under a key, by way of a draft."""
    folder = make_folder(storage.workspace / key.partition("/")[0])
    with temporary_file(folder, DRAFT) as (target, draft):
        for piece in read_pieces(member.content):
            target.write(piece)
    if storage.find(key) is None:
        undo.append(partial(storage.delete, key))
    try:
        storage.put(key, draft)
    finally:
        draft.unlink(missing_ok=True)


def _write_visits(member: Member, undo: list[Undo]) -> None:
    """Writes a file of sealed visits under its checked name."""
    store, name = engine.current().store, member.name.removeprefix(VISITS + "/")
    store.prepare()
    with store.unfinished(".parquet") as part:
        with os.fdopen(open_file(part, os.O_WRONLY), "wb") as target:
            for piece in read_pieces(member.content):
                target.write(piece)
        if store.storage.find(store.key_of(name)) is None:
            undo.append(partial(store.discard, [name]))
        store.publish(part, name)


async def _expect_empty() -> None:
    """Raises: OperationDeclined when a table has rows."""
    for table in all_tables():
        if await _row_count(table):
            raise OperationDeclined(f"This database is not empty ({table.name} has rows). Restore into a new one.")


async def _row_count(table: Table) -> int:
    return int((await query_rows(f"SELECT count(*) AS size FROM {table.quoted}", [], on=table.home))[0]["size"])  # noqa: S608


async def _fill(table: Table, content: IO[bytes], manifest: Manifest) -> None:
    connection = Tortoise.get_connection(table.home)
    tables = {each.name: each for each in all_tables()}
    for batch in _batches(content):
        lines_of = rows_of_today(table.name, batch) if is_before_users(manifest.migration) else {table.name: batch}
        for name, lines in lines_of.items():
            insert = tables[name].insert(connection.capabilities.dialect)
            await connection.execute_many(insert, [tables[name].values(line) for line in lines])


def _batches(content: IO[bytes]) -> Iterator[list[bytes]]:
    """Batches of lines: at most BATCH, and fewer where they are long."""
    batch, size = list[bytes](), 0
    for line in read_lines(content):
        batch.append(line)
        size += len(line)
        if len(batch) == BATCH or size > PIECE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


async def _verify(manifest: Manifest) -> None:
    """Raises: ValueError when a table has another number of rows than the manifest."""
    for table in all_tables():
        if table.name == "users" and is_before_users(manifest.migration):
            continue
        restored, expected = await _row_count(table), manifest.counts.get(table.name, 0)
        if restored != expected:
            raise ValueError(f"{table.name} has {restored} rows, its manifest says {expected}")
    for file in await query_rows("SELECT name, bytes FROM visit_files", [], on=visits_connection()):
        with suppress(OSError):
            if engine.current().store.size(file["name"]) == file["bytes"]:
                continue
        raise ValueError(f"{file['name']} is missing or has another size")


async def _advance_sequences() -> None:
    """Sets PostgreSQL's sequences to continue after the highest id; SQLite does so by itself."""
    if Tortoise.get_connection(MAIN).capabilities.dialect != "postgres":
        return
    for table in all_tables():
        if table.counted:
            await query_rows(
                f"SELECT setval(pg_get_serial_sequence('{table.quoted}', '{table.counted}'), "  # noqa: S608
                f'coalesce(max("{table.counted}"), 0) + 1, false) FROM {table.quoted}',
                [],
            )


def _write_secret(config: Config, secret: bytes) -> None:
    """Replaces the present secret, which protects nothing while the database is empty."""
    with temporary_file(config.data_dir, "secret-") as (file, path):
        file.write(secret)
    path.replace(config.secret_file)


def secret_note(config: Config, *, with_it: bool) -> str:
    """Returns the sentence for the operator about the server's secret, after a restore with or without one."""
    if not with_it:
        return "API keys and sign-ins need the KLIQS_SECRET_KEY they were made with."
    if config.secret_key.split():
        return (
            f"API keys and sign-ins need the secret it came with: put {config.secret_file} behind yours in "
            "KLIQS_SECRET_KEY, after a blank."
        )
    return f"The secret it came with is in {config.secret_file}. Restart a server that runs."
