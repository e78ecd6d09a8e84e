"""`kliqs backup`: everything in one file, taken beside a running server, readable by either database.

A gzipped tar, mode 0600: `manifest.json`, `tables/<table>.jsonl` in foreign-key order, `media/…`, and `secret` when
the server's secret lives in the data directory. All rows are read in one transaction that holds up no writer.
"""

import io
import json
import os
import tarfile
import tempfile
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from tortoise import Tortoise

from app.kernel import clock, db
from app.kernel.config import Config
from app.ops.operator import Declined
from app.ops.tables import Table, applied_migrations, known_migrations, tables

FORMAT = 1
MANIFEST, TABLES, MEDIA, SECRET = "manifest.json", "tables", "media", "secret"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself; `counts` are rows by table."""

    format: int
    migration: str
    made_at: str
    counts: dict[str, int]
    media: int
    secret: bool

    @property
    def summary(self) -> str:
        return f"{self.counts['accounts']} accounts, {self.counts['links']} links, {self.counts['names']} names, " \
               f"{self.counts['api_keys']} keys and {self.media} media files"


async def back_up(file: Path, config: Config) -> Manifest:
    """Writes the open database, the media and the development secret to a new file. Declined when it is there."""
    if await applied_migrations() != known_migrations():
        raise Declined("The database and this Kliqs are of different versions. Run kliqs migrate, "
                       "or take the backup with the Kliqs that serves it.")
    with _growing(file) as target, tarfile.open(fileobj=target, mode="w:gz", compresslevel=6) as tar:
        async with snapshot() as main, snapshot(db.visits()) as of_visits:
            at = {False: main, True: of_visits}
            counts = {table.name: await _count(at[table.of_visits], table) for table in tables()}
            media = _media(config.media_dir)  # after the rows' moment: a file is there before its row
            manifest = Manifest(
                FORMAT, known_migrations()[-1], clock.stamp(clock.now()), counts, len(media), _has_secret(config)
            )
            _add(tar, MANIFEST, io.BytesIO(json.dumps(asdict(manifest), indent=2).encode()))
            for table in tables():
                with tempfile.TemporaryFile(dir=file.parent) as spool:
                    async for row in _rows(at[table.of_visits], table):
                        spool.write(table.line(row))
                    _add(tar, f"{TABLES}/{table.name}.jsonl", spool)
        _add_files(tar, media, config, manifest)
    return manifest


@asynccontextmanager
async def snapshot(on: str = db.MAIN) -> AsyncGenerator[Any]:
    """A raw connection whose reads all see one moment. SQLite's deferred BEGIN, unlike ours, holds up no writer."""
    client = Tortoise.get_connection(on)
    async with client.acquire_connection() as connection:
        if client.capabilities.dialect == "sqlite":
            await connection.execute("BEGIN")
            try:
                yield connection
            finally:
                await connection.rollback()
        else:
            async with connection.transaction(isolation="repeatable_read", readonly=True):
                await connection.execute("SET LOCAL statement_timeout = 0")
                yield connection


async def _count(connection: Any, table: Table) -> int:
    sql = f"SELECT count(*) FROM {table.quoted}"  # noqa: S608 - names from the models
    if hasattr(connection, "fetchval"):
        return int(await connection.fetchval(sql))
    async with connection.execute(sql) as cursor:
        return int((await cursor.fetchone())[0])


async def _rows(connection: Any, table: Table) -> AsyncGenerator[Any]:
    """The rows as they come, never all at once."""
    if hasattr(connection, "cursor") and hasattr(connection, "fetchval"):
        async for row in connection.cursor(table.select, prefetch=1000):
            yield row
    else:
        async with connection.execute(table.select) as cursor:
            async for row in cursor:
                yield row


@contextmanager
def _growing(file: Path) -> Generator[IO[bytes]]:
    """A private `FILE.part` that gets its name when it is whole, and is gone when it is not."""
    if file.exists():
        raise Declined(f"{file} is there already; it is not overwritten.")
    part = file.with_name(file.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as target:
            yield target
            target.flush()
            os.fsync(target.fileno())
        part.rename(file)
    finally:
        part.unlink(missing_ok=True)


def _media(directory: Path) -> list[Path]:
    """Whole files only: what is still being written begins with a dot and gets its name later."""
    return sorted(path for path in directory.rglob("[!.]*") if path.is_file() and not path.is_symlink())


def _has_secret(config: Config) -> bool:
    return not config.secret_key.split() and config.secret_file.exists()


def _add_files(tar: tarfile.TarFile, media: list[Path], config: Config, manifest: Manifest) -> None:
    for path in media:
        with suppress(FileNotFoundError), path.open("rb") as source:
            _add(tar, f"{MEDIA}/{path.relative_to(config.media_dir).as_posix()}", source)
    if manifest.secret:
        _add(tar, SECRET, io.BytesIO(config.secret_file.read_bytes()))


def _add(tar: tarfile.TarFile, name: str, source: IO[bytes]) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode, member.mtime = source.seek(0, os.SEEK_END), 0o600, int(clock.now().timestamp())
    source.seek(0)
    tar.addfile(member, source)
