"""Signing in with a passkey. It counts as both factors: the device, and what unlocks it. So no further step follows."""

from __future__ import annotations

from functools import partial

from quart import Blueprint, Response

from app.accounts import authentication, sign_in_flow
from app.kernel.refusal import Refusal
from app.sign_in.passkeys import challenge_cookie, sections, verification
from app.sign_in.passkeys.public_key_credential import PublicKeyCredential
from app.sign_in.passkeys.responses import current_relying_party, options_response
from app.web import client_info, envelope, htmx
from app.web.forms import Form
from app.web.resubmit import SubmittedForm

blueprint = Blueprint("passkeys", __name__, url_prefix="/login/passkey")


@blueprint.post("/options")
async def sign_in_options() -> Response:
    """The options with which a browser signs in, as JSON, with a new challenge. Raises: TooManyAttempts."""
    return await options_response(partial(verification.begin_sign_in, address=client_info.rate_limit_address()))


@blueprint.post("")
async def sign_in() -> Response:
    """Signs in the user whose passkey signed; the answer is the same for each one that is refused.

    A form that was typed before a session ended (`typed`) is shown again to be sent.
    """
    form, party = await Form.submitted(), current_relying_party()
    browser, device = challenge_cookie.COOKIE.read(), client_info.device_name()
    try:
        credential = PublicKeyCredential.read(form["credential"])
        user = await verification.verify_sign_in(party, browser, credential, device)
    except Refusal as refusal:
        return await _refused_page(form, refusal)
    pending = SubmittedForm.read(form["typed"], below="/dashboard/")
    return await sign_in_flow.complete_sign_in(
        user, form["next"], pending, event="signed_in_by_passkey", second_factor=True
    )


async def _refused_page(form: Form, refusal: Refusal) -> Response:
    """The page that says so, offers another try, and leads to the other ways to sign in."""
    pending = SubmittedForm.read(form["typed"], below="/dashboard/")
    return await htmx.render_response(
        "sign_in/passkeys/refused.html",
        status=envelope.page_status(refusal),
        form=form.blame(refusal),
        next=authentication.local_path(form["next"]),
        typed=pending.text if pending else "",
        section=await sections.load_sign_in(),
    )
