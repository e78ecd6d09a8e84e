"""One HTTP request on a new connection, with checks on the addresses it connects to and limits on the response."""

import asyncio
import socket
from dataclasses import dataclass
from functools import partial
from ipaddress import ip_address
from typing import Any, NamedTuple, cast

import aiohttp
from aiohttp.abc import AbstractResolver
from aiohttp.client_proto import ResponseHandler
from aiohttp.http_exceptions import LineTooLong
from multidict import CIMultiDict
from yarl import URL

from app.kernel import decompression
from app.kernel.dns_resolver import Resolver
from app.kernel.global_address import is_global
from app.kernel.http_allow_list import AllowList
from app.kernel.http_client_errors import (
    AddressForbidden,
    BadResponse,
    BadUrl,
    ConnectionFailed,
    HostUnknown,
    NetError,
    PortForbidden,
    RedirectRefused,
    ResponseTooLarge,
    TimedOut,
    TlsFailed,
)
from app.kernel.http_message import REDIRECT_STATUSES, Limits, Response, StreamedBody, parse_url

KEPT_ACROSS_ORIGINS = {"accept", "accept-encoding", "accept-language", "content-type", "user-agent"}


class Redirect(NamedTuple):
    """The status of a redirect and its target."""

    status: int
    url: URL


@dataclass
class Hop:
    """One request on a new connection.

    `forbidden` is the error of an address that may not be reached; `received` counts the bytes that have arrived.
    """

    allow: AllowList
    limits: Limits
    method: str
    url: URL
    headers: CIMultiDict[str]
    body: bytes | StreamedBody
    forbidden: NetError | None = None
    received: int = 0

    async def exchange(self, resolver: Resolver) -> Response | Redirect:
        """Sends the request; returns the response or the redirect. Raises NetError."""
        times = aiohttp.ClientTimeout(connect=self.limits.connect, sock_read=self.limits.idle)
        session = aiohttp.ClientSession(
            connector=_Connector(self, resolver),
            timeout=times,
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            auto_decompress=False,
            max_line_size=self.limits.headers,
            max_field_size=self.limits.headers,
            max_headers=self.limits.headers,
        )
        data = self.body.open() if isinstance(self.body, StreamedBody) else self.body or None
        call = partial(session.request, self.method, self.url, headers=self.sent_headers, data=data)
        try:
            async with session, call(allow_redirects=False) as response:
                return await self.read(response)
        except (aiohttp.ClientError, TimeoutError) as error:
            raise self.to_net_error(error) from None  # aiohttp's message contains the URL, which may contain a secret

    @property
    def sent_headers(self) -> CIMultiDict[str]:
        """The headers of the request; a body that is streamed has its Content-Length from us."""
        headers = self.headers.copy()
        if isinstance(self.body, StreamedBody):
            headers["Content-Length"] = str(self.body.size)
        return headers

    def open_socket(self, info: tuple[Any, ...]) -> socket.socket:
        """Returns a socket for an address. Raises PermissionError for a forbidden one; aiohttp then tries the next."""
        family, kind, protocol, _, (host, port, *_) = info
        address = ip_address(host)
        if not self.allow.permits(self.url.raw_host or "", address, port):
            refusal = PortForbidden if is_global(address) else AddressForbidden
            self.forbidden = refusal(f"{self.url.raw_host}: {address} port {port}")
            raise PermissionError(str(self.forbidden))
        return socket.socket(family, kind, protocol)

    def count_received(self, data: bytes) -> bytes:
        """Counts arrived bytes; returns those within the limit. The connection is closed if any were cut off."""
        room = max(self.limits.max_wire_bytes - self.received, 0)
        self.received += len(data)
        return data[:room]

    @property
    def exceeds_limit(self) -> bool:
        """Whether more bytes have arrived than the limits allow."""
        return self.received > self.limits.max_wire_bytes

    async def read(self, response: aiohttp.ClientResponse) -> Response | Redirect:
        """Reads the response and returns it, or the redirect. Raises ResponseTooLarge, BadResponse, RedirectRefused."""
        if sum(len(name) + len(value) + 4 for name, value in response.raw_headers) > self.limits.headers:
            raise ResponseTooLarge(f"{self.url.host}: headers of more than {self.limits.headers} bytes")
        location = response.headers.get("Location")
        if location and self.limits.redirects and response.status in REDIRECT_STATUSES:
            return Redirect(response.status, self.target(location))
        coding = ", ".join(response.headers.getall("Content-Encoding", []))
        try:
            raw = await self.raw_body(response)
            body = await self.decode(raw, coding) if coding else raw
        except decompression.BodyTooLarge:
            raise ResponseTooLarge(f"{self.url.host}: a body of more than {self.limits.body} bytes") from None
        except decompression.CorruptBody:
            raise BadResponse(f"{self.url.host}: a body that cannot be decoded as “{coding[:40]}”") from None
        return Response(response.status, response.headers, body, str(self.url))

    async def decode(self, raw: bytes, coding: str) -> bytes:
        """Returns the decompressed body; of one that may be cut nothing, where that fails. Raises as `decode` does."""
        try:
            return await asyncio.to_thread(decompression.decode, raw, coding, self.limits.body)
        except (decompression.BodyTooLarge, decompression.CorruptBody):
            if self.limits.cut:
                return b""
            raise

    async def raw_body(self, response: aiohttp.ClientResponse) -> bytes:
        """Returns the body as it was sent, cut where the limits say so. Raises: BodyTooLarge."""
        announced = 0 if self.method == "HEAD" or response.status in {204, 304} else response.content_length or 0
        body = bytearray()
        if announced > self.limits.body and not self.limits.cut:
            raise decompression.BodyTooLarge
        async for piece in response.content.iter_any():
            body += piece
            if len(body) > self.limits.body:
                if self.limits.cut:
                    return bytes(body[: self.limits.body])
                raise decompression.BodyTooLarge
        if self.exceeds_limit:
            raise decompression.BodyTooLarge
        return bytes(body)

    def target(self, location: str) -> URL:
        """Returns the absolute URL of a Location header. Raises RedirectRefused."""
        try:
            return parse_url(location, self.url)
        except BadUrl as error:
            raise RedirectRefused(str(error)) from None

    def next_request(self, redirect: Redirect, refuse_downgrade: bool) -> "Hop":
        """Returns the next request after a redirect (RFC 9110, 15.4). Raises RedirectRefused."""
        status, url = redirect
        if refuse_downgrade and (self.url.scheme, url.scheme) == ("https", "http"):
            raise RedirectRefused(f"{self.url.host}: from https to http")
        get = self.method not in {"GET", "HEAD"} and (status == 303 or (status in {301, 302} and self.method == "POST"))
        headers = self.headers.copy()
        if get:
            headers.popall("Content-Type", None)
        if not _same_party(self.url, url):
            if self.body and not get:
                raise RedirectRefused(f"{self.url.host}: a body is not sent on to {url.host}")
            for name in {name for name in headers if name.lower() not in KEPT_ACROSS_ORIGINS}:
                headers.popall(name)
        return Hop(self.allow, self.limits, "GET" if get else self.method, url, headers, b"" if get else self.body)

    def to_net_error(self, error: Exception) -> NetError:
        """Returns the NetError for an exception of aiohttp."""
        kind: type[NetError] = ConnectionFailed
        if self.exceeds_limit or isinstance(_root(error), LineTooLong):
            kind = ResponseTooLarge
        elif self.forbidden and isinstance(error, aiohttp.ClientConnectorError):
            return self.forbidden
        elif isinstance(error, TimeoutError):
            kind = TimedOut
        elif isinstance(error, aiohttp.ClientConnectorDNSError):
            kind = HostUnknown
        elif isinstance(error, aiohttp.InvalidURL):
            kind = BadUrl
        elif isinstance(error, aiohttp.ClientSSLError):
            kind = TlsFailed
        elif isinstance(error, aiohttp.ClientResponseError | aiohttp.ClientPayloadError):
            kind = BadResponse
        net_error = kind(f"{self.url.host}: {type(_root(error)).__name__}")
        if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError):
            net_error.connected = False
        return net_error


