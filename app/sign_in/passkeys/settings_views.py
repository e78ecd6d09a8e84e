"""The passkeys in the security settings: added, renamed and removed by their user."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from quart import Blueprint, Response, flash

from app.accounts import authentication
from app.accounts.confirmation import needs_confirmation
from app.accounts.request_account import PERSONAL, BlueprintActs
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.sign_in.passkeys import challenge_cookie, registration
from app.sign_in.passkeys.models import Passkey
from app.sign_in.passkeys.public_key_credential import PublicKeyCredential
from app.sign_in.passkeys.responses import current_relying_party, options_response
from app.sign_in.sign_in_methods import LastSignInMethod
from app.web import client_info, envelope, htmx
from app.web.forms import Form

HOME = "/dashboard/settings/security"
blueprint = Blueprint("passkey_settings", __name__, url_prefix=f"{HOME}/passkeys")
authentication.require_sign_in(blueprint, BlueprintActs(PERSONAL, PERSONAL))


@blueprint.post("/options")
@needs_confirmation
async def add_options() -> Response:
    """The options with which the user's browser makes a passkey, as JSON, with a new challenge."""
    return await options_response(partial(registration.begin_registration, authentication.current_user()))


@blueprint.post("")
@needs_confirmation
async def add_passkey() -> Response:
    """Adds the passkey that the user's browser made; a message says so, or why it is refused."""
    form, party = await Form.submitted(), current_relying_party()
    user, browser = authentication.current_user(), challenge_cookie.COOKIE.read()
    try:
        credential = PublicKeyCredential.read(form["credential"])
        passkey = await registration.add_passkey(user, party, browser, credential, client_info.device_name())
    except Refusal as refusal:
        await envelope.flash_refusal(refusal)
        return htmx.redirect_to(HOME)
    await flash(_("%(name)s is added. You can sign in with it from now on.") % {"name": isolate(passkey.name)})
    return htmx.redirect_to(HOME)


@blueprint.get("/<uuid:id>")
@needs_confirmation
async def rename_form(id: UUID) -> Response:
    """The form with the name of a passkey. Raises: NotFound."""
    passkey = await registration.passkey_of(authentication.current_user(), id)
    return await _rename_page(passkey, Form({"name": passkey.name}))


@blueprint.post("/<uuid:id>")
@needs_confirmation
async def rename_passkey(id: UUID) -> Response:
    """Changes the name of a passkey; a refused form is shown again. Raises: NotFound."""
    form, passkey = await Form.submitted(), await registration.passkey_of(authentication.current_user(), id)
    try:
        await registration.rename_passkey(passkey, form["name"])
    except Refusal as refusal:
        return await _rename_page(passkey, form.blame(refusal), envelope.page_status(refusal))
    await flash(_("The name is saved."))
    return htmx.redirect_to(HOME)


@blueprint.get("/<uuid:id>/remove")
@needs_confirmation
async def remove_form(id: UUID) -> Response:
    """Asks whether a passkey is to be removed. Raises: NotFound."""
    return await _remove_page(await registration.passkey_of(authentication.current_user(), id))


@blueprint.post("/<uuid:id>/remove")
@needs_confirmation
async def remove_passkey(id: UUID) -> Response:
    """Removes a passkey, unless it is the last way to sign in. Raises: NotFound."""
    user = authentication.current_user()
    passkey = await registration.passkey_of(user, id)
    try:
        await registration.remove_passkey(user, passkey, client_info.device_name())
    except LastSignInMethod as refusal:
        return await _remove_page(passkey, envelope.page_status(refusal))
    await flash(_("%(name)s is removed. You cannot sign in with it any more.") % {"name": isolate(passkey.name)})
    return htmx.redirect_to(HOME)


async def _rename_page(passkey: Passkey, form: Form, status: int = 200) -> Response:
    return await htmx.render_response(
        "sign_in/passkeys/rename.html", status=status, active="settings", passkey=passkey, form=form
    )


async def _remove_page(passkey: Passkey, status: int = 200) -> Response:
    """The page with the question, or with the reason why the passkey stays."""
    return await htmx.render_response(
        "sign_in/passkeys/remove.html",
        status=status,
        active="settings",
        passkey=passkey,
        last=await registration.is_last_sign_in_method(authentication.current_user(), passkey),
    )
