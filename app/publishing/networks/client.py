"""The authorised HTTP client of the adapters, over the guarded client of the kernel.

It adds the token, bounds time and size, and turns what fails into errors that say whether anything could have reached
the network. No token, address with a token, or body appears in its errors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import orjson

from app.kernel import installation
from app.kernel.http_client import Client, Limits, Response, StreamedBody
from app.kernel.http_client_errors import NetError

LIMITS = Limits(connect=10, idle=30, total=60, body=1024 * 1024, redirects=0)
UPLOAD_LIMITS = Limits(connect=10, idle=60, total=900, body=1024 * 1024, redirects=0)


class Unreachable(Exception):
    """No response. `sent` is False when the request surely never left, because no connection was made."""

    def __init__(self, reason: str, *, sent: bool) -> None:
        super().__init__(reason)
        self.reason, self.sent = reason, sent


@dataclass(frozen=True, slots=True)
class Reply:
    """The response of a network: status, headers, and its body as JSON where it is JSON, else an empty object."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    json: Any = field(repr=False)
    text: str = field(repr=False)

    @property
    def ok(self) -> bool:
        """Whether the status is a success."""
        return 200 <= self.status < 300

    @property
    def retry_after(self) -> float:
        """The seconds of the Retry-After header, 0 without one; a date counts as absent."""
        value = self.headers.get("Retry-After", "")
        return float(value) if value.isascii() and value.isdecimal() and len(value) < 8 else 0


@dataclass(frozen=True, slots=True)
class NetworkClient:
    """Makes calls with an access token; `headers` are sent with each."""

    access_token: str = field(default="", repr=False)
    headers: Mapping[str, str] = field(default_factory=dict)

    async def request(
        self,
        method: str,
        url: str,
        *,
        query: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        json: Any = None,
        form: Mapping[str, str] | None = None,
        body: bytes | StreamedBody = b"",
        bearer: bool = True,
    ) -> Reply:
        """Makes one call; redirects are not followed. Raises: Unreachable."""
        merged = {**self.headers, **(headers or {})}
        if bearer and self.access_token:
            merged["Authorization"] = f"Bearer {self.access_token}"
        if json is not None:
            body, merged["Content-Type"] = orjson.dumps(json), "application/json"
        elif form is not None:
            body, merged["Content-Type"] = urlencode(form).encode(), "application/x-www-form-urlencoded"
        return await self._exchange(method, _with_query(url, query), merged, body)

    async def _exchange(self, method: str, url: str, headers: Mapping[str, str], body: bytes | StreamedBody) -> Reply:
        """Sends a request through the guarded client. Raises: Unreachable."""
        limits = UPLOAD_LIMITS if isinstance(body, StreamedBody) else LIMITS
        client = Client(installation.current().config.allow_list)
        try:
            response = await client.request(method, url, headers=headers, body=body, limits=limits, as_written=True)
        except NetError as error:
            raise Unreachable(type(error).__name__, sent=error.connected) from None
        return _reply(response)


def _reply(response: Response) -> Reply:
    """Reads the body of a response as JSON where that is possible."""
    text = response.body.decode("utf-8", "replace")
    try:
        parsed = orjson.loads(response.body) if response.body else {}
    except orjson.JSONDecodeError:
        parsed = {}
    return Reply(response.status, response.headers, parsed, text)


def _with_query(url: str, query: Mapping[str, str] | None) -> str:
    """Returns the address with these parameters added, percent-encoded."""
    if not query:
        return url
    return f"{url}{'&' if '?' in url else '?'}{urlencode(query)}"
