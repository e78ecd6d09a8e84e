"""What follows after somebody proved who they are: further steps, such as a second factor, and then the session."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from quart import Response

from app.accounts import authentication
from app.accounts.user import User
from app.web import htmx
from app.web.resubmit import SubmittedForm

Step = Callable[[User, str, SubmittedForm | None], Awaitable[Response | None]]
_further_steps: list[Step] = []

GRACE_PAGE = "/dashboard/leaving/"  # says when the user will be deleted, and undoes it


def add_step(step: Step) -> None:
    """Adds a step to every sign-in. It gets the arguments of `finish_sign_in`.

    It returns the page that asks for something more, or None if nothing more is needed. The page calls
    `complete_sign_in` in the end.
    """
    _further_steps.append(step)


async def finish_sign_in(user: User, next_path: str, *, pending_form: SubmittedForm | None = None) -> Response:
    """Goes on with a user who proved who they are: with a further step, or with the session.

    `pending_form` is a form that can be sent again after the sign-in. Where the proof counts as two factors, as that by
    a passkey does, call `complete_sign_in` instead.
    """
    for step in _further_steps:
        if page := await step(user, next_path, pending_form):
            return page
    return await complete_sign_in(user, next_path, pending_form)


async def complete_sign_in(
    user: User,
    next_path: str,
    pending_form: SubmittedForm | None = None,
    *,
    event: str = "signed_in",
    second_factor: bool = False,
) -> Response:
    """Signs a user in; shows the pending form, or redirects to `next_path`, if it is a path of this site.

    Users who will be deleted are first shown when that is, and how to undo it. `event` is the kind that the security
    log records; `second_factor` says that a passkey or a code of the app was used.
    """
    await authentication.sign_in(user, event=event, second_factor=second_factor)
    if pending_form is not None and not user.delete_at:
        return await htmx.render_response("accounts/resubmit.html", pending_form=pending_form)
    return htmx.redirect_to(GRACE_PAGE if user.delete_at else authentication.local_path(next_path))
