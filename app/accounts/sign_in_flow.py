"""The pages around signing in, and what follows after somebody proved who they are."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from quart import Response

from app.accounts import authentication
from app.accounts.user import User
from app.kernel import installation
from app.kernel.refusal import Refusal
from app.web import envelope, htmx, page_sections
from app.web.forms import Form

PAGE = "sign_in"  # its sections (app/web/page_sections.py) are further ways to sign in; they get the form
FurtherStep = Callable[[User, str], Awaitable[Response | None]]
further_steps: list[FurtherStep] = []


async def finish_sign_in(user: User, next_path: str) -> Response:
    """Signs a user in and redirects to `next_path`, if it is a path of this site."""
    if page := await further_step(user, next_path):
        return page
    await authentication.sign_in(user)
    return htmx.redirect_to(authentication.local_path(next_path))


async def further_step(user: User, next_path: str) -> Response | None:
    """The page that asks for a further proof, such as a second factor, and leads to `next_path`; None without one.

    It is asked before a session begins, and before somebody who forgot the password chooses a new one.
    """
    for step in further_steps:
        if page := await step(user, next_path):
            return page
    return None


async def sign_in_page(form: Form, refusal: Refusal | None = None) -> Response:
    """The sign-in form with all ways that are set up; `refusal` is why it is shown again."""
    form.values["next"] = authentication.local_path(form["next"])
    ways: dict[str, Any] = {
        "sections": await page_sections.load_sections(PAGE, form),
        "by_email": installation.current().sends_email,
    }
    if refusal:
        return await refused_form("accounts/sign_in.html", form, refusal, **ways)
    return await htmx.render_response("accounts/sign_in.html", form=form, next=form["next"], **ways)


async def refused_form(template: str, form: Form, refusal: Refusal, **context: Any) -> Response:
    """A form with the refusal's message, and with `Retry-After` where a rate limit refused."""
    page = await htmx.render_response(
        template,
        status=envelope.page_status(refusal),
        form=form.blame(refusal),
        next=authentication.local_path(form["next"]),
        tries_left=refusal.facts.get("left"),
        **context,
    )
    if refusal.retry_after is not None:
        page.headers["Retry-After"] = str(refusal.retry_after)
    return page
