"""The cookie of a browser that waits for an email: a random secret, by which it alone sees the page about the email.

It lasts until the browser closes; what it belongs to expires earlier (mailed_code.py, mailed_link.py).
"""

from quart import Response

from app.web.host_cookie import HostCookie

COOKIE = HostCookie("kliqs_inbox")


def received_token() -> str:
    """The token that this browser sends; empty without a cookie."""
    return COOKIE.received


def set_cookie(response: Response, token: str) -> Response:
    """Sets the cookie on a response and returns the response."""
    return COOKIE.set(response, token)


def delete_cookie(response: Response) -> Response:
    """Deletes the cookie by a response and returns the response."""
    return COOKIE.delete(response)
