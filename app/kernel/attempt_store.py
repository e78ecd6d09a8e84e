"""Counters of attempts that all processes of an installation share: how often, in a window of time, by key.

On SQLite they are in a file of their own next to the main one, because a write to the main file empties the look-up of
names that redirects use; on PostgreSQL in an unlogged table. A key is written as an HMAC under a random salt of the
day, which is deleted a day later: no address, email or id is stored, and none can be found by trying. A window that
began before midnight UTC goes on under the salt of its day.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import os
import secrets
import sqlite3
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from app.kernel import clock, db
from app.kernel.private_files import open_file
from app.kernel.sqlite_statements import for_sqlite
from app.kernel.transient_errors import is_sqlite_locked

SWEEP_INTERVAL, PATIENCE, PAUSE, DAY = 60, 1.0, 0.002, 86_400  # seconds
SALT_KEY = "salt "  # followed by the day: the key of the row whose `salt` belongs to that day
CREATE = """CREATE TABLE IF NOT EXISTS attempts
    (key TEXT PRIMARY KEY, count BIGINT NOT NULL, ends_at BIGINT NOT NULL, salt TEXT) WITHOUT ROWID"""
COUNT = """INSERT INTO attempts (key, count, ends_at) VALUES ($1, 1, $2) ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN attempts.ends_at <= $3 THEN 1 ELSE attempts.count + 1 END,
    ends_at = CASE WHEN attempts.ends_at <= $3 THEN excluded.ends_at ELSE attempts.ends_at END
    RETURNING count, ends_at"""
ADD = """INSERT INTO attempts (key, count, ends_at)
    SELECT key, count, $3 FROM unnest($1::TEXT[], $2::BIGINT[]) AS added (key, count) ORDER BY key
    ON CONFLICT (key) DO UPDATE SET count = attempts.count + excluded.count RETURNING key, count"""
READ = "SELECT count, ends_at FROM attempts WHERE key = $1 AND ends_at > $2"
TAKE_BACK = "UPDATE attempts SET count = count - 1 WHERE key = $1 AND count > 0"
DELETE, SWEEP = "DELETE FROM attempts WHERE key = $1", "DELETE FROM attempts WHERE ends_at <= $1"
ADD_SALT = "INSERT INTO attempts (key, count, ends_at, salt) VALUES ($1, 0, $2, $3) ON CONFLICT (key) DO NOTHING"
READ_SALT = "SELECT salt FROM attempts WHERE key = $1"


class Attempts(NamedTuple):
    """The attempts in the current window of a key: their number, and when the window ends (seconds since 1970)."""

    made: int
    ends_at: int


def attempts_file(main: str) -> Path:
    """Returns the path of the SQLite file for attempts: `kliqs.attempts.sqlite3` for `kliqs.sqlite3`."""
    return Path(main).with_suffix(f".attempts{Path(main).suffix}")


class AttemptStore:
    """The counters of an installation. Every method raises when the database does not answer."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "attempts")
        self._file: sqlite3.Connection | None = None
        self._path = Path()
        self._salts: dict[int, bytes] = {}  # by the number of the day since 1970
        self._swept_at = 0

    async def count(self, key: str, seconds: int) -> Attempts:
        """Counts an attempt; the first one begins a window of so many seconds."""
        now = _now()
        await self._sweep(now)
        [row] = await self._run(COUNT, [await self._hashed(key), now + seconds, now])
        return Attempts(*row)

    async def read(self, key: str) -> Attempts:
        """Returns the attempts in the current window, 0 and now if there is none."""
        now = _now()
        rows = await self._run(READ, [await self._hashed(key), now])
        return Attempts(*rows[0]) if rows else Attempts(0, now)

    async def take_back(self, key: str) -> None:
        """Uncounts one attempt."""
        await self._run(TAKE_BACK, [await self._hashed(key)])

    async def delete(self, key: str) -> None:
        """Forgets the attempts of a key."""
        await self._run(DELETE, [await self._hashed(key)])

    async def add(self, counts: Mapping[str, int], ends_at: int) -> dict[str, int]:
        """Adds to counts by `hashed_today`, which end then, and returns their sums over all processes; PostgreSQL only.

        The rows are locked in the order of their keys, so that no two processes wait for each other.
        """
        await self._sweep(_now())
        return dict(await self._run(ADD, [[*counts], [*counts.values()], ends_at]))

    async def hashed_today(self, key: str) -> str:
        """Returns the HMAC of a key under the salt of today, for counts that need not go on over midnight."""
        return _hash(await self._salt_of(_now() // DAY), key)

    async def _sweep(self, now: int) -> None:
        """Deletes the counts that have ended, once in SWEEP_INTERVAL."""
        if now >= self._swept_at + SWEEP_INTERVAL:
            self._swept_at = now
            await self._run(SWEEP, [now])

    async def _hashed(self, key: str) -> str:
        """Returns the key as it is stored: under yesterday's salt while a window of yesterday goes on."""
        now = _now()
        yesterday = _hash(await self._salt_of(now // DAY - 1), key)
        if await self._run(READ, [yesterday, now]):
            return yesterday
        return _hash(await self._salt_of(now // DAY), key)

    async def _salt_of(self, day: int) -> bytes:
        """Returns the random salt of a day, which the first process that needs it stores for all."""
        if day not in self._salts:
            name = f"{SALT_KEY}{day}"
            await self._run(ADD_SALT, [name, (day + 2) * DAY, secrets.token_hex(32)])
            [(salt,)] = await self._run(READ_SALT, [name])
            self._salts = {known: value for known, value in self._salts.items() if known >= day - 1}
            self._salts[day] = bytes.fromhex(salt)
        return self._salts[day]

    async def _run(self, sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        client = db.client_outside_transaction()
        if client.capabilities.dialect != "sqlite":
            async with asyncio.timeout(PATIENCE):
                return [tuple(row.values()) for row in await client.execute_query_dict(sql, list(values))]
        path = attempts_file(client.filename)
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._run_on_file, path, sql, values)

    def _run_on_file(self, path: Path, sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        if self._file is None or self._path != path:
            self._file, self._path = _open(path), path
        return self._file.execute(for_sqlite(sql), tuple(values)).fetchall()


def _open(path: Path) -> sqlite3.Connection:
    """Opens the file. It is not synced: after a power cut, attempts of the last moments are forgotten."""
    os.close(open_file(path, os.O_RDWR))
    connection = sqlite3.connect(path, PATIENCE, isolation_level=None, check_same_thread=False)
    _use_write_ahead_log(connection)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute(CREATE)
    return connection


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Gives a new file its write-ahead log. Raises: OperationalError if others have it locked for PATIENCE seconds.

    SQLite does not wait by itself here: of two processes that open a new file at once, one is refused.
    """
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if not is_sqlite_locked(error) or time.monotonic() >= until:
                raise
        time.sleep(PAUSE)


def _hash(salt: bytes, key: str) -> str:
    return hmac.new(salt, key.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def _now() -> int:
    now: datetime = clock.now()
    return int(now.timestamp())
