"""Asks for a verified email address before something that others rely on, such as inviting, buying and publishing.

A second factor needs one too: an address that was never verified may be a stranger's, and its owner, who gets a new
password by email, could not get past a factor that somebody else turned on.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, TypeVar
from urllib.parse import urlencode

from quart import Response, request

from app.accounts import authentication
from app.kernel import installation
from app.web import htmx
from app.web.forms import Form
from app.web.resubmit import resubmittable_form

V = TypeVar("V", bound=Callable[..., Awaitable[Response]])
SECURITY = "/dashboard/settings/security"
VERIFY = f"{SECURITY}/email/verify"


def needs_verified_email(view: V) -> V:
    """Decorates a view that only users may call whose email address is verified.

    Others get the page that verifies it first and then redirects to this one; a form that was sent is kept.
    Where no email leaves the installation nobody can verify one, and nobody is asked.
    """

    @wraps(view)
    async def guarded(*args: Any, **kwargs: Any) -> Response:
        if authentication.current_user().email_verified_at or not installation.current().sends_email:
            return await view(*args, **kwargs)
        if htmx.wants_fragment():
            return await _ask_htmx()
        if request.method == "GET":
            return htmx.redirect_to(_address(request.full_path.rstrip("?")))
        form = await resubmittable_form()
        return await htmx.render_response(
            "sign_in/verify_first.html", status=403, form=Form(), next="", typed=form.text if form else ""
        )

    guarded.needs_verified_email = True  # type: ignore[attr-defined]
    return guarded  # type: ignore[return-value]


async def _ask_htmx() -> Response:
    """Answers a request of htmx: a form stays on its page, and a toast links to the verification in a new tab."""
    if request.method == "POST":
        return await htmx.render_response("sign_in/_verify_first.html", status=403, address=_address(SECURITY))
    page = authentication.local_path(request.headers.get("HX-Current-URL", ""))
    return Response("", 403, {"HX-Redirect": _address(page)})


def _address(path: str) -> str:
    return f"{VERIFY}?{urlencode({'next': path})}"
