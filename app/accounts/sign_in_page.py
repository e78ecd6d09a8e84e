"""The sign-in page, and forms before there is a session that are shown again with what was refused."""

from __future__ import annotations

from typing import Any

from quart import Response

from app.accounts import authentication
from app.kernel import installation
from app.kernel.refusal import Refusal
from app.web import envelope, htmx, page_sections
from app.web.forms import Form

PAGE = "sign_in"  # its sections (app/web/page_sections.py) are further ways to sign in


async def sign_in_page(form: Form, refusal: Refusal | None = None) -> Response:
    """The sign-in form with all ways that are set up; `refusal` is why it is shown again."""
    sections = await page_sections.load_sections(PAGE)
    by_email = installation.current().sends_email
    if refusal:
        return await refused_form("accounts/sign_in.html", form, refusal, sections=sections, by_email=by_email)
    next_path = authentication.local_path(form["next"])
    return await htmx.render_response(
        "accounts/sign_in.html", form=form, next=next_path, sections=sections, by_email=by_email
    )


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
