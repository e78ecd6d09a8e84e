"""The cookie with the token of an invitation, from when its link is opened until it is answered.

The page of the invitation is at an address without the token, and so are the forms to sign in and to sign up that lead
back to it: the token is in no Referer, no history and no log. The cookie is HttpOnly.
"""

from quart import Response, request

from app.kernel import site

LIFETIME = 24 * 3600  # seconds: time to find the password, or to sign up
LONGEST_TOKEN = 100  # characters; browsers drop cookies of more than 4 KB


def invitation_token() -> str:
    """The token that this browser sends, valid or not; empty without a cookie."""
    return request.cookies.get(_cookie_name(), "")


def set_cookie(response: Response, token: str) -> Response:
    """Sets the cookie on a response and returns the response; a text that can be no token is kept as an empty one."""
    kept = token if len(token) <= LONGEST_TOKEN and token.isascii() else ""
    response.set_cookie(
        _cookie_name(), kept, max_age=LIFETIME, secure=site.current().secure, httponly=True, samesite="Lax"
    )
    return response


def delete_cookie(response: Response) -> Response:
    """Deletes the cookie of a browser that sent it by a response, and returns the response."""
    if _cookie_name() in request.cookies:
        response.delete_cookie(_cookie_name(), secure=site.current().secure, httponly=True, samesite="Lax")
    return response


def _cookie_name() -> str:
    return ("__Host-" if site.current().secure else "") + "kliqs_invitation"
