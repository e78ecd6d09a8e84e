"""`kliqs restore`: puts a backup into an empty database, of the same kind or the other one.

All rows in one transaction (on SQLite in one of each file), committed last: whatever goes wrong before leaves the
database empty.
"""

import json
import tarfile
import tempfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import IO

from tortoise import Tortoise
from tortoise.exceptions import IntegrityError

from app.kernel.config import Config
from app.kernel.db import MAIN, rows, transaction, visits
from app.ops.backup import FORMAT, MANIFEST, MEDIA, SECRET, TABLES, Manifest
from app.ops.operator import Declined
from app.ops.tables import Table, known_migrations, tables

BATCH = 500


async def restore(file: Path, config: Config) -> Manifest:
    """Fills the open, migrated database. Declined when it is not empty, or the file is newer, unsafe or damaged."""
    ours = {f"{TABLES}/{table.name}.jsonl": table for table in tables()}
    with _opened(file) as tar:
        members = _safe(tar, config.data_dir)
        manifest = _manifest(tar)
        async with transaction(), transaction(visits()):
            await _empty()
            for member in members:
                if member.name.startswith(TABLES + "/"):
                    if member.name not in ours:
                        raise Declined(f"{member.name} in it is a table this Kliqs does not know.")
                    await _fill(ours[member.name], _content(tar, member))
            await _verify(manifest)
            await _count_on()
            _keep_files(tar, members, config)  # last: a backup that is refused leaves nothing behind
    return manifest


def _keep_files(tar: tarfile.TarFile, members: list[tarfile.TarInfo], config: Config) -> None:
    for member in members:
        if member.name == SECRET:
            _keep_secret(config, _content(tar, member).read())
        elif member.name.startswith(MEDIA + "/"):
            _keep_media(tar, member, config.media_dir)


@contextmanager
def _opened(file: Path) -> Generator[tarfile.TarFile]:
    try:
        with tarfile.open(file, "r:gz") as tar:
            yield tar
    except (tarfile.TarError, EOFError, zlib.error, ValueError, KeyError, TypeError, IntegrityError) as error:
        raise Declined(f"{file} is damaged or not a backup of Kliqs ({error}); nothing was restored.") from error


def _safe(tar: tarfile.TarFile, directory: Path) -> list[tarfile.TarInfo]:
    """The members, when each is a plain file of a kind we write, at a path that stays where it belongs."""
    members = tar.getmembers()
    for member in members:
        path = PurePosixPath(member.name)
        known = member.name in {MANIFEST, SECRET} or (len(path.parts) > 1 and path.parts[0] in {TABLES, MEDIA})
        if not known or not member.isreg() or ".." in path.parts or "\\" in member.name or "\0" in member.name:
            raise Declined(f"“{member.name}” in it is not a safe path; nothing was restored.")
        tarfile.data_filter(member, str(directory))
    return members


def _manifest(tar: tarfile.TarFile) -> Manifest:
    manifest = Manifest(**json.load(_content(tar, tar.getmember(MANIFEST))))
    if manifest.format > FORMAT or manifest.migration not in known_migrations():
        raise Declined(f"This backup was made by a newer Kliqs ({manifest.migration}). Update Kliqs, then restore it.")
    return manifest


def _content(tar: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    content = tar.extractfile(member)
    if content is None:
        raise tarfile.TarError(f"{member.name} is empty")
    return content


async def _empty() -> None:
    for table in tables():
        if await _size(table):
            raise Declined(f"This database is not empty ({table.name} has rows). Restore into a new one.")


async def _size(table: Table) -> int:
    return int((await rows(f"SELECT count(*) AS size FROM {table.quoted}", [], on=table.home))[0]["size"])  # noqa: S608


async def _fill(table: Table, lines: IO[bytes]) -> None:
    connection = Tortoise.get_connection(table.home)
    insert = table.insert(connection.capabilities.dialect)
    for batch in _batches(lines):
        await connection.execute_many(insert, [table.values(line) for line in batch])


def _batches(lines: IO[bytes]) -> Iterator[list[bytes]]:
    while batch := list(islice(lines, BATCH)):
        yield batch


async def _verify(manifest: Manifest) -> None:
    for table in tables():
        there, told = await _size(table), manifest.counts.get(table.name, 0)
        if there != told:
            raise ValueError(f"{table.name} has {there} rows, its manifest says {told}")


async def _count_on() -> None:
    """PostgreSQL's sequences go on after the highest id; SQLite's do by themselves."""
    if Tortoise.get_connection(MAIN).capabilities.dialect != "postgres":
        return
    for table in tables():
        if table.counted:
            await rows(
                f"SELECT setval(pg_get_serial_sequence('{table.quoted}', '{table.counted}'), "  # noqa: S608
                f'coalesce(max("{table.counted}"), 0) + 1, false) FROM {table.quoted}', [],
            )


def _keep_media(tar: tarfile.TarFile, member: tarfile.TarInfo, directory: Path) -> None:
    path = PurePosixPath(member.name).relative_to(MEDIA)
    tar.extract(member.replace(name=str(path), deep=False), directory, filter="data")


def _keep_secret(config: Config, secret: bytes) -> None:
    """In the place of the present one: with an empty database, that protects nothing."""
    with tempfile.NamedTemporaryFile(dir=config.data_dir, prefix="secret-", delete=False) as draft:
        draft.write(secret)
    Path(draft.name).replace(config.secret_file)


def secret_note(config: Config, *, with_it: bool) -> str:
    """What is to be done about the server's secret after a backup was restored, with one in it or not."""
    if not with_it:
        return "API keys and sign-ins need the KLIQS_SECRET_KEY they were made with."
    if config.secret_key.split():
        return f"API keys and sign-ins need the secret it came with: put {config.secret_file} behind yours in " \
               "KLIQS_SECRET_KEY, after a blank."
    return f"The secret it came with is in {config.secret_file}. Restart a server that runs."
