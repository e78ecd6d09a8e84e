"""What follows after somebody proved who they are."""

from __future__ import annotations

from quart import Response

from app.accounts import authentication
from app.accounts.user import User
from app.web import htmx


async def finish_sign_in(user: User, next_path: str) -> Response:
    """Signs a user in and redirects to `next_path`, if it is a path of this site."""
    await authentication.sign_in(user)
    return htmx.redirect_to(authentication.local_path(next_path))
