"""Reads a backup file that is not trusted: which members it holds, in which order, and how large they are.

The gzipped tar is read twice, in pieces. The first pass checks everything: names, sizes, the media against their index,
the checksum of the whole file. The second pass, in restore.py, restores it. Nothing is written by its archive path, no
header is used before its size is bounded, and memory does not grow with the file.
"""

import gzip
import hashlib
import json
import re
import tarfile
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from pydantic import TypeAdapter

from app.kernel.migration_files import known_migrations
from app.media import file_store
from app.ops.backup import CLOSING, FORMAT, MANIFEST, SECRET, TABLES, Closing, Manifest
from app.ops.backup_encryption import DamagedPiece, WrongBackupKey, open_decrypted
from app.ops.backup_files import MEDIA, MEDIA_INDEX, POSTS, VISITS, media_index_line
from app.ops.backup_tables import RETIRED_TABLES, all_tables
from app.ops.operator_actions import OperationDeclined
from app.ops.table_digest import TableDigest
from app.publishing.files import file_store as post_store
from app.publishing.files.file_kinds import MOST_BYTES
from app.visits.sealed import file_store as visit_store

PIECE = 1 << 20  # most bytes of one read, which refuses tar headers of any length
FLOOR, RATIO = 256 << 20, 200  # decompressed bytes always allowed; beyond them, this many for each byte of the file
MOST_MANIFEST, MOST_SECRET, MOST_PICTURE, MOST_LINE = 8 << 20, 4096, 64 << 20, 64 << 20  # bytes
PLAIN = (tarfile.REGTYPE, tarfile.AREGTYPE)
TABLE = re.compile(rf"{TABLES}/([a-z0-9_]+)\.jsonl")
VISIT_FILE = re.compile(rf"{VISITS}/({visit_store.NAME.pattern})")
POST_FILE = re.compile(rf"{POSTS}/([0-9a-f]{{2}})/({post_store.NAME.pattern})")
PICTURE = re.compile(rf"{MEDIA}/([0-9a-f]{{2}})/({file_store.NAME.pattern})")


class DamagedBackup(Exception):
    """A file is not a complete backup; the message is a clause for the end of a sentence."""


class Member(NamedTuple):
    """A member of the archive: its name, its size in bytes and a reader of its content."""

    name: str
    size: int
    content: IO[bytes]


class _Unpacked:
    """The decompressed bytes of a gzip file, for tarfile; bounds each read and the total. Raises: DamagedBackup."""

    def __init__(self, raw: IO[bytes], size: int) -> None:
        self._gzip = gzip.GzipFile(fileobj=raw)
        self._most = max(FLOOR, RATIO * size)

    def read(self, size: int) -> bytes:
        """Reads and decompresses at most `size` bytes. Raises: DamagedBackup."""
        if not 0 <= size <= PIECE:
            raise DamagedBackup("it has a header that is too long")
        data = self._gzip.read(size)
        self._bound(self._gzip.tell())
        return data

    def seek(self, position: int) -> int:
        """Moves to a position of the decompressed bytes. Raises: DamagedBackup."""
        self._bound(position)
        return self._gzip.seek(position)

    def tell(self) -> int:
        """Returns the position in the decompressed bytes."""
        return self._gzip.tell()

    def finish(self) -> None:
        """Reads the rest of the file, so that gzip verifies its checksum."""
        while self.read(PIECE):
            pass

    def _bound(self, position: int) -> None:
        """Raises: DamagedBackup, when more was decompressed than a backup of this file's size holds."""
        if position > self._most:
            raise DamagedBackup("it unpacks to far more than a backup of its size holds")


def read_members(file: Path, secrets: Sequence[str] = ()) -> Generator[Member]:
    """Yields the members of a backup, in order, each with a name and type that backups have.

    `secrets` are those it may be encrypted under. Raises: DamagedBackup, OperationDeclined, OSError.
    """
    try:
        yield from _read_members(file, secrets)
    except WrongBackupKey:
        raise OperationDeclined(
            f"{file} is encrypted, and not under a key of KLIQS_BACKUP_SECRET_KEY; nothing was restored."
        ) from None
    except DamagedPiece:
        raise DamagedBackup("a piece of it was changed or is missing") from None


