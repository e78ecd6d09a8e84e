"""The cookie that binds sign-ins with a provider to the browser in which they began.

Its secret of 256 bits serves all sign-ins until the browser is closed, so that two tabs do not disturb each other; each
sign-in has a state of its own that ends after ten minutes. SameSite=Lax lets the cookie come along when the provider
sends the browser back.
"""

import re

from quart import Response, request

from app.kernel import secrets, site

SECRET = re.compile(r"[A-Za-z0-9_-]{43}")


def received_secret() -> str:
    """The secret that this browser sends; empty without a well-formed cookie."""
    value = request.cookies.get(_cookie_name(), "")
    return value if SECRET.fullmatch(value) else ""


def received_or_new_secret() -> str:
    """The secret that this browser sends, or a new one."""
    return received_secret() or secrets.new_token()


def set_cookie(response: Response, secret: str) -> Response:
    """Sets the cookie on a response and returns the response."""
    response.set_cookie(_cookie_name(), secret, secure=site.current().secure, httponly=True, samesite="Lax")
    return response


def _cookie_name() -> str:
    return ("__Host-" if site.current().secure else "") + "kliqs_oauth"
