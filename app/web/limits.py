"""How much, how fast and how often: bodies, counted and timed while they stream, and bursts from one address.

Looking at a short link or a bio page is never limited here: a whole town may share one address. Whatever changes
something, or has its words read, is limited on every surface, before anything is done for it.
"""

import asyncio
import math
import re
import time
from collections.abc import Generator
from contextlib import suppress
from typing import Any

from limits import parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from quart import Quart, request
from quart.wrappers.request import Body, Request
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
from app.web import client_info, hosts

HEAD, JSON, FORM, UPLOAD = 16 * 1024, 64 * 1024, 256 * 1024, 6 * 1024 * 1024
PAGE, IMPORT = 512 * 1024, 20 * 1024 * 1024  # a bio page of a hundred blocks; one with its pictures
PHOTO = 12 * 1024 * 1024  # a form with a photo that no script made smaller is refused beside its field, the rest kept
SILENCE = 15.0  # seconds without a byte after which a body is given up
SLOWEST = 8_000  # bytes a second that a body must come at on average, beyond the first SILENCE
LOOKS = {"GET", "HEAD"}
PLAIN = {"", "identity"}


class EncodedBody(UnsupportedMediaType):
    """`sentence` is English, to be translated."""

    sentence = N_("Send the body as it is, without a Content-Encoding.")

    def get_headers(self, *args: Any, **kwargs: Any) -> list[tuple[str, str]]:
        return [*super().get_headers(*args, **kwargs), ("Accept-Encoding", "identity")]  # RFC 9110 §15.5.16


class CountingBody(Body):
    """Counts every byte: Quart compares only unread ones, so that a chunked form would have no limit at all.

    Measures the time too. Quart's BODY_TIMEOUT is for the whole body, however large, and begins anew with every reader;
    here a body may take as long as it needs while bytes come (see SILENCE and SLOWEST), and is given up only once.
    Raises RequestEntityTooLarge and RequestTimeout.
    """

    def __init__(self, expected: int | None, maximum: int | None) -> None:
        super().__init__(expected, maximum)
        self.seen = 0
        self.began = self.heard = time.monotonic()

    def append(self, data: bytes) -> None:
        if data:
            self.seen, self.heard = self.seen + len(data), time.monotonic()
        if self._must_raise is None and self._max_content_length is not None and self.seen > self._max_content_length:
            self._give_up(RequestEntityTooLarge())
        super().append(data)

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
        """Waits for one of these events, as long as the body may take. Raises what the body was given up for."""
        while self._must_raise is None and not any(event.is_set() for event in events):
            if (left := self._left()) <= 0:
                self._give_up(RequestTimeout())
            else:
                with suppress(TimeoutError):
                    await asyncio.wait_for(events[0].wait(), left)
        if self._must_raise is not None:
            raise self._must_raise

    def _left(self) -> float:
        """Seconds that may pass now before the next byte."""
        slowest = self.began + SILENCE + self.seen / SLOWEST
        return min(self.heard + SILENCE, slowest) - time.monotonic()

    def _give_up(self, reason: HTTPException) -> None:
        self._must_raise = reason
        self._data.clear()
        self.set_complete()


class LimitedRequest(Request):
    body_class = CountingBody  # type: ignore[assignment]

    def __init__(self, method: str, scheme: str, path: str, *args: Any, **kwargs: Any) -> None:
        kwargs["max_content_length"] = most(path)
        super().__init__(method, scheme, path, *args, **kwargs)
        self.max_content_length = kwargs["max_content_length"]  # a part of a form that comes at once may be as large


_larger_bodies: list[tuple[re.Pattern[str], int]] = []


def allow_body(most: int, *patterns: str) -> None:
    """Lets bodies of requests have `most` bytes, where a pattern matches the whole path; the largest one holds.

    Packages call this where they define the routes. Other bodies of the API may have JSON bytes, forms FORM.
    """
    _larger_bodies.extend((re.compile(pattern), most) for pattern in patterns)


def most(path: str) -> int:
    """How many bytes the body of a request to this path may have."""
    larger = [most for pattern, most in _larger_bodies if pattern.fullmatch(path)]
    return max(larger, default=JSON if path.startswith("/api/") else FORM)


def install(app: Quart, burst: str) -> None:
    limiter, item = SlidingWindowCounterRateLimiter(MemoryStorage()), parse(burst)
    app.request_class = LimitedRequest
    app.before_request(_check_head)
    app.before_request(_check_framing)

    @app.before_request
    async def check_burst() -> None:
        looks = request.method in LOOKS and hosts.surface() == "public"
        if looks or await limiter.hit(item, client_info.address()):
            return
        window = await limiter.get_window_stats(item, client_info.address())
        raise TooManyRequests(retry_after=max(1, math.ceil(window.reset_time - time.time())))

    app.before_request(_check_encoding)


async def _check_head() -> None:
    """The server limits only a head that comes in pieces (RFC 6585 §5)."""
    head = len(request.full_path) + sum(len(name) + len(value) + 4 for name, value in request.headers)
    if head > HEAD:
        raise RequestHeaderFieldsTooLarge


async def _check_framing() -> None:
    """RFC 9112 §6.1: a message with both is an attempt at smuggling; its connection ends here."""
    if "Content-Length" in request.headers and "Transfer-Encoding" in request.headers:
        raise BadRequest("Content-Length and Transfer-Encoding exclude each other.")


async def _check_encoding() -> None:
    """A body that came compressed would be read as nonsense, or grow without measure (RFC 9110 §8.4)."""
    encoding = ",".join(request.headers.getlist("Content-Encoding")).strip().lower()
    empty = request.method in LOOKS and not {"Content-Length", "Transfer-Encoding"} & set(request.headers.keys())
    if encoding not in PLAIN and not empty:
        raise EncodedBody
