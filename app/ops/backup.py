"""`kliqs backup`: writes everything into one file while the server runs; either database can restore it.

A gzipped tar, mode 0600: `manifest.json`, `tables/<table>.jsonl` in foreign-key order, `media/ab/<file>` in order of
name, `posts/ab/<file>` and `visits/<file>` likewise, `media.jsonl` with the size and SHA-256 of each of these files,
`secret` when the server's secret is in the data directory, and last `closing.json` with the digests of the tables.
All rows are read in one transaction that blocks no writer. With KLIQS_BACKUP_SECRET_KEY the file is encrypted
(backup_encryption.py).
"""

import io
import json
import os
import tarfile
import tempfile
from collections.abc import AsyncGenerator, Generator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import IO, Any, cast
from uuid import UUID

from tortoise import Tortoise

from app.kernel import clock, db
from app.kernel.config import Config
from app.kernel.migration_files import known_migrations
from app.kernel.open_storage import storage_of
from app.kernel.private_files import open_file
from app.media.models import Media
from app.ops.backup_encryption import EncryptingWriter
from app.ops.backup_files import BackupFiles, Report, add_member, deleted_meanwhile, media_files, no_report, post_files
from app.ops.backup_tables import Table, all_tables, applied_migrations
from app.ops.counts import count_of
from app.ops.operator_actions import OperationDeclined
from app.ops.table_digest import TableDigest
from app.publishing.files import file_store as post_store
from app.publishing.files.file_kinds import STORED_ENDINGS
from app.publishing.files.post_file import READY, PostFile
from app.visits import account_jobs
from app.visits.models import VisitFile
from app.visits.sealed import engine

