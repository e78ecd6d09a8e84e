"""The page that asks for the second factor at sign-in, between the first proof and the session."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from quart import Blueprint, Response, flash, request

from app.accounts import authentication, sign_in_flow
from app.accounts.pending_sign_in import PendingSignIn
from app.accounts.security_log import record_event
from app.accounts.trusted_browser import TrustedBrowser
from app.accounts.user import User
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.kernel.refusal import Refusal
from app.sign_in.second_factor import notices, pending_cookie, trust_cookie, verification
from app.sign_in.second_factor.recovery_code import RecoveryCode
from app.web import client_info, envelope, htmx, page_sections
from app.web.forms import Form
from app.web.resubmit import SubmittedForm

blueprint = Blueprint("second_factor", __name__)
ADDRESS, PAGE = "/login/two-factor", "second_factor"  # the page's sections: other second factors, such as passkeys


async def _ask(user: User, next_path: str, pending_form: SubmittedForm | None) -> Response | None:
    """Asks for the second factor if this browser has to show one; a step of app/accounts/sign_in_flow.py."""
    if not await verification.is_required(user):
        return None
    pending = await pending_cookie.begin(user.id)
    if pending_form is not None and pending is not None:
        return await _page(Form({"typed": pending_form.text}), pending)
    return htmx.redirect_to(f"{ADDRESS}?{urlencode({'next': authentication.local_path(next_path)})}")


sign_in_flow.add_step(_ask)


@blueprint.get(ADDRESS)
async def two_factor_form() -> Response:
    """The page that asks for the code of the app, or with `way=recovery` for a recovery code."""
    pending = await pending_cookie.pending_sign_in()
    form = Form({name: request.args.get(name, "") for name in ("next", "way")})
    return await _page(form, pending) if pending else await _begin_again(form)


@blueprint.post(ADDRESS)
async def take_second_factor() -> Response:
    """Takes a code and signs in; a form without one only asks in another way, keeping what it carries."""
    form, pending = await Form.submitted(), await pending_cookie.pending_sign_in()
    if pending is None:
        return await _begin_again(form)
    if not form.has(verification.FIELD):
        return await _page(form, pending)
    if not await pending.spend_try():
        return await _begin_again(form)
    try:
        await verification.verify_code(pending.user, form[verification.FIELD])
    except Refusal as refusal:
        return await _refused(form, pending, refusal)
    return await _signed_in(form, pending) if await pending.end() else await _begin_again(form)


async def _signed_in(form: Form, pending: PendingSignIn) -> Response:
    """Signs in, and trusts this browser if the form says so."""
    user: User = pending.user
    pending_cookie.COOKIE.delete_after_request()
    if form.has("trust"):
        await _trust(user)
    if form["way"] == "recovery":
        left = await RecoveryCode.count_left(user.id)
        template = ngettext("%(num)s recovery code is left.", "%(num)s recovery codes are left.", left)
        await flash(template % {"num": left} if left else _("That was your last recovery code. Make new ones."))
    return await sign_in_flow.complete_sign_in(user, form["next"], _typed_form(form), second_factor=True)


async def _trust(user: User) -> None:
    device = client_info.device_name()
    async with transaction():
        token = await TrustedBrowser.trust(user.id, device)
        await record_event(user.id, "browser_trusted")
        await notices.send_notice(user, "browser_trusted")
    trust_cookie.add_token(token)


async def _refused(form: Form, pending: PendingSignIn, refusal: Refusal) -> Response:
    """The page again, with the message and how many tries are left; the sign-in page after the last one.

    The row stays, which opens nothing without tries: an earlier try with the right code may be about to end it.
    """
    if pending.tries_left < 1:
        await verification.report_wrong_codes(pending.user)
        return await _begin_again(form)
    form.blame(refusal)
    if message := form.errors.get(verification.FIELD):
        left = ngettext("%(num)s try left.", "%(num)s tries left.", pending.tries_left) % {"num": pending.tries_left}
        form.errors[verification.FIELD] = f"{message} {left}"
    page = await _page(form, pending, envelope.page_status(refusal))
    if refusal.retry_after is not None:
        page.headers["Retry-After"] = str(refusal.retry_after)
    return page


async def _page(form: Form, pending: PendingSignIn, status: int = 200) -> Response:
    return await htmx.render_response(
        "sign_in/second_factor/two_factor.html",
        status=status,
        form=form,
        next=authentication.local_path(form["next"]),
        sections=await page_sections.load_sections(PAGE, pending.user),
    )


async def _begin_again(form: Form) -> Response:
    """The sign-in page, because nothing waits here any more; what was typed into a form before is kept."""
    if pending_cookie.COOKIE.read():
        pending_cookie.COOKIE.delete_after_request()
        message: Any = {
            "text": _("That took too long, or the code was wrong too often. Sign in again."),
            "kind": "warm",
        }
        await flash(message)
    if pending_form := _typed_form(form):
        return await htmx.render_response("accounts/expired.html", status=419, pending_form=pending_form, form=Form())
    return htmx.redirect_to("/login?" + urlencode({"next": authentication.local_path(form["next"])}))


def _typed_form(form: Form) -> SubmittedForm | None:
    """The form of the dashboard that waits to be sent again after the sign-in."""
    return SubmittedForm.read(form["typed"], below="/dashboard/")
