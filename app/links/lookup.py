"""Looks names up for the lanes: at once, without waiting for anything.

On SQLite a read-only connection of the loop's own thread answers in microseconds. What it has read is used again only
while SQLite says that nothing was committed since (PRAGMA data_version, asked once in a turn of the loop): it cannot be
stale. While the file cannot be read at all, what was read last goes on leading.
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
from app.links.resolution import SQL, Found, found

MOST_REMEMBERED = 50_000


class Lookup(Protocol):
    """Both databases' way to find what stands at a name."""

    def at_once(self, folded: str) -> Found | None:
        """What stands at a folded name, or None when only `find` can say. Never waits, never raises."""

    async def find(self, folded: str) -> Found:
        """What stands at a folded name. Raises what the database raises."""

    async def caught_up(self) -> None:
        """Returns when `at_once` knows of everything that was committed before."""

    async def close(self) -> None: ...


class SqliteLookup:
    """Reads the main file. `current` holds for this turn of the loop; `remembered` is used only while reading fails."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.current: dict[str, Found] = {}
        self.remembered: dict[str, Found] = {}
        self.version: object = None
        self._asked = False
        self._open: sqlite3.Connection | None = None
        self._sql = SQL.replace("$", "?")

    def at_once(self, folded: str) -> Found | None:
        try:
            if not self._asked:
                self._ask()
            return self.current.get(folded) or self.read(folded)
        except sqlite3.Error:
            self._drop()
            return self.remembered.get(folded)

    async def find(self, folded: str) -> Found:
        return self.read(folded)

    def read(self, folded: str) -> Found:
        """Raises sqlite3.Error."""
        connection = self._open or self._connect()
        answer = found(connection.execute(self._sql, (folded,)).fetchone())
        if answer.known:
            _keep(self.current, folded, answer)
            _keep(self.remembered, folded, answer)
        return answer

    async def caught_up(self) -> None:
        """It always is."""

    async def close(self) -> None:
        self._drop()

    def _ask(self) -> None:
        """Whether anything was committed since; https://sqlite.org/pragma.html#pragma_data_version."""
        connection = self._open or self._connect()
        version = connection.execute("PRAGMA data_version").fetchone()
        if version != self.version:
            self.version, self.current = version, {}
        self._asked = True
        asyncio.get_running_loop().call_soon(self._turned)

    def _turned(self) -> None:
        self._asked = False

    def _connect(self) -> sqlite3.Connection:
        self._open = sqlite3.connect(
            f"file:{quote(self.file)}?mode=ro", uri=True, isolation_level=None, timeout=0, cached_statements=8
        )
        return self._open

    def _drop(self) -> None:
        if self._open is not None:
            with suppress(sqlite3.Error):
                self._open.close()
            self._open, self.version = None, None


def _keep(kept: dict[str, Found], folded: str, answer: Found) -> None:
    if folded not in kept and len(kept) >= MOST_REMEMBERED:
        kept.pop(next(iter(kept)))
    kept[folded] = answer


@asynccontextmanager
async def looking(url: str) -> AsyncGenerator[Lookup]:
    """The look-up for a database, for the length of a block."""
    sqlite = url.startswith("sqlite")
    lookup: Lookup = SqliteLookup(db.credentials(url)["file_path"]) if sqlite else await PostgresLookup.open(url)
    try:
        yield lookup
    finally:
        await lookup.close()
