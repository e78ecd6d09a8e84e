"""What the stand-ins of social networks share: a real HTTP server on this machine, and troubles on demand.

A stand-in serves in a thread of its own, so that tests with and without an event loop, official client libraries,
browsers and several processes can use it. It refuses what the real network refuses. `troubles` are used up in their
order, each by the requests that it is about:

- "401", "403", "429", "500", "503": the network's refusal with that status, before anything is done; 429 and 503 with a
  Retry-After header;
- "drop": the connection is closed before anything is done;
- "cut": the connection is closed in the middle of the request's body, after `bytes_read` bytes, and nothing is done;
- "commit then drop": it is done, and the connection is closed without a response;
- "commit then not json": it is done, and the body of the response is cut off in the middle of its JSON;
- "slow drip": it is done, and of the response a blank comes every `pause` seconds, for as long as somebody waits;
- "not json": a page of HTML with the status 200, and nothing is done;
- "redirect": to another address.

`polls` is how many times the network says that it still works on an uploaded file.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar

import orjson
from aiohttp import web
from multidict import CIMultiDictProxy

from app.kernel import clock
from tests.threads import join

DEADLINE = 30
KEPT = 64 * 1024  # bytes of a body that `requests` keeps
RETRY_AFTER = "7"


@dataclass
class Trouble:
    """A fault of `times` requests whose method and path begin so, after `skip` of them have passed."""

    kind: str
    path: str = ""
    method: str = ""
    times: int = 1
    skip: int = 0
    bytes_read: int = 100_000
    pause: float = 0.05
    retry_after: str = RETRY_AFTER

    def concerns(self, request: web.Request) -> bool:
        """Whether a request meets it now; counts down."""
        if not (request.path.startswith(self.path) and request.method.startswith(self.method) and self.times):
            return False
        if self.skip:
            self.skip -= 1
            return False
        self.times -= 1
        return True


@dataclass(frozen=True)
class Arrival:
    """A request that arrived; of its body the first bytes."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: CIMultiDictProxy[str]
    body: bytes = field(repr=False)

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return orjson.loads(self.body)


