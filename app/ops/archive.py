"""A backup as a file that is not trusted: what is in it, in its order, never more than a backup can hold.

The gzipped tar is read twice, a piece at a time. The first reading checks everything: names, sizes, the media against
their index, the checksum of the whole. The second one, by restore.py, uses it. Nothing is written by name alone, no
header is believed before it is bounded, and memory does not grow with the file.
"""

import gzip
import hashlib
import json
import re
import tarfile
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from pydantic import TypeAdapter

from app.media import file_store
from app.ops.backup import FORMAT, MANIFEST, MEDIA, MEDIA_INDEX, SECRET, TABLES, Manifest, media_line
from app.ops.backup_tables import known_migrations, tables
from app.ops.operator_actions import Declined

PIECE = 1 << 20  # bytes read at once, at most: tar headers of any length are refused by it
FLOOR, RATIO = 256 << 20, 200  # unpacked bytes that are always taken; beyond them, so many for each byte of the file
MOST_MANIFEST, MOST_SECRET, MOST_PICTURE, MOST_LINE = 1 << 20, 4096, 64 << 20, 64 << 20  # bytes
PLAIN = (tarfile.REGTYPE, tarfile.AREGTYPE)
TABLE = re.compile(rf"{TABLES}/([a-z0-9_]+)\.jsonl")
PICTURE = re.compile(rf"{MEDIA}/([0-9a-f]{{2}})/({file_store.NAME.pattern})")


class Damaged(Exception):
    """What is wrong with a file that is no whole backup, as the end of a sentence."""


class Member(NamedTuple):
    """A file in the backup: its name, how many bytes it has, and they themselves."""

    name: str
    size: int
    content: IO[bytes]


class _Unpacked:
    """The unpacked bytes of a gzip file for tarfile: never too many, and never many at once. Raises Damaged."""

    def __init__(self, raw: IO[bytes], size: int) -> None:
        self._gzip = gzip.GzipFile(fileobj=raw)
        self._most = max(FLOOR, RATIO * size)

    def read(self, size: int) -> bytes:
        if not 0 <= size <= PIECE:
            raise Damaged("it has a header that is too long")
        data = self._gzip.read(size)
        self._bound(self._gzip.tell())
        return data

    def seek(self, position: int) -> int:
        self._bound(position)
        return self._gzip.seek(position)

    def tell(self) -> int:
        return self._gzip.tell()

    def finish(self) -> None:
        """Reads what is behind the last file, to its checksum."""
        while self.read(PIECE):
            pass

    def _bound(self, position: int) -> None:
        if position > self._most:
            raise Damaged("it unpacks to far more than a backup of its size holds")


def members(file: Path) -> Generator[Member]:
    """The files of a backup, in their order, each of a kind and at a place that we write. Raises Damaged, OSError."""
    with file.open("rb") as raw:
        unpacked = _Unpacked(raw, file.stat().st_size)
        with tarfile.open(fileobj=cast(IO[bytes], unpacked), mode="r:") as tar:
            while (header := tar.next()) is not None:
                _check_header(header, file)
                content = tar.extractfile(header)
                if content is None:
                    raise Damaged(f"{header.name} in it is empty")
                yield Member(header.name, header.size, content)
                tar.members = []  # type: ignore[attr-defined] # tarfile would remember them all
        unpacked.finish()


def _check_header(header: tarfile.TarInfo, file: Path) -> None:
    """By its name a file may be so large; anything else than a plain file of such a name is refused."""
    name = header.name
    if name in (MANIFEST, MEDIA_INDEX, SECRET):
        most = {MANIFEST: MOST_MANIFEST, SECRET: MOST_SECRET}.get(name, header.size)
    elif TABLE.fullmatch(name):
        most = header.size
    elif (picture := PICTURE.fullmatch(name)) and picture[2].startswith(picture[1]):
        most = MOST_PICTURE
    else:
        raise Declined(f"“{printable(name)}” in {file} is not a safe path; nothing was restored.")
    if header.type not in PLAIN or header.issparse():
        raise Declined(f"“{name}” in {file} is not a safe path: it is no plain file; nothing was restored.")
    if not 0 <= header.size <= most:
        raise Damaged(f"{name} in it is too large")


