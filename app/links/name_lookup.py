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

from app.blocklists.blocked_host import IN_FORCE, LAST_CHANGE
from app.kernel import db
from app.kernel.bounded_cache import BoundedCache
from app.links.name_cache import PostgresLookup
from app.links.resolution import NO_HOSTS, SQL, UNKNOWN_NAME, Resolution, resolution_of_row
from app.names.name_on_domain import NameKey

MAX_REMEMBERED, MAX_REMEMBERED_BYTES = 50_000, 96 * 2**20


class Lookup(Protocol):
    """Resolves names to links and pages on either database."""

    def get_nowait(self, key: NameKey) -> Resolution | None:
        """Returns the resolution of a name, or None when only `find` can tell. Never waits, never raises."""

    async def find(self, key: NameKey) -> Resolution:
        """Returns the resolution of a name. Raises: the exceptions of the database driver."""

    async def wait_until_current(self) -> None:
        """Returns once `get_nowait` reflects everything that was committed before the call."""

    async def close(self) -> None:
        """Closes the connections."""


class SqliteLookup:
    """Reads the main database file.

    `current` holds results since the last commit; `remembered` has the last row of each name, and is used for answers
    only while reading fails. What is in `current` is in `remembered` too, which is bounded. Both are dropped when the
    blocked hosts changed, which every result depends on.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.current: dict[NameKey, Resolution] = {}
        self.remembered: BoundedCache[NameKey, tuple[tuple[object, ...], Resolution]] = BoundedCache(
            MAX_REMEMBERED, MAX_REMEMBERED_BYTES
        )
        self.version: object = None
        self.blocked_hosts, self.hosts_change = NO_HOSTS, None
        self._version_checked = False
        self._connection: sqlite3.Connection | None = None
        self._sql = SQL.replace("$", "?")

    def get_nowait(self, key: NameKey) -> Resolution | None:
        """Returns the resolution of a name; while reading fails, the last known one or None."""
        try:
            if not self._version_checked:
                self._check_version()
            return self.current.get(key) or self.read(key)
        except sqlite3.Error:
            self._disconnect()
            return self.remembered[key][1] if key in self.remembered else None

    async def find(self, key: NameKey) -> Resolution:
        """Returns the resolution of a name. Raises: sqlite3.Error."""
        if not self._version_checked:
            self._check_version()
        return self.read(key)

    def read(self, key: NameKey) -> Resolution:
        """Reads the resolution of a name from the database. Raises: sqlite3.Error.

        A row that did not change has the same resolution object as before, so that what was prepared for it stays.
        """
        connection = self._connection or self._connect()
        row = connection.execute(self._sql, key).fetchone()
        if row is None:
            return UNKNOWN_NAME
        before = self.remembered.get(key)
        if before is not None and before[0] == row:
            result = before[1]
        else:
            result = resolution_of_row(row, self.blocked_hosts)
            for evicted in self.remembered.store(key, (row, result), result.estimated_bytes):
                self.current.pop(evicted, None)
        self.current[key] = result
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
            self.current = {}
            self._check_blocked_hosts(connection)
            self.version = version
        self._version_checked = True
        asyncio.get_running_loop().call_soon(self._require_version_check)

    def _check_blocked_hosts(self, connection: sqlite3.Connection) -> None:
        """Reads the blocked hosts anew if any was added or taken away, and drops what the others decided."""
        change = connection.execute(LAST_CHANGE).fetchone()
        if change != self.hosts_change:
            hosts = frozenset(row[0] for row in connection.execute(IN_FORCE))
            if hosts != self.blocked_hosts:
                self.remembered.clear()
            self.blocked_hosts, self.hosts_change = hosts, change

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
