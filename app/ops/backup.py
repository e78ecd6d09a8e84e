"""`kliqs backup`: writes everything into one file while the server runs; either database can restore it.

A gzipped tar, mode 0600: `manifest.json`, `tables/<table>.jsonl` in foreign-key order, `media/ab/<file>` in order of
name, `posts/ab/<file>` and `visits/<file>` likewise, `media.jsonl` with the size and SHA-256 of each of these files,
and `secret` when the server's secret is in the data directory.
All rows are read in one transaction that blocks no writer.
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
from typing import IO, Any
from uuid import UUID

from tortoise import Tortoise

from app.kernel import clock, db
from app.kernel.config import Config
from app.kernel.migration_files import known_migrations
from app.kernel.open_storage import storage_of
from app.kernel.private_files import open_file
from app.media.models import Media
from app.ops.backup_files import BackupFiles, add_member, media_files, post_files
from app.ops.backup_tables import Table, all_tables, applied_migrations
from app.ops.counts import count_of
from app.ops.operator_actions import OperationDeclined
from app.publishing.files import file_store as post_store
from app.publishing.files.file_kinds import STORED_ENDINGS
from app.publishing.files.post_file import READY, PostFile
from app.visits import account_jobs
from app.visits.models import VisitFile
from app.visits.sealed import engine

FORMAT = 4  # 1 had no index of the media, 2 no files of visits, 3 no files of posts
MANIFEST, TABLES, SECRET = "manifest.json", "tables", "secret"


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


async def write_backup(file: Path, config: Config) -> Manifest:
    """Writes the open database, the media and the development secret to a new file, and returns its manifest.

    Missing or broken media files are listed in the manifest and do not stop the backup. Raises: OperationDeclined when
    the file exists or the database is of another version.
    """
    if await applied_migrations() != known_migrations():
        raise OperationDeclined(
            "The database and this Kliqs are of different versions. Run kliqs migrate, "
            "or take the backup with the Kliqs that serves it."
        )
    with (
        _new_file(file) as target,
        tarfile.open(fileobj=target, mode="w:gz", compresslevel=6) as tar,
        ExitStack() as opened,
    ):
        return await _write_members(tar, file.parent, config, opened)


async def _write_members(tar: tarfile.TarFile, folder: Path, config: Config, opened: ExitStack) -> Manifest:
    """Writes all members; `folder` is for temporary files, `opened` closes the files of visits."""
    async with AsyncExitStack() as snapshots:
        main = await snapshots.enter_async_context(snapshot())
        await account_jobs.do_outstanding_moves()  # of guests that are gone from the snapshot
        of_visits = await snapshots.enter_async_context(snapshot(db.visits_connection()))
        connection_of = {table.name: of_visits if table.of_visits else main for table in all_tables()}
        files = await _find_files(main, of_visits, config, opened)
        manifest = await _describe_backup(connection_of, main, files, config)
        add_member(tar, MANIFEST, io.BytesIO(json.dumps(asdict(manifest), indent=2).encode()))
        for table in all_tables():
            await _add_table(tar, table, connection_of[table.name], folder)
    broken = files.write(tar)
    if manifest.secret:
        add_member(tar, SECRET, io.BytesIO(config.secret_file.read_bytes()))
    return replace(manifest, lacking=sorted({*manifest.lacking, *broken}))


async def _find_files(main: Any, of_visits: Any, config: Config, opened: ExitStack) -> BackupFiles:
    """Finds the files, after the snapshot of the rows: a file is written before its row."""
    storage = storage_of(config)
    media, posts = media_files(storage), post_files(storage)
    return BackupFiles(storage, media, await _owners(main), posts, await _open_visit_files(of_visits, opened))


async def _describe_backup(connection_of: dict[str, Any], main: Any, files: BackupFiles, config: Config) -> Manifest:
    """Returns the manifest of a backup that is about to be written; `connection_of` is by the name of a table."""
    lacking = (files.owners.keys() - files.media.keys()) | ({*await _files_of_posts(main)} - files.posts.keys())
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


async def _add_table(tar: tarfile.TarFile, table: Table, connection: Any, folder: Path) -> None:
    """Adds a table by way of an unnamed temporary file in `folder`, because tar needs the size first."""
    with tempfile.TemporaryFile(dir=folder) as spool:
        async for row in _rows(connection, table):
            spool.write(table.line(row))
        add_member(tar, f"{TABLES}/{table.name}.jsonl", spool)


async def _owners(connection: Any) -> dict[str, UUID]:
    """Returns the id of the picture that each media file belongs to, by file name."""
    table = next(table for table in all_tables() if table.name == Media._meta.db_table)
    owners = dict[str, UUID]()
    async for row in _rows(connection, table):
        picture = json.loads(table.line(row))
        owners |= dict.fromkeys([picture["file"], *picture["variants"].values()], UUID(picture["id"]))
    return owners


async def _files_of_posts(connection: Any) -> list[str]:
    """Returns the names of the files that ready files of posts have on the disk."""
    table = next(table for table in all_tables() if table.name == PostFile._meta.db_table)
    rows = [json.loads(table.line(row)) async for row in _rows(connection, table)]
    return [
        post_store.name_of(UUID(row["id"]), STORED_ENDINGS[row["media_type"]]) for row in rows if row["state"] == READY
    ]


async def _open_visit_files(connection: Any, opened: ExitStack) -> dict[str, IO[bytes]]:
    """Opens the files of sealed visits by name: a file that is replaced meanwhile is deleted some minutes later."""
    table = next(table for table in all_tables() if table.name == VisitFile._meta.db_table)
    store = engine.current().store
    names = [json.loads(table.line(row))["name"] async for row in _rows(connection, table)]
    paths = {name: opened.enter_context(store.storage.local_copy(store.key_of(name))) for name in names}
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


async def _rows(connection: Any, table: Table) -> AsyncGenerator[Any]:
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


def _has_secret(config: Config) -> bool:
    return not config.secret_key.split() and config.secret_file.exists()
