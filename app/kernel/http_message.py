"""What a request of the HTTP client is made of, and its response. Nothing here loads aiohttp (http_client.py)."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

from multidict import CIMultiDictProxy
from yarl import URL

from app.kernel.destination import FORBIDDEN
from app.kernel.http_client_errors import BadUrl
from app.kernel.setting_checks import is_host

LONGEST_URL = 2048
REDIRECT_STATUSES = {301, 302, 303, 307, 308}
MOST_DISCARDED_BYTES = 1024 * 1024  # bytes of a body that is cut which may arrive before reading stops


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a request: times in seconds, sizes in bytes.

    `connect` applies to each hop (name lookup, TCP, TLS), `idle` to the wait for more bytes, `total` to the request
    with all redirects. `body` applies before and after decompression. With `redirects=0` a redirect is returned as the
    response. With `cut`, a longer body is not refused: its beginning is returned, and the rest is not read.
    """

    connect: float = 5
    idle: float = 5
    total: float = 10
    headers: int = 32 * 1024
    body: int = 64 * 1024
    redirects: int = 3
    cut: bool = False

    @property
    def max_wire_bytes(self) -> int:
        """The most bytes that a response may take on the connection, with its chunk framing (RFC 9112, 7.1)."""
        return self.headers + (MOST_DISCARDED_BYTES if self.cut else 2 * self.body)


@dataclass(frozen=True, slots=True)
class StreamedBody:
    """A request body of `size` bytes that is read while it is sent; `open` begins it anew for each hop."""

    size: int
    open: Callable[[], AsyncIterator[bytes]] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Response:
    """The response of the last hop. `url` is the URL of that hop; `body` is decompressed."""

    status: int
    headers: CIMultiDictProxy[str]
    body: bytes
    url: str


def parse_url(text: str, base: URL | None = None) -> URL:
    """Parses the URL of a request; a relative one is resolved against `base`. Raises BadUrl."""
    if len(text) > LONGEST_URL or FORBIDDEN.search(text):
        raise BadUrl("a URL that is too long, or has blanks or control characters in it")
    try:
        url = base.join(URL(text)) if base else URL(text)
        host = url.raw_host or ""
    except ValueError as error:
        raise BadUrl(str(error)[:200]) from None
    if url.scheme not in {"http", "https"} or not is_host(host.removesuffix(".")) or "%" in host:
        raise BadUrl("not an http or https URL with a host")
    if url.raw_user is not None or url.raw_password is not None:
        raise BadUrl("a user name or password in a URL")
    return url
