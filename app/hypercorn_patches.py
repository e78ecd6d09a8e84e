"""Patches to hypercorn's HTTP/1.1: no HTTP/2 without TLS, a Keep-Alive header, and request lines with non-ASCII bytes.

h11 also checks all headers of a response again whenever it adds one, four times in all; here it does so once.

They depend on internals of hypercorn 0.18 and h11 0.16, which are pinned; a patch that does not fit the installed
version is skipped and logged.
"""

import re
from typing import Any

import h11
import structlog
from h11 import _connection as h11_connection
from h11 import _readers as h11_readers
from h11._headers import Headers
from hypercorn.protocol.h11 import H11Protocol

log = structlog.get_logger()
_send = getattr(H11Protocol, "_send_h11_event", None)
NOT_ASCII = re.compile(rb"[\x80-\xff]")


def install() -> bool:
    """Patches hypercorn for this process; calling it again does nothing. Returns whether every patch fits."""
    pattern = getattr(h11_readers, "request_line_re", None)
    all_fit = hasattr(H11Protocol, "_check_protocol") and _send is not None and pattern is not None
    if all_fit := all_fit and hasattr(h11_connection, "set_comma_header"):
        h11_connection.set_comma_header = set_own_header
    if hasattr(H11Protocol, "_check_protocol"):
        H11Protocol._check_protocol = _stay_with_http1  # type: ignore[method-assign]
    if _send is not None:
        H11Protocol._send_h11_event = _send_with_keep_alive  # type: ignore[method-assign]
    if isinstance(pattern, re.Pattern):
        h11_readers.request_line_re = LenientRequestLine(pattern)  # type: ignore[assignment]
    if not all_fit:
        log.warning("hypercorn_unknown", note="one of the changes to hypercorn does not fit this version")
    return all_fit


class LenientRequestLine:
    """Replaces h11's pattern of a request line: bytes from 0x80 on are read as if they were percent-encoded.

    Browsers encode them; scanners, feed readers and old programs send a URL as it was typed. RFC 9112 §3.2 allows
    servers to refuse them; nginx and the protocol lane accept them, and a URL must have one answer in every lane.
    """

    def __init__(self, pattern: re.Pattern[bytes]) -> None:
        self.pattern = pattern

    def fullmatch(self, line: bytes) -> re.Match[bytes] | None:
        """Matches a request line after percent-encoding its non-ASCII bytes."""
        method, blank, rest = bytes(line).partition(b" ")
        return self.pattern.fullmatch(method + blank + NOT_ASCII.sub(lambda byte: b"%%%02X" % ord(byte[0]), rest))


def keep_alive_header(seconds: float) -> tuple[bytes, bytes]:
    """Returns the Keep-Alive header for an idle timeout in seconds (RFC 2068 §19.7.1.1, in use ever since)."""
    return b"keep-alive", b"timeout=%d" % seconds


async def _stay_with_http1(self: Any, event: Any) -> None:
    """Replaces hypercorn's check, which switches to HTTP/2 for `Upgrade: h2c` and for the HTTP/2 preface."""


async def _send_with_keep_alive(self: Any, event: Any) -> None:
    """Adds a Connection: close or a Keep-Alive header to a response."""
    if isinstance(event, h11.Response) and not any(name == b"connection" for name, _ in event.headers):
        unread = self.connection.their_state is h11.SEND_BODY  # the rest of the body would be parsed as a request
        ending = self.context.terminated.is_set() or getattr(self.context, "draining", False)  # set by LaneServer
        if ending or unread:
            event = _add_header(event, (b"connection", b"close"))
        elif self.connection.their_state is h11.DONE:  # not so with HTTP/1.0 or `Connection: close`
            event = _add_header(event, keep_alive_header(self.config.keep_alive_timeout))
    await _send(self, event)  # type: ignore[misc]


def _add_header(event: h11.Response, line: tuple[bytes, bytes]) -> h11.Response:
    headers = Headers([*event.headers._full_items, (line[0], *line)])
    return h11.Response(headers=headers, status_code=event.status_code)


def set_own_header(headers: Headers, name: bytes, new_values: list[bytes]) -> Headers:
    """Replaces h11's function, which sets a header that h11 itself decides on and checks all of the others again."""
    kept = [item for item in headers._full_items if item[1] != name]
    return Headers([*kept, *((name.title(), name, value) for value in new_values)])
