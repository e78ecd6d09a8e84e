"""The cookie with the token of an invitation, from when its link is opened until it is answered.

The page of the invitation is at an address without the token, and so are the forms to sign in and to sign up that lead
back to it: the token is in no Referer, no history and no log. The cookie is HttpOnly.
"""

from quart import Response

from app.web.host_cookie import HostCookie

LIFETIME = 24 * 3600  # seconds: time to find the password, or to sign up
LONGEST_TOKEN = 100  # characters; browsers drop cookies of more than 4 KB
COOKIE = HostCookie("kliqs_invitation", LIFETIME, longest=LONGEST_TOKEN)


def invitation_token() -> str:
    """The token that this browser sends, valid or not; empty without a cookie."""
    return COOKIE.received


def set_cookie(response: Response, token: str) -> Response:
    """Sets the cookie on a response and returns the response; a text that can be no token is kept as an empty one."""
    return COOKIE.set(response, token if len(token) <= LONGEST_TOKEN and token.isascii() else "")


def delete_cookie(response: Response) -> Response:
    """Deletes the cookie of a browser that sent it by a response, and returns the response."""
    return COOKIE.delete(response)
