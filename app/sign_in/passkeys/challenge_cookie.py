"""The cookie that ties a challenge to the browser that asked for it, so that no other one can answer it."""

from __future__ import annotations

from quart import Response

from app.kernel import secrets
from app.web.host_cookie import HostCookie

COOKIE = HostCookie("kliqs_passkey", samesite="Strict")


def received_token() -> str:
    """The browser's token; empty if it has none."""
    return COOKIE.received


def received_or_new_token() -> str:
    """The browser's token, so that a challenge in another tab stays valid, or a new one."""
    return received_token() or secrets.new_token()


def set_cookie(response: Response, token: str) -> Response:
    """Sets the cookie until the browser closes, and returns the response."""
    return COOKIE.set(response, token)
