"""The daily salt of unique visitors: random, shared by all processes, forgotten when its UTC day is over.

With it, what we keep of a visitor cannot be traced back to an address, and says nothing about another day.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from hashlib import blake2b

import structlog

from app.kernel import clock, db
from app.visits.calendar import on_postgres

DAY, AHEAD, EVERY = 86_400_000, 600_000, 60
log = structlog.get_logger()


class Salts:
    """Today's salt, and tomorrow's shortly before midnight. Without a database, one of this process's own."""

    def __init__(self) -> None:
        self.by_day: dict[int, bytes] = {}
        self._traces = True

    def visitor(self, at: int, address: str, agent: str, languages: str) -> int:
        """63 bits that are the same for the same visitor on the same UTC day: keyed BLAKE2b (RFC 7693 §2.9).

        `at` in milliseconds since 1970.
        """
        day = at // DAY
        salt = self.by_day.get(day)
        if salt is None:
            salt = self.by_day[day] = secrets.token_bytes(32)
        text = f"{address}\0{agent}\0{languages}".encode("utf-8", "replace")
        return int.from_bytes(blake2b(text, digest_size=8, key=salt).digest(), "big") >> 1

    async def load(self) -> None:
        """Fetches what is needed now, making it where nobody has yet, and forgets what is over."""
        now = int(clock.now().timestamp() * 1000)
        today = now // DAY
        for day in {today, (now + AHEAD) // DAY}:
            self.by_day[day] = await _shared(day)
        self.by_day = {day: salt for day, salt in self.by_day.items() if day >= today}
        await self._forget(today)

    async def _forget(self, today: int) -> None:
        """SQLite would leave them in pages and in its log of writes, for weeks perhaps: both are overwritten."""
        over = await db.rows("UPDATE salts SET salt = $1 WHERE day < $2 RETURNING day", ["0" * 64, today],
                             on=db.visits())
        await db.rows("DELETE FROM salts WHERE day < $1", [today], on=db.visits())
        if (over or self._traces) and not on_postgres():
            [emptied] = await db.rows("PRAGMA wal_checkpoint(TRUNCATE)", [], on=db.visits())
            self._traces = bool(emptied["busy"])

    @asynccontextmanager
    async def kept(self) -> AsyncGenerator[None]:
        """Has the right salts beside a block."""
        await self.load()
        task = asyncio.create_task(self._keep(), name="salts")
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _keep(self) -> None:
        while True:
            await asyncio.sleep(EVERY)
            try:
                await self.load()
            except Exception as problem:  # tried again; meanwhile a day has a salt of this process's own
                log.warning("salt_not_loaded", problem=str(problem)[:200])


async def _shared(day: int) -> bytes:
    """The day's salt that all processes use: whoever is first draws it."""
    drawn = secrets.token_hex(32)
    sql = "INSERT INTO salts (day, salt) VALUES ($1, $2) ON CONFLICT (day) DO NOTHING"
    await db.rows(sql, [day, drawn], on=db.visits())
    found = await db.rows("SELECT salt FROM salts WHERE day = $1", [day], on=db.visits())
    return bytes.fromhex(found[0]["salt"])
