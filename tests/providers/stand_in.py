"""What the stand-ins of payment providers share: a real server on this machine, troubles on demand, and notifications.

A stand-in serves in a thread of its own, so that tests with and without an event loop, and browsers, can use it. It
refuses what the real provider refuses. `troubles` are used up one by one, each by one request:

- "429", "500", "503": that status; "redirect": to another address; "not json": a page of HTML with the status 200;
- "time-out": nothing is done and no answer comes; "time-out after": it is done, and no answer comes;
- "422": the refusal of a field, in the provider's form.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import aiohttp
from aiohttp import web

from app.kernel import clock
from tests.threads import join

WIB = ZoneInfo("Asia/Jakarta")
DEADLINE = 30


@dataclass(frozen=True)
class Message:
    """A notification as it is posted."""

    url: str
    headers: dict[str, str]
    body: bytes


class StandIn:
    """A payment provider. `requests` has what arrived: method, path with query, headers and body."""

    prefix = ""

    def __init__(self) -> None:
        self.origin = ""
        self.troubles: list[str] = []
        self.requests: list[tuple[str, str, dict[str, str], bytes]] = []
        self.skew = timedelta()
        self._ended = asyncio.Event()

    @property
    def url(self) -> str:
        """The address of its API, as an operator sets it."""
        return self.origin + self.prefix

    def now(self) -> datetime:
        """The provider's clock, which differs from ours by `skew`."""
        return clock.now() + self.skew

    def local_time(self, when: datetime) -> str:
        """A time as Indonesian providers write it: WIB, without saying so."""
        return when.astimezone(WIB).strftime("%Y-%m-%d %H:%M:%S")

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Answers a request, or makes the next trouble."""
        body = await request.read()
        self.requests.append((request.method, request.path_qs, dict(request.headers), body))
        trouble = self.troubles.pop(0) if self.troubles else ""
        if trouble.startswith("time-out"):
            if trouble == "time-out after":
                self.answer(request, body)
            await self._ended.wait()
        if trouble == "422":
            return self.refuse_field()
        if trouble.isdecimal():
            return web.Response(status=int(trouble), text="<h1>Sorry</h1>", headers={"Retry-After": "7"})
        if trouble == "redirect":
            return web.Response(status=302, headers={"Location": f"{self.origin}/elsewhere"})
        if trouble == "not json":
            return web.Response(text="<html>Maintenance</html>", content_type="text/html")
        return self.answer(request, body)

    def answer(self, request: web.Request, body: bytes) -> web.Response:
        """Does what a request wants."""
        raise NotImplementedError

    def refuse_field(self) -> web.Response:
        """The refusal of a request with a wrong field."""
        raise NotImplementedError

    async def deliver(
        self, *messages: Message, to: str = "", late: float = 0, twice: bool = False, out_of_order: bool = False
    ) -> list[int]:
        """Posts notifications to their addresses, or to `to`, after `late` seconds; returns the statuses."""
        await asyncio.sleep(late)
        queue = list(reversed(messages)) if out_of_order else list(messages)
        statuses = []
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=DEADLINE)) as session:
            for message in [each for each in queue for _ in range(2 if twice else 1)]:
                url = to or message.url
                async with session.post(url, data=message.body, headers=message.headers) as response:
                    statuses.append(response.status)
        return statuses


S = TypeVar("S", bound=StandIn)


@contextmanager
def served(stand_in: S) -> Iterator[S]:
    """Serves a stand-in on a port of this machine while the block runs."""
    started, loop = threading.Event(), asyncio.new_event_loop()
    stop = asyncio.Event()

    async def run() -> None:
        application = web.Application()
        application.router.add_route("*", "/{path:.*}", stand_in.serve)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        stand_in.origin = f"http://127.0.0.1:{runner.addresses[0][1]}"
        started.set()
        await stop.wait()
        stand_in._ended.set()
        await runner.cleanup()

    thread = threading.Thread(target=lambda: loop.run_until_complete(run()), daemon=True)
    thread.start()
    assert started.wait(DEADLINE)
    try:
        yield stand_in
    finally:
        loop.call_soon_threadsafe(stop.set)
        join(thread)
        loop.close()


def json_response(payload: object, status: int = 200) -> web.Response:
    """An answer of JSON."""
    return web.json_response(payload, status=status)


def parsed(body: bytes) -> dict[str, Any]:
    """The JSON object of a request; empty for anything else, as Laravel reads it."""
    try:
        payload = json.loads(body)
    except ValueError:
        return {}
    return payload if isinstance(payload, dict) else {}


def altered(message: Message, **fields: object) -> Message:
    """The same notification with other fields in its body, and the headers as they were."""
    return replace(message, body=json.dumps(parsed(message.body) | fields).encode())


def is_whole(value: object) -> bool:
    """Whether a value is a whole number, not a text and not 1.0."""
    return isinstance(value, int) and not isinstance(value, bool)


def is_absolute_url(value: object) -> bool:
    """Whether a value is an absolute URL of the web."""
    if not isinstance(value, str):
        return False
    scheme, separator, rest = value.partition("://")
    return scheme in {"http", "https"} and bool(separator) and bool(rest.split("/")[0]) and " " not in value
