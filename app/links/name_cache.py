"""Names on PostgreSQL: a bounded cache in the process, told of every change by LISTEN/NOTIFY.

The database itself tells (triggers in the migrations), so no change can be forgotten: not one by another machine, a
command or SQL by hand. While nobody is listening, each name is asked for again; only while the database does not
answer at all does what was known last go on leading.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import Any, Self

import asyncpg
import structlog

from app.kernel import db
from app.kernel.postgres_backend import connect
from app.links.resolution import SQL, Found, found

CHANNEL = "kliqs_names"
MOST_KNOWN, MOST_UNKNOWN, KEPT_SECONDS, AGAIN_AFTER, PATIENCE = 100_000, 20_000, 60.0, 1.0, 2.0
UNREACHABLE = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError, *db.UNREACHABLE)
log = structlog.get_logger()


class PostgresLookup:
    """`known` has links, bio pages and held names, `unknown` those that nobody has.

    They are apart, so that a storm of wrong names pushes out no right one.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.known: dict[str, tuple[float, Found]] = {}
        self.unknown: dict[str, tuple[float, Found]] = {}
        self.asking: dict[str, object] = {}
        self.down = False
        self._ear: asyncpg.Connection[Any] | None = None
        self._turn = asyncio.Lock()  # the ear takes one question at a time, and is no more of use after two
        self._listening: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, url: str) -> Self:
        """Begins to listen; returns when it does."""
        lookup = cls(url)
        await lookup._listen()
        lookup._listening = asyncio.create_task(lookup._keep_listening(), name="names")
        return lookup

    def at_once(self, folded: str) -> Found | None:
        kept = self.known.get(folded) or self.unknown.get(folded)
        if kept is None:
            return None
        fresh = self._ear is not None and time.monotonic() < kept[0] + KEPT_SECONDS
        return kept[1] if fresh or self.down else None

    async def find(self, folded: str) -> Found:
        if (answer := self.at_once(folded)) is not None:
            return answer
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._ask(folded)
        except UNREACHABLE:
            self.down = True
            if folded not in self.known:
                raise
            return self.known[folded][1]

    async def caught_up(self) -> None:
        """The server delivers what it has to tell before it answers the next question (PostgreSQL 18, NOTIFY)."""
        async with self._turn:
            if self._ear is not None:
                with suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                    await self._ear.execute("SELECT 1")

    async def close(self) -> None:
        if self._listening:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
        await self._hang_up()

    async def _ask(self, folded: str) -> Found:
        """Keeps the answer unless a change was told meanwhile: it may be older than that."""
        asked = self.asking.setdefault(folded, object())  # another one after a change was told
        try:
            rows = await db.rows(SQL, [folded])
            answer = found(list(rows[0].values()) if rows else None)
            if self.asking.get(folded) is asked:
                self._keep(folded, answer)
            return answer
        finally:
            if self.asking.get(folded) is asked:
                del self.asking[folded]

    def _keep(self, folded: str, answer: Found) -> None:
        kept, most = (self.known, MOST_KNOWN) if answer.known else (self.unknown, MOST_UNKNOWN)
        for before in (self.known, self.unknown):
            before.pop(folded, None)
        if len(kept) >= most:
            kept.pop(next(iter(kept)))
        kept[folded] = (time.monotonic(), answer)

    def _heard(self, _connection: Any, _pid: int, _channel: str, folded: str) -> None:
        for kept in (self.known, self.unknown):
            kept.pop(folded, None)
        self.asking.pop(folded, None)

    async def _listen(self) -> None:
        ear = await connect(db.credentials(self.url))
        try:
            await ear.add_listener(CHANNEL, self._heard)
        except BaseException:
            ear.terminate()
            raise
        self.known.clear()  # what changed while nobody listened
        self.unknown.clear()
        self.asking.clear()
        self._ear = ear

    async def _keep_listening(self) -> None:
        """Asks every second whether the line still stands: one that is cut says nothing by itself."""
        while True:
            await asyncio.sleep(AGAIN_AFTER)
            try:
                async with asyncio.timeout(PATIENCE), self._turn:
                    await (self._ear.execute("SELECT 1") if self._ear is not None else self._listen())
                self.down = False
            except Exception as problem:  # whatever it is, it is tried again
                log.warning("names_not_heard", problem=str(problem)[:200])
                await self._hang_up()
                self.down = not await self._answers()

    async def _answers(self) -> bool:
        """Whether the database answers others than the ear: then what was known may not lead on unheard."""
        with suppress(*UNREACHABLE):
            async with asyncio.timeout(PATIENCE):
                await db.answers()
            return True
        return False

    async def _hang_up(self) -> None:
        ear, self._ear = self._ear, None
        if ear is not None:
            with suppress(Exception):
                await ear.close(timeout=1)