class StandIn:
    """A social network. `requests` has what arrived, in its order."""

    def __init__(self) -> None:
        self.origin = ""
        self.troubles: list[Trouble] = []
        self.requests: list[Arrival] = []
        self.skew = timedelta()
        self.polls = 0
        self.next_id = 1_800_000_000_000_000_000
        self._ended = asyncio.Event()

    def answer(self, request: web.Request, body: bytes) -> web.Response:
        """Does what a request wants."""
        raise NotImplementedError

    def refuse(self, status: int) -> web.Response:
        """The refusal with a status, in the form of the network."""
        return web.json_response({"error": str(status)}, status=status)

    def now(self) -> datetime:
        """The network's clock, which differs from ours by `skew`."""
        return clock.now() + self.skew

    def new_id(self) -> str:
        """An id that was not used before."""
        self.next_id += 1
        return str(self.next_id)

    def trouble(self, kind: str, path: str = "", method: str = "", **options: Any) -> None:
        """Adds a trouble."""
        self.troubles.append(Trouble(kind, path, method, **options))

    def arrivals(self, path: str, method: str = "") -> list[Arrival]:
        """The requests whose path and method begin so."""
        return [each for each in self.requests if each.path.startswith(path) and each.method.startswith(method)]

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Answers a request, or makes the next trouble that it meets."""
        trouble = next((each for each in self.troubles if each.concerns(request)), None)
        body = await _read(request, trouble.bytes_read if trouble and trouble.kind == "cut" else None)
        arrived = Arrival(request.method, request.path, dict(request.query), request.headers, body[:KEPT])
        self.requests.append(arrived)
        if trouble is None:
            return self.answer(request, body)
        return await self._make(trouble, request, body)

    async def _make(self, trouble: Trouble, request: web.Request, body: bytes) -> web.StreamResponse:
        """Makes a trouble."""
        if trouble.kind.isdecimal():
            refusal = self.refuse(int(trouble.kind))
            if trouble.kind in {"429", "503"}:
                refusal.headers["Retry-After"] = trouble.retry_after
            return refusal
        if trouble.kind == "redirect":
            return web.Response(status=302, headers={"Location": f"{self.origin}/elsewhere"})
        if trouble.kind == "not json":
            return web.Response(text="<html>Maintenance</html>", content_type="text/html")
        if trouble.kind in {"drop", "cut"}:
            return _hang_up(request)
        response = self.answer(request, body)
        if trouble.kind == "commit then drop":
            return _hang_up(request)
        if trouble.kind == "commit then not json":
            return _cut_off(response)
        assert trouble.kind == "slow drip", trouble.kind
        return await self._drip(request, response, trouble.pause)

    async def _drip(self, request: web.Request, response: web.Response, pause: float) -> web.StreamResponse:
        """Sends a response byte by byte, with blanks before it for as long as somebody waits."""
        slow = web.StreamResponse(status=response.status, headers={"Content-Type": "application/json"})
        await slow.prepare(request)
        for _ in range(int(DEADLINE / pause)):
            if self._ended.is_set() or request.transport is None or request.transport.is_closing():
                break
            await slow.write(b" ")
            await asyncio.sleep(pause)
        return slow


S = TypeVar("S", bound=StandIn)


@contextmanager
def served(stand_in: S, port: int = 0) -> Iterator[S]:
    """Serves a stand-in on a port of this machine while the block runs."""
    started, loop, stop = threading.Event(), asyncio.new_event_loop(), asyncio.Event()

    async def run() -> None:
        application = web.Application()
        application.router.add_route("*", "/{path:.*}", stand_in.serve)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
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


@dataclass(frozen=True)
class Part:
    """A part of a multipart form; `filename` is empty for a plain field."""

    name: str
    filename: str
    content_type: str
    data: bytes = field(repr=False)


def parts_of(request: web.Request, body: bytes) -> list[Part]:
    """The parts of a multipart form in their order; none of anything else."""
    _, separator, boundary = request.headers.get("Content-Type", "").partition("boundary=")
    if not separator:
        return []
    pieces = body.split(b"--" + boundary.strip('"').encode())
    assert pieces[-1].strip() == b"--", "the form has no end"
    return [_part(piece) for piece in pieces[1:-1]]


def parsed(body: bytes) -> dict[str, Any]:
    """The JSON object of a request; empty for anything else."""
    try:
        payload = orjson.loads(body)
    except orjson.JSONDecodeError:
        return {}
    return payload if isinstance(payload, dict) else {}


def _part(piece: bytes) -> Part:
    head, _, data = piece.removeprefix(b"\r\n").partition(b"\r\n\r\n")
    headers = {
        name.strip().lower(): value.strip()
        for name, _, value in (line.partition(":") for line in head.decode().split("\r\n"))
    }
    words = [word.strip().partition("=") for word in headers.get("content-disposition", "").split(";")]
    values = {name: value.strip('"') for name, _, value in words}
    return Part(
        values.get("name", ""), values.get("filename", ""), headers.get("content-type", ""), data.removesuffix(b"\r\n")
    )


async def _read(request: web.Request, most: int | None) -> bytes:
    """Reads the body, or with `most` only the beginning of it."""
    body = bytearray()
    async for piece in request.content.iter_any():
        body += piece
        if most is not None and len(body) >= most:
            break
    return bytes(body)


def _hang_up(request: web.Request) -> web.Response:
    """Closes the connection without a response."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _cut_off(response: web.Response) -> web.Response:
    """The same response without the second half of its body, and its length accordingly."""
    body = response.body if isinstance(response.body, bytes) else b""
    headers = {name: value for name, value in response.headers.items() if name.lower() != "content-length"}
    return web.Response(status=response.status, headers=headers, body=body[: len(body) // 2])