def _read_members(file: Path, secrets: Sequence[str]) -> Generator[Member]:
    """As read_members. Raises: WrongBackupKey and DamagedPiece, too."""
    with file.open("rb") as raw:
        unpacked = _Unpacked(open_decrypted(raw, secrets), file.stat().st_size)
        with tarfile.open(fileobj=cast(IO[bytes], unpacked), mode="r:") as tar:
            while (header := tar.next()) is not None:
                _check_header(header, file)
                content = tar.extractfile(header)
                if content is None:
                    raise DamagedBackup(f"{header.name} in it is empty")
                yield Member(header.name, header.size, content)
                tar.members = []  # type: ignore[attr-defined] # tarfile would remember them all
        unpacked.finish()


def _check_header(header: tarfile.TarInfo, file: Path) -> None:
    """Checks a member's name, type and size; each name has its own limit. Raises: DamagedBackup, OperationDeclined."""
    name = header.name
    if name in (MANIFEST, MEDIA_INDEX, SECRET, CLOSING):
        most = {MANIFEST: MOST_MANIFEST, CLOSING: MOST_MANIFEST, SECRET: MOST_SECRET}.get(name, header.size)
    elif TABLE.fullmatch(name) or VISIT_FILE.fullmatch(name):
        most = header.size
    elif (picture := PICTURE.fullmatch(name)) and picture[2].startswith(picture[1]):
        most = MOST_PICTURE
    elif (of_post := POST_FILE.fullmatch(name)) and of_post[2].startswith(of_post[1]):
        most = max(MOST_BYTES.values())
    else:
        raise OperationDeclined(f"“{printable_name(name)}” in {file} is not a safe path; nothing was restored.")
    if header.type not in PLAIN or header.issparse():
        raise OperationDeclined(f"“{name}” in {file} is not a safe path: it is no plain file; nothing was restored.")
    if not 0 <= header.size <= most:
        raise DamagedBackup(f"{name} in it is too large")


def printable_name(name: str) -> str:
    """Replaces characters of an untrusted file name that a terminal must not print; at most 100 characters."""
    return "".join(character if character.isprintable() else "�" for character in name[:100])


@dataclass(slots=True)
class CheckedBackup:
    """The result of the first pass; `listed` is the digest of the media index as it should be, `digests` are those of
    the rows by table.
    """

    manifest: Manifest
    media: int = 0
    visits: int = 0
    posts: int = 0
    file_bytes: int = 0
    seen: set[str] = field(default_factory=set)
    last: str = ""
    listed: Any = field(default_factory=hashlib.sha256)
    index: str = ""
    digests: dict[str, str] = field(default_factory=dict)
    closing: Closing = field(default_factory=Closing)

    def take(self, member: Member) -> None:
        """Checks one member. Raises: DamagedBackup, OperationDeclined."""
        if member.name.startswith((f"{MEDIA}/", f"{POSTS}/", f"{VISITS}/")):
            self._take_file(member)
        elif member.name in self.seen:
            raise DamagedBackup(f"{member.name} is in it twice")
        else:
            self.seen.add(member.name)
            if member.name == MEDIA_INDEX:
                self.index = _digest(member.content)
            elif member.name == CLOSING:
                self.closing = TypeAdapter(Closing).validate_json(member.content.read())
            elif member.name not in {MANIFEST, SECRET}:
                name, digest = _check_table(member, self.manifest)
                self.digests[name] = digest

    def _take_file(self, member: Member) -> None:
        if member.name <= self.last:
            raise DamagedBackup(f"{member.name} is in it twice, or not in its place")
        self.last, self.file_bytes = member.name, self.file_bytes + member.size
        self.media += member.name.startswith(f"{MEDIA}/")
        self.visits += member.name.startswith(f"{VISITS}/")
        self.posts += member.name.startswith(f"{POSTS}/")
        most = self.manifest
        if self.media > most.media or self.visits > most.visits or self.posts > most.posts:
            raise DamagedBackup("it has more files than its manifest says")
        self.listed.update(media_index_line(member.name, member.size, _digest(member.content)))

    def finish(self) -> None:
        """Checks that nothing is missing; a backup of format 1 has no media index. Raises: DamagedBackup."""
        if self.manifest.format > 1 and self.index != self.listed.hexdigest():
            raise DamagedBackup("its files are not those of its index")
        if self.manifest.secret and SECRET not in self.seen:
            raise DamagedBackup(f"{SECRET} is missing")
        if self.manifest.format > 4 and self.digests != self.closing.digests:
            raise DamagedBackup("its rows are not those of its digests, or its end is missing")


