"""The pages where a signed-in user types the code from an email, to verify an address."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, abort, flash, request

from app.accounts import authentication
from app.accounts.request_account import PERSONAL, BlueprintActs
from app.accounts.sign_in_page import refused_form
from app.kernel import installation
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.sign_in import email_verification
from app.sign_in.models import PendingEmail
from app.web import client_info, htmx
from app.web.forms import Form
from app.web.resubmit import SubmittedForm

blueprint = Blueprint("email_codes", __name__, url_prefix="/dashboard/settings/security/email")
authentication.require_sign_in(blueprint, BlueprintActs(PERSONAL, PERSONAL))
SECURITY = "/dashboard/settings/security"
CODE = f"{SECURITY}/email/code"


@blueprint.before_request
async def require_mail() -> None:
    """Answers 404 where no email leaves this installation."""
    if not installation.current().sends_email:
        abort(404)


@blueprint.get("/verify")
async def verify_form() -> Response:
    """The page that says that the address has to be verified first; afterwards it redirects to the path in `next`."""
    form = Form({"next": request.args.get("next", "")})
    if authentication.current_user().email_verified_at:  # meanwhile, in another tab
        return htmx.redirect_to(_next_of(form))
    return await htmx.render_response("sign_in/verify_first.html", form=form, next=_next_of(form), typed="")


@blueprint.post("/verify")
async def send_code() -> Response:
    """Sends a code to the user's own address."""
    user, form = authentication.current_user(), await Form.submitted()
    if user.email_verified_at:
        await flash(_("Your address is verified already."))
        return htmx.redirect_to(_next_of(form))
    try:
        await email_verification.begin_verification(user, user.email, client_info.device_name())
    except Refusal as refusal:
        if pending := await email_verification.pending_email_of(user):
            return await _code_page(form, pending, refusal)
        return await refused_form("sign_in/verify_first.html", form, refusal, typed=form["typed"])
    pending = await email_verification.pending_email_of(user)
    return await _code_page(form, pending) if pending and form["typed"] else htmx.redirect_to(CODE)


@blueprint.get("/code")
async def code_form() -> Response:
    """The form for the code that was sent."""
    pending = await email_verification.pending_email_of(authentication.current_user())
    return await _code_page(Form(), pending) if pending else htmx.redirect_to(SECURITY)


@blueprint.post("/code")
async def submit_code() -> Response:
    """Verifies the address of the code; a new one is set by it, and every other device is signed out."""
    user, form = authentication.current_user(), await Form.submitted()
    pending = await email_verification.pending_email_of(user)
    if pending is None:
        return htmx.redirect_to(SECURITY)
    changes = pending.email != user.email
    try:
        await email_verification.finish_verification(pending, user, form["code"], client_info.device_name())
    except Refusal as refusal:
        return await _code_page(form, pending, refusal)
    if changes:
        await authentication.sign_in(user, first=True)
        words = _("You sign in with %(email)s from now on. Every other device is signed out.")
        await flash(words % {"email": isolate(user.email)})
    elif typed := SubmittedForm.read(form["typed"], below="/dashboard/"):
        return await htmx.render_response("accounts/resubmit.html", pending_form=typed)
    else:
        await flash(_("Your address is verified."))
    return htmx.redirect_to(_next_of(form))


@blueprint.post("/code/again")
async def send_code_again() -> Response:
    """Sends a new code."""
    user, form = authentication.current_user(), await Form.submitted()
    pending = await email_verification.pending_email_of(user)
    if pending is None:
        return htmx.redirect_to(SECURITY)
    try:
        await email_verification.send_code_again(pending, user, client_info.device_name())
    except Refusal as refusal:
        return await _code_page(form, pending, refusal)
    return await _code_page(form, pending)


def _next_of(form: Form) -> str:
    return authentication.local_path(form["next"], otherwise=SECURITY)


async def _code_page(form: Form, pending: PendingEmail, refusal: Refusal | None = None) -> Response:
    form.values["code"] = ""
    context: dict[str, Any] = {"pending": pending, "typed": form["typed"], "next_path": _next_of(form)}
    if refusal:
        return await refused_form("sign_in/email_code.html", form, refusal, **context)
    return await htmx.render_response("sign_in/email_code.html", form=form, **context)
