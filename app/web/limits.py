"""How much and how often: body sizes, counted while they stream, and bursts from one address.

Following a link is never limited here: a whole town may share one address.
"""

import math
import time
from typing import Any

from limits import parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from quart import Quart, request
from quart.wrappers.request import Body, Request
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, RequestHeaderFieldsTooLarge, TooManyRequests

from app.web import client, hosts

HEAD, JSON, FORM, UPLOAD = 16 * 1024, 64 * 1024, 256 * 1024, 6 * 1024 * 1024
PAGE, IMPORT = 512 * 1024, 20 * 1024 * 1024  # a bio page of a hundred blocks; one with its pictures
PHOTO = 12 * 1024 * 1024  # a form with a photo that no script made smaller is refused beside its field, the rest kept
UPLOADS = ("/dashboard/qr/", "/dashboard/batch/", "/dashboard/media")
LARGE = {"/api/v1/media": UPLOAD, "/api/v1/pages/import": IMPORT, "/dashboard/pages/import": IMPORT,
         "/start": PHOTO, "/start/page": PHOTO, "/start/starter": PHOTO}
UNLIMITED = {"public"}


class CountingBody(Body):
    """Counts every byte: Quart compares only unread ones, so that a chunked form would have no limit at all."""

    def __init__(self, expected: int | None, maximum: int | None) -> None:
        super().__init__(expected, maximum)
        self.seen = 0

    def append(self, data: bytes) -> None:
        self.seen += len(data)
        if self._must_raise is None and self._max_content_length is not None and self.seen > self._max_content_length:
            self._must_raise = RequestEntityTooLarge()
            self._data.clear()
            self.set_complete()
        super().append(data)

    async def __anext__(self) -> bytes:
        try:
            data = await super().__anext__()
        except StopAsyncIteration:
            if self._must_raise is not None:
                raise self._must_raise from None
            raise
        if self._must_raise is not None:
            raise self._must_raise
        return data


class LimitedRequest(Request):
    body_class = CountingBody  # type: ignore[assignment]

    def __init__(self, method: str, scheme: str, path: str, *args: Any, **kwargs: Any) -> None:
        kwargs["max_content_length"] = most(path)
        super().__init__(method, scheme, path, *args, **kwargs)
        self.max_content_length = kwargs["max_content_length"]  # a part of a form that comes at once may be as large


def most(path: str) -> int:
    """How many bytes the body of a request to this path may have."""
    if path in LARGE:
        return LARGE[path]
    if path.startswith("/api/"):
        return PAGE if path.startswith("/api/v1/pages") else JSON
    return UPLOAD if path.startswith(UPLOADS) else FORM


def install(app: Quart, burst: str) -> None:
    limiter, item = SlidingWindowCounterRateLimiter(MemoryStorage()), parse(burst)
    app.request_class = LimitedRequest

    @app.before_request
    async def check_head() -> None:
        """The server limits only a head that comes in pieces (RFC 6585 §5)."""
        head = len(request.full_path) + sum(len(name) + len(value) + 4 for name, value in request.headers)
        if head > HEAD:
            raise RequestHeaderFieldsTooLarge

    @app.before_request
    async def check_framing() -> None:
        """RFC 9112 §6.1: a message with both is an attempt at smuggling; its connection ends here."""
        if "Content-Length" in request.headers and "Transfer-Encoding" in request.headers:
            raise BadRequest("Content-Length and Transfer-Encoding exclude each other.")

    @app.before_request
    async def check_burst() -> None:
        if hosts.surface() in UNLIMITED or await limiter.hit(item, client.address()):
            return
        window = await limiter.get_window_stats(item, client.address())
        raise TooManyRequests(retry_after=max(1, math.ceil(window.reset_time - time.time())))
