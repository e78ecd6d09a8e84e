"""The cookie of a browser in which a sign-in waits for its second factor (app/accounts/pending_sign_in.py)."""

from uuid import UUID

from app.accounts.pending_sign_in import VALID_FOR, PendingSignIn
from app.kernel import secrets
from app.web.host_cookie import HostCookie

COOKIE = HostCookie("kliqs_step", lifetime=VALID_FOR)


async def begin(user_id: UUID) -> PendingSignIn | None:
    """Begins a sign-in that waits, in place of an earlier one of this browser, and sets the cookie."""
    if earlier := COOKIE.read():
        await PendingSignIn.filter(digest=secrets.sha256_hex(earlier)).delete()
    token = await PendingSignIn.begin(user_id)
    COOKIE.set_after_request(token)
    return await PendingSignIn.by_token(token)


async def pending_sign_in() -> PendingSignIn | None:
    """The sign-in that waits in this browser, with its user; None if there is none, or it has ended."""
    return await PendingSignIn.by_token(COOKIE.read())
