"""A request's head, read by httptools (llhttp): strict, and the same for every byte as the server behind."""

import httptools

from app.front.redirect_service import Headers
from app.web.limits import HEAD


class Head:
    """Reads one head after the other of a connection; `wanted` are the names of headers to keep."""

    def __init__(self, wanted: frozenset[bytes]) -> None:
        self.wanted = wanted
        self.parser = httptools.HttpRequestParser(self)
        self.target, self.headers, self.whole = b"", Headers(wanted), False

    def read(self, head: bytes) -> bool:
        """Whether this is one whole HTTP/1.1 request without a body, of a size and form that nobody disputes."""
        self.target, self.headers, self.whole = b"", Headers(self.wanted), False
        if len(head) > HEAD:
            return False
        try:
            self.parser.feed_data(head)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            return False
        return self.whole and self.headers.plain and self.parser.get_http_version() == "1.1"

    @property
    def method(self) -> bytes:
        return self.parser.get_method()

    def on_url(self, url: bytes) -> None:
        """For httptools, as the next two."""
        self.target += url

    def on_header(self, name: bytes, value: bytes) -> None:
        self.headers.note(name.lower(), value)

    def on_message_complete(self) -> None:
        self.whole = True