def printable(name: str) -> str:
    """A stranger's file name as a terminal may show it."""
    return "".join(character if character.isprintable() else "�" for character in name[:100])


@dataclass(slots=True)
class Checked:
    """What the first reading found. `listed` is the digest of the index that the media should have."""

    manifest: Manifest
    media: int = 0
    media_bytes: int = 0
    seen: set[str] = field(default_factory=set)
    last: str = ""
    listed: Any = field(default_factory=hashlib.sha256)
    index: str = ""

    def take(self, member: Member) -> None:
        """Raises Damaged, Declined."""
        if member.name.startswith(f"{MEDIA}/"):
            self._take_picture(member)
        elif member.name in self.seen:
            raise Damaged(f"{member.name} is in it twice")
        else:
            self.seen.add(member.name)
            if member.name == MEDIA_INDEX:
                self.index = _digest(member.content)
            elif member.name not in {MANIFEST, SECRET}:
                _check_table(member, self.manifest)

    def _take_picture(self, member: Member) -> None:
        if member.name <= self.last:
            raise Damaged(f"{member.name} is in it twice, or not in its place")
        self.last, self.media, self.media_bytes = member.name, self.media + 1, self.media_bytes + member.size
        if self.media > self.manifest.media:
            raise Damaged("it has more pictures than its manifest says")
        self.listed.update(media_line(member.name, member.size, _digest(member.content)))

    def finish(self) -> None:
        """Whether all is there that shall be; a backup of format 1 has no index of its media. Raises Damaged."""
        if self.manifest.format > 1 and self.index != self.listed.hexdigest():
            raise Damaged("its pictures are not those of its index")
        if self.manifest.secret and SECRET not in self.seen:
            raise Damaged(f"{SECRET} is missing")


def check(file: Path) -> Checked:
    """Reads a whole backup and changes nothing. Raises Damaged, Declined, and what reading a broken file raises."""
    checked: Checked | None = None
    for member in members(file):
        if checked is None:
            checked = Checked(_manifest(member))
        checked.take(member)
    if checked is None:
        raise Damaged("it is empty")
    checked.finish()
    return checked


def _manifest(member: Member) -> Manifest:
    if member.name != MANIFEST:
        raise Damaged(f"it does not begin with {MANIFEST}")
    said = json.loads(member.content.read())
    if said["format"] > FORMAT or said["migration"] not in known_migrations():
        raise Declined(f"This backup was made by a newer Kliqs ({printable(str(said['migration']))}). "
                       "Update Kliqs, then restore it.")
    return TypeAdapter(Manifest).validate_python(said)


def _check_table(member: Member, manifest: Manifest) -> None:
    name = member.name.removeprefix(f"{TABLES}/").removesuffix(".jsonl")
    if name not in {table.name for table in tables()}:
        raise Declined(f"{member.name} in it is a table this Kliqs does not know.")
    if (rows := sum(1 for _ in lines(member.content))) != manifest.counts.get(name, 0):
        raise Damaged(f"{name} has {rows} rows, its manifest says {manifest.counts.get(name, 0)}")


def lines(content: IO[bytes]) -> Iterator[bytes]:
    """The lines of a file, none longer than the longest row. Raises Damaged."""
    while line := content.readline(MOST_LINE + 1):
        if len(line) > MOST_LINE:
            raise Damaged("a row in it is too long")
        yield line


def pieces(content: IO[bytes]) -> Iterator[bytes]:
    """A file in pieces."""
    while piece := content.read(PIECE):
        yield piece


def _digest(content: IO[bytes]) -> str:
    digest = hashlib.sha256()
    for piece in pieces(content):
        digest.update(piece)
    return digest.hexdigest()
