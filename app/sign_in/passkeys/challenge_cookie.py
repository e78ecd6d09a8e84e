"""The cookie that ties a challenge to the browser that asked for it, so that no other one can answer it."""

from __future__ import annotations

from quart import Response, request

from app.kernel import secrets, site, text


def received_token() -> str:
    """The browser's token; empty if it has none."""
    return text.replace_surrogates(request.cookies.get(_cookie_name(), ""))[:64]


def received_or_new_token() -> str:
    """The browser's token, so that a challenge in another tab stays valid, or a new one."""
    return received_token() or secrets.new_token()


def set_cookie(response: Response, token: str) -> Response:
    """Sets the cookie until the browser closes, and returns the response."""
    response.set_cookie(_cookie_name(), token, secure=site.current().secure, httponly=True, samesite="Strict")
    return response


def _cookie_name() -> str:
    return ("__Host-" if site.current().secure else "") + "kliqs_passkey"
