"""The cookie that identifies a browser that has signed in before (known_device.py); it is set only at a sign-in."""

from quart import g

from app.accounts.known_device import REMEMBERED_FOR
from app.kernel import secrets
from app.web.host_cookie import HostCookie

COOKIE = HostCookie("kliqs_known", int(REMEMBERED_FOR.total_seconds()))


def received_token() -> str:
    """The token that the browser of this request sends; empty if it never signed in."""
    return COOKIE.received


def received_or_new_token() -> str:
    """The token that the browser sends, or the new one that `set_cookie` will set."""
    if "known" not in g:
        g.known = received_token() or secrets.new_token()
    return str(g.known)


def set_cookie() -> None:
    """Sets the cookie on the response for another year."""
    COOKIE.set_later(received_or_new_token())
