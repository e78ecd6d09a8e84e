"""The answer to what a role does not include: a page of the dashboard that names an owner, or a notice for htmx."""

from __future__ import annotations

from quart import Quart, Response, request

from app.accounts.request_account import RoleTooLow
from app.web import envelope, htmx
from app.web.resubmit import resubmittable_form


def install(app: Quart) -> None:
    """Answers RoleTooLow with this page instead of the general one for refusals."""
    app.register_error_handler(RoleTooLow, _role_too_low_page)


async def _role_too_low_page(refusal: RoleTooLow) -> Response:
    """The sentence, a way to write to the owner, and the refused form to be sent again once the role is changed."""
    status, sentence = envelope.page_status(refusal), envelope.refusal_message(refusal)
    if htmx.wants_fragment():
        return await htmx.render_response("errors/_toast.html", status=status, sentence=sentence, number="")
    return await htmx.render_response(
        "accounts/role_too_low.html",
        status=status,
        sentence=sentence,
        owner_email=refusal.facts["email"],
        owner=refusal.facts["owner"],
        pending_form=None if request.method == "GET" else await resubmittable_form(),
        active="",
    )