FORMAT = 5  # 1 had no index of the media, 2 no files of visits, 3 no files of posts, 4 no digests of the tables
MANIFEST, TABLES, SECRET, CLOSING = "manifest.json", "tables", "secret", "closing.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The description of a backup.

    `counts` are rows by table, `media` the number of media files, `posts` that of files of posts, `visits` that of
    files of sealed visits, `lacking` the files that pictures and posts refer to but that are missing or broken.
    """

    format: int
    migration: str
    made_at: str
    counts: dict[str, int]
    media: int
    secret: bool
    lacking: list[str] = field(default_factory=list)
    visits: int = 0
    posts: int = 0

    @property
    def summary(self) -> str:
        """How many rows and files the backup holds, in English."""
        return (
            f"{count_of(self.counts['accounts'], 'account', 'accounts')}, "
            f"{count_of(self.counts['links'], 'link', 'links')}, {count_of(self.counts['names'], 'name', 'names')}, "
            f"{count_of(self.counts['api_keys'], 'key', 'keys')}, "
            f"{count_of(self.media, 'media file', 'media files')} and "
            f"{count_of(self.posts, 'file of posts', 'files of posts')}"
        )


@dataclass(frozen=True, slots=True)
class Closing:
    """What is known only at the end of a backup.

    `digests` are those of the rows by table, `lacking` is that of the manifest with the files that turned out to be
    broken, and `deleted` are the files that people deleted while the backup was written.
    """

    digests: dict[str, str] = field(default_factory=dict)
    lacking: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)


async def write_backup(file: Path, config: Config, *, incomplete: bool = False, report: Report = no_report) -> Manifest:
    """Writes the open database, the media and the development secret to a new file, and returns its manifest.

    Some missing or broken files are listed in the manifest and do not stop the backup. Raises: OperationDeclined when
    the file exists, the database is of another version, or rows name files and there is none at all, unless
    `incomplete` says that this is known. `report` gets how many files are written, and of how many.
    """
    if await applied_migrations() != known_migrations():
        raise OperationDeclined(
            "The database and this Kliqs are of different versions. Run kliqs migrate, "
            "or take the backup with the Kliqs that serves it."
        )
    with (
        _new_file(file) as plain,
        _encrypted(plain, config) as target,
        tarfile.open(fileobj=target, mode="w:gz", compresslevel=6) as tar,
        ExitStack() as opened,
    ):
        work = _Work(tar, file.parent, config, opened, incomplete)
        return await _write_members(work, report)


@dataclass(frozen=True, slots=True)
class _Work:
    """A backup that is written: `folder` is for temporary files, `opened` closes the files of visits at the end."""

    tar: tarfile.TarFile
    folder: Path
    config: Config
    opened: ExitStack
    incomplete: bool


async def _write_members(work: _Work, report: Report) -> Manifest:
    """Writes all members."""
    tar, config, digests = work.tar, work.config, dict[str, str]()
    async with AsyncExitStack() as snapshots:
        main = await snapshots.enter_async_context(snapshot())
        await account_jobs.do_outstanding_moves()  # of guests that are gone from the snapshot
        of_visits = await snapshots.enter_async_context(snapshot(db.visits_connection()))
        connection_of = {table.name: of_visits if table.of_visits else main for table in all_tables()}
        files = await _find_files(main, of_visits, config, work.opened)
        manifest = await _describe_backup(connection_of, files, config)
        if not work.incomplete:
            files.expect_some()
        add_member(tar, MANIFEST, io.BytesIO(json.dumps(asdict(manifest), indent=2).encode()))
        for table in all_tables():
            digests[table.name] = await _add_table(tar, table, connection_of[table.name], work.folder)
    broken, gone = files.write(tar, report)
    deleted = await deleted_meanwhile(gone)
    lacking = sorted({*manifest.lacking, *broken, *gone} - {*deleted})
    if manifest.secret:
        add_member(tar, SECRET, io.BytesIO(config.secret_file.read_bytes()))
    closing = Closing(digests, lacking, sorted(deleted))
    add_member(tar, CLOSING, io.BytesIO(json.dumps(asdict(closing)).encode()))
    return replace(manifest, lacking=lacking)


async def _find_files(main: Any, of_visits: Any, config: Config, opened: ExitStack) -> BackupFiles:
    """Finds the files, after the snapshot of the rows: a file is written before its row."""
    storage = storage_of(config)
    media, posts = media_files(storage), post_files(storage)
    visits = await _open_visit_files(of_visits, opened)
    return BackupFiles(storage, media, await _owners(main), posts, {*await _files_of_posts(main)}, visits)


async def _describe_backup(connection_of: dict[str, Any], files: BackupFiles, config: Config) -> Manifest:
    """Returns the manifest of a backup that is about to be written; `connection_of` is by the name of a table."""
    lacking = (files.owners.keys() - files.media.keys()) | (files.ready_posts - files.posts.keys())
    return Manifest(
        FORMAT,
        known_migrations()[-1],
        clock.format_rfc3339(clock.now()),
        {table.name: await _count(connection_of[table.name], table) for table in all_tables()},
        len(files.media),
        _has_secret(config),
        sorted(lacking),
        len(files.visits),
        len(files.posts),
    )


async def _add_table(tar: tarfile.TarFile, table: Table, connection: Any, folder: Path) -> str:
    """Adds a table by way of an unnamed temporary file in `folder`, because tar needs the size first.

    Returns the digest of its rows.
    """
    digest = TableDigest()
    with tempfile.TemporaryFile(dir=folder) as spool:
        async for row in rows_of(connection, table):
            spool.write(line := table.line(row))
            digest.add(line)
        add_member(tar, f"{TABLES}/{table.name}.jsonl", spool)
    return digest.hexdigest()


async def _owners(connection: Any) -> dict[str, UUID]:
    """Returns the id of the picture that each media file belongs to, by file name."""
    table = next(table for table in all_tables() if table.name == Media._meta.db_table)
    owners = dict[str, UUID]()
    async for row in rows_of(connection, table):
        picture = json.loads(table.line(row))
        owners |= dict.fromkeys([picture["file"], *picture["variants"].values()], UUID(picture["id"]))
    return owners


async def _files_of_posts(connection: Any) -> list[str]:
    """Returns the names of the files that ready files of posts have on the disk."""
    table = next(table for table in all_tables() if table.name == PostFile._meta.db_table)
    rows = [json.loads(table.line(row)) async for row in rows_of(connection, table)]
    return [
        post_store.name_of(UUID(row["id"]), STORED_ENDINGS[row["media_type"]]) for row in rows if row["state"] == READY
    ]


async def _open_visit_files(connection: Any, opened: ExitStack) -> dict[str, IO[bytes]]:
    """Opens the files of sealed visits by name: a file that is replaced meanwhile is deleted some minutes later."""
    table = next(table for table in all_tables() if table.name == VisitFile._meta.db_table)
    store = engine.current().store
    names = [json.loads(table.line(row))["name"] async for row in rows_of(connection, table)]
    try:
        paths = {name: opened.enter_context(store.storage.local_copy(store.key_of(name))) for name in names}
    except FileNotFoundError as error:
        raise OperationDeclined(f"A file of sealed visits is missing in {store.storage.title}: {error}.") from None
    return {name: opened.enter_context(path.open("rb")) for name, path in paths.items()}


@asynccontextmanager
async def snapshot(on: str = db.MAIN) -> AsyncGenerator[Any]:
    """Takes a raw connection whose reads all see the state of now; it blocks no writer.

    On both databases it is the first read, not BEGIN, that sets the state.
    """
    client: Any = Tortoise.get_connection(on)
    if client.capabilities.dialect == "sqlite":
        async with client.acquire_reader() as connection:
            await connection.execute("BEGIN")
            try:
                await connection.execute_fetchall("SELECT 1 FROM sqlite_schema")
                yield connection
            finally:
                await connection.rollback()
        return
    async with (
        client.acquire_connection() as connection,
        connection.transaction(isolation="repeatable_read", readonly=True),
    ):
        await connection.execute("SET LOCAL statement_timeout = 0; SELECT 1")
        yield connection


async def _count(connection: Any, table: Table) -> int:
    sql = f"SELECT count(*) FROM {table.quoted}"  # noqa: S608 - names from the models
    if hasattr(connection, "fetchval"):
        return int(await connection.fetchval(sql))
    async with connection.execute(sql) as cursor:
        return int((await cursor.fetchone())[0])


async def rows_of(connection: Any, table: Table) -> AsyncGenerator[Any]:
    """Yields the rows of a table without loading all of them."""
    if hasattr(connection, "cursor") and hasattr(connection, "fetchval"):
        async for row in connection.cursor(table.select, prefetch=1000):
            yield row
    else:
        async with connection.execute(table.select) as cursor:
            async for row in cursor:
                yield row


@contextmanager
def _new_file(file: Path) -> Generator[IO[bytes]]:
    """Opens a private `FILE.part`, renamed to `file` when it is complete and deleted otherwise.

    Raises: OperationDeclined.
    """
    if file.exists():
        raise OperationDeclined(f"{file} is there already; it is not overwritten.")
    part = file.with_name(file.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with os.fdopen(open_file(part, os.O_EXCL | os.O_WRONLY), "wb") as target:
            yield target
            target.flush()
            os.fsync(target.fileno())
        part.rename(file)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _encrypted(target: IO[bytes], config: Config) -> Generator[IO[bytes]]:
    """Encrypts what is written, if KLIQS_BACKUP_SECRET_KEY is set."""
    if not config.backup_secrets:
        yield target
        return
    writer = EncryptingWriter(target, config.backup_secrets[0])
    yield cast(IO[bytes], writer)
    writer.finish()


def _has_secret(config: Config) -> bool:
    return not config.secret_key.split() and config.secret_file.exists()
