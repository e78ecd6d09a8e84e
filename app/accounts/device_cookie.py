"""The cookie that identifies a browser that has signed in before (known_device.py); it is set only at a sign-in."""

from quart import g

from app.accounts.known_device import REMEMBERED_FOR
from app.kernel import secrets
from app.web.host_cookie import HostCookie

COOKIE = HostCookie("kliqs_known", lifetime=REMEMBERED_FOR)


def received_or_new_token() -> str:
    """The token that the browser sends, or the new one that `renew` will set."""
    if "known" not in g:
        g.known = COOKIE.read() or secrets.new_token()
    return str(g.known)


def renew() -> None:
    """Sets the cookie for another year."""
    COOKIE.set_after_request(received_or_new_token())
