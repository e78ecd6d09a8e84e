"""The cookie with the token of an invitation, from when its link is opened until it is answered.

The page of the invitation is at a URL without the token, and so are the forms to sign in and to sign up that lead back
to it: the token is in no Referer, no history and no log.
"""

from datetime import timedelta

from quart import Response

from app.web.host_cookie import HostCookie

LIFETIME = timedelta(days=1)  # time to find the password, or to sign up
COOKIE = HostCookie("kliqs_invitation", lifetime=LIFETIME)
LONGEST_TOKEN = 100  # characters; browsers drop cookies of more than 4 KB


def set_cookie(response: Response, token: str) -> Response:
    """Sets the cookie on a response and returns the response; a text that can be no token is kept as an empty one."""
    return COOKIE.set(response, token if len(token) <= LONGEST_TOKEN and token.isascii() else "")
