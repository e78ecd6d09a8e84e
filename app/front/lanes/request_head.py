"""Parses the head of a request with httptools (llhttp), as strictly as the server behind it."""

from collections.abc import Callable

import httptools

from app.front.request_headers import BODY_HEADERS, RequestHeaders
from app.web.limits import MAX_HEAD

HTTP_1_1 = b" HTTP/1.1\r\n"


class HeadParser:
    """Parses the heads of one connection, one after another. `kept_names` are the names of the headers to keep.

    `headers` is the same object for all of them: it holds the headers of the last head that was read.
    """

    __slots__ = ("complete", "feed", "headers", "on_header", "parser", "target")

    def __init__(self, kept_names: frozenset[bytes]) -> None:
        self.target, self.headers, self.complete = b"", RequestHeaders(kept_names), False
        self.on_header = _header_callback(self.headers)
        self.parser = httptools.HttpRequestParser(self)
        self.feed = self.parser.feed_data

    def read(self, head: bytes) -> bool:
        """Parses `head`. Returns whether it is one complete HTTP/1.1 request without a body that every parser would
        read alike.
        """
        headers = self.headers
        headers.clear()
        self.target, self.complete, headers.plain = b"", False, True
        if len(head) > MAX_HEAD:
            return False
        try:
            self.feed(head)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            return False
        if not (self.complete and headers.plain):
            return False
        return head.startswith(HTTP_1_1, head.find(self.target) + len(self.target)) or self._is_http_1_1()

    def _is_http_1_1(self) -> bool:
        """Whether the version is 1.1, as the parser read it: slower than a look at the place where it usually is."""
        return self.parser.get_http_version() == "1.1"

    @property
    def method(self) -> bytes:
        """The request method in capitals."""
        return self.parser.get_method()

    def on_url(self, url: bytes) -> None:
        """Called by httptools with a part of the request target."""
        self.target += url

    def on_message_complete(self) -> None:
        """Called by httptools after the last header of a request without a body."""
        self.complete = True


def _header_callback(headers: RequestHeaders) -> Callable[[bytes, bytes], None]:
    """Returns the function that httptools calls with each header. It does what `RequestHeaders.note` does, in half the
    time: a closure needs no attributes.
    """
    kept_names, note = headers.kept_names, headers.note

    def on_header(name: bytes, value: bytes) -> None:
        name = name.lower()
        if name in kept_names:
            if name in headers:
                note(name, value)
            else:
                headers[name] = value
        elif name in BODY_HEADERS:
            headers.plain = False

    return on_header
