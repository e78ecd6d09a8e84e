"""Sends requests to upstreams over connections that are kept open, and reads their answers within limits.

The addresses are the operator's. They are checked as those of all requests (kernel/http_client.py): the public Internet
and what KLIQS_NET_ALLOW lists, no redirects, no proxies, no cookies. Answers are read only as fast as somebody wants
them, and an answer that is left before its end is closed at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from weakref import WeakKeyDictionary

from app.gateway.upstreams.adapter import Json, Target
from app.gateway.upstreams.bounded_json import parse_answer
from app.gateway.upstreams.errors import MalformedAnswer, UpstreamError
from app.gateway.upstreams.errors_of_http import error_inside, error_of_status
from app.gateway.upstreams.event_reader import EventReader
from app.gateway.upstreams.upstream_request import Request
from app.kernel.dns_resolver import Resolver, SystemResolver
from app.kernel.outside_calls import MODELS, outside_call

if TYPE_CHECKING:
    from app.gateway.upstreams.connection_pool import ConnectionPool, OpenAnswer

MAX_ANSWER = 96 * 1024 * 1024  # bytes: ten pictures in Base64
MAX_ERROR = 64 * 1024  # bytes
NO_OBJECT = "The provider answered something other than a JSON object."


class Connections:
    """The pool of this process and how many use it; the pool is made with the first request."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver, self.holders = resolver, 0
        self._pool: ConnectionPool | None = None

    @property
    def pool(self) -> ConnectionPool:
        """The pool; aiohttp is loaded with it."""
        if self._pool is None:
            from app.gateway.upstreams.connection_pool import ConnectionPool

            self._pool = ConnectionPool(self.resolver)
        return self._pool

    async def close(self) -> None:
        """Closes all connections."""
        if self._pool:
            await self._pool.close()


_open: WeakKeyDictionary[asyncio.AbstractEventLoop, Connections] = WeakKeyDictionary()


@asynccontextmanager
async def upstream_connections(resolver: Resolver | None = None) -> AsyncGenerator[None]:
    """Keeps connections to upstreams open while the block runs, and closes them at its end.

    Servers run in it (lifespan.py), and so does every command that sends something to an upstream.
    """
    loop = asyncio.get_running_loop()
    connections = _open.setdefault(loop, Connections(resolver or SystemResolver()))
    connections.holders += 1
    try:
        yield
    finally:
        connections.holders -= 1
        if not connections.holders:
            del _open[loop]
            await connections.close()


async def fetch_json(target: Target, request: Request, *, describes_error: bool = False) -> Json:
    """Sends a request and returns the JSON object that is its answer. Raises UpstreamError.

    An `error` in an answer of 200 is raised, too, unless it `describes_error`, as that of a video that failed.
    """
    payload = await fetch_any_json(target, request, describes_error=describes_error)
    if not isinstance(payload, dict):
        raise MalformedAnswer(NO_OBJECT, retryable=True)
    return payload


async def fetch_any_json(target: Target, request: Request, *, describes_error: bool = False) -> object:
    """Sends a request and returns the JSON of its answer, of any type. Raises UpstreamError, as `fetch_json` does."""
    async with _answering(target, request) as answer:
        body = await _read(answer, MAX_ANSWER)
    return _parsed(body, target, describes_error=describes_error)


async def send(target: Target, request: Request) -> None:
    """Sends a request of whose answer only the status matters. Raises UpstreamError."""
    async with _answering(target, request) as answer:
        await _read(answer, MAX_ERROR, cut=True)


@asynccontextmanager
async def open_events(target: Target, request: Request) -> AsyncGenerator[EventReader]:
    """Sends a request whose answer is a stream of events; leaving it closes the connection. Raises UpstreamError."""
    began = asyncio.get_running_loop().time()
    async with _answering(target, request) as answer:
        if answer.content_type == "application/json":
            _parsed(await _read(answer, MAX_ERROR, cut=True), target)
            raise MalformedAnswer("The provider did not stream its answer.", retryable=True)
        events = EventReader(answer, target, asyncio.get_running_loop().time() - began)
        yield events
        if events.complete:
            await events.drain()


@asynccontextmanager
async def open_file(
    target: Target, request: Request, *, follow: bool = False
) -> AsyncGenerator[tuple[str, AsyncIterator[bytes]]]:
    """Sends a request whose answer is a file: its media type and its bytes, read as they are wanted.

    With `follow`, one redirect to another path of the same origin is followed.
    """
    async with AsyncExitStack() as stack:
        try:
            answer = await stack.enter_async_context(_answering(target, request))
        except UpstreamError as error:
            moved = _same_origin(request.url, error.location) if follow and error.location else ""
            if not moved:
                raise
            answer = await stack.enter_async_context(_answering(target, replace(request, url=moved)))
        yield answer.content_type, _pieces(answer)


def _parsed(body: bytes, target: Target, *, describes_error: bool = False) -> object:
    """Parses an answer. Raises MalformedAnswer for what is no JSON or beyond its bounds, and the error it holds."""
    try:
        payload: object = parse_answer(body)
    except ValueError:
        raise MalformedAnswer(NO_OBJECT, retryable=True) from None
    if not describes_error and (error := error_inside(payload, target.credential)):
        raise error
    return payload


def _same_origin(url: str, location: str) -> str:
    """Returns the address of a redirect where it has the same origin, empty where it has another one."""
    try:
        before, after = urlsplit(url), urlsplit(urljoin(url, location))
    except ValueError:  # no address
        return ""
    return after.geturl() if (before.scheme, before.netloc) == (after.scheme, after.netloc) else ""


@asynccontextmanager
async def _answering(target: Target, request: Request) -> AsyncGenerator[OpenAnswer]:
    """Opens an answer of 2xx. Raises UpstreamError for any other status, and for a compressed answer."""
    connections = _open.get(asyncio.get_running_loop())
    if connections is None:
        raise RuntimeError("requests to upstreams are made inside of `async with upstream_connections()`")
    with outside_call(MODELS, lambda error: isinstance(error, UpstreamError) and error.retryable):
        answer = await connections.pool.send(target, request)
        try:
            await _check(answer, target)
        except BaseException:
            await answer.close()
            raise
    try:
        yield answer
    finally:
        await answer.close()


async def _check(answer: OpenAnswer, target: Target) -> None:
    """Raises UpstreamError for another status than 2xx, and for a compressed answer."""
    if answer.status >= 300:
        error = error_of_status(answer.status, answer.headers, await _read_error(answer), target.credential)
        error.location = answer.headers.get("Location", "")
        raise error
    if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise MalformedAnswer("The provider compressed its answer unasked.", retryable=True)


async def _read(answer: OpenAnswer, most: int, *, cut: bool = False) -> bytes:
    """Reads a body; with `cut` the rest of a longer one is left, otherwise it raises MalformedAnswer."""
    body = bytearray()
    while len(body) <= most:
        piece = await answer.next_piece()
        if not piece:
            return bytes(body)
        body += piece
    if cut:
        return bytes(body[:most])
    raise MalformedAnswer("The provider's answer is too long.", retryable=False)


async def _read_error(answer: OpenAnswer) -> bytes:
    """Reads what an upstream says of an error, empty where that does not come: its status is enough."""
    try:
        return await _read(answer, MAX_ERROR, cut=True)
    except UpstreamError:
        return b""


async def _pieces(answer: OpenAnswer) -> AsyncGenerator[bytes]:
    """Yields the pieces of a body as they are wanted."""
    while piece := await answer.next_piece():
        yield piece