def check_backup(file: Path, secrets: Sequence[str] = ()) -> CheckedBackup:
    """Reads a whole backup and changes nothing.

    Raises: DamagedBackup, OperationDeclined, and the errors of tarfile, gzip and JSON for a broken file.
    """
    checked: CheckedBackup | None = None
    for member in read_members(file, secrets):
        if checked is None:
            checked = CheckedBackup(_manifest(member))
        checked.take(member)
    if checked is None:
        raise DamagedBackup("it is empty")
    checked.finish()
    return checked


def read_manifest(file: Path, secrets: Sequence[str] = ()) -> Manifest:
    """Reads the description of a backup and nothing else of it. Raises: those of check_backup."""
    with closing(read_members(file, secrets)) as members:
        for member in members:
            return _manifest(member)
    raise DamagedBackup("it is empty")


def _manifest(member: Member) -> Manifest:
    """Reads the manifest. Raises: DamagedBackup; OperationDeclined when a newer Kliqs wrote it."""
    if member.name != MANIFEST:
        raise DamagedBackup(f"it does not begin with {MANIFEST}")
    fields = json.loads(member.content.read())
    if fields["format"] > FORMAT or fields["migration"] not in known_migrations():
        raise OperationDeclined(
            f"This backup was made by a newer Kliqs ({printable_name(str(fields['migration']))}). "
            "Update Kliqs, then restore it."
        )
    return TypeAdapter(Manifest).validate_python(fields)


def _check_table(member: Member, manifest: Manifest) -> tuple[str, str]:
    """Compares the number of a table's rows with the manifest; returns its name and the digest of the rows.

    Raises: DamagedBackup, OperationDeclined.
    """
    name = member.name.removeprefix(f"{TABLES}/").removesuffix(".jsonl")
    if name not in {*RETIRED_TABLES, *(table.name for table in all_tables())}:
        raise OperationDeclined(f"{member.name} in it is a table this Kliqs does not know.")
    digest = TableDigest()
    for line in read_lines(member.content):
        digest.add(line)
    if digest.rows != manifest.counts.get(name, 0):
        raise DamagedBackup(f"{name} has {digest.rows} rows, its manifest says {manifest.counts.get(name, 0)}")
    return name, digest.hexdigest()


def read_lines(content: IO[bytes]) -> Iterator[bytes]:
    """Yields the lines of a member. Raises: DamagedBackup for a line beyond MOST_LINE bytes."""
    while line := content.readline(MOST_LINE + 1):
        if len(line) > MOST_LINE:
            raise DamagedBackup("a row in it is too long")
        yield line


def read_pieces(content: IO[bytes]) -> Iterator[bytes]:
    """Yields a member's content in pieces of at most PIECE bytes."""
    while piece := content.read(PIECE):
        yield piece


def _digest(content: IO[bytes]) -> str:
    digest = hashlib.sha256()
    for piece in read_pieces(content):
        digest.update(piece)
    return digest.hexdigest()
