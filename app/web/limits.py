"""Limits on requests: the size and the duration of a body, and how many requests come from one IP address.

Opening a short link or a bio page is never limited here, because a whole town may share one address. A request that
changes something, or whose body is read, is limited on every surface before anything else is done.
"""

import asyncio
import math
import re
import time
from collections.abc import Generator
from contextlib import suppress
from typing import Any

from quart import Quart, Response, request
from quart.formparser import FormDataParser
from quart.wrappers.request import Body, Request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import (
    BadRequest,
    HTTPException,
    RequestEntityTooLarge,
    RequestHeaderFieldsTooLarge,
    RequestTimeout,
    TooManyRequests,
    UnsupportedMediaType,
)

from app.kernel.refusal import N_
from app.web import burst_limit, client_info, hosts
from app.web.burst_limit import BurstLimit
from app.web.window_counts import BurstState

MAX_HEAD, MAX_JSON, MAX_FORM, MAX_UPLOAD = 16 * 1024, 64 * 1024, 256 * 1024, 6 * 1024 * 1024
MAX_PAGE_JSON, MAX_IMPORT = 512 * 1024, 20 * 1024 * 1024  # a bio page of a hundred blocks; an import with its pictures
MAX_PHOTO_FORM = (
    12 * 1024 * 1024
)  # so that a form with an unreduced photo is refused with a message and keeps its other values
MAX_SILENCE = 15.0  # seconds without a byte until a body times out
MIN_BYTES_PER_SECOND = 8_000  # minimum average bytes a second of a body, after the first MAX_SILENCE seconds
READ_METHODS = {"GET", "HEAD"}
PLAIN_ENCODINGS = {"", "identity"}


class EncodedBody(UnsupportedMediaType):
    """The body has a Content-Encoding. `sentence` is in English, to be translated."""

    sentence = N_("Send the body as it is, without a Content-Encoding.")

    def get_headers(self, *args: Any, **kwargs: Any) -> list[tuple[str, str]]:
        """Adds the accepted encoding to the response (RFC 9110 §15.5.16)."""
        return [*super().get_headers(*args, **kwargs), ("Accept-Encoding", "identity")]  # RFC 9110 §15.5.16


class CountingBody(Body):
    """A request body that is limited in size and in time. Raises RequestEntityTooLarge and RequestTimeout.

    Quart compares only unread bytes, so a chunked form would have no limit; here every byte is counted. Quart's
    BODY_TIMEOUT applies to the whole body, however large, and starts again with every reader; here a body may take as
    long as bytes arrive (see MAX_SILENCE and MIN_BYTES_PER_SECOND), and once it is rejected every reader gets the same
    error.
    """

    def __init__(self, expected: int | None, maximum: int | None) -> None:
        super().__init__(expected, maximum)
        self.seen = 0
        self.began = self.heard = time.monotonic()
        self._arrived = asyncio.Event()

    def set_complete(self) -> None:
        """Marks that the last byte has arrived."""
        self._arrived.set()
        super().set_complete()

    async def discard(self, seconds: float) -> None:
        """Waits at most so long for the rest of a rejected body, which is dropped.

        A browser that still sends when the connection is closed shows its user no answer but an error of its own.
        """
        with suppress(TimeoutError):
            await asyncio.wait_for(self._arrived.wait(), seconds)

    def append(self, data: bytes) -> None:
        """Adds received bytes; rejects the body if it becomes too large."""
        if data:
            self.seen, self.heard = self.seen + len(data), time.monotonic()
        if self._must_raise is None and self._max_content_length is not None and self.seen > self._max_content_length:
            self._give_up(RequestEntityTooLarge())
        super().append(data)

    @property
    def received(self) -> bytes:
        """The whole body, if it has arrived and was neither refused nor consumed by a reader; otherwise ""."""
        return bytes(self._data) if self._complete.is_set() and self._must_raise is None else b""

    async def __anext__(self) -> bytes:
        await self._until(self._has_data, self._complete)
        try:
            return await super().__anext__()
        except StopAsyncIteration:
            if self._must_raise is not None:
                raise self._must_raise from None
            raise

    def __await__(self) -> Generator[Any, None, Any]:
        yield from self._until(self._complete).__await__()
        return (yield from super().__await__())

    async def _until(self, *events: asyncio.Event) -> None:
        """Waits until one of the events is set, or raises the error that the body was rejected with."""
        while self._must_raise is None and not any(event.is_set() for event in events):
            if (left := self._left()) <= 0:
                self._give_up(RequestTimeout())
            else:
                with suppress(TimeoutError):
                    await asyncio.wait_for(events[0].wait(), left)
        if self._must_raise is not None:
            raise self._must_raise

    def _left(self) -> float:
        """Returns the seconds until the body times out if no more bytes arrive."""
        slowest = self.began + MAX_SILENCE + self.seen / MIN_BYTES_PER_SECOND
        return min(self.heard + MAX_SILENCE, slowest) - time.monotonic()

    def _give_up(self, error: HTTPException) -> None:
        """Rejects the body, drops what was received, and wakes up its readers."""
        self._must_raise = error
        self._data.clear()
        super().set_complete()


