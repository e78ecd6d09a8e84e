"""The claim token that a browser carries, so that what was made on it can be changed on it.

In a cookie that no script reads, of the surface where people sign in: no address and no log ever holds it.
"""

from quart import Response, request

from app.accounts.guest import ABANDONED_AFTER, guest_of
from app.accounts.models import Account
from app.kernel import site


def token() -> str:
    """The token this browser carries, right or wrong; empty when there is none."""
    return request.cookies.get(_name(), "")


async def guest() -> Account | None:
    """Whose token it is, as long as nobody claimed it."""
    return await guest_of(token())


def hand(response: Response, token: str) -> Response:
    """Gives the token to the browser."""
    age = int(ABANDONED_AFTER.total_seconds())
    response.set_cookie(_name(), token, max_age=age, secure=site.current().secure, httponly=True, samesite="Lax")
    return response


def take_away(response: Response) -> Response:
    """Lets the browser forget the token."""
    response.delete_cookie(_name(), secure=site.current().secure, httponly=True, samesite="Lax")
    return response


def _name() -> str:
    return ("__Host-" if site.current().secure else "") + "kliqs_guest"
