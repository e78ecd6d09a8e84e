"""What follows after somebody proved who they are."""

from __future__ import annotations

from quart import Response

from app.accounts import authentication
from app.accounts.user import User
from app.web import htmx

GRACE_PAGE = "/dashboard/leaving/"  # says when the user will be deleted, and undoes it


async def finish_sign_in(user: User, next_path: str) -> Response:
    """Signs a user in and redirects to `next_path`, if it is a path of this site.

    Users who will be deleted are first shown when that is, and how to undo it.
    """
    await authentication.sign_in(user)
    return htmx.redirect_to(GRACE_PAGE if user.delete_at else authentication.local_path(next_path))
