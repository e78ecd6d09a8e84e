"""Parses the head of a request with httptools (llhttp), as strictly as the server behind it."""

import httptools

from app.front.redirect_service import RequestHeaders
from app.web.limits import MAX_HEAD


class HeadParser:
    """Parses the heads of one connection, one after another. `kept_names` are the names of the headers to keep."""

    def __init__(self, kept_names: frozenset[bytes]) -> None:
        self.kept_names = kept_names
        self.parser = httptools.HttpRequestParser(self)
        self.target, self.headers, self.complete = b"", RequestHeaders(kept_names), False

    def read(self, head: bytes) -> bool:
        """Parses `head`. Returns whether it is one complete HTTP/1.1 request without a body that every parser would
        read alike.
        """
        self.target, self.headers, self.complete = b"", RequestHeaders(self.kept_names), False
        if len(head) > MAX_HEAD:
            return False
        try:
            self.parser.feed_data(head)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            return False
        return self.complete and self.headers.plain and self.parser.get_http_version() == "1.1"

    @property
    def method(self) -> bytes:
        """The request method in capitals."""
        return self.parser.get_method()

    def on_url(self, url: bytes) -> None:
        """Called by httptools with a part of the request target."""
        self.target += url

    def on_header(self, name: bytes, value: bytes) -> None:
        """Called by httptools with one header."""
        self.headers.note(name.lower(), value)

    def on_message_complete(self) -> None:
        """Called by httptools after the last header of a request without a body."""
        self.complete = True
