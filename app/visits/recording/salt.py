"""The daily salt of visitor hashes: random, shared by all processes, deleted after its UTC day.

Because it is deleted, a hash cannot be traced back to an IP address, and hashes of different days cannot be compared.
"""

from __future__ import annotations

import secrets
from contextlib import AbstractAsyncContextManager
from hashlib import blake2b

from app.kernel import clock, db
from app.kernel.background import kept_current
from app.visits.sql import on_postgres

DAY, PRELOAD, LOAD_INTERVAL = 86_400_000, 600_000, 60  # milliseconds, milliseconds, seconds


class Salts:
    """Today's salt, and tomorrow's shortly before midnight. A day whose salt was not loaded gets a random one of this
    process.
    """

    def __init__(self) -> None:
        self.by_day: dict[int, bytes] = {}
        self._salt, self._keyed_hash = b"", blake2b()
        self._traces = True

    def visitor(self, at: int, address: str, agent: str, languages: str) -> int:
        """Returns a 63-bit hash that is the same for a visitor on one UTC day: keyed BLAKE2b (RFC 7693 §2.9).

        `at` is in milliseconds since 1970.
        """
        day = at // DAY
        salt = self.by_day.get(day)
        if salt is None:
            salt = self.by_day[day] = secrets.token_bytes(32)
        if salt is not self._salt:
            self._salt, self._keyed_hash = salt, blake2b(digest_size=8, key=salt)
        keyed_hash = self._keyed_hash.copy()  # takes half the time of a new one
        keyed_hash.update(f"{address}\0{agent}\0{languages}".encode("utf-8", "replace"))
        return int.from_bytes(keyed_hash.digest(), "big") >> 1

    async def load(self) -> None:
        """Loads the salts that are needed now, creates missing ones, and deletes those of past days."""
        now = int(clock.now().timestamp() * 1000)
        today = now // DAY
        for day in {today, (now + PRELOAD) // DAY}:
            self.by_day[day] = await _shared_salt(day)
        self.by_day = {day: salt for day, salt in self.by_day.items() if day >= today}
        self._salt, self._keyed_hash = b"", blake2b()  # it may be that of a past day
        await self._forget(today)

    async def _forget(self, today: int) -> None:
        """Deletes past salts. SQLite could keep deleted ones in pages and in the WAL for weeks, so both are
        overwritten.
        """
        overwritten = await db.query_rows(
            "UPDATE salts SET salt = $1 WHERE day < $2 RETURNING day", ["0" * 64, today], on=db.visits_connection()
        )
        await db.query_rows("DELETE FROM salts WHERE day < $1", [today], on=db.visits_connection())
        if (overwritten or self._traces) and not on_postgres():
            [checkpoint] = await db.query_rows("PRAGMA wal_checkpoint(TRUNCATE)", [], on=db.visits_connection())
            self._traces = bool(checkpoint["busy"])

    def kept(self) -> AbstractAsyncContextManager[None]:
        """Context manager that keeps the salts loaded. During an outage a new day has a random one of this process."""
        return kept_current(self.load, LOAD_INTERVAL, "salt_not_loaded")


async def _shared_salt(day: int) -> bytes:
    """Returns the day's salt of all processes; the first process creates it."""
    new_salt = secrets.token_hex(32)
    sql = "INSERT INTO salts (day, salt) VALUES ($1, $2) ON CONFLICT (day) DO NOTHING"
    await db.query_rows(sql, [day, new_salt], on=db.visits_connection())
    rows = await db.query_rows("SELECT salt FROM salts WHERE day = $1", [day], on=db.visits_connection())
    return bytes.fromhex(rows[0]["salt"])
