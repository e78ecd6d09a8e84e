"""Serializes redirects and pages to the same bytes that hypercorn would send for them."""

from __future__ import annotations

import time
from email.utils import formatdate
from functools import lru_cache

from app.front.page_response import PageResponse
from app.kernel import site
from app.links.redirect_decision import Decision

_cached_tail = (0, b"", b"")


def redirect_bytes(response: Decision, keep_alive_line: bytes = b"") -> bytes:
    """Returns the status line and the headers of a redirect as HTTP/1.1 on a connection that stays open (RFC 9112 §4,
    in h11's spelling).

    `keep_alive_line` is the Keep-Alive header line.
    """
    serialize = serialize_cached if response.is_cacheable else begin_redirect_head
    return serialize(response, site.current().secure) + end_of_head(keep_alive_line)


def begin_redirect_head(response: Decision, secure: bool) -> bytes:
    """Returns the status line and the headers of a redirect, all but those of `end_of_head`; `secure` as in
    `Decision.headers`.
    """
    lines = "".join(f"{name}: {value}\r\n" for name, value in response.headers(secure=secure))
    return f"HTTP/1.1 {response.status} \r\n{lines}".encode("ascii")


serialize_cached = lru_cache(maxsize=4096)(begin_redirect_head)


def response_bytes(response: Decision | PageResponse, keep_alive_line: bytes, *, bare: bool) -> bytes:
    """Returns a redirect or a page; `bare` and `keep_alive_line` are those of `page_bytes` and `redirect_bytes`."""
    if isinstance(response, PageResponse):
        return page_bytes(response, keep_alive_line, bare=bare)
    return redirect_bytes(response, keep_alive_line)


def page_bytes(response: PageResponse, keep_alive_line: bytes, *, bare: bool) -> bytes:
    """Returns a page with its status line and headers; with `bare` the body is left out, for HEAD."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in response.headers)
    head = f"HTTP/1.1 {response.status} \r\n{lines}".encode("ascii")
    return head + end_of_head(keep_alive_line) + (b"" if bare else response.body)


def end_of_head(keep_alive_line: bytes) -> bytes:
    """Returns the Date header line, the Keep-Alive line and the empty line, formatted once a second."""
    global _cached_tail
    now = int(time.time())
    if now != _cached_tail[0] or keep_alive_line is not _cached_tail[1]:
        tail = f"date: {formatdate(now, usegmt=True)}\r\n".encode() + keep_alive_line + b"\r\n"
        _cached_tail = (now, keep_alive_line, tail)
    return _cached_tail[2]
