"""The connections to upstreams, kept open between requests: a session of aiohttp for each address that an operator set.

Only `upstream_client.py` uses this module, and imports it with the first request, because aiohttp takes 10 MB.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, cast

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from app.gateway.upstreams.errors import MalformedAnswer, UpstreamError, UpstreamTimedOut, UpstreamUnreachable
from app.kernel import installation
from app.kernel.dns_resolver import Resolver

if TYPE_CHECKING:
    from app.gateway.upstreams.adapter import Target
    from app.gateway.upstreams.upstream_request import Request

MAX_HEADERS = 32 * 1024  # bytes
READ_AHEAD = 16 * 1024  # bytes: reading from an upstream stops at twice as many until somebody wants them
KEPT_OPEN = 60.0  # seconds without a request
NAMES_KEPT = 30  # seconds
FORBIDDEN = (
    "The provider's address is neither on the public Internet, on port 80 or 443, nor listed in KLIQS_NET_ALLOW."
)
STALE = 2  # connections that an upstream closed, one after the other, before the next one is new


@dataclass
class _Attempt:
    """Whether the connection of a request had been used before, so that the upstream may have closed it meanwhile."""

    reused: bool = False


@dataclass
class _Origin:
    """The sessions of one address; `forbidden` says why a connection to it was not allowed."""

    host: str
    resolver: Resolver
    forbidden: str = ""
    session: aiohttp.ClientSession = field(init=False)

    def __post_init__(self) -> None:
        trace = aiohttp.TraceConfig()
        trace.on_connection_reuseconn.append(_note_reuse)
        self.session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                resolver=cast(AbstractResolver, self.resolver),
                ttl_dns_cache=NAMES_KEPT,
                keepalive_timeout=KEPT_OPEN,
                limit=0,
                socket_factory=self.open_socket,
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            auto_decompress=False,
            read_bufsize=READ_AHEAD,
            max_line_size=MAX_HEADERS,
            max_field_size=MAX_HEADERS,
            trace_configs=[trace],
        )

    def open_socket(self, info: tuple[Any, ...]) -> socket.socket:
        """Returns a socket for an address. Raises PermissionError for one that KLIQS_NET_ALLOW does not permit."""
        family, kind, protocol, _, (host, port, *_) = info
        if not installation.current().config.allow_list.permits(self.host, ip_address(host), port):
            self.forbidden = FORBIDDEN
            raise PermissionError(self.forbidden)
        return socket.socket(family, kind, protocol)


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """An answer whose headers have come. `idle` are the seconds that its next bytes are waited for."""

    response: aiohttp.ClientResponse
    idle: float

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.response.status

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers; their names are compared without regard to case."""
        return self.response.headers

    @property
    def content_type(self) -> str:
        """The media type without its parameters, in lower case."""
        return self.response.content_type

    async def close(self) -> None:
        """Closes the connection unless all was read; then other requests may use it."""
        if self.response.content.at_eof():
            self.response.release()
        else:
            self.response.close()
            await asyncio.sleep(0)  # the transport closes its socket in the next turn of the loop

    async def next_piece(self, seconds: float | None = None) -> bytes:
        """Returns the bytes that have arrived, or waits for some; empty at the end. Raises UpstreamError."""
        try:
            async with asyncio.timeout(self.idle if seconds is None else seconds):
                return await self.response.content.readany()
        except TimeoutError:
            raise UpstreamTimedOut("The provider stopped in the middle of its answer.", retryable=True) from None
        except (aiohttp.ClientError, OSError, ValueError):
            raise UpstreamError("The provider ended its answer early.", retryable=True, code="answer_cut") from None


class ConnectionPool:
    """The connections of one process. Requests to the same address share them; there is no limit to their number."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._origins: dict[tuple[str, str | None, int | None], _Origin] = {}

    async def close(self) -> None:
        """Closes all connections."""
        origins, self._origins = [*self._origins.values()], {}
        for origin in origins:
            await origin.session.close()

    async def send(self, target: Target, request: Request) -> OpenAnswer:
        """Sends a request and waits for the headers of its answer, which its caller closes.

        It is sent again where the upstream had closed a connection that was kept open. Raises UpstreamUnreachable,
        UpstreamTimedOut, MalformedAnswer.
        """
        url = URL(request.url, encoded=True)
        origin = self._origins.get((url.scheme, url.raw_host, url.port))
        if origin is None or origin.session.closed:
            origin = _Origin(url.raw_host or "", self._resolver)
            self._origins[url.scheme, url.raw_host, url.port] = origin
        attempt, tries = _Attempt(), 0
        while True:
            try:
                async with asyncio.timeout(target.connect + target.first_byte):
                    response = await self._exchange(origin.session, url, target, request, attempt)
                return OpenAnswer(response, target.idle)
            except (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError, ConnectionResetError) as error:
                tries += 1
                if not attempt.reused or tries > STALE or not request.repeatable:
                    raise _to_error(origin, error) from None
                attempt.reused = False
            except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
                raise _to_error(origin, error) from None  # aiohttp's message may contain the URL

    async def _exchange(
        self, session: aiohttp.ClientSession, url: URL, target: Target, request: Request, attempt: _Attempt
    ) -> aiohttp.ClientResponse:
        """Sends a request once."""
        return await session.request(
            request.method,
            url,
            headers=request.sent_headers,
            data=_form(request) if request.fields is not None else request.body or None,
            allow_redirects=False,
            timeout=aiohttp.ClientTimeout(connect=target.connect),
            trace_request_ctx=attempt,
        )


def _form(request: Request) -> aiohttp.FormData:
    """Returns the multipart form of a request, also where it has no file."""
    form = aiohttp.FormData(default_to_multipart=True)
    for name, value in (request.fields or {}).items():
        form.add_field(name, value)
    for part in request.files:
        form.add_field(part.name, part.content, filename=part.filename, content_type=part.media_type)
    return form


async def _note_reuse(_session: object, context: Any, _params: object) -> None:
    """Remembers that a request got a connection that had been used before."""
    context.trace_request_ctx.reused = True


def _to_error(origin: _Origin, error: Exception) -> UpstreamError:
    """Returns the UpstreamError for an exception that came before the headers of an answer."""
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError):
        forbidden, origin.forbidden = origin.forbidden, ""
        return UpstreamUnreachable(forbidden or "No connection to the provider came about.", retryable=True, sent=False)
    if isinstance(error, TimeoutError):
        return UpstreamTimedOut("The provider did not begin to answer in time.", retryable=True)
    if isinstance(error, aiohttp.InvalidURL | ValueError):
        return UpstreamUnreachable("The provider's address or credential cannot be sent.", retryable=True, sent=False)
    if isinstance(error, aiohttp.ClientResponseError):
        return MalformedAnswer("The provider did not answer in HTTP.", retryable=True)
    return UpstreamUnreachable("The provider closed the connection without an answer.", retryable=True)