class NamedFieldsParser(FormDataParser):
    """Parses forms as Quart does, but leaves out the parts of a multipart form that have no name.

    RFC 7578 (4.2) requires one. Quart would give their fields the name None, which no form expects.
    """

    async def parse(self, *args: Any, **kwargs: Any) -> tuple[MultiDict[str, Any], MultiDict[str, Any]]:
        """Returns the fields and the files of a body."""
        fields, files = await super().parse(*args, **kwargs)
        for file in files.getlist(None):
            file.close()
        return self._named(fields), self._named(files)

    def _named(self, parts: MultiDict[str, Any]) -> MultiDict[str, Any]:
        return type(parts)(part for part in parts.items(multi=True) if part[0] is not None) if None in parts else parts


class LimitedRequest(Request):
    """A request whose maximum body size depends on its path."""

    body_class = CountingBody  # type: ignore[assignment]
    form_data_parser_class = NamedFieldsParser

    def __init__(self, method: str, scheme: str, path: str, *args: Any, **kwargs: Any) -> None:
        kwargs["max_content_length"] = max_body_size(path)
        super().__init__(method, scheme, path, *args, **kwargs)
        self.max_content_length = kwargs["max_content_length"]  # also for a part of a form that arrives at once


_larger_bodies: list[tuple[re.Pattern[str], int]] = []


def allow_body(most: int, *patterns: str) -> None:
    """Lets bodies of requests have `most` bytes, where a pattern matches the whole path; the largest one holds.

    Packages call this where they define the routes. Other bodies of the API may have JSON bytes, forms FORM.
    """
    _larger_bodies.extend((re.compile(pattern), most) for pattern in patterns)


def max_body_size(path: str) -> int:
    """Returns the maximum size in bytes of the body of a request to this path."""
    larger = [most for pattern, most in _larger_bodies if pattern.fullmatch(path)]
    return max(larger, default=MAX_JSON if path.startswith("/api/") else MAX_FORM)


def install(app: Quart, limit: BurstLimit) -> None:
    """Sets the request class and checks every request; `limit` is that of each address."""
    app.extensions[burst_limit.EXTENSION] = limit
    app.request_class = LimitedRequest
    app.before_request(_check_head)
    app.before_request(_check_framing)

    @app.before_request
    async def check_burst() -> None:
        public_read = request.method in READ_METHODS and hosts.surface_of_path() == "public"
        if public_read or await limit.allows(client_info.rate_limit_address()):
            return
        left = await limit.state(client_info.rate_limit_address())
        raise TooManyRequests(retry_after=max(1, math.ceil(left.seconds)))

    @app.after_request
    async def tell_burst(response: Response) -> Response:
        if hosts.surface_of_path() == "api":
            response.headers.extend(burst_headers(await limit.state(client_info.rate_limit_address())))
        return response

    app.before_request(_check_encoding)


def burst_headers(left: BurstState) -> dict[str, str]:
    """Returns the headers that say how many requests an address may make.

    Source: draft-ietf-httpapi-ratelimit-headers-10.
    """
    return {
        "RateLimit-Policy": f'"burst";q={left.item.amount};w={left.item.get_expiry()}',
        "RateLimit": f'"burst";r={max(0, left.remaining)};t={max(0, math.ceil(left.seconds))}',
    }


async def _check_head() -> None:
    """Rejects a request whose headers are too long (RFC 6585 §5). Hypercorn only limits headers in several pieces."""
    head = len(request.full_path) + sum(len(name) + len(value) + 4 for name, value in request.headers)
    if head > MAX_HEAD:
        raise RequestHeaderFieldsTooLarge


async def _check_framing() -> None:
    """Rejects a request with both length headers, an attempt at smuggling (RFC 9112 §6.1)."""
    if "Content-Length" in request.headers and "Transfer-Encoding" in request.headers:
        raise BadRequest("Content-Length and Transfer-Encoding exclude each other.")


async def _check_encoding() -> None:
    """Rejects a compressed body: it would be read as nonsense, or expand without a limit (RFC 9110 §8.4)."""
    encoding = ",".join(request.headers.getlist("Content-Encoding")).strip().lower()
    empty = request.method in READ_METHODS and not {"Content-Length", "Transfer-Encoding"} & set(request.headers.keys())
    if encoding not in PLAIN_ENCODINGS and not empty:
        raise EncodedBody
