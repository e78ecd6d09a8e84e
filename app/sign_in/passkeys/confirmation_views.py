"""A passkey as the proof that a signed-in user gives before changes that matter (app/accounts/confirmation.py)."""

from __future__ import annotations

from functools import partial

from quart import Blueprint, Response

from app.accounts import authentication
from app.accounts.confirmation import confirm_page, record_proof_and_continue
from app.accounts.request_account import PERSONAL, BlueprintActs
from app.kernel.refusal import Refusal
from app.sign_in.passkeys import challenge_cookie, verification
from app.sign_in.passkeys.public_key_credential import PublicKeyCredential
from app.sign_in.passkeys.responses import current_relying_party, options_response
from app.web import client_info, envelope
from app.web.forms import Form
from app.web.resubmit import SubmittedForm

blueprint = Blueprint("passkey_confirmation", __name__, url_prefix="/dashboard/confirm/passkey")
authentication.require_sign_in(
    blueprint, BlueprintActs(PERSONAL, PERSONAL, in_grace=frozenset({"confirm_options", "confirm_by_passkey"}))
)


@blueprint.post("/options")
async def confirm_options() -> Response:
    """The options with which one of the user's passkeys signs, as JSON, with a new challenge."""
    return await options_response(partial(verification.begin_confirmation, authentication.current_user()))


@blueprint.post("")
async def confirm_by_passkey() -> Response:
    """Takes a signature by one of the user's passkeys as proof; a refused one is said on the page."""
    form, party = await Form.submitted(), current_relying_party()
    user, browser = authentication.current_user(), challenge_cookie.COOKIE.read()
    try:
        credential = PublicKeyCredential.read(form["credential"])
        await verification.verify_confirmation(user, party, browser, credential, client_info.device_name())
    except Refusal as refusal:
        pending = SubmittedForm.read(form["typed"], below="/dashboard/")
        return await confirm_page(form.blame(refusal), pending_form=pending, status=envelope.page_status(refusal))
    return await record_proof_and_continue(form, second_factor=True)
