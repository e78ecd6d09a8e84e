"""The cookie with a guest's claim token, by which this browser may edit what was created on it without an account.

It is set on the host where people sign in, so that the token appears in no URL and in no log.
"""

from app.accounts.guest import ABANDONED_AFTER, find_guest
from app.accounts.models import Account
from app.web.host_cookie import HostCookie

COOKIE = HostCookie("kliqs_guest", lifetime=ABANDONED_AFTER)


async def guest_of_browser() -> Account | None:
    """The guest account of this browser's token, or None once it was claimed."""
    return await find_guest(COOKIE.read())
