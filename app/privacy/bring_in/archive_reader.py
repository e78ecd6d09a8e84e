"""Reads an uploaded export without trusting it.

Nothing is unpacked to the disk. Only members that the format knows are opened, by their exact paths, so that no path
leads anywhere. The size of the list of members, their number, the sizes that they claim, the sizes that they have and
the length of each line are bounded, and a member that expands beyond its bound is refused while it is read. A CRC or a
digest that does not match is an error.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

import orjson

from app.kernel.refusal import N_, InvalidRequest
from app.media.upload_sandbox import MAX_BYTES as MAX_PICTURE
from app.privacy.export.archive import FORMAT, MANIFEST, VERSION
from app.privacy.export.picture_members import FOLDER

MAX_MEMBERS, MAX_MANIFEST, MAX_TABLE, MAX_LINE = 20_000, 8 * 2**20, 200 * 2**20, 2 * 2**20  # bytes but the first
MAX_LISTING = 4 * 2**20  # bytes of the central directory, which zipfile reads as a whole: 200 for each of MAX_MEMBERS
MAX_ROWS = 100_000
COMPRESSIONS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, KeyError)


class NotAnExport(InvalidRequest):
    """The file is no export of Kliqs that can be read."""

    field, says = "file", N_("That file is not an export of Kliqs, or it is damaged.")


class NewerExport(NotAnExport):
    """The file has a version of the format that is not known here."""

    says = N_("That export was made by a newer Kliqs than this one. Its format is version %(version)s.")


class ExportTooLarge(NotAnExport):
    """The file has more rows or larger parts than can be brought in."""

    says = N_("That export is too large to be brought in: at most %(most)s rows of each kind.")


class BoundedFile(io.BufferedReader):
    """A file of which at most MAX_LISTING bytes are read at once."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Reads `size` bytes. Raises: BadZipFile for more than MAX_LISTING."""
        if size is not None and size > MAX_LISTING:
            raise zipfile.BadZipFile
        return super().read(size)


class ArchiveReader:
    """An open export. Its methods block; run them in a thread. Raises: NotAnExport and its subclasses."""

    def __init__(self, path: Path) -> None:
        with ExitStack() as opening:
            try:
                file = opening.enter_context(BoundedFile(io.FileIO(path)))
                self._zip = opening.enter_context(zipfile.ZipFile(file))
                self._members = self._checked_members()
                self.manifest = self._read_manifest()
            except BROKEN:
                raise NotAnExport from None
            self._open = opening.pop_all()

    def __enter__(self) -> ArchiveReader:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def _checked_members(self) -> dict[str, zipfile.ZipInfo]:
        """The members by path.

        Raises: NotAnExport for too many of them, two with the same path, or a compression that exports do not have.
        """
        infos = self._zip.infolist()
        members = {info.filename: info for info in infos}
        if len(infos) > MAX_MEMBERS or len(members) != len(infos):
            raise NotAnExport
        if any(info.compress_type not in COMPRESSIONS for info in infos):
            raise NotAnExport
        return members

    def _read_manifest(self) -> dict[str, Any]:
        """The manifest. Raises: NotAnExport, NewerExport."""
        manifest = orjson.loads(self._read(MANIFEST, MAX_MANIFEST))
        if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
            raise NotAnExport
        version = manifest.get("version")
        if not isinstance(version, int) or version < 1:
            raise NotAnExport
        if version > VERSION:
            raise NewerExport(version=version)
        files = [file for file in manifest["files"] if isinstance(file, dict)]
        self._digests = {str(file["path"]): str(file["sha256"]) for file in files}
        return manifest

    def rows(self, table: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yields the rows of a table with their numbers from 1; none if the file lacks the table.

        Raises: ExportTooLarge, NotAnExport for a line that is no row, and at the end for a digest that does not match.
        """
        if table not in self._members:
            return
        if self._members[table].file_size > MAX_TABLE:
            raise ExportTooLarge(most=MAX_ROWS)
        digest, number = hashlib.sha256(), 0
        try:
            with self._zip.open(self._members[table]) as member:
                for line in _lines(member):
                    digest.update(line)
                    if (text := line.strip().removesuffix(b",")) not in {b"", b"[", b"]"}:
                        number += 1
                        yield number, _row(text, number)
        except BROKEN:
            raise NotAnExport from None
        if digest.hexdigest() != self._digests.get(table):
            raise NotAnExport

    def picture(self, path: str) -> bytes | None:
        """The bytes of a picture, at most those of an upload; None if the file lacks it. Raises: NotAnExport."""
        if not path.startswith(f"{FOLDER}/") or path not in self._members:
            return None
        try:
            return self._read(path, MAX_PICTURE)
        except BROKEN:
            raise NotAnExport from None

    def _read(self, path: str, most: int) -> bytes:
        """The content of a member of at most `most` bytes. Raises: those of BROKEN, NotAnExport."""
        with self._zip.open(self._members[path]) as member:
            content = member.read(most + 1)
        if len(content) > most:
            raise NotAnExport
        return content


def _lines(member: IO[bytes]) -> Iterator[bytes]:
    """Yields the lines of a member, each of at most MAX_LINE bytes, MAX_TABLE in all. Raises: NotAnExport."""
    size = 0
    while line := member.readline(MAX_LINE + 1):
        size += len(line)
        if len(line) > MAX_LINE or size > MAX_TABLE:
            raise NotAnExport
        yield line


def _row(text: bytes, number: int) -> dict[str, Any]:
    """The row of a line. Raises: ExportTooLarge, NotAnExport."""
    if number > MAX_ROWS:
        raise ExportTooLarge(most=MAX_ROWS)
    row = orjson.loads(text)
    if not isinstance(row, dict):
        raise NotAnExport
    return row
