"""The cookie of a browser that waits for an email: a random secret, by which it alone sees the page about the email.

It lasts until the browser closes; what it belongs to expires earlier (mailed_code.py, mailed_link.py).
"""

from quart import Response, request

from app.kernel import site, text


def received_token() -> str:
    """The token that this browser sends; empty without a cookie."""
    return text.replace_surrogates(request.cookies.get(_cookie_name(), ""))[:64]


def set_cookie(response: Response, token: str) -> Response:
    """Sets the cookie on a response and returns the response."""
    response.set_cookie(_cookie_name(), token, secure=site.current().secure, httponly=True, samesite="Lax")
    return response


def delete_cookie(response: Response) -> Response:
    """Deletes the cookie by a response and returns the response."""
    response.delete_cookie(_cookie_name(), secure=site.current().secure, httponly=True, samesite="Lax")
    return response


def _cookie_name() -> str:
    return ("__Host-" if site.current().secure else "") + "kliqs_inbox"
