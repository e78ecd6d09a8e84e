"""Looks at one address and says what it saw, without reading the page.

HEAD is asked first, and GET where that is refused or fails, since many servers answer HEAD wrongly; of what GET brings
at most 1 kB is read. Redirects are followed one by one, because each site on the way is asked for its robots.txt.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from email.utils import parsedate_to_datetime

from yarl import URL

from app.kernel import clock, installation, site
from app.kernel.dns_resolver import STRANGERS, SystemResolver
from app.kernel.http_client import Client, Limits, Response
from app.kernel.http_client_errors import (
    AddressForbidden,
    BadResponse,
    BadUrl,
    ConnectionFailed,
    HostUnknown,
    NetError,
    PortForbidden,
    TimedOut,
    TlsFailed,
)
from app.kernel.http_message import REDIRECT_STATUSES, parse_url
from app.links.checker.host_turns import HostTurns
from app.links.checker.robots import AGENT, RobotsFiles
from app.links.destination_check import OK, ROBOTS, ROBOTS_FAILING, STATUS, Finding

EXPLANATION = "/docs/link-check"  # the page of the documentation that the User-Agent names
LIMITS = Limits(connect=5, idle=5, total=10, body=1024, redirects=0, cut=True)
MAX_REDIRECTS = 5
BUSY_SECONDS, MAX_BUSY_SECONDS = 3600, 7 * 24 * 3600  # how long a busy host is left alone
UNANSWERED = (BadResponse, ConnectionFailed, TimedOut)  # what may come of a server's not knowing HEAD
OUTCOMES: Mapping[type[NetError], str] = {
    HostUnknown: "dns",
    ConnectionFailed: "connection",
    TlsFailed: "tls",
    TimedOut: "timeout",
    AddressForbidden: "private",
    PortForbidden: "private",
}
REFUSALS = frozenset((401, 403, 405, 406, 407, 451, 999))  # a visitor without an account, or a program, gets these


def user_agent() -> str:
    """Returns the User-Agent of the check, with the address at which people read about it."""
    return f"{AGENT}/1.0 (+{site.url('docs', EXPLANATION)})"


class PageChecker:
    """Checks addresses, one after the other. It reads each robots.txt once, so use one for each run."""

    def __init__(self, client: Client | None = None) -> None:
        allowed = installation.current().config.allow_list
        self.client = replace(
            client or Client(allowed, resolver=SystemResolver(STRANGERS)), limits=LIMITS, user_agent=user_agent()
        )
        self.turns = installation.current().resource(HostTurns)
        self.robots = RobotsFiles(self.client, self.turns)

    async def check(self, address: str) -> Finding:
        """Returns what an http or https address answers. Never raises for what the other side does."""
        try:
            return await self._follow(parse_url(address))
        except NetError as error:
            return Finding(OUTCOMES.get(type(error), "unreadable"))

    async def _follow(self, url: URL) -> Finding:
        """Follows an address to its end. Raises: NetError."""
        first_host = url.raw_host
        for _ in range(MAX_REDIRECTS + 1):
            permission = await self.robots.permission(url)
            if permission.status:
                busy = permission.status == 429
                pause = BUSY_SECONDS * busy
                return Finding(
                    "busy" if busy else ROBOTS_FAILING, permission.status, pause, busy and url.raw_host != first_host
                )
            if not permission.allowed:
                return Finding(ROBOTS)
            response = await self._ask(url, permission.pause)
            location = response.headers.get("Location")
            if not location or response.status not in REDIRECT_STATUSES:
                finding = finding_of(response)
                return finding._replace(elsewhere=finding.retry_after > 0 and url.raw_host != first_host)
            try:
                url = parse_url(location, url)
            except BadUrl:
                return Finding("bad_redirect", response.status)
        return Finding("redirects")

    async def _ask(self, url: URL, pause: float) -> Response:
        """Sends HEAD, and GET where that brings no good answer. Raises: NetError."""
        try:
            response = await self._request("HEAD", url, pause)
        except UNANSWERED:
            return await self._request("GET", url, pause)
        if response.status < 400 or _is_busy(response):
            return response
        return await self._request("GET", url, pause)

    async def _request(self, method: str, url: URL, pause: float) -> Response:
        """Sends one request when it is our turn. Raises: NetError."""
        headers = {"Accept": "text/html,*/*;q=0.8"} | ({"Range": "bytes=0-1023"} if method == "GET" else {})
        async with self.turns.turn(url.raw_host or "", pause):
            return await self.client.request(method, str(url), headers=headers)


def finding_of(response: Response) -> Finding:
    """Returns what the last response of an address says about it."""
    status = response.status
    if _is_busy(response):
        return Finding("busy", status, retry_after(response.headers.get("Retry-After", "")))
    if status < 400 or status == 416:  # 416: an empty page, of which a range was asked
        return Finding(OK, status)
    if status in (404, 410):
        return Finding("gone", status)
    if status in REFUSALS:
        return Finding("refused", status)
    return Finding("failing" if status < 999 and status >= 500 else STATUS, status)


def retry_after(value: str) -> int:
    """Returns the seconds of a Retry-After header (RFC 9110 §10.2.3), a time or a number, at least one; an hour where
    it is unreadable.
    """
    seconds = BUSY_SECONDS
    if value.strip().isascii() and value.strip().isdigit():
        seconds = int(value.strip()[:9])
    elif value:
        try:
            seconds = round((parsedate_to_datetime(value) - clock.now()).total_seconds())
        except (TypeError, ValueError):  # no date, or one without a time zone
            seconds = BUSY_SECONDS
    return max(1, min(seconds, MAX_BUSY_SECONDS))


def _is_busy(response: Response) -> bool:
    """Whether the server asks to be left alone for a while."""
    return response.status == 429 or (response.status == 503 and "Retry-After" in response.headers)
