"""`kliqs backup`: writes everything into one file while the server runs; either database can restore it.

A gzipped tar, mode 0600: `manifest.json`, `tables/<table>.jsonl` in foreign-key order, `media/ab/<file>` in order of
name, `visits/<file>` likewise, `media.jsonl` with the size and SHA-256 of each of these files, and `secret` when the
server's secret is in the data directory.
All rows are read in one transaction that blocks no writer.
"""

import hashlib
import io
import json
import os
import tarfile
import tempfile
from collections.abc import AsyncGenerator, Generator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import IO, Any, cast
from uuid import UUID

from tortoise import Tortoise

from app.kernel import clock, db
from app.kernel.config import Config
from app.kernel.migration_files import known_migrations
from app.kernel.private_files import open_file
from app.media import file_store
from app.media.models import Media
from app.ops.backup_tables import Table, all_tables, applied_migrations
from app.ops.operator_actions import OperationDeclined
from app.visits import account_jobs
from app.visits.models import VisitFile
from app.visits.sealed import engine

FORMAT = 3  # 1 had no index of the media, 2 no files of visits
MANIFEST, TABLES, MEDIA, MEDIA_INDEX, SECRET = "manifest.json", "tables", "media", "media.jsonl", "secret"
VISITS = "visits"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The description of a backup.

    `counts` are rows by table, `media` the number of media files, `visits` that of files of sealed visits, `lacking`
    the files that pictures refer to but that are missing or broken.
    """

    format: int
    migration: str
    made_at: str
    counts: dict[str, int]
    media: int
    secret: bool
    lacking: list[str] = field(default_factory=list)
    visits: int = 0

    @property
    def summary(self) -> str:
        """How many rows and files the backup holds, in English."""
        return (
            f"{self.counts['accounts']} accounts, {self.counts['links']} links, {self.counts['names']} names, "
            f"{self.counts['api_keys']} keys and {self.media} media files"
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
        media = media_files(config.media_dir)  # after the snapshot of the rows: a file is written before its row
        owners, visits = await _owners(main), await _open_visit_files(of_visits, opened)
        manifest = replace(await _describe_backup(connection_of, media, owners, config), visits=len(visits))
        _add(tar, MANIFEST, io.BytesIO(json.dumps(asdict(manifest), indent=2).encode()))
        for table in all_tables():
            await _add_table(tar, table, connection_of[table.name], folder)
    broken = _add_files(tar, media, owners, visits)
    if manifest.secret:
        _add(tar, SECRET, io.BytesIO(config.secret_file.read_bytes()))
    return replace(manifest, lacking=sorted({*manifest.lacking, *broken}))


async def _describe_backup(
    connection_of: dict[str, Any], media: dict[str, Path], owners: dict[str, UUID], config: Config
) -> Manifest:
    """Returns the manifest of a backup that is about to be written; `connection_of` is by the name of a table."""
    return Manifest(
        FORMAT,
        known_migrations()[-1],
        clock.format_rfc3339(clock.now()),
        {table.name: await _count(connection_of[table.name], table) for table in all_tables()},
        len(media),
        _has_secret(config),
        sorted(owners.keys() - media.keys()),
    )


async def _add_table(tar: tarfile.TarFile, table: Table, connection: Any, folder: Path) -> None:
    """Adds a table by way of an unnamed temporary file in `folder`, because tar needs the size first."""
    with tempfile.TemporaryFile(dir=folder) as spool:
        async for row in _rows(connection, table):
            spool.write(table.line(row))
        _add(tar, f"{TABLES}/{table.name}.jsonl", spool)


async def _owners(connection: Any) -> dict[str, UUID]:
    """Returns the id of the picture that each media file belongs to, by file name."""
    table = next(table for table in all_tables() if table.name == Media._meta.db_table)
    owners = dict[str, UUID]()
    async for row in _rows(connection, table):
        picture = json.loads(table.line(row))
        owners |= dict.fromkeys([picture["file"], *picture["variants"].values()], UUID(picture["id"]))
    return owners


async def _open_visit_files(connection: Any, opened: ExitStack) -> dict[str, IO[bytes]]:
    """Opens the files of sealed visits by name: a file that is replaced meanwhile is deleted some minutes later."""
    table = next(table for table in all_tables() if table.name == VisitFile._meta.db_table)
    store = engine.current().store
    names = [json.loads(table.line(row))["name"] async for row in _rows(connection, table)]
    return {name: opened.enter_context(store.open(name)) for name in names}


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


def media_files(directory: Path) -> dict[str, Path]:
    """Returns the picture files of a directory by name, in the order of the backup; other files and drafts are left
    out.
    """
    files = ((path.name, path) for path in directory.glob("??/*"))
    return {
        name: path
        for name, path in sorted(files)
        if file_store.NAME.fullmatch(name) and path.parent.name == name[:2] and not path.is_symlink()
    }


def _has_secret(config: Config) -> bool:
    return not config.secret_key.split() and config.secret_file.exists()


def _add_files(
    tar: tarfile.TarFile, media: dict[str, Path], owners: dict[str, UUID], visits: dict[str, IO[bytes]]
) -> list[str]:
    """Adds the media, the files of visits and their index; returns the names of media whose content has changed on
    disk.
    """
    broken = []
    with tempfile.TemporaryFile() as index:
        for name, path in media.items():
            with suppress(FileNotFoundError), path.open("rb") as source:  # its owner deleted it meanwhile
                member, digest = f"{MEDIA}/{name[:2]}/{name}", HashingReader(source)
                _add(tar, member, digest)
                index.write(media_index_line(member, source.tell(), digest.sha256.hexdigest()))
                if (owner := owners.get(name)) and not file_store.matches_content(name, path, owner.bytes):
                    broken.append(name)
        for name, content in sorted(visits.items()):
            digest = HashingReader(content)
            _add(tar, f"{VISITS}/{name}", digest)
            index.write(media_index_line(f"{VISITS}/{name}", content.tell(), digest.sha256.hexdigest()))
        _add(tar, MEDIA_INDEX, index)
    return broken


def media_index_line(member: str, size: int, digest: str) -> bytes:
    """Returns the index line of a picture: its name, its size in bytes and its SHA-256."""
    return json.dumps({"name": member, "size": size, "sha256": digest}).encode() + b"\n"


class HashingReader:
    """A file object that is hashed as it is read from beginning to end."""

    def __init__(self, source: IO[bytes]) -> None:
        self.source, self.sha256 = source, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Reads and hashes at most `size` bytes."""
        data = self.source.read(size)
        self.sha256.update(data)
        return data

    def seek(self, position: int, whence: int = os.SEEK_SET) -> int:
        """Moves to a position, as file objects do; the hash is not changed."""
        return self.source.seek(position, whence)


def _add(tar: tarfile.TarFile, name: str, source: IO[bytes] | HashingReader) -> None:
    """Adds the whole of a file object as a member of mode 0600."""
    member = tarfile.TarInfo(name)
    member.size, member.mode, member.mtime = source.seek(0, os.SEEK_END), 0o600, int(clock.now().timestamp())
    source.seek(0)
    tar.addfile(member, cast(IO[bytes], source))