class _Connector(aiohttp.TCPConnector):
    """Opens only sockets that the hop permits, and counts the bytes that arrive through them."""

    def __init__(self, hop: Hop, resolver: Resolver) -> None:
        super().__init__(
            resolver=cast(AbstractResolver, resolver),
            use_dns_cache=False,
            force_close=True,
            socket_factory=hop.open_socket,
        )
        self._factory = partial(_Counted, hop, self._loop)  # type: ignore[assignment] # aiohttp has no public way to count framing bytes


class _Counted(ResponseHandler):
    """Reads no more bytes from a connection than the limits of the hop allow."""

    def __init__(self, hop: Hop, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        self.hop = hop

    def data_received(self, data: bytes) -> None:
        """Processes the bytes within the limit, and closes the connection if there are more."""
        if allowed := self.hop.count_received(data):
            super().data_received(allowed)
        if self.hop.exceeds_limit and self.transport:
            self.transport.abort()


def _root(error: BaseException) -> BaseException:
    """Returns the first exception in the chain of causes of an exception."""
    while error.__cause__:
        error = error.__cause__
    return error


def _same_party(before: URL, after: URL) -> bool:
    """Whether two URLs have the same origin, or differ only by http and https with their default ports."""
    if before.raw_host != after.raw_host:
        return False
    endpoints = (before.scheme, before.port), (after.scheme, after.port)
    return endpoints[0] == endpoints[1] or endpoints == (("http", 80), ("https", 443))
