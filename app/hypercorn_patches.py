"""What Kliqs changes in hypercorn's HTTP/1.1: no HTTP/2 in the clear, answers that say how long they keep waiting, and
request lines with letters that are not ASCII.

These lean on internals of hypercorn 0.18 and h11 0.16, which are pinned; each is left out, with a line in the log,
where a version does not have them.
"""

import re
from typing import Any

import h11
import structlog
from h11 import _readers as h11_readers
from hypercorn.protocol.h11 import H11Protocol

log = structlog.get_logger()
_send = getattr(H11Protocol, "_send_h11_event", None)
NOT_ASCII = re.compile(rb"[\x80-\xff]")


def install() -> bool:
    """Changes hypercorn for this process; doing it twice does nothing more. Returns whether all of it could be done."""
    pattern = getattr(h11_readers, "request_line_re", None)
    whole = hasattr(H11Protocol, "_check_protocol") and _send is not None and pattern is not None
    if hasattr(H11Protocol, "_check_protocol"):
        H11Protocol._check_protocol = _stay_with_http1  # type: ignore[method-assign]
    if _send is not None:
        H11Protocol._send_h11_event = _send_with_keep_alive  # type: ignore[method-assign]
    if isinstance(pattern, re.Pattern):
        h11_readers.request_line_re = RequestLine(pattern)  # type: ignore[assignment]
    if not whole:
        log.warning("hypercorn_unknown", note="one of the changes to hypercorn does not fit this version")
    return whole


class RequestLine:
    """In place of h11's pattern of a request line: bytes from 0x80 on are read as if they came percent-encoded.

    Browsers encode them; scanners, feed readers and old programs send an address as it was typed. RFC 9112 §3.2 allows
    to refuse them; nginx and the fast lane read them, and one address has one answer.
    """

    def __init__(self, pattern: re.Pattern[bytes]) -> None:
        self.pattern = pattern

    def fullmatch(self, line: bytes) -> re.Match[bytes] | None:
        method, blank, rest = bytes(line).partition(b" ")
        return self.pattern.fullmatch(method + blank + NOT_ASCII.sub(lambda byte: b"%%%02X" % ord(byte[0]), rest))


def keep_alive_line(seconds: float) -> tuple[bytes, bytes]:
    """The header that tells a client how long an idle connection is kept (RFC 2068 §19.7.1.1, in use ever since)."""
    return b"keep-alive", b"timeout=%d" % seconds


async def _stay_with_http1(self: Any, event: Any) -> None:
    """In place of hypercorn's check, which switches to HTTP/2 for `Upgrade: h2c` and for the HTTP/2 preface."""


async def _send_with_keep_alive(self: Any, event: Any) -> None:
    """Adds to the head of an answer whether the connection stays, and for how long."""
    if isinstance(event, h11.Response) and not any(name == b"connection" for name, _ in event.headers):
        unread = self.connection.their_state is h11.SEND_BODY  # what is left of the body would be read as a request
        if self.context.terminated.is_set() or unread:
            event = _with(event, (b"connection", b"close"))
        elif self.connection.their_state is h11.DONE:  # not so with HTTP/1.0 or `Connection: close`
            event = _with(event, keep_alive_line(self.config.keep_alive_timeout))
    await _send(self, event)  # type: ignore[misc]


def _with(event: h11.Response, line: tuple[bytes, bytes]) -> h11.Response:
    return h11.Response(headers=[*event.headers, line], status_code=event.status_code)
