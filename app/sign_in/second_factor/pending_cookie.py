"""The cookie of a browser in which a sign-in waits for its second factor (app/accounts/pending_sign_in.py)."""

from typing import Any
from uuid import UUID

from quart import after_this_request, request

from app.accounts.pending_sign_in import VALID_FOR, PendingSignIn
from app.kernel import secrets, site, text


def _cookie_name() -> str:
    return ("__Host-" if site.current().secure else "") + "kliqs_step"


def _received_token() -> str:
    return text.replace_surrogates(request.cookies.get(_cookie_name(), ""))[:64]


async def begin(user_id: UUID) -> PendingSignIn | None:
    """Begins a sign-in that waits, in the place of an earlier one of this browser."""
    if earlier := _received_token():
        await PendingSignIn.filter(digest=secrets.sha256_hex(earlier)).delete()
    token = await PendingSignIn.begin(user_id)
    _set_cookie(token, int(VALID_FOR.total_seconds()))
    return await PendingSignIn.by_token(token)


async def waiting() -> PendingSignIn | None:
    """The sign-in that waits in this browser, with its user; None if there is none, or it has ended."""
    return await PendingSignIn.by_token(_received_token())


def forget() -> bool:
    """Removes the cookie; returns whether the browser sent one."""
    if not _received_token():
        return False
    _set_cookie("", 0)
    return True


def _set_cookie(token: str, age: int) -> None:
    @after_this_request
    async def hand(response: Any) -> Any:
        """Sets the cookie on the response."""
        response.set_cookie(
            _cookie_name(), token, max_age=age, secure=site.current().secure, httponly=True, samesite="Lax"
        )
        return response
