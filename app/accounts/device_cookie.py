"""The cookie that identifies a browser that has signed in before (known_device.py); it is set only at a sign-in."""

from typing import Any

from quart import after_this_request, g, request

from app.accounts.known_device import REMEMBERED_FOR
from app.kernel import secrets, site, text


def received_token() -> str:
    """The token that the browser of this request sends; empty if it never signed in."""
    return text.replace_surrogates(request.cookies.get(_cookie_name(), ""))[:64]


def received_or_new_token() -> str:
    """The token that the browser sends, or the new one that `set_cookie` will set."""
    if "known" not in g:
        g.known = received_token() or secrets.new_token()
    return str(g.known)


def set_cookie() -> None:
    """Sets the cookie on the response for another year."""
    value, age = received_or_new_token(), int(REMEMBERED_FOR.total_seconds())

    @after_this_request
    async def hand(response: Any) -> Any:
        """Sets the cookie on the response."""
        response.set_cookie(
            _cookie_name(), value, max_age=age, secure=site.current().secure, httponly=True, samesite="Lax"
        )
        return response


def _cookie_name() -> str:
    return ("__Host-" if site.current().secure else "") + "kliqs_known"
