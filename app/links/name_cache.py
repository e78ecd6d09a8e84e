"""A bounded cache of names for PostgreSQL, invalidated by LISTEN/NOTIFY.

Triggers in the database send the notifications, so no change can be missed, whether another machine, a command or SQL
by hand makes it. A connection that died may give no sign of it, so the cache is used only while the server answered on
that connection less than STALE_AFTER ago: no result is older than that. Otherwise every name is read from the database.
Only while the database does not answer at all are the last known results used.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import Any, Self

import asyncpg

from app.blocklists.blocked_host import read_blocked_hosts
from app.kernel import db, installation
from app.kernel.bounded_cache import BoundedCache
from app.kernel.change_news import TOPICS, ChangeNews
from app.kernel.outage_log import log_outage
from app.kernel.postgres_backend import connect
from app.kernel.postgres_url import direct_url
from app.links.resolution import Resolution, read_resolution
from app.names.name_on_domain import NameKey

CHANNEL = "kliqs_names"
HOSTS_CHANGED = "*"  # the notification that a blocked host was added or taken away; no name is written like that
MAX_KNOWN, MAX_UNKNOWN = 100_000, 20_000  # cached names
MAX_KNOWN_BYTES, MAX_UNKNOWN_BYTES = 192 * 2**20, 32 * 2**20
MAX_AGE, STALE_AFTER, CHECK_INTERVAL, TIMEOUT = 60.0, 1.0, 0.25, 2.0  # seconds
# asyncpg raises InternalClientError for a statement whose connection is closed meanwhile
BROKEN = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
UNREACHABLE = (TimeoutError, *BROKEN, *db.UNREACHABLE)
Cache = BoundedCache[NameKey, tuple[float, Resolution]]


class PostgresLookup:
    """Resolves names through the cache.

    `known` caches links, bio pages and held names, `unknown` names that nobody has. They are separate, so that a flood
    of unknown names evicts no known one. `asking` holds a marker for each query under way; `down` is true while the
    database does not answer.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.known: Cache = BoundedCache(MAX_KNOWN, MAX_KNOWN_BYTES)
        self.unknown: Cache = BoundedCache(MAX_UNKNOWN, MAX_UNKNOWN_BYTES)
        self.asking: dict[NameKey, object] = {}
        self.down = False
        self.blocked_hosts: frozenset[str] | None = None  # None until they are read (again)
        self._news = installation.current().resource(ChangeNews)
        self._listener: asyncpg.Connection[Any] | None = None
        self._heard_at = 0.0  # monotonic; all notifications up to then have arrived
        self._listener_lock = asyncio.Lock()  # a connection runs one statement at a time and breaks when it gets two
        self._listener_task: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, url: str) -> Self:
        """Starts to listen; returns when the connection listens."""
        lookup = cls(url)
        await lookup._listen()
        lookup._listener_task = asyncio.create_task(lookup._keep_listening(), name="names")
        return lookup

    def get_nowait(self, key: NameKey) -> Resolution | None:
        """The cached result of a name if it is current, or if the database is down; otherwise None."""
        entry = self.known.get(key) or self.unknown.get(key)
        if entry is None:
            return None
        is_fresh = self._listener is not None and time.monotonic() < min(
            entry[0] + MAX_AGE, self._heard_at + STALE_AFTER
        )
        return entry[1] if is_fresh or self.down else None

    async def find(self, key: NameKey) -> Resolution:
        """What a name resolves to.

        Raises: those in UNREACHABLE when the database does not answer and the name is not cached.
        """
        if (cached := self.get_nowait(key)) is not None:
            return cached
        try:
            async with asyncio.timeout(TIMEOUT):
                return await self._query(key)
        except UNREACHABLE:
            self.down = True
            if key not in self.known:
                raise
            return self.known[key][1]

    async def wait_until_current(self) -> None:
        """Returns once all earlier notifications have arrived."""
        async with self._listener_lock:
            if self._listener is not None:
                with suppress(*UNREACHABLE):
                    await self._hear(self._listener)

    async def close(self) -> None:
        """Stops listening and closes the connection."""
        if self._listener_task:
            self._listener_task.cancel()
            await asyncio.gather(self._listener_task, return_exceptions=True)
        await self._stop_listening()

    async def _query(self, key: NameKey) -> Resolution:
        """Reads a name from the database, and caches the result unless the name changed meanwhile."""
        marker = self.asking.setdefault(key, object())  # `_invalidate` removes it
        try:
            if (hosts := self.blocked_hosts) is None:
                hosts = await read_blocked_hosts()
                if self.asking.get(key) is marker:  # no notification of a change has come meanwhile
                    self.blocked_hosts = hosts
            result = await read_resolution(key, hosts)
            if self.asking.get(key) is marker:
                self._store(key, result)
            return result
        finally:
            if self.asking.get(key) is marker:
                del self.asking[key]

    def _store(self, key: NameKey, result: Resolution) -> None:
        """Caches a result, in place of an earlier one or of the oldest entries."""
        cache, other = (self.known, self.unknown) if result.known else (self.unknown, self.known)
        other.discard(key)
        cache.store(key, (time.monotonic(), result), result.estimated_bytes)

    def _invalidate(self, _connection: Any, _pid: int, _channel: str, payload: str) -> None:
        """Receives a notification: its payload is the name that changed (NameKey.from_notification), or a topic."""
        if payload in TOPICS:
            self._news.add(payload)
            return
        if payload == HOSTS_CHANGED:
            self._forget()
            return
        key = NameKey.from_notification(payload)
        for cache in (self.known, self.unknown):
            cache.discard(key)
        self.asking.pop(key, None)

    async def _listen(self) -> None:
        """Opens the connection that listens, and empties the cache."""
        connection = await connect(db.connection_parameters(direct_url(self.url)))
        try:
            await connection.add_listener(CHANNEL, self._invalidate)
        except BaseException:
            connection.terminate()
            raise
        self._forget()  # changes before the connection listened were missed
        self._news.add(*TOPICS)
        self._listener, self._heard_at = connection, time.monotonic()

    def _forget(self) -> None:
        """Empties the cache, for what every result may depend on."""
        self.known.clear()
        self.unknown.clear()
        self.asking.clear()
        self.blocked_hosts = None

    async def _hear(self, listener: asyncpg.Connection[Any]) -> None:
        """Returns once all earlier notifications have arrived, and keeps when that was. Raises: those in UNREACHABLE.

        The server delivers pending notifications before it answers the next statement (PostgreSQL 18, NOTIFY).
        """
        asked_at = time.monotonic()
        await listener.execute("SELECT 1", timeout=TIMEOUT)
        self._heard_at = asked_at

    async def _keep_listening(self) -> None:
        """Checks the connection every CHECK_INTERVAL and reopens it: a cut connection gives no sign of itself."""
        while True:
            await asyncio.sleep(CHECK_INTERVAL)
            try:
                async with asyncio.timeout(TIMEOUT), self._listener_lock:
                    await (self._hear(self._listener) if self._listener is not None else self._listen())
                self.down = False
            except Exception as problem:  # whatever the cause, the next round tries again
                log_outage("names_not_heard", problem)
                await self._stop_listening()
                self.down = not await self._database_answers()

    async def _database_answers(self) -> bool:
        """Whether the database answers other connections; if so, the cache must not be used while not listening."""
        with suppress(*UNREACHABLE):
            async with asyncio.timeout(TIMEOUT):
                await db.ping()
            return True
        return False

    async def _stop_listening(self) -> None:
        """Closes the connection that listens."""
        connection, self._listener = self._listener, None
        if connection is not None:
            with suppress(Exception):
                await connection.close(timeout=1)
