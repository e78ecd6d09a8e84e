"""An HTTP client for URLs that users enter: webhooks, imports, pictures by URL, page titles.

It reaches only the public Internet and the hosts that the operator lists in KLIQS_NET_ALLOW. The IP address is checked
when its socket is created, so that DNS rebinding (a name that resolves to another address a moment later) cannot get
around the check. Each redirect is checked by the same rules. Time and the size of headers and body are limited. Proxy
settings, cookies and .netrc are ignored. Every request uses a new connection, so that requests share no state.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from multidict import CIMultiDict
from yarl import URL

from app.kernel import decompression, site
from app.kernel.dns_resolver import Resolver, SystemResolver
from app.kernel.http_allow_list import AllowList
from app.kernel.http_client_errors import TimedOut, TooManyRedirects
from app.kernel.http_message import Limits, Response, StreamedBody, parse_url

if TYPE_CHECKING:
    from app.kernel.http_hop import Hop

__all__ = ["Client", "Limits", "Response", "StreamedBody", "request"]

NOTHING, DEFAULTS = AllowList(), Limits()
_hop_class: type[Hop] | None = None


@dataclass(frozen=True)
class Client:
    """Makes requests. It keeps no connection open, so that one client can be used for the lifetime of the app.

    `user_agent` replaces the usual User-Agent header, for robots that say themselves who they are.
    """

    allow: AllowList = NOTHING
    limits: Limits = DEFAULTS
    resolver: Resolver | None = None
    user_agent: str = ""

    async def request(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: bytes | StreamedBody = b"",
        limits: Limits | None = None,
        refuse_downgrade: bool = False,
        as_written: bool = False,
    ) -> Response:
        """Sends a request, follows redirects, and returns the response with its complete body.

        With `refuse_downgrade`, redirects from https to http are refused. With `as_written` the percent-encoding of the
        URL is not normalised, for signed URLs and for servers to which %3A is not a colon. The caller's headers, which
        may contain credentials, are not sent to another origin. Raises NetError: a subclass for each cause.
        """
        hop_class = await _load_hop_class()
        bounds, target = limits or self.limits, parse_url(url)
        if as_written and url.isascii() and (exact := URL(url, encoded=True)).raw_host == target.raw_host:
            target = exact
        hop = hop_class(self.allow, bounds, method.upper(), target, _headers(headers, self.user_agent), body)
        return await self._follow(hop, bounds, refuse_downgrade=refuse_downgrade)

    async def _follow(self, hop: Hop, bounds: Limits, *, refuse_downgrade: bool) -> Response:
        """Makes the first hop and those that it redirects to, all within the time and the number of the limits."""
        try:
            async with asyncio.timeout(bounds.total):
                for _ in range(bounds.redirects + 1):
                    response = await hop.exchange(self.resolver or SystemResolver())
                    if isinstance(response, Response):
                        return response
                    hop = hop.next_request(response, refuse_downgrade)
        except TimeoutError:
            raise TimedOut(f"{hop.url.host}: no whole response within {bounds.total} s") from None
        raise TooManyRedirects(f"{hop.url.host}: more than {bounds.redirects} redirects")


async def request(method: str, url: str, *, allow: AllowList = NOTHING, **options: Any) -> Response:
    """Sends one request: short for `Client(allow).request`."""
    return await Client(allow).request(method, url, **options)


async def _load_hop_class() -> type[Hop]:
    """Returns the class Hop. With the first request it loads aiohttp, 10 MB, in a thread, because that takes long."""
    global _hop_class
    if _hop_class is None:  # another request may be loading it: sys.modules has it before it is complete
        _hop_class = (await asyncio.to_thread(import_module, "app.kernel.http_hop")).Hop
    return _hop_class


def _headers(headers: Mapping[str, str] | None, user_agent: str) -> CIMultiDict[str]:
    """Returns the caller's headers with our User-Agent and Accept-Encoding."""
    agent = user_agent or f"Kliqs (+{site.url('marketing')})"
    ours = {"User-Agent": agent, "Accept-Encoding": decompression.ACCEPTED}
    merged = CIMultiDict(headers or {})
    merged.update(ours)
    return merged
