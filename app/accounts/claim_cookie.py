"""The cookie with a guest's claim token, by which this browser may edit what was created on it without an account.

The cookie is HttpOnly and set on the host where people sign in, so that the token appears in no URL and in no log.
"""

from quart import Response

from app.accounts.guest import ABANDONED_AFTER, find_guest
from app.accounts.models import Account
from app.web.host_cookie import HostCookie

COOKIE = HostCookie("kliqs_guest", int(ABANDONED_AFTER.total_seconds()), longest=200)


def claim_token() -> str:
    """The token that this browser sends, valid or not; empty without a cookie."""
    return COOKIE.received


async def guest_of_browser() -> Account | None:
    """The guest account of this browser's token, or None once it was claimed."""
    return await find_guest(claim_token())


def set_cookie(response: Response, token: str) -> Response:
    """Sets the cookie on a response and returns the response."""
    return COOKIE.set(response, token)


def delete_cookie(response: Response) -> Response:
    """Deletes the cookie by a response and returns the response."""
    return COOKIE.delete(response)
