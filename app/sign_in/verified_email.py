"""Asks for a verified email address before something that others rely on: inviting, joining, buying, publishing."""

from __future__ import annotations

from urllib.parse import urlencode

from quart import Response, request

from app.accounts import authentication
from app.kernel import installation
from app.web import htmx
from app.web.forms import Form
from app.web.resubmit import resubmittable_form

VERIFY = "/dashboard/settings/security/email/verify"


async def verified_email_or_ask() -> Response | None:
    """None if the signed-in user's address is verified; else the page that verifies it first.

    Call it first in a view: `if page := await verified_email_or_ask(): return page`. The page leads back to the present
    one, and a form that was sent is kept. Where no email leaves the installation nobody can verify one, and nobody is
    asked.
    """
    if authentication.current_user().email_verified_at or not installation.current().sends_email:
        return None
    if htmx.wants_fragment():
        page = authentication.local_path(request.headers.get("HX-Current-URL", ""))
        return Response("", 401, {"HX-Redirect": f"{VERIFY}?{urlencode({'next': page})}"})
    if request.method == "GET":
        return htmx.redirect_to(f"{VERIFY}?{urlencode({'next': request.full_path.rstrip('?')})}")
    form = await resubmittable_form()
    return await htmx.render_response(
        "sign_in/verify_first.html", status=403, form=Form(), next="", typed=form.text if form else ""
    )
