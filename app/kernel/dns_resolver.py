"""Resolves host names with the system's resolver, in threads of their own."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

if TYPE_CHECKING:
    from aiohttp.abc import ResolveResult

T = TypeVar("T")


class LookupThreads:
    """Threads that look names up. A lookup cannot be ended, so all who want the same name wait for the one that runs: a
    name server that does not answer holds one thread.
    """

    def __init__(self, most: int, name: str) -> None:
        self._threads = ThreadPoolExecutor(max_workers=most, thread_name_prefix=name)
        self._running: dict[object, Future[Any]] = {}

    async def run(self, key: object, lookup: Callable[[], T]) -> T:
        """Returns what the lookup of a key returns, which may have been begun for somebody else."""
        running = self._running.get(key)
        if running is None:
            running = self._running[key] = self._threads.submit(lookup)
            running.add_done_callback(lambda _: self._running.pop(key, None))
        return cast(T, await asyncio.shield(asyncio.wrap_future(running)))


SERVICES = LookupThreads(8, "dns")  # hosts in the operator's settings
STRANGERS = LookupThreads(32, "dns of strangers")  # hosts that people typed, which must not hold up the others


class Resolver(Protocol):
    """What the HTTP client needs of a resolver: that of aiohttp.abc.AbstractResolver, without loading aiohttp."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Returns the addresses of a host. Raises OSError if there are none."""

    async def close(self) -> None:
        """Releases what the resolver holds."""


class SystemResolver:
    """Resolves host names with the system's resolver, in threads."""

    def __init__(self, threads: LookupThreads = SERVICES) -> None:
        self.threads = threads

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Returns the addresses of a host. Raises OSError if there are none."""
        ask = partial(socket.getaddrinfo, host, port, family, socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
        try:
            rows = await self.threads.run((host, port, family), ask)
        except UnicodeError as error:  # a label that DNS does not allow
            raise OSError(str(error)) from None
        return [
            {"hostname": host, "host": str(sockaddr[0]), "port": port, "family": family, "proto": protocol, "flags": 0}
            for family, _, protocol, _, sockaddr in rows
        ]

    async def close(self) -> None:
        """Does nothing: no resources are held."""
