"""The first session of somebody who has just signed up."""

from __future__ import annotations

from quart import Response

from app.accounts import authentication, claim_cookie
from app.accounts.user import User
from app.web import htmx, language

FIRST_VISIT = "/dashboard/first-steps/"  # the page where new accounts choose what to create


async def begin_first_session(user: User, next_path: str, language_code: str, *, claimed: bool) -> Response:
    """Signs a new user in and redirects to `next_path`, or to the first steps if nothing else was requested.

    `claimed` is whether they took along what was created on this device without an account.
    """
    await authentication.sign_in(user, first=True)
    path = authentication.local_path(next_path)
    response = htmx.redirect_to(FIRST_VISIT if path == authentication.local_path("") and not claimed else path)
    language.set_language_cookie(response, language_code)
    return claim_cookie.COOKIE.delete(response) if claimed else response
