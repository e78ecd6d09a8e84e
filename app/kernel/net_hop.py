"""One request on a connection of its own: which sockets may be opened for it, and how much may come in through them."""

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from ipaddress import ip_address
from typing import Any, NamedTuple

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.client_proto import ResponseHandler
from aiohttp.http_exceptions import LineTooLong
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from app.kernel import content_encoding
from app.kernel.destination import FORBIDDEN
from app.kernel.global_address import is_global
from app.kernel.net_allow import AllowList
from app.kernel.net_errors import (
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
from app.kernel.setting_checks import is_host

LONGEST_URL = 2048
FOLLOWED = {301, 302, 303, 307, 308}
KEPT_ACROSS_ORIGINS = {"accept", "accept-encoding", "accept-language", "content-type", "user-agent"}
LOOKUPS = ThreadPoolExecutor(max_workers=8, thread_name_prefix="dns")  # a slow name server holds up no other work


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of a request: times in seconds, sizes in bytes.

    `connect` holds for each hop (name lookup, TCP, TLS), `idle` between two arrivals of bytes, `total` for everything.
    `body` holds before and after decompression. With `redirects` at 0 a redirect is itself the response.
    """

    connect: float = 5
    idle: float = 5
    total: float = 10
    headers: int = 32 * 1024
    body: int = 64 * 1024
    redirects: int = 3

    @property
    def wire(self) -> int:
        """How many bytes one response may take on the wire, its framing included (RFC 9112, 7.1: chunks)."""
        return self.headers + 2 * self.body


@dataclass(frozen=True, slots=True)
class Response:
    """What the last hop answered; `url` is its address, `body` is decoded."""

    status: int
    headers: CIMultiDictProxy[str]
    body: bytes
    url: str


class SystemResolver(AbstractResolver):
    """Asks the system for the addresses of a host, in threads of its own."""

    async def resolve(self, host: str, port: int = 0,
                      family: socket.AddressFamily = socket.AF_UNSPEC) -> list[ResolveResult]:
        """The addresses of a host; raises OSError when there are none."""
        ask = partial(socket.getaddrinfo, host, port, family, socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
        try:
            rows = await asyncio.get_running_loop().run_in_executor(LOOKUPS, ask)
        except UnicodeError as error:  # a label that the name system cannot have
            raise OSError(str(error)) from None
        return [ResolveResult(hostname=host, host=str(sockaddr[0]), port=port, family=family, proto=protocol, flags=0)
                for family, _, protocol, _, sockaddr in rows]

    async def close(self) -> None:
        """Nothing is held open."""


class Redirect(NamedTuple):
    status: int
    url: URL


@dataclass
class Hop:
    """One request on a connection of its own, and what kept that connection from being made or whole."""

    allow: AllowList
    limits: Limits
    method: str
    url: URL
    headers: CIMultiDict[str]
    body: bytes
    forbidden: NetError | None = None
    received: int = 0

    async def exchange(self, resolver: AbstractResolver) -> Response | Redirect:
        """Sends the request; the response, or where it redirects to. Raises NetError."""
        times = aiohttp.ClientTimeout(connect=self.limits.connect, sock_read=self.limits.idle)
        session = aiohttp.ClientSession(
            connector=_Connector(self, resolver), timeout=times, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False,
            auto_decompress=False, max_line_size=self.limits.headers, max_field_size=self.limits.headers,
            max_headers=self.limits.headers)
        call = partial(session.request, self.method, self.url, headers=self.headers, data=self.body or None,
                       allow_redirects=False)
        try:
            async with session, call() as response:
                return await self.read(response)
        except (aiohttp.ClientError, TimeoutError) as error:
            raise self.cause(error) from None  # theirs name the whole URL, and a secret may be in it

    def open_socket(self, info: tuple[Any, ...]) -> socket.socket:
        """A socket for this very address, if a request may go there; aiohttp tries the next one otherwise."""
        family, kind, protocol, _, (host, port, *_) = info
        address = ip_address(host)
        if not self.allow.permits(self.url.raw_host or "", address, port):
            refusal = PortForbidden if is_global(address) else AddressForbidden
            self.forbidden = refusal(f"{self.url.raw_host}: {address} port {port}")
            raise PermissionError(str(self.forbidden))
        return socket.socket(family, kind, protocol)

    def take(self, data: bytes) -> bytes:
        """As much of what arrived as the limits allow; less than all of it ends the connection."""
        room = max(self.limits.wire - self.received, 0)
        self.received += len(data)
        return data[:room]

    @property
    def flooded(self) -> bool:
        """Whether more arrived than the limits allow."""
        return self.received > self.limits.wire

    async def read(self, response: aiohttp.ClientResponse) -> Response | Redirect:
        """The response with its body, or where it redirects to."""
        if sum(len(name) + len(value) + 4 for name, value in response.raw_headers) > self.limits.headers:
            raise ResponseTooLarge(f"{self.url.host}: headers of more than {self.limits.headers} bytes")
        location = response.headers.get("Location")
        if location and self.limits.redirects and response.status in FOLLOWED:
            return Redirect(response.status, self.target(location))
        coding = ", ".join(response.headers.getall("Content-Encoding", []))
        try:
            raw = await self.raw_body(response)
            body = await asyncio.to_thread(content_encoding.decode, raw, coding, self.limits.body) if coding else raw
        except content_encoding.Oversized:
            raise ResponseTooLarge(f"{self.url.host}: a body of more than {self.limits.body} bytes") from None
        except content_encoding.Corrupt:
            raise BadResponse(f"{self.url.host}: a body that cannot be decoded as “{coding[:40]}”") from None
        return Response(response.status, response.headers, body, str(self.url))

    async def raw_body(self, response: aiohttp.ClientResponse) -> bytes:
        """The body as it came. Raises Oversized as soon as it is known to be so."""
        announced = 0 if self.method == "HEAD" or response.status in {204, 304} else response.content_length or 0
        body = bytearray()
        if announced > self.limits.body:
            raise content_encoding.Oversized
        async for piece in response.content.iter_any():
            body += piece
            if len(body) > self.limits.body:
                raise content_encoding.Oversized
        if self.flooded:
            raise content_encoding.Oversized
        return bytes(body)

    def target(self, location: str) -> URL:
        """Where a Location header leads. Raises RedirectRefused."""
        try:
            return parse_url(location, self.url)
        except BadUrl as error:
            raise RedirectRefused(str(error)) from None

    def redirected(self, redirect: Redirect, refuse_downgrade: bool) -> "Hop":
        """The request that a redirect asks for (RFC 9110, 15.4). Raises RedirectRefused."""
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

    def cause(self, error: Exception) -> NetError:
        """Which of our kinds an exception of aiohttp is."""
        kind: type[NetError] = ConnectionFailed
        if self.flooded or isinstance(_root(error), LineTooLong):
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
        return kind(f"{self.url.host}: {type(_root(error)).__name__}")


class _Connector(aiohttp.TCPConnector):
    """Opens only sockets that its hop permits, and counts what comes in through them."""

    def __init__(self, hop: Hop, resolver: AbstractResolver) -> None:
        super().__init__(resolver=resolver, use_dns_cache=False, force_close=True, socket_factory=hop.open_socket)
        self._factory = partial(_Counted, hop, self._loop)  # type: ignore[assignment] # aiohttp has no public way to see what framing costs


class _Counted(ResponseHandler):
    """Reads no more of a connection than its hop's limits allow."""

    def __init__(self, hop: Hop, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        self.hop = hop

    def data_received(self, data: bytes) -> None:
        """Hands on what may be read and hangs up on the rest."""
        if taken := self.hop.take(data):
            super().data_received(taken)
        if self.hop.flooded and self.transport:
            self.transport.abort()


def parse_url(text: str, base: URL | None = None) -> URL:
    """A URL that a request may be made to; a relative one leads on from `base`. Raises BadUrl."""
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


def _root(error: BaseException) -> BaseException:
    """What an exception was raised from in the first place."""
    while error.__cause__:
        error = error.__cause__
    return error


def _same_party(before: URL, after: URL) -> bool:
    """Whether two URLs have one origin, or one host that redirects from http to https at their usual ports."""
    if before.raw_host != after.raw_host:
        return False
    ends = (before.scheme, before.port), (after.scheme, after.port)
    return ends[0] == ends[1] or ends == (("http", 80), ("https", 443))
