"""Writes the ZIP file of an export piece by piece, so that an account of any size needs the same little memory.

A table is a JSON array with one row on each line. The manifest is the last member: it names the format, its version and
each member with its size, its SHA-256 and, for tables, its number of rows.
"""

from __future__ import annotations

import asyncio
import hashlib
import zipfile
from collections.abc import AsyncIterable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

import orjson

from app.kernel import clock

FORMAT, VERSION, MANIFEST = "kliqs-export", 1, "manifest.json"


class ExportArchive:
    """A ZIP file that is being written. Members are added one after the other; `finish` writes the manifest."""

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED)
        self.files: list[dict[str, Any]] = []

    async def add_table(self, path: str, batches: AsyncIterable[Sequence[Mapping[str, Any]]]) -> None:
        """Adds a table: a JSON array with a row on each line."""
        rows = 0
        with _Member(self._zip, path) as member:
            await asyncio.to_thread(member.write, b"[")
            async for batch in batches:
                lines = b"".join((b",\n" if rows + at else b"\n") + _to_json(row) for at, row in enumerate(batch))
                rows += len(batch)
                await asyncio.to_thread(member.write, lines)
            await asyncio.to_thread(member.write, b"\n]\n")
        self.files.append(member.entry | {"rows": rows})

    async def add_text(self, path: str, pieces: AsyncIterable[str]) -> None:
        """Adds a text file, such as CSV, from its pieces."""
        with _Member(self._zip, path) as member:
            async for piece in pieces:
                await asyncio.to_thread(member.write, piece.encode())
        self.files.append(member.entry)

    async def add_file(self, path: str, content: bytes) -> None:
        """Adds a file whose content is known."""
        with _Member(self._zip, path) as member:
            await asyncio.to_thread(member.write, content)
        self.files.append(member.entry)

    async def add_pieces(self, path: str, pieces: AsyncIterable[bytes]) -> None:
        """Adds a file of any size from its pieces, stored as it is: pictures and videos are compressed already."""
        with _Member(self._zip, path, zipfile.ZIP_STORED) as member:
            async for piece in pieces:
                await asyncio.to_thread(member.write, piece)
        self.files.append(member.entry)

    async def finish(self, about: Mapping[str, Any]) -> None:
        """Adds the manifest, with the facts in `about`, and closes the file."""
        manifest = {"format": FORMAT, "version": VERSION, **about, "files": self.files}
        content = orjson.dumps(manifest, default=str, option=orjson.OPT_INDENT_2 | orjson.OPT_UTC_Z)
        await asyncio.to_thread(self._zip.writestr, MANIFEST, content, zipfile.ZIP_DEFLATED)
        self.close()

    def close(self) -> None:
        """Closes the file; an unfinished one stays incomplete."""
        self._zip.close()


class _Member:
    """A member that is being written, with its running digest. `write` blocks."""

    def __init__(self, archive: zipfile.ZipFile, path: str, compression: int = zipfile.ZIP_DEFLATED) -> None:
        info = zipfile.ZipInfo(path, clock.now().timetuple()[:6])
        info.compress_type = compression
        self.path, self.bytes, self.digest = path, 0, hashlib.sha256()
        self._file: IO[bytes] = archive.open(info, "w", force_zip64=True)

    def write(self, piece: bytes) -> None:
        self.digest.update(piece)
        self.bytes += len(piece)
        self._file.write(piece)

    def __enter__(self) -> _Member:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    @property
    def entry(self) -> dict[str, Any]:
        return {"path": self.path, "bytes": self.bytes, "sha256": self.digest.hexdigest()}


def _to_json(row: Mapping[str, Any]) -> bytes:
    return orjson.dumps(row, default=str, option=orjson.OPT_UTC_Z)  # asyncpg has UUIDs of its own
