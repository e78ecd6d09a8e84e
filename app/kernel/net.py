"""Requests this server makes to addresses that somebody else chose: webhooks, imports, pictures by URL, titles.

Nothing but the public Internet can be reached, and what the operator lists in KLIQS_NET_ALLOW: the address is judged
when the socket for it is made, so a name that resolves to another one a moment later (DNS rebinding) gains nothing.
Every redirect is a request of its own under the same rules. Time, headers and body are bounded; no proxy, cookie or
password file of this machine takes part. Each request has a connection of its own, so that nothing of one reaches
another.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp.abc import AbstractResolver
from multidict import CIMultiDict

from app.kernel import content_encoding, site
from app.kernel.net_allow import AllowList
from app.kernel.net_errors import TimedOut, TooManyRedirects
from app.kernel.net_hop import Hop, Limits, Response, SystemResolver, parse_url

__all__ = ["Client", "Limits", "Response", "request"]

NOTHING, DEFAULTS = AllowList(), Limits()


@dataclass(frozen=True)
class Client:
    """Makes requests; holds no connection, so that one can be kept for as long as the settings last."""

    allow: AllowList = NOTHING
    limits: Limits = DEFAULTS
    resolver: AbstractResolver | None = None

    async def request(self, method: str, url: str, *, headers: Mapping[str, str] | None = None, body: bytes = b"",
                      limits: Limits | None = None, refuse_downgrade: bool = False) -> Response:
        """Sends a request, follows its redirects and reads the response whole.

        With `refuse_downgrade` no redirect leads from https to http. Headers of the caller's (credentials may be in
        any of them) do not go along to another origin. Raises NetError: one of its kinds for each cause.
        """
        bounds = limits or self.limits
        hop = Hop(self.allow, bounds, method.upper(), parse_url(url), _headers(headers), body)
        try:
            async with asyncio.timeout(bounds.total):
                for _ in range(bounds.redirects + 1):
                    response = await hop.exchange(self.resolver or SystemResolver())
                    if isinstance(response, Response):
                        return response
                    hop = hop.redirected(response, refuse_downgrade)
        except TimeoutError:
            raise TimedOut(f"{hop.url.host}: no whole response within {bounds.total} s") from None
        raise TooManyRedirects(f"{hop.url.host}: more than {bounds.redirects} redirects")


async def request(method: str, url: str, *, allow: AllowList = NOTHING, **options: Any) -> Response:
    """`Client(allow).request` for who makes only one."""
    return await Client(allow).request(method, url, **options)


def _headers(headers: Mapping[str, str] | None) -> CIMultiDict[str]:
    """The caller's headers, with who we are and which codings we take."""
    ours = {"User-Agent": f"Kliqs (+{site.url('marketing')})", "Accept-Encoding": content_encoding.ACCEPTED}
    merged = CIMultiDict(headers or {})
    merged.update(ours)
    return merged
