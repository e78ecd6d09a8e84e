"""Two further ways to confirm who one is (app/accounts/confirmation.py): a code of the app, or six digits by mail.

The mail is for people who have neither a password nor an app, and only where mail is set up.
"""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response

from app.accounts import authentication, confirmation
from app.accounts.request_account import PERSONAL, BlueprintActs
from app.accounts.user import User
from app.kernel import installation
from app.kernel.refusal import NotFound, Refusal
from app.sign_in.second_factor import verification
from app.sign_in.second_factor.authenticator import Authenticator
from app.sign_in.second_factor.mailed_confirmation_code import ConfirmationCode
from app.web import envelope, page_sections
from app.web.forms import Form
from app.web.resubmit import SubmittedForm

blueprint = Blueprint("second_factor_confirmation", __name__, url_prefix="/dashboard/confirm")
authentication.require_sign_in(
    blueprint,
    BlueprintActs(PERSONAL, PERSONAL, in_grace=frozenset({"confirm_by_code", "send_code", "confirm_by_mailed_code"})),
)


@blueprint.post("/code")
async def confirm_by_code() -> Response:
    """Takes a code of the user's app, or a recovery code, as proof; a refused form is shown again."""
    form, session = await Form.submitted(), authentication.current_session()
    try:
        await verification.verify_code(session.user, form[verification.FIELD], session=str(session.id))
    except Refusal as refusal:
        return await _again(form.blame(refusal), envelope.page_status(refusal))
    return await confirmation.record_proof_and_continue(form, second_factor=True)


@blueprint.post("/mail")
async def send_code() -> Response:
    """Mails six digits to the user, and shows the page with a field for them. Raises: NotFound."""
    form, session = await Form.submitted(), authentication.current_session()
    if not await _may_confirm_by_mail(session.user):
        raise NotFound
    try:
        await ConfirmationCode.send(session)
    except Refusal as refusal:
        return await _again(form.blame(refusal), envelope.page_status(refusal))
    return await _again(form, 200)


@blueprint.post("/mailed-code")
async def confirm_by_mailed_code() -> Response:
    """Takes the six digits of the email as proof; a refused form is shown again. Raises: NotFound."""
    form, session = await Form.submitted(), authentication.current_session()
    if not await _may_confirm_by_mail(session.user):
        raise NotFound
    try:
        await ConfirmationCode.take(session, form["mailed_code"])
    except Refusal as refusal:
        return await _again(form.blame(refusal), envelope.page_status(refusal))
    return await confirmation.record_proof_and_continue(form)


async def _again(form: Form, status: int) -> Response:
    """The page that asks for a proof, with the form that waits to be sent after it."""
    pending_form = SubmittedForm.read(form["typed"], below="/dashboard/")
    return await confirmation.confirm_page(form, pending_form=pending_form, status=status)


async def _may_confirm_by_mail(user: User) -> bool:
    """Whether mail is set up, and the user has no stronger proof."""
    if not installation.current().sends_email or user.password_hash:
        return False
    return await Authenticator.of(user.id) is None


async def _load_app(user: User) -> dict[str, Any] | None:
    return {} if await Authenticator.of(user.id) else None


async def _load_mail(user: User) -> dict[str, Any] | None:
    if not await _may_confirm_by_mail(user):
        return None
    session_id = authentication.current_session().id
    return {"sent": await ConfirmationCode.filter(session_id=session_id).exists(), "email": user.email}


page_sections.add_section(confirmation.PAGE, 20, "sign_in/second_factor/_confirm_by_code.html", _load_app)
confirmation.SECOND_FACTORS.add("sign_in/second_factor/_confirm_by_code.html")
page_sections.add_section(confirmation.PAGE, 60, "sign_in/second_factor/_confirm_by_mail.html", _load_mail)
