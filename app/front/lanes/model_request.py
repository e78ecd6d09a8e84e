"""Reads the heads of requests to the API of models, which programs send with a small body, one after the other.

Only what every parser would read alike is taken: one Host and one Content-Length, no other framing, a plain path. Any
other request is left to hypercorn.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import httptools

from app.gateway.api.surface import PREFIX
from app.web.limits import MAX_HEAD

BEGINNING = b"POST %b/" % PREFIX.encode()
LINE = re.compile(rb"POST (%b/[\w./-]+) HTTP/1\.1\r\n" % PREFIX.encode())
MAX_BODY = 64 * 1024  # bytes, which may be in memory before the app asks for them
LENGTH = re.compile(rb"\d{1,5}")
FOLDED = re.compile(rb"\n[ \t]")  # a header that goes on in the next line
ONCE = (b"host", b"content-length")
LEFT = {b"transfer-encoding", b"upgrade", b"expect", b"te", b"trailer"}  # to hypercorn


class ModelRequest(NamedTuple):
    """A POST: its path, its headers with names in lower case, and how many bytes its body has."""

    path: bytes
    headers: list[tuple[bytes, bytes]]
    length: int

    @classmethod
    def read(cls, head: bytes) -> ModelRequest | None:
        """Returns the request that has this head; None for one to be left to hypercorn."""
        line = LINE.match(head)
        if line is None or len(head) > MAX_HEAD or FOLDED.search(head):
            return None
        lines = _Lines()
        try:
            httptools.HttpRequestParser(lines).feed_data(head)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            return None
        names = [name for name, _ in lines.headers]
        if not lines.complete or not LEFT.isdisjoint(names) or any(names.count(name) != 1 for name in ONCE):
            return None
        values = dict(lines.headers)
        if names.count(b"connection") > 1 or values.get(b"connection", b"keep-alive").lower() != b"keep-alive":
            return None
        length = values[b"content-length"]
        if not LENGTH.fullmatch(length) or int(length) > MAX_BODY:
            return None
        return cls(line[1], lines.headers, int(length))


class _Lines:
    """Takes the headers of one request from httptools."""

    def __init__(self) -> None:
        self.headers, self.complete = list[tuple[bytes, bytes]](), False

    def on_header(self, name: bytes, value: bytes) -> None:
        """Called by httptools with each header."""
        self.headers.append((name.lower(), value.strip(b" \t")))

    def on_headers_complete(self) -> None:
        """Called by httptools after the last one."""
        self.complete = True
