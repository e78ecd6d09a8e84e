"""Resolves names for redirects, if possible without waiting.

On SQLite, a read-only connection of the event loop's thread answers in microseconds. An earlier result is reused only
while SQLite reports that nothing was committed since (PRAGMA data_version, read once per turn of the loop), so it
cannot be stale. While the file cannot be read at all, the last known results are used.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from typing import Protocol
from urllib.parse import quote

from app.kernel import db
from app.links.name_cache import PostgresLookup
from app.links.resolution import SQL, Resolution, resolution_of_row

MAX_REMEMBERED = 50_000


class Lookup(Protocol):
    """Resolves names to links and pages on either database."""

    def get_nowait(self, folded: str) -> Resolution | None:
        """Returns the resolution of a folded name, or None when only `find` can tell. Never waits, never raises."""

    async def find(self, folded: str) -> Resolution:
        """Returns the resolution of a folded name. Raises: the exceptions of the database driver."""

    async def wait_until_current(self) -> None:
        """Returns once `get_nowait` reflects everything that was committed before the call."""

    async def close(self) -> None:
        """Closes the connections."""


class SqliteLookup:
    """Reads the main database file.

    `current` holds results of this turn of the loop; `remembered` is used only while reading fails.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.current: dict[str, Resolution] = {}
        self.remembered: dict[str, Resolution] = {}
        self.version: object = None
        self._version_checked = False
        self._connection: sqlite3.Connection | None = None
        self._sql = SQL.replace("$", "?")

    def get_nowait(self, folded: str) -> Resolution | None:
        """Returns the resolution of a folded name; while reading fails, the last known one or None."""
        try:
            if not self._version_checked:
                self._check_version()
            return self.current.get(folded) or self.read(folded)
        except sqlite3.Error:
            self._disconnect()
            return self.remembered.get(folded)

    async def find(self, folded: str) -> Resolution:
        """Returns the resolution of a folded name. Raises: sqlite3.Error."""
        return self.read(folded)

    def read(self, folded: str) -> Resolution:
        """Reads the resolution of a folded name from the database. Raises: sqlite3.Error."""
        connection = self._connection or self._connect()
        result = resolution_of_row(connection.execute(self._sql, (folded,)).fetchone())
        if result.known:
            _store(self.current, folded, result)
            _store(self.remembered, folded, result)
        return result

    async def wait_until_current(self) -> None:
        """Returns at once, because results are never stale."""

    async def close(self) -> None:
        """Closes the connection."""
        self._disconnect()

    def _check_version(self) -> None:
        """Drops `current` if anything was committed; https://sqlite.org/pragma.html#pragma_data_version."""
        connection = self._connection or self._connect()
        version = connection.execute("PRAGMA data_version").fetchone()
        if version != self.version:
            self.version, self.current = version, {}
        self._version_checked = True
        asyncio.get_running_loop().call_soon(self._require_version_check)

    def _require_version_check(self) -> None:
        self._version_checked = False

    def _connect(self) -> sqlite3.Connection:
        self._connection = sqlite3.connect(
            f"file:{quote(self.file)}?mode=ro", uri=True, isolation_level=None, timeout=0, cached_statements=8
        )
        return self._connection

    def _disconnect(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection, self.version = None, None


def _store(cache: dict[str, Resolution], folded: str, result: Resolution) -> None:
    """Adds a result to a cache of at most MAX_REMEMBERED names and drops the oldest entry of a full one."""
    if folded not in cache and len(cache) >= MAX_REMEMBERED:
        cache.pop(next(iter(cache)))
    cache[folded] = result


@asynccontextmanager
async def open_lookup(url: str) -> AsyncGenerator[Lookup]:
    """A context manager that opens the look-up for the database at `url` and closes it afterwards."""
    sqlite = url.startswith("sqlite")
    lookup: Lookup = (
        SqliteLookup(db.connection_parameters(url)["file_path"]) if sqlite else await PostgresLookup.open(url)
    )
    try:
        yield lookup
    finally:
        await lookup.close()
