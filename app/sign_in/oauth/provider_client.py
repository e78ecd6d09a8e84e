"""Requests to providers: JSON over the guarded client, without redirects, with limits on time and size."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from app.kernel import installation
from app.kernel.http_client import Client, Limits, Response
from app.kernel.http_client_errors import NetError
from app.kernel.oauth_settings import OauthProvider
from app.sign_in.oauth.errors import ProviderUnavailable, ProviderUntrusted

LIMITS = Limits(total=8, body=256 * 1024, redirects=0)


async def request_json(
    provider: OauthProvider,
    method: str,
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    form: Mapping[str, str] | None = None,
) -> Any:
    """Sends a request, with `form` as its body, and returns the JSON of a response with the status 200.

    Raises: ProviderUnavailable, ProviderUntrusted.
    """
    sent = {"Accept": "application/json", **(headers or {})}
    if form is not None:
        sent["Content-Type"] = "application/x-www-form-urlencoded"
    body = urlencode(form or {}).encode()
    try:
        client = Client(installation.current().config.allow_list, LIMITS)
        response = await client.request(method, url, headers=sent, body=body)
    except NetError as error:
        raise ProviderUnavailable(provider=provider.label, reason=f"{type(error).__name__}: {error}") from None
    return _content(provider, response)


def _content(provider: OauthProvider, response: Response) -> Any:
    """Returns the JSON of a response. Raises: ProviderUnavailable, ProviderUntrusted."""
    if response.status >= 500 or response.status == 429:
        raise ProviderUnavailable(provider=provider.label, reason=f"status {response.status}")
    if response.status != 200:
        raise untrusted(provider, f"status {response.status}: {_error_code(response.body)}")
    try:
        return json.loads(response.body)
    except (ValueError, RecursionError):
        raise untrusted(provider, "no JSON") from None


def untrusted(provider: OauthProvider, reason: str) -> ProviderUntrusted:
    """Returns the refusal of an answer; `reason` must hold no secret."""
    return ProviderUntrusted(provider=provider.label, reason=reason)


def _error_code(body: bytes) -> str:
    """Returns the error code of a response (RFC 6749, 5.2), which holds no secret; empty for anything else."""
    try:
        code = json.loads(body)["error"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return ""
    return code if isinstance(code, str) and len(code) < 64 and code.isascii() and code.isprintable() else ""
