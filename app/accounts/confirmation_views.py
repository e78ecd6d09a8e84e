"""The page where a signed-in user proves again who they are (confirmation.py)."""

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.confirmation import confirm_page, record_proof_and_continue
from app.accounts.request_account import PERSONAL, BlueprintActs
from app.kernel.refusal import Refusal
from app.web import envelope, htmx
from app.web.forms import Form
from app.web.resubmit import SubmittedForm

blueprint = Blueprint("confirmation", __name__, url_prefix="/dashboard/confirm")
authentication.require_sign_in(
    blueprint, BlueprintActs(PERSONAL, PERSONAL, in_grace=frozenset({"confirm_by_password"}))
)


@blueprint.get("/")
async def confirm_form() -> Response:
    """The page that asks for a proof; it leads back to the path in `next`."""
    if authentication.current_session().recently_confirmed:
        return htmx.redirect_to(authentication.local_path(request.args.get("next", "")))
    return await confirm_page(Form({"next": request.args.get("next", "")}))


@blueprint.post("/")
async def confirm_by_password() -> Response:
    """Takes the user's password as proof; a refused form is shown again."""
    form = await Form.submitted()
    session = authentication.current_session()
    try:
        await authentication.current_user().verify_password(form["current"], session)
    except Refusal as refusal:
        pending = SubmittedForm.read(form["typed"], below="/dashboard/")
        return await confirm_page(form.blame(refusal), pending_form=pending, status=envelope.page_status(refusal))
    return await record_proof_and_continue(form)


@blueprint.get("/done")
async def confirmed_in_other_tab() -> Response:
    """The page after a confirmation in a tab of its own, which sends people back to the form in the other tab."""
    return await htmx.render_response("accounts/confirmed.html")
