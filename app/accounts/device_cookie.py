"""The cookie by which a browser that signed in before is known again (known.py); set at a sign-in, never before it."""

from typing import Any

from quart import after_this_request, g, request

from app.accounts.known_device import KNOWN_FOR
from app.kernel import secrets, site, text


def carried() -> str:
    """The token that the browser of this request carries; empty when it never signed in."""
    return text.whole(request.cookies.get(_name(), ""))[:64]


def token() -> str:
    """What this browser carries, or will from now on."""
    if "known" not in g:
        g.known = carried() or secrets.token()
    return str(g.known)


def remember() -> None:
    """Gives it to the browser with the answer, for another year."""
    value, age = token(), int(KNOWN_FOR.total_seconds())

    @after_this_request
    async def hand(response: Any) -> Any:
        response.set_cookie(_name(), value, max_age=age, secure=site.current().secure, httponly=True, samesite="Lax")
        return response


def _name() -> str:
    return ("__Host-" if site.current().secure else "") + "kliqs_known"
